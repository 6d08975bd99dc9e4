//! From a draft to the record.

use jiff::ToSpan;
use jiff::civil::Date;
use model::ExerciseId;
use std::collections::{BTreeMap, BTreeSet};

use super::calendar::WEEK;
use super::course::Coming;
use super::draft::{DraftItem, DraftSession, DraftWeek};
use super::history::History;
use super::weeks::Plan;
use super::{Request, Setting, ease, minimum, rationale};
use crate::adaptation::Eased;
use crate::dose::Dose;
use crate::permit::Purpose;
use crate::prescription::{Item, Prescription, Role, Session, SessionKind, Week};
use crate::reason::{Reason, Why};
use crate::validator::Violation;

/// The record of a plan.
pub(super) fn prescription(setting: &Setting<'_>, request: &Request, plan: &Plan<'_>) -> Prescription {
    let weeks = weeks(setting, &plan.draft.weeks);
    let minimum_session = minimum::session(setting, &plan.draft);
    let planned_from = setting.past.map_or(setting.start, |it| it.from.max(setting.start));
    let rationale = rationale::rationale(setting, (&weeks, planned_from), minimum_session.as_ref());
    Prescription {
        template: setting.template.id.clone(),
        start: setting.start,
        planned_from,
        block_from: block_from(setting),
        level: setting.profile.level,
        stage: setting.profile.stage,
        irritability: setting.profile.irritability,
        weeks,
        out: setting.changes.out.keys().cloned().collect(),
        swapped: setting.swapped(),
        minimum_session,
        rationale,
        objective: plan.tally.aims(setting, &plan.draft),
        fell_back: false,
        violations: Vec::new(),
        knowledge_hash: setting.pack.hash.clone(),
        engine: env!("CARGO_PKG_VERSION").to_owned(),
        parent: request.parent.clone(),
        steps: setting.changes.steps.clone(),
        held: held(setting, &plan.draft.weeks),
    }
}

/// The dose in force of what has fewer sets for now, and of what has no ordinary day to come that shows it: that one as it
/// would be planned today, so that a limit which has lowered it keeps it low until a step is earned.
fn held(setting: &Setting<'_>, made: &[DraftWeek<'_>]) -> BTreeMap<ExerciseId, Dose> {
    let changes = setting.changes;
    let weeks = setting.coming.iter().zip(made).filter(|(coming, _)| !coming.deload);
    let ordinary = weeks.flat_map(|(_, it)| &it.sessions).filter(|it| it.eased.is_none());
    let shown: BTreeSet<&ExerciseId> = ordinary.flat_map(|it| &it.items).map(|it| &it.entry.id).collect();
    let today = |id: &ExerciseId| {
        let found = setting.resolver.itself(id, Purpose::Main)?;
        setting.dose_in_force(&found, setting.coming.first()?.effort_cap.value)
    };
    let kept = |id: &ExerciseId| changes.sets_held.contains_key(id) || !shown.contains(id);
    let doses = changes.doses.iter().filter(|(id, _)| kept(id));
    doses.map(|(id, (dose, _))| (id.clone(), today(id).unwrap_or_else(|| dose.clone()))).collect()
}

/// The week with which the last block begins: the present one where it comes behind the last week of what was planned.
fn block_from(setting: &Setting<'_>) -> u8 {
    let Some(past) = setting.past else { return 1 };
    let present = setting.coming.first().map_or(u8::MAX, |it| it.number);
    let last = past.parent.weeks().last().map_or(0, |it| it.number);
    if present > last { present } else { past.parent.block_from() }
}

/// The weeks that have been, as they were, then the planned ones.
fn weeks(setting: &Setting<'_>, made: &[DraftWeek<'_>]) -> Vec<Week> {
    let first = setting.coming.first().map_or(u8::MAX, |it| it.number);
    let past = setting.past.map_or(&[][..], |it| it.parent.weeks());
    let mut weeks: Vec<Week> = past.iter().filter(|it| it.number < first).cloned().collect();
    weeks.extend(setting.coming.iter().zip(made).map(|(coming, made)| week(setting, coming, made)));
    weeks
}

