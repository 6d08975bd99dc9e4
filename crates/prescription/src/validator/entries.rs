//! Item by item: allowed at all, in these positions, with these limits, no more than the dose, no harder than
//! the cap, and as long as it says.

use knowledge::raw::exercise::{Dose as Written, Exercise, Tempo};
use model::Limit;

use super::tables::doses_up_to;
use super::{Case, Problem, Violation, fault};
use crate::dose::Dose;
use crate::prescription::{Item, Role, SessionKind};

pub(super) fn check(case: &Case<'_>, found: &mut Vec<Violation>) {
    for week in case.plan.weeks() {
        for session in week.sessions.iter().filter(|it| case.judges(it)) {
            // The shortest session and relief are as gentle as a warm-up.
            let gentle = matches!(session.kind, SessionKind::Minimum | SessionKind::Relief);
            for item in &session.items {
                let faults = faults(case, item, gentle || item.role == Role::WarmUp);
                found.extend(faults.into_iter().map(|it| it.in_week(week.number).on(session.day)));
                if item.dose.effort_cap > week.effort_cap.value {
                    found.push(fault("DP-10", Problem::EffortCap).in_week(week.number).of(&item.exercise));
                }
            }
        }
    }
    for item in case.plan.minimum_session().iter().flat_map(|it| &it.items) {
        found.extend(faults(case, item, true));
    }
}

fn faults(case: &Case<'_>, item: &Item, warm_up: bool) -> Vec<Violation> {
    let Some(entry) = case.pack.exercises.get(&item.exercise) else {
        return vec![fault("EX-01", Problem::Unknown).of(&item.exercise)];
    };
    let mut found = Vec::new();
    allowed(case, item, entry, &mut found);
    offered(case, item, entry, warm_up, &mut found);
    amount(case, item, entry, warm_up, &mut found);
    let secs = if item.role == Role::WarmUp { 0 } else { item_secs(case, entry, &item.dose) };
    if secs != item.seconds {
        found.push(fault("DP-60", Problem::Seconds));
    }
    found.into_iter().map(|it| it.of(&item.exercise)).collect()
}

/// Tags: forbidden entries, positions, limits.
fn allowed(case: &Case<'_>, item: &Item, entry: &Exercise, found: &mut Vec<Violation>) {
    if let Some(rule) = case.tables.forbidden.get(&entry.id) {
        found.push(fault(rule, Problem::Forbidden));
    }
    let left = case.tables.positions.get(&entry.id);
    let inside = left.is_some_and(|left| item.positions.iter().all(|it| left.contains(it)));
    if item.positions.is_empty() || !inside {
        found.push(fault("EX-11", Problem::Position));
    }
    let everywhere = case.tables.limits.get(&entry.id).into_iter().flatten().copied();
    let here =
        case.tables.limits_in.iter().filter(|(id, at, _)| **id == entry.id && item.positions.contains(at));
    let missing = everywhere.chain(here.map(|(_, _, limit)| *limit)).filter(|it| !item.limits.contains(it));
    found.extend(missing.map(|it| fault("EX-13", Problem::LimitMissing(it))));
}

/// Level, equipment, stage, findings.
fn offered(case: &Case<'_>, item: &Item, entry: &Exercise, warm_up: bool, found: &mut Vec<Violation>) {
    match entry.dose.get(&case.plan.level()) {
        None if !case.tables.offered.contains(&entry.id) => {
            found.push(fault("EX-14", Problem::NoDoseAtLevel));
        }
        Some(dose) if dose.warm_up_only && !warm_up && !case.tables.offered.contains(&entry.id) => {
            found.push(fault("EX-14", Problem::WarmUpOnly));
        }
        None | Some(_) => {}
    }
    let lacking = entry.equipment.iter().filter(|it| !case.profile.equipment.contains(it));
    found.extend(lacking.map(|it| fault("AD-44", Problem::Equipment(*it))));
    if entry.load > case.tables.load_max {
        found.push(fault("AD-10", Problem::TooHeavy));
    }
    if entry.directional_only || case.tables.kept_out.contains(&item.exercise) {
        found.push(fault("AD-43", Problem::KeptOut));
    }
}

/// The dose against the most that any level up to the person's allows.
fn amount(case: &Case<'_>, item: &Item, entry: &Exercise, warm_up: bool, found: &mut Vec<Violation>) {
    let doses = doses_up_to(entry, case.plan.level(), warm_up);
    let within = |written: &&Written| is_within(&item.dose, written, case.volume());
    let walks_on = |written: &&Written| is_within(&item.dose, &risen(case, entry, written), case.volume());
    if !doses.iter().any(within) && !doses.iter().any(walks_on) {
        found.push(fault("AD-42", Problem::TooMuch));
    }
    let too_long =
        case.tables.hold_secs_max.is_some_and(|max| item.dose.hold_secs.is_some_and(|it| it > max));
    if too_long {
        found.push(fault("EX-11", Problem::HoldTooLong));
    }
    let light = item.limits.contains(&Limit::Light);
    if light && item.dose.effort_cap > case.pack.dosage.limits.light_effort_max {
        found.push(fault("EX-13", Problem::EffortCap));
    }
    let lowest = doses
        .iter()
        .filter_map(|it| it.load_kg)
        .map(|[low, high]| grams(if light { low } else { high }))
        .max();
    if item.dose.load_grams.is_some_and(|it| lowest.is_none_or(|most| it > most)) {
        found.push(fault("EX-13", Problem::TooMuch));
    }
}

