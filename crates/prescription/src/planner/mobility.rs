//! Daily mobility: what findings ask for first, then the template's list, the same every day of the programme.

use model::{ExerciseId, Family};
use std::collections::BTreeSet;

use super::Setting;
use super::draft::{Draft, DraftItem, DraftSession, DraftWeek};
use super::mind_body::{Offer, asked_for, first_of_each};
use super::slots::why;
use crate::permit::Purpose;
use crate::prescription::{Role, SessionKind};

/// Puts mobility into every week of a draft.
pub(super) fn place<'a>(setting: &'a Setting<'_>, draft: &mut Draft<'a>) {
    let offers = offers(setting);
    let others = draft.items().filter(|(_, it)| it.role != Role::Aerobic).map(|(_, it)| &it.entry.id);
    let others: BTreeSet<&ExerciseId> = others.collect();
    let moves = setting.template.moves_max.map_or(usize::MAX, |max| max.saturating_sub(others.len()));
    let set = choose(setting, &offers, moves);
    for (index, made) in draft.weeks.iter_mut().enumerate() {
        for day in setting.layout.mobility_days.iter().filter(|it| setting.is_free(**it)) {
            let items: Vec<DraftItem<'a>> = set.iter().map(|it| item(setting, it, index)).collect();
            attach(setting, made, *day, items);
        }
    }
}

fn offers<'a>(setting: &'a Setting<'_>) -> Vec<Offer<'a>> {
    let elsewhere = setting.template.week.iter().any(|it| it.mind_body_sessions > 0);
    let families: &[Family] =
        if elsewhere { &[Family::Mobility] } else { &[Family::Mobility, Family::TaiChi, Family::Yoga] };
    let mut offers = asked_for(setting, families);
    for named in &setting.layout.mobility {
        let found = setting
            .resolver
            .resolve(named, Purpose::Main)
            .into_iter()
            .find(|it| it.entry.family == Family::Mobility);
        offers.extend(found.map(|it| {
            let reason = why(setting, named, &it.route, "mobility".to_owned());
            (it, reason)
        }));
    }
    first_of_each(&mut offers);
    // What is not liked comes last, but a finding outweighs that.
    offers.sort_by_key(|(it, reason)| {
        !reason.rule.starts_with("MP-") && setting.disliked(&it.entry.id).is_some()
    });
    offers
}

/// As many as fit into the minutes.
fn choose<'o, 'a>(setting: &Setting<'_>, offers: &'o [Offer<'a>], moves: usize) -> Vec<&'o Offer<'a>> {
    let places = moves.min(setting.exercises_max.unwrap_or(usize::MAX));
    let mut left = setting.layout.mobility_minutes * 60;
    let mut set = Vec::new();
    for offer in offers {
        let secs = item(setting, offer, 0).secs(setting);
        if set.len() < places && secs <= left {
            left -= secs;
            set.push(offer);
        }
    }
    set
}

/// Adds the set to a session of the day if it fits there, else as a session of its own, else not at all.
fn attach<'a>(setting: &Setting<'_>, made: &mut DraftWeek<'a>, day: u8, items: Vec<DraftItem<'a>>) {
    let secs: u32 = items.iter().map(|it| it.secs(setting)).sum();
    let room = made.secs_on(setting, day) + secs <= setting.day_secs_max;
    if items.is_empty() || !room {
        return;
    }
    let fits = |it: &&mut DraftSession<'a>| {
        let few = setting.exercises_max.is_none_or(|max| it.items.len() + items.len() <= max);
        let once = !items.iter().any(|item| it.has(&item.entry.id));
        it.day == day && few && once && it.secs(setting) + secs <= setting.session_secs_max
    };
    let host = made.sessions.iter_mut().filter(fits).min_by_key(|it| it.kind.clone());
    if let Some(host) = host {
        host.items.extend(items);
    } else if made.has_room(setting, day, secs) {
        made.sessions.push(DraftSession { day, kind: SessionKind::Mobility, items });
    }
}

fn item<'a>(setting: &Setting<'_>, (found, reason): &Offer<'a>, week: usize) -> DraftItem<'a> {
    DraftItem {
        slot: None,
        open: false,
        entry: found.entry,
        permitted: found.permitted,
        dose: setting.dose(found, week, None),
        role: Role::Mobility,
        leads_to: None,
        because: vec![reason.clone()],
    }
}