fn week(setting: &Setting<'_>, coming: &Coming<'_>, made: &DraftWeek<'_>) -> Week {
    let before = setting.past.into_iter().flat_map(|it| it.before(coming.number, coming.first_day));
    let mut sessions: Vec<Session> = before.cloned().collect();
    for (index, it) in made.sessions.iter().enumerate() {
        let earlier = made.sessions[..index].iter().filter(|has| has.day == it.day).count();
        sessions.push(session(setting, coming.number, u8::try_from(earlier + 1).unwrap_or(u8::MAX), it));
    }
    let mut eased = coming.eased.clone();
    eased.extend(sessions.iter().filter_map(|it| it.eased.clone()));
    eased.dedup();
    let mut checks = coming.shape.checks.clone();
    checks.extend(check_ins(setting, coming.number));
    Week {
        number: coming.number,
        template_week: coming.shape.number,
        phase: coming.shape.phase.clone(),
        effort_cap: coming.effort_cap.clone(),
        deload: coming.deload,
        checks,
        because: coming.because.clone(),
        eased,
        sessions,
    }
}

/// The check-ins that fall into a week (OM-30); their days are counted from the first day of the programme.
fn check_ins(setting: &Setting<'_>, week: u8) -> Vec<String> {
    let months = setting.template.keeps.iter().flat_map(|it| &it.check_in_months);
    let (first, last) = (date(setting.start, week, 1), date(setting.start, week, WEEK));
    let here = |it: &&i8| (first..=last).contains(&setting.start.saturating_add(i32::from(**it).months()));
    months.filter(here).map(|it| format!("month-{it}")).collect()
}

fn session(setting: &Setting<'_>, week: u8, part: u8, made: &DraftSession<'_>) -> Session {
    let seconds = made.secs(setting);
    Session {
        day: made.day,
        date: date(setting.start, week, made.day),
        part,
        title: title(&made.kind),
        kind: made.kind.clone(),
        items: made.items.iter().map(|it| item(setting, it)).collect(),
        seconds,
        minutes: seconds.div_ceil(60),
        eased: made.eased.clone(),
    }
}

fn title(kind: &SessionKind) -> String {
    match kind {
        SessionKind::Strength(name) => format!("session-strength-{}", name.to_lowercase()),
        SessionKind::Aerobic => "session-aerobic".to_owned(),
        SessionKind::Mobility => "session-mobility".to_owned(),
        SessionKind::MindBody => "session-mind-body".to_owned(),
        SessionKind::Minimum => "session-minimum".to_owned(),
        SessionKind::Relief => "session-relief".to_owned(),
    }
}

/// The date of a day in a week of the programme.
pub(super) fn date(start: Date, week: u8, day: u8) -> Date {
    let days = (i64::from(week) - 1) * i64::from(WEEK) + i64::from(day) - 1;
    start.saturating_add(days.days())
}

/// The record of one item, with the findings and likes that speak for it besides.
pub(super) fn item(setting: &Setting<'_>, made: &DraftItem<'_>) -> Item {
    let (positions, limits) = made.permitted.form();
    let mut because = made.because.clone();
    for priority in setting.priorities.iter().filter(|it| it.select.contains(&made.entry.id)) {
        let why = Why::Finding { confidence: priority.confidence, observed: priority.observed.clone() };
        because.push(Reason::new(priority.rule.clone(), why));
    }
    let liked = setting.liked(&made.entry.id);
    because.extend(liked.map(|word| Reason::new("AD-44", Why::Liked { word: word.to_owned() })));
    let in_force = setting.changes.doses.get(&made.entry.id);
    because.extend(in_force.map(|(_, reason)| reason.clone()));
    let mut seen = std::collections::BTreeSet::new();
    because.retain(|it| seen.insert(it.clone()));
    Item {
        exercise: made.entry.id.clone(),
        role: made.role,
        slot: made.slot.and_then(|it| Some(setting.layout.slot.get(it)?.name.clone())),
        dose: made.dose.clone(),
        limits,
        positions,
        leads_to: made.leads_to.clone(),
        because,
        seconds: made.secs(setting),
    }
}

