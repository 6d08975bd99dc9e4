//! Daily mobility: what tags ask for on most days, what findings ask for, then the template's list; the same every day of the
//! week.

use knowledge::raw::exercise::Exercise;
use model::{ExerciseId, Family};

use super::Setting;
use super::course::Coming;
use super::draft::{DraftItem, DraftSession, DraftWeek};
use super::history::History;
use super::lists::{self, Offer, Room};
use super::offers::why;
use super::solver::Solver;
use crate::exact::{ListModel, ListSolution};
use crate::permit::Purpose;
use crate::prescription::{Role, SessionKind};
use crate::reason::{Reason, Why};

/// What may be in the set, the best first.
pub(super) fn offers<'a>(setting: &'a Setting<'_>) -> Vec<Offer<'a>> {
    let elsewhere = setting.template.week.iter().any(|it| it.mind_body_sessions > 0);
    let families: &[Family] =
        if elsewhere { &[Family::Mobility] } else { &[Family::Mobility, Family::TaiChi, Family::Yoga] };
    let mut offers = lists::pinned(setting, families);
    let pins = offers.len();
    offers.extend(lists::asked_for(setting, families));
    for named in &setting.layout.mobility {
        let found = setting.resolve(named, Purpose::Main);
        let found = found.into_iter().find(|(it, _)| it.entry.family == Family::Mobility);
        offers.extend(found.map(|(it, instead)| {
            let reason = instead.cloned();
            let reason = reason.unwrap_or_else(|| why(setting, named, &it.route, "mobility".to_owned()));
            (it, reason)
        }));
    }
    lists::first_of_each(&mut offers);
    // What is not liked comes last, but a finding and a coach outweigh that.
    let mut rest = offers.split_off(pins.min(offers.len()));
    rest.sort_by_key(|(it, reason)| {
        !reason.rule.starts_with("MP-") && setting.disliked(&it.entry.id).is_some()
    });
    offers.extend(rest);
    offers
}

/// The set of a week: what tags ask for on most days, then as many as fit into the rest of the minutes, with at most
/// `moves_max` that the programme has not had.
pub(super) fn set<'a>(
    setting: &'a Setting<'_>,
    offers: &[Offer<'a>],
    (history, coming, moves_max): (&History<'a>, &Coming<'_>, usize),
    made: &DraftWeek<'a>,
    solver: &mut dyn Solver,
) -> (Vec<DraftItem<'a>>, ListModel, ListSolution) {
    let nothing_new = coming.present && setting.changes.nothing_new.is_some();
    let may =
        |it: &Exercise| history.known.contains(&it.id) || !(nothing_new || setting.is_above_what_is_out(it));
    // What the week had before it was planned anew is no move of the new plan.
    let is_planned = |id: &ExerciseId| made.sessions.iter().any(|it| it.has(id));
    let is_first = |it: &Exercise| !history.moves.contains(&it.id) && !is_planned(&it.id);
    let counts = |it: &Exercise| (may(it), usize::from(is_first(it)));
    let (asked, firsts) = asked_by_tags(setting, (coming, moves_max), &counts);
    let is_asked = |id: &ExerciseId| asked.iter().any(|it| it.entry.id == *id);
    let open: Vec<&Offer<'a>> =
        offers.iter().filter(|(it, _)| may(it.entry) && !is_asked(&it.entry.id)).collect();
    let asked_secs: u32 = asked.iter().map(|it| it.secs(setting)).sum();
    let room = Room {
        secs: (setting.layout.mobility_minutes * 60).saturating_sub(asked_secs),
        items: setting.exercises_max.map_or(usize::MAX, |it| it.saturating_sub(asked.len())),
        fresh: usize::MAX,
        moves: moves_max.saturating_sub(firsts),
    };
    let stands = |it: &ExerciseId| made.has(it) || is_asked(it);
    let model = lists::model(setting, &open, (coming, &room), &stands, &is_first);
    let solution = solver.list(&model);
    let taken = solution.taken.iter().map(|it| lists::item(setting, open[*it], coming, Role::Mobility));
    (asked.iter().cloned().chain(taken).collect(), model, solution)
}

