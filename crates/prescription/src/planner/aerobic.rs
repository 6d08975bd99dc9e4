//! The aerobic sessions: walking unless something else is liked and at hand, on the preferred days, rising no
//! faster than DP-22 and starting below the person's own walking tolerance (DP-21).

use assessment::Stage;
use model::{ExerciseId, Pattern, Position, Stream, TrainingLevel};
use std::collections::BTreeSet;

use super::Setting;
use super::calendar::WEEK;
use super::course::Coming;
use super::draft::{DraftItem, DraftSession, DraftWeek};
use super::history::History;
use crate::dose::secs;
use crate::permit::{Purpose, Resolved};
use crate::prescription::{Role, SessionKind};
use crate::reason::{Reason, Why};

/// Durations are rounded down to this, so that they can be said.
const STEP_SECS: u32 = 30;

/// The modes in the order in which sessions take turns: what is liked, with a walk if none of it is one.
pub(super) fn modes<'a>(setting: &'a Setting<'_>) -> Vec<Resolved<'a>> {
    let usable = |id: &ExerciseId| {
        let (found, _) = setting.itself(id, Purpose::Main)?;
        let aerobic = found.entry.streams.contains(&Stream::Aerobic);
        (aerobic && found.dose.interval_minutes.is_none()).then_some(found)
    };
    let liked = setting.pack.planner.preference.iter().filter(|it| setting.profile.likes.contains(&it.key));
    let mut modes: Vec<Resolved<'a>> = Vec::new();
    for pin in setting.changes.pins.iter().filter_map(|it| usable(&it.exercise)) {
        if !modes.iter().any(|has| has.entry.id == pin.entry.id) {
            modes.push(pin);
        }
    }
    for word in liked {
        let new = |it: &Resolved<'_>| !modes.iter().any(|has| has.entry.id == it.entry.id);
        let first = word
            .entries
            .iter()
            .filter_map(usable)
            .find(|it| setting.disliked(&it.entry.id).is_none() && new(it));
        modes.extend(first);
    }
    if !modes.iter().any(|it| it.entry.patterns.contains(&Pattern::Gait)) {
        let aerobic = setting.pack.exercises.values().filter(|it| it.streams.contains(&Stream::Aerobic));
        let mut rest: Vec<_> = aerobic.filter_map(|it| usable(&it.id)).collect();
        rest.sort_by_key(|it| (!it.entry.patterns.contains(&Pattern::Gait), it.entry.id.clone()));
        modes.splice(0..0, rest.into_iter().take(1));
    }
    modes
}

/// Puts the aerobic sessions of one week into `made`.
pub(super) fn place<'a>(
    setting: &'a Setting<'_>,
    modes: &[Resolved<'a>],
    (history, coming): (&History<'_>, &Coming<'_>),
    made: &mut DraftWeek<'a>,
) {
    let count = sessions(setting, coming);
    let share = share(setting, history, coming);
    let mut items =
        (made.begun.aerobic_sessions..count).filter_map(|turn| item(setting, modes, (coming, share), turn));
    let mut next = items.next();
    for day in days(setting, coming) {
        let Some(item) = next.take() else { break };
        if fits(setting, made, day, item.secs(setting)) {
            let kind = SessionKind::Aerobic;
            made.sessions.push(DraftSession { day, kind, items: vec![item], eased: None });
            next = items.next();
        } else {
            next = Some(item);
        }
    }
    let allowed = history.allowed_aerobic_secs(setting);
    keep_to(setting, allowed.into_iter().chain(coming.aerobic_secs_max).min(), made);
}

/// How many aerobic sessions the template has in the week.
pub(super) fn sessions(setting: &Setting<'_>, coming: &Coming<'_>) -> usize {
    setting.layout.aerobic_sessions.get(coming.index()).copied().map_or(0, usize::from)
}

/// The days in order of preference, then the other days, as far as they are still to come.
fn days(setting: &Setting<'_>, coming: &Coming<'_>) -> Vec<u8> {
    let rows = setting.layout.aerobic_days.iter().rev();
    let preferred = rows.filter(|it| it.from_week <= coming.shape.number).map(|it| it.days.as_slice()).next();
    let mut days = preferred.unwrap_or_default().to_vec();
    days.extend((1..=WEEK).filter(|it| !preferred.unwrap_or_default().contains(it)));
    days.retain(|it| *it >= coming.first_day);
    days
}

/// Whether an aerobic session fits on a day and leaves the week an easy day (DP-51).
fn fits(setting: &Setting<'_>, made: &DraftWeek<'_>, day: u8, secs: u32) -> bool {
    let mut busy: BTreeSet<u8> = made.sessions.iter().map(|it| it.day).collect();
    busy.extend(&made.begun.hard_days);
    let twice = made.sessions.iter().any(|it| it.day == day && it.kind == SessionKind::Aerobic);
    busy.insert(day);
    let easy = usize::from(WEEK) - busy.len();
    let enough = usize::try_from(setting.pack.dosage.spacing.easy_days_min).is_ok_and(|min| easy >= min);
    enough && !twice && made.has_room(setting, day, secs)
}

/// What a session of a week has at most where the template states a goal and not the minutes of each week: its share of
/// what DP-22 allows, so that days come before minutes (DP-24).
pub(super) fn share(setting: &Setting<'_>, history: &History<'_>, coming: &Coming<'_>) -> Option<u32> {
    setting.template.keeps.as_ref()?;
    let allowed = history.allowed_aerobic_secs(setting).into_iter().chain(coming.aerobic_secs_max).min()?;
    allowed.checked_div(u32::try_from(sessions(setting, coming)).ok()?)
}