/// Puts the shortest session on every free day instead of what the validator refused (AD-46), as far as the sets and the
/// minutes of the weeks before allow (AD-47, DP-22).
pub(super) fn fall_back(setting: &Setting<'_>, plan: &mut Prescription, violations: Vec<Violation>) {
    let minimum = plan.minimum_session.clone();
    let from = plan.planned_from;
    let (mut history, _) = History::before(setting);
    let present = setting.coming.first().map_or(1, |it| it.number);
    for week in plan.weeks.iter_mut().filter(|it| it.number >= present) {
        week.sessions.retain(|it| it.date < from);
        let Some(minimum) = &minimum else { continue };
        let mut left = Left::after(setting, &history, week);
        let coming = |day: &u8| setting.is_free(*day) && date(setting.start, week.number, *day) >= from;
        for day in (1..=WEEK).filter(coming) {
            let mut items: Vec<Item> = minimum.items.iter().filter(|it| left.take(it)).cloned().collect();
            let today = date(setting.start, week.number, day);
            let eased = ease::on(setting, today);
            for item in &mut items {
                item.dose.effort_cap = item.dose.effort_cap.min(week.effort_cap.value);
                if let Some(eased) = eased {
                    lower(setting, item, eased);
                }
            }
            let seconds = items.iter().map(|it| it.seconds).sum::<u32>();
            let whole = items.len() == minimum.items.len() && eased.is_none();
            let seconds = if whole { minimum.seconds } else { seconds };
            if items.is_empty() {
                continue;
            }
            week.sessions.push(Session {
                day,
                date: today,
                part: 1,
                title: title(&SessionKind::Minimum),
                kind: SessionKind::Minimum,
                items,
                seconds,
                minutes: seconds.div_ceil(60),
                eased: eased.map(|it| it.because.clone()),
            });
        }
        history.add_volume(week);
    }
    plan.rationale = rationale::rationale(setting, (&plan.weeks, from), minimum.as_ref());
    plan.fell_back = true;
    plan.violations = violations;
}

/// An item on a day on which less is to be done.
fn lower(setting: &Setting<'_>, item: &mut Item, eased: &Eased) {
    let Some(entry) = setting.pack.exercises.get(&item.exercise) else { return };
    item.dose.eased(eased.percent, entry, setting.pack);
    item.seconds = item.dose.item_secs(entry, setting.estimate());
    item.because.push(eased.because.clone());
}

/// Sets, and seconds of moving, that a week may still have.
struct Left {
    sets: u32,
    moving: u32,
}

impl Left {
    fn after(setting: &Setting<'_>, history: &History<'_>, week: &Week) -> Self {
        let sets_max = history.allowed_sets(setting).unwrap_or(u32::MAX);
        let moving_max = history.allowed_aerobic_secs(setting).unwrap_or(u32::MAX);
        let items = |role| week.sessions.iter().flat_map(|it| &it.items).filter(move |it| it.role == role);
        let sets: u32 = items(Role::Strength).map(|it| it.dose.sets).sum();
        let moving: u32 = items(Role::Aerobic).map(|it| it.seconds).sum();
        Self { sets: sets_max.saturating_sub(sets), moving: moving_max.saturating_sub(moving) }
    }

    /// Takes an item out of what is left, if it fits.
    fn take(&mut self, item: &Item) -> bool {
        let (sets, moving) = match item.role {
            Role::Strength => (item.dose.sets, 0),
            Role::Aerobic => (0, item.seconds),
            Role::WarmUp | Role::Mobility | Role::MindBody => (0, 0),
        };
        let left = self.sets.checked_sub(sets).zip(self.moving.checked_sub(moving));
        (self.sets, self.moving) = left.unwrap_or((self.sets, self.moving));
        left.is_some()
    }
}
