//! Yoga and tai chi sessions: what findings ask for first, then what is liked, and a quiet end.

use knowledge::raw::exercise::Exercise;
use model::{ExerciseId, Family};
use std::collections::BTreeSet;

use super::Setting;
use super::calendar::WEEK;
use super::course::Coming;
use super::draft::{DraftItem, DraftSession, DraftWeek};
use super::history::{History, is_new};
use super::lists::{self, Offer, Room};
use crate::exact::{ListModel, ListSolution};
use crate::permit::Purpose;
use crate::prescription::{Role, SessionKind};
use crate::reason::{Reason, Why};

/// The families of these sessions.
const FAMILIES: [Family; 2] = [Family::Yoga, Family::TaiChi];

/// The poses and forms in order: what a coach asks for, then by turns what each finding asks for, then the families
/// in order of liking.
pub(super) fn offers<'a>(setting: &'a Setting<'_>) -> Vec<Offer<'a>> {
    let mut offers = lists::pinned(setting, &FAMILIES);
    offers.extend(lists::asked_for(setting, &FAMILIES));
    for family in families(setting) {
        for entry in setting.pack.exercises.values().filter(|it| it.family == family) {
            let Some((found, instead)) = setting.itself(&entry.id, Purpose::Main) else { continue };
            if FAMILIES.contains(&found.entry.family) {
                let place = Why::Template { place: "mind-body".to_owned() };
                let why = setting.liked(&entry.id).map_or(place, |word| Why::Liked { word: word.to_owned() });
                offers.push((found, instead.cloned().unwrap_or_else(|| Reason::new("AD-44", why))));
            }
        }
    }
    lists::first_of_each(&mut offers);
    offers
}

/// Yoga before tai chi, unless tai chi alone is liked; what is disliked comes last.
fn families(setting: &Setting<'_>) -> [Family; 2] {
    let likes = |word: &str| setting.profile.likes.contains(word);
    let dislikes = |word: &str| setting.profile.dislikes.contains(word);
    let tai_chi = (likes("tai_chi") && !likes("yoga")) || (dislikes("yoga") && !dislikes("tai_chi"));
    if tai_chi { [Family::TaiChi, Family::Yoga] } else { FAMILIES }
}

/// Puts the mind–body sessions of one week into `made`; `solve` finds the best set of poses.
pub(super) fn place<'a>(
    setting: &'a Setting<'_>,
    offers: &[Offer<'a>],
    (history, coming): (&History<'a>, &Coming<'_>),
    made: &mut DraftWeek<'a>,
    solve: &mut dyn FnMut(&ListModel) -> ListSolution,
) {
    let mut known: BTreeSet<&'a ExerciseId> = history.known.clone();
    let secs_max = (coming.shape.mind_body_minutes * 60).min(setting.session_secs_max);
    let mut left = coming.shape.mind_body_sessions.saturating_sub(made.begun.mind_body_sessions);
    for day in chosen_days(setting, made, coming, left) {
        if left == 0 {
            break;
        }
        let room = setting.day_secs_max.saturating_sub(made.secs_on(setting, day)).min(secs_max);
        let items = items(setting, offers, &known, (coming, room, made), solve);
        let session = DraftSession { day, kind: SessionKind::MindBody, items, eased: None };
        if !session.items.is_empty() && made.has_room(setting, day, session.secs(setting)) {
            known.extend(session.items.iter().map(|it| &it.entry.id));
            made.sessions.push(session);
            left -= 1;
        }
    }
}

/// What the first of the week's sessions would hold on a day of its own.
pub(super) fn expected<'a>(
    setting: &Setting<'_>,
    offers: &[Offer<'a>],
    (history, coming): (&History<'a>, &Coming<'_>),
    made: &DraftWeek<'a>,
    solve: &mut dyn FnMut(&ListModel) -> ListSolution,
) -> Vec<DraftItem<'a>> {
    let left = coming.shape.mind_body_sessions.saturating_sub(made.begun.mind_body_sessions);
    let day = chosen_days(setting, made, coming, left).first().copied();
    if left == 0 || day.is_none() {
        return Vec::new();
    }
    let room = (coming.shape.mind_body_minutes * 60).min(setting.session_secs_max);
    items(setting, offers, &history.known, (coming, room, made), solve)
}

/// The preferred days, then the others, in the order in which they are tried; those taken come in time order.
fn chosen_days(setting: &Setting<'_>, made: &DraftWeek<'_>, coming: &Coming<'_>, count: u8) -> Vec<u8> {
    let preferred = &setting.layout.mind_body_days;
    let others = (1..=WEEK).filter(|it| !preferred.contains(it));
    let open = |day: &u8| *day >= coming.first_day && made.has_room(setting, *day, 0);
    let mut days: Vec<u8> = preferred.iter().copied().chain(others).filter(open).collect();
    let tail = days.split_off(days.len().min(usize::from(count)));
    days.sort_unstable();
    days.extend(tail);
    days
}

/// Fills a session: a quiet end is kept free first, then the best set of poses that there is time for.
fn items<'a>(
    setting: &Setting<'_>,
    offers: &[Offer<'a>],
    known: &BTreeSet<&'a ExerciseId>,
    (coming, secs_max, made): (&Coming<'_>, u32, &DraftWeek<'a>),
    solve: &mut dyn FnMut(&ListModel) -> ListSolution,
) -> Vec<DraftItem<'a>> {
    let never_new = &setting.pack.dosage.bounds.never_new;
    let quiet = offers.iter().find(|(it, _)| never_new.contains(&it.entry.id));
    let quiet = quiet.map(|it| lists::item(setting, it, coming, Role::MindBody));
    let quiet = quiet.filter(|it| it.secs(setting) <= secs_max);
    let nothing_new = coming.present && setting.changes.nothing_new.is_some();
    let may = |(it, _): &&Offer<'a>| {
        let comes_in = !(nothing_new || setting.is_above_what_is_out(it.entry));
        !never_new.contains(&it.entry.id) && (comes_in || known.contains(&it.entry.id))
    };
    let open: Vec<&Offer<'a>> = offers.iter().filter(may).collect();
    let room = Room {
        secs: secs_max - quiet.as_ref().map_or(0, |it| it.secs(setting)),
        items: setting.exercises_max.unwrap_or(usize::MAX).saturating_sub(usize::from(quiet.is_some())),
        fresh: if coming.deload { 0 } else { setting.pack.dosage.bounds.new_max },
        moves: usize::MAX,
    };
    let counts = |entry: &Exercise| is_new(setting, known, entry);
    let model = lists::model(setting, &open, (coming, &room), &|it| made.has(it), &counts);
    let taken = solve(&model).taken;
    let taken = taken.iter().map(|it| lists::item(setting, open[*it], coming, Role::MindBody));
    taken.chain(quiet).collect()
}