/// What tags ask for on most days (CM-01, CM-12): of each list the first entry that may be done, and how many of
/// them the programme has not had. `counts` says of an entry whether it may come in, and whether it would be a first move.
fn asked_by_tags<'a>(
    setting: &'a Setting<'_>,
    (coming, moves_max): (&Coming<'_>, usize),
    counts: &dyn Fn(&Exercise) -> (bool, usize),
) -> (Vec<DraftItem<'a>>, usize) {
    let (mut asked, mut firsts): (Vec<DraftItem<'a>>, usize) = (Vec::new(), 0);
    let tags = &setting.constraints.tags;
    for need in setting.pack.dosage.most_days.iter().filter(|it| tags.contains_key(&it.tag)) {
        if asked.iter().any(|it| need.entries.contains(&it.entry.id)) {
            continue;
        }
        // What a change puts in an entry's place counts only if it is on the list itself.
        let fits = |it: &Exercise| {
            need.entries.contains(&it.id) && counts(it).0 && firsts + counts(it).1 <= moves_max
        };
        let found = need.entries.iter().filter_map(|id| setting.itself(id, Purpose::Main));
        let Some((found, _)) = found.into_iter().find(|(it, _)| fits(it.entry)) else { continue };
        firsts += counts(found.entry).1;
        let reason = Reason::new(need.rule.clone(), Why::MostDays { what: need.name.clone() });
        asked.push(lists::item(setting, &(found, reason), coming, Role::Mobility));
    }
    (asked, firsts)
}

/// Days of a week that have mobility.
pub(super) fn days(setting: &Setting<'_>, coming: &Coming<'_>) -> Vec<u8> {
    let days = setting.layout.mobility_days.iter().copied();
    days.filter(|it| *it >= coming.first_day && setting.is_free(*it)).collect()
}

/// Puts the set into every day that has mobility.
pub(super) fn place<'a>(
    setting: &Setting<'_>,
    coming: &Coming<'_>,
    set: &[DraftItem<'a>],
    made: &mut DraftWeek<'a>,
) {
    let is_asked = |it: &&DraftItem<'_>| it.because.iter().any(|it| matches!(it.why, Why::MostDays { .. }));
    let asked: Vec<DraftItem<'a>> = set.iter().filter(is_asked).cloned().collect();
    for day in days(setting, coming) {
        if !attach(setting, made, day, set.to_vec()) {
            attach(setting, made, day, asked.clone());
        }
    }
}

/// Adds the set to a session of the day if it fits there, else as a session of its own, else not at all; says whether it
/// found a place.
fn attach<'a>(setting: &Setting<'_>, made: &mut DraftWeek<'a>, day: u8, items: Vec<DraftItem<'a>>) -> bool {
    let secs: u32 = items.iter().map(|it| it.secs(setting)).sum();
    let room = made.secs_on(setting, day) + secs <= setting.day_secs_max;
    if items.is_empty() || !room {
        return false;
    }
    let fits = |it: &&mut DraftSession<'a>| {
        let few = setting.exercises_max.is_none_or(|max| it.items.len() + items.len() <= max);
        let once = !items.iter().any(|item| it.has(&item.entry.id));
        it.day == day && few && once && it.secs(setting) + secs <= setting.session_secs_max
    };
    let host = made.sessions.iter_mut().filter(fits).min_by_key(|it| it.kind.clone());
    if let Some(host) = host {
        host.items.extend(items);
        return true;
    }
    let has_room = made.has_room(setting, day, secs);
    if has_room {
        made.sessions.push(DraftSession { day, kind: SessionKind::Mobility, items, eased: None });
    }
    has_room
}
