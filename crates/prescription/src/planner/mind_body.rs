//! Yoga and tai chi sessions: what findings ask for first, then what is liked, and a quiet end.

use model::{ExerciseId, Family};
use std::collections::BTreeSet;

use super::Setting;
use super::calendar::WEEK;
use super::draft::{Draft, DraftItem, DraftSession, DraftWeek};
use crate::permit::{Purpose, Resolved};
use crate::prescription::{Role, SessionKind};
use crate::reason::{Reason, Why};

/// One entry of the list to choose from, with its reason.
pub(super) type Offer<'a> = (Resolved<'a>, Reason);

/// The poses and forms in order: by turns what each finding asks for, then the families in order of liking.
pub(super) fn offers<'a>(setting: &'a Setting<'_>) -> Vec<Offer<'a>> {
    let mut offers = asked_for(setting, &[Family::Yoga, Family::TaiChi]);
    for family in families(setting) {
        for entry in setting.pack.exercises.values().filter(|it| it.family == family) {
            let found = setting.resolver.itself(&entry.id, Purpose::Main);
            let place = Why::Template { place: "mind-body".to_owned() };
            let why = setting.liked(&entry.id).map_or(place, |word| Why::Liked { word: word.to_owned() });
            offers.extend(found.map(|it| (it, Reason::new("AD-44", why))));
        }
    }
    first_of_each(&mut offers);
    offers
}

/// What the findings select from these families, turn by turn so that each finding is heard.
pub(super) fn asked_for<'a>(setting: &'a Setting<'_>, families: &[Family]) -> Vec<Offer<'a>> {
    let longest = setting.priorities.iter().map(|it| it.select.len()).max().unwrap_or_default();
    let mut offers = Vec::new();
    for turn in 0..longest {
        for priority in &setting.priorities {
            let why = Why::Finding { confidence: priority.confidence, observed: priority.observed.clone() };
            let of_family = |id: &&ExerciseId| {
                setting.pack.exercises.get(*id).is_some_and(|it| families.contains(&it.family))
            };
            let id = priority.select.iter().filter(of_family).nth(turn);
            let found = id.and_then(|id| setting.resolver.resolve(id, Purpose::Main).into_iter().next());
            let found = found.filter(|it| families.contains(&it.entry.family));
            offers.extend(found.map(|it| (it, Reason::new(priority.rule.clone(), why))));
        }
    }
    first_of_each(&mut offers);
    offers
}

/// Keeps the first offer of each entry.
pub(super) fn first_of_each(offers: &mut Vec<Offer<'_>>) {
    let mut seen = BTreeSet::new();
    offers.retain(|(it, _)| seen.insert(it.entry.id.clone()));
}

/// Yoga before tai chi, unless tai chi alone is liked; what is disliked comes last.
fn families(setting: &Setting<'_>) -> [Family; 2] {
    let likes = |word: &str| setting.profile.likes.contains(word);
    let dislikes = |word: &str| setting.profile.dislikes.contains(word);
    let tai_chi = (likes("tai_chi") && !likes("yoga")) || (dislikes("yoga") && !dislikes("tai_chi"));
    if tai_chi { [Family::TaiChi, Family::Yoga] } else { [Family::Yoga, Family::TaiChi] }
}

/// Puts the mind–body sessions of one week into `made`.
pub(super) fn place<'a>(
    setting: &'a Setting<'_>,
    offers: &[Offer<'a>],
    before: &Draft<'a>,
    made: &mut DraftWeek<'a>,
) {
    let week = before.weeks.len();
    let Some(shape) = setting.template.week.get(week) else { return };
    let mut seen: BTreeSet<ExerciseId> = before.items().map(|(_, it)| it.entry.id.clone()).collect();
    let secs_max = (shape.mind_body_minutes * 60).min(setting.session_secs_max);
    let mut left = shape.mind_body_sessions;
    for day in chosen_days(setting, made, shape.mind_body_sessions) {
        if left == 0 {
            break;
        }
        let room = setting.day_secs_max.saturating_sub(made.secs_on(setting, day)).min(secs_max);
        let new_max = if shape.deload { 0 } else { setting.pack.dosage.bounds.new_max };
        let items = items(setting, offers, &seen, (week, room, new_max));
        let session = DraftSession { day, kind: SessionKind::MindBody, items };
        if !session.items.is_empty() && made.has_room(setting, day, session.secs(setting)) {
            seen.extend(session.items.iter().map(|it| it.entry.id.clone()));
            made.sessions.push(session);
            left -= 1;
        }
    }
}

/// The preferred days, then the others, in the order in which they are tried; those taken come in time order.
fn chosen_days(setting: &Setting<'_>, made: &DraftWeek<'_>, count: u8) -> Vec<u8> {
    let preferred = &setting.layout.mind_body_days;
    let others = (1..=WEEK).filter(|it| !preferred.contains(it));
    let open = |day: &u8| made.has_room(setting, *day, 0);
    let mut days: Vec<u8> = preferred.iter().copied().chain(others).filter(open).collect();
    let tail = days.split_off(days.len().min(usize::from(count)));
    days.sort_unstable();
    days.extend(tail);
    days
}

/// Fills a session: a quiet end is kept free first, then poses as long as there is time.
fn items<'a>(
    setting: &Setting<'_>,
    offers: &[Offer<'a>],
    seen: &BTreeSet<ExerciseId>,
    (week, secs_max, new_max): (usize, u32, usize),
) -> Vec<DraftItem<'a>> {
    let never_new = &setting.pack.dosage.bounds.never_new;
    let quiet =
        offers.iter().find(|(it, _)| never_new.contains(&it.entry.id)).map(|it| item(setting, it, week));
    let quiet = quiet.filter(|it| it.secs(setting) <= secs_max);
    let mut secs = quiet.as_ref().map_or(0, |it| it.secs(setting));
    let mut new = 0;
    let mut items: Vec<DraftItem<'a>> = Vec::new();
    let places = setting.exercises_max.unwrap_or(usize::MAX).saturating_sub(usize::from(quiet.is_some()));
    for offer in offers.iter().filter(|(it, _)| !never_new.contains(&it.entry.id)) {
        let item = item(setting, offer, week);
        let is_new = !seen.contains(&item.entry.id) && !item.entry.easier.iter().any(|id| seen.contains(id));
        let fits = secs + item.secs(setting) <= secs_max && items.len() < places;
        if fits && (!is_new || new < new_max) {
            secs += item.secs(setting);
            new += usize::from(is_new);
            items.push(item);
        }
    }
    items.extend(quiet);
    items
}

fn item<'a>(setting: &Setting<'_>, (found, reason): &Offer<'a>, week: usize) -> DraftItem<'a> {
    DraftItem {
        slot: None,
        open: false,
        entry: found.entry,
        permitted: found.permitted,
        dose: setting.dose(found, week, None),
        role: Role::MindBody,
        leads_to: None,
        because: vec![reason.clone()],
    }
}