/// The dose up to which an entry may have risen: to the goal of walking in a block that keeps (DP-20), by sets that a step
/// up has added (DP-31).
fn risen(case: &Case<'_>, entry: &Exercise, written: &Written) -> Written {
    let aerobic = &case.pack.dosage.aerobic;
    let may = case.template.keeps.is_some() && aerobic.goal_entries.contains(&entry.id);
    let goal = if may { f64::from(aerobic.goal_minutes) } else { 0.0 };
    let minutes = written.minutes.map(|[low, high]| [low, high.max(goal)]);
    // A step up may have added sets to what is counted in repetitions or holds (DP-31).
    let up = case.plan.steps().get(&entry.id).is_some_and(|it| *it > 0);
    let most = if up && minutes.is_none() && written.reps_by_set.is_empty() {
        u8::try_from(case.pack.adaptation.step.sets_max).unwrap_or(u8::MAX)
    } else {
        0
    };
    Written { minutes, sets: [written.sets[0], written.sets[1].max(most)], ..written.clone() }
}

/// Whether the planned volume is at most the written one, at its upper end, times the share that is left.
///
/// Rounding stops at one repetition a set, or one hold, which the second bound allows.
fn is_within(dose: &Dose, written: &Written, percent: u64) -> bool {
    let sets = u64::from(written.sets[1]);
    let high = |range: Option<[u16; 2]>| range.map_or(0, |it| u64::from(it[1]));
    let planned = |value: Option<u32>| u64::from(value.unwrap_or_default());
    let hold = high(written.hold_secs).max(1);
    let reps = if written.reps_by_set.is_empty() {
        sets * high(written.reps)
    } else {
        written.reps_by_set.iter().map(|it| u64::from(*it)).sum()
    };
    let planned_reps = if dose.reps_by_set.is_empty() {
        u64::from(dose.sets) * planned(dose.reps)
    } else {
        dose.reps_by_set.iter().map(|it| u64::from(*it)).sum()
    };
    let least = if reps > sets { sets * hold } else { hold * u64::from(sets > 1) };
    let work = planned_reps * planned(dose.hold_secs).max(1);
    let timed = written.minutes.map_or(0, |it| sets * u64::from(grams(it[1]) * 60 / 1000));
    let rounds = if written.interval_minutes.is_some() { sets } else { 0 };
    let planned_rounds = if dose.interval_secs.is_some() { u64::from(dose.sets) } else { 0 };
    let per_set = |value: Option<u32>| u64::from(dose.sets) * planned(value);
    u64::from(dose.sets) <= sets
        && dose.per_side == written.per_side
        && work <= (reps * hold * percent / 100).max(least)
        && per_set(dose.duration_secs) <= timed * percent / 100
        && per_set(dose.metres)
            <= (sets * high(written.metres) * percent / 100).max(sets * u64::from(written.metres.is_some()))
        && per_set(dose.breaths)
            <= (sets * high(written.breaths) * percent / 100).max(sets * u64::from(written.breaths.is_some()))
        && planned_rounds <= (rounds * percent / 100).max(u64::from(rounds > 0))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "written loads and minutes are small and positive"
)]
fn grams(value: f64) -> u32 {
    (value * 1000.0).round() as u32
}

/// DP-60 for one item, written out once more.
fn item_secs(case: &Case<'_>, entry: &Exercise, dose: &Dose) -> u32 {
    let numbers = &case.pack.dosage.estimate;
    if let Some(secs) = dose.duration_secs.or(dose.interval_secs.map(|[work, rest]| work + rest)) {
        return dose.sets * secs;
    }
    let a_rep = dose.hold_secs.unwrap_or(0)
        + match entry.tempo {
            Tempo::Hold => numbers.rep_secs_hold,
            Tempo::Breath => numbers.breath_secs,
            Tempo::SlowDown => numbers.rep_secs_slow_down,
            Tempo::Usual => numbers.rep_secs,
        };
    let rest = match numbers.rest_secs.get(&entry.load) {
        _ if dose.effort_cap >= numbers.high_effort_from => numbers.rest_secs_high_effort,
        Some(rest) => *rest,
        None => 0,
    };
    let mut total = numbers.change_secs;
    for set in 0..dose.sets {
        let reps = usize::try_from(set).ok().and_then(|it| dose.reps_by_set.get(it).copied()).or(dose.reps);
        let once = reps.unwrap_or(0) * a_rep
            + dose.metres.unwrap_or(0) * numbers.metre_secs
            + dose.breaths.unwrap_or(0) * numbers.breath_secs;
        total += once * (1 + u32::from(dose.per_side)) * dose.variations.unwrap_or(1);
        total += if set > 0 { rest } else { 0 };
    }
    total
}