/// Seconds to which an entry may rise in a block that keeps (DP-20); none where the level's dose is the most.
fn goal_secs(setting: &Setting<'_>, mode: &Resolved<'_>) -> Option<u32> {
    let aerobic = &setting.pack.dosage.aerobic;
    let walks_on = setting.template.keeps.is_some() && aerobic.goal_entries.contains(&mode.entry.id);
    walks_on.then_some(aerobic.goal_minutes * 60)
}

/// One aerobic session of at most `share`; modes take turns.
pub(super) fn item<'a>(
    setting: &Setting<'_>,
    modes: &[Resolved<'a>],
    (coming, share): (&Coming<'_>, Option<u32>),
    turn: usize,
) -> Option<DraftItem<'a>> {
    let mode = modes.get(turn % modes.len().max(1))?;
    let entry = mode.entry;
    let mut dose = setting.dose(mode, coming, None);
    if let Some([_, high]) = mode.dose.minutes {
        let bouts = dose.sets.max(1);
        let goal = goal_secs(setting, mode);
        let in_force = setting.changes.doses.contains_key(&entry.id).then_some(dose.duration_secs).flatten();
        // The minutes of the weeks count (DP-22, DP-24), and no dose that stays as it was; steps down count all the same.
        let lowered = setting.changes.steps.get(&entry.id).is_some_and(|it| *it < 0);
        let in_force = in_force.filter(|_| lowered);
        let usual = setting.layout.aerobic_minutes.get(coming.index()).copied().unwrap_or_default() * 60;
        let most = goal.unwrap_or(secs(high) * bouts);
        let wanted = usual.min(most).min(share.unwrap_or(u32::MAX));
        let before = setting.ceilings.get(&entry.id).filter(|_| goal.is_none());
        let ceiling = in_force.or(before.and_then(|it| it.duration_secs)).map_or(u32::MAX, |it| it * bouts);
        let whole = whole_secs(setting, mode, coming, wanted).min(ceiling);
        dose.duration_secs = Some((whole / bouts / STEP_SECS * STEP_SECS).max(STEP_SECS));
    }
    let liked =
        setting.liked(&entry.id).map(|word| Reason::new("AD-44", Why::Liked { word: word.to_owned() }));
    let place = Why::Template { place: "aerobic".to_owned() };
    let because = vec![liked.unwrap_or_else(|| Reason::new(setting.template.rule.clone(), place))];
    Some(DraftItem {
        slot: None,
        entry,
        permitted: mode.permitted,
        dose,
        role: Role::Aerobic,
        leads_to: None,
        because,
    })
}

/// The seconds of one session: what is wanted, within the session, the stage and the tolerance.
fn whole_secs(setting: &Setting<'_>, mode: &Resolved<'_>, coming: &Coming<'_>, wanted: u32) -> u32 {
    let mut whole = wanted.min(setting.session_secs_max);
    if setting.profile.stage == Stage::SymptomModulation {
        // AD-10 asks for short walks: those of the gentlest level.
        let gentlest = mode.entry.dose.get(&TrainingLevel::L1);
        let short = gentlest.and_then(|it| Some(secs(it.minutes?[1]) * u32::from(it.sets[0])));
        whole = whole.min(short.unwrap_or(whole));
    }
    whole = whole * setting.volume_percent() / 100;
    let walks = mode.entry.positions.contains(&Position::Gait);
    if let Some(tolerance) = setting.profile.walking_tolerance_minutes.filter(|_| walks) {
        let aerobic = &setting.pack.dosage.aerobic;
        let percent = aerobic.tolerance_percent
            + aerobic.rise_percent_max * u32::try_from(coming.index()).unwrap_or_default();
        whole = whole.min(tolerance * 60 * percent / 100);
    }
    whole
}

/// Lowers every session alike until the week has no more than is allowed (DP-22); where they are as short as is worth the
/// while, one of them goes. The last one is as short as it has to be.
fn keep_to(setting: &Setting<'_>, allowed: Option<u32>, made: &mut DraftWeek<'_>) {
    let Some(allowed) = allowed.map(|it| it.saturating_sub(made.begun.volume.aerobic_secs)) else { return };
    lower(setting, allowed, made, |it| it.dose.secs_min(it.entry, setting.pack));
    let is_aerobic = |it: &DraftSession<'_>| it.kind == SessionKind::Aerobic;
    let least = usize::from(made.begun.aerobic_sessions == 0);
    while secs_of(setting, made) > allowed && made.sessions.iter().filter(|it| is_aerobic(it)).count() > least
    {
        let Some(index) = made.sessions.iter().rposition(is_aerobic) else { break };
        made.sessions.remove(index);
    }
    lower(setting, allowed, made, |_| STEP_SECS);
}

/// Lowers every session alike, its bouts to `least` seconds or where they were below.
fn lower(
    setting: &Setting<'_>,
    allowed: u32,
    made: &mut DraftWeek<'_>,
    least: impl Fn(&DraftItem<'_>) -> u32,
) {
    let total = secs_of(setting, made);
    if total <= allowed {
        return;
    }
    let items = made.sessions.iter_mut().flat_map(|it| &mut it.items).filter(|it| it.role == Role::Aerobic);
    for item in items {
        let least = least(item);
        let lower = |it: u32| (it * allowed / total / STEP_SECS * STEP_SECS).max(least.min(it));
        item.dose.duration_secs = item.dose.duration_secs.map(lower);
    }
}

/// Aerobic seconds of the sessions still to come.
fn secs_of(setting: &Setting<'_>, made: &DraftWeek<'_>) -> u32 {
    made.aerobic_secs(setting) - made.begun.volume.aerobic_secs
}
