//! In the order of time: what is new, what is heavy, how fast sets and minutes rise, what a deload cuts.

use model::{ExerciseId, LoadClass, Position};
use std::collections::{BTreeMap, BTreeSet};

use super::{Case, Problem, Violation, fault};
use crate::prescription::{Item, Role, Session, SessionKind, Week};

pub(super) fn check(case: &Case<'_>, found: &mut Vec<Violation>) {
    new(case, found);
    heavy(case, found);
    rises(case, found);
    for week in case.weeks().filter(|it| it.deload) {
        deload(case, week, found);
    }
    tolerance(case, found);
}

/// AD-46: so much new in a session and no more.
fn new(case: &Case<'_>, found: &mut Vec<Violation>) {
    let bounds = &case.pack.dosage.bounds;
    let mut known: BTreeSet<&ExerciseId> = BTreeSet::new();
    let mut begun: BTreeSet<&SessionKind> = BTreeSet::new();
    for week in case.plan.weeks() {
        // What an eased day leaves out comes in with the next session of the same week.
        let mut eased = false;
        for session in &week.sessions {
            eased |= session.eased.is_some();
            let counts = |it: &&Item| {
                matches!(it.role, Role::Strength | Role::MindBody) && !bounds.never_new.contains(&it.exercise)
            };
            let is_step = |it: &Item| {
                let entry = case.pack.exercises.get(&it.exercise);
                let up = entry.is_some_and(|entry| entry.easier.iter().any(|id| known.contains(id)));
                up || known.iter().any(|id| is_easier(case, &it.exercise, id))
            };
            let fresh = session
                .items
                .iter()
                .filter(counts)
                .filter(|it| !known.contains(&it.exercise) && !is_step(it))
                .count();
            // A day is begun when it has been done as it is meant.
            let first = session.strength_name().is_some() && !begun.contains(&session.kind);
            begun.extend((!Case::is_eased(week)).then_some(&session.kind));
            let most = if first { bounds.new_max_first.get(&case.plan.level()).copied() } else { None };
            if case.judges(session) && !eased && fresh > most.unwrap_or(bounds.new_max) {
                found.push(fault("AD-46", Problem::TooMuchNew).in_week(week.number).on(session.day));
            }
            known.extend(session.items.iter().map(|it| &it.exercise));
        }
    }
}

/// Whether `other` is reached from `id` by going up the ladders.
fn is_easier(case: &Case<'_>, id: &ExerciseId, other: &ExerciseId) -> bool {
    let mut below = vec![other];
    let mut seen: BTreeSet<&ExerciseId> = BTreeSet::new();
    while let Some(next) = below.pop() {
        if let Some(entry) = case.pack.exercises.get(next).filter(|_| seen.insert(next)) {
            below.extend(&entry.easier);
        }
    }
    seen.contains(id)
}

/// AD-46: load class H.
fn heavy(case: &Case<'_>, found: &mut Vec<Violation>) {
    let bounds = &case.pack.dosage.bounds;
    let heavy = |it: &Session| {
        let entries = it.items.iter().filter_map(|it| case.pack.exercises.get(&it.exercise));
        entries.filter(|it| it.load == LoadClass::High).count()
    };
    let spaced = bounds.load_high_not_consecutive.contains(&case.plan.level());
    let mut last: Option<jiff::civil::Date> = None;
    for week in case.plan.weeks() {
        for session in week.sessions.iter().filter(|it| heavy(it) > 0) {
            let next_day = last.is_some_and(|last| (session.date - last).get_days() == 1);
            let broken = heavy(session) > bounds.load_high_max || (spaced && next_day);
            if broken && case.judges(session) {
                found.push(fault("AD-46", Problem::TooManyHeavy).in_week(week.number).on(session.day));
            }
            last = Some(session.date);
        }
    }
}

/// Items of a role; the short walks of relief are no training.
fn items_of(week: &Week, role: Role) -> impl Iterator<Item = &Item> {
    week.sessions
        .iter()
        .filter(|it| it.kind != SessionKind::Relief)
        .flat_map(|it| &it.items)
        .filter(move |it| it.role == role)
}

/// AD-47 for sets, DP-22 for minutes; each against the highest of its reference weeks, which are no deload and have no eased
/// day. Sets are not measured against a week into which nothing new was to come either, minutes not against one that had
/// none, because every aerobic exercise was stopped.
fn rises(case: &Case<'_>, found: &mut Vec<Violation>) {
    let (bounds, aerobic) = (&case.pack.dosage.bounds, &case.pack.dosage.aerobic);
    let (mut sets_before, mut moving_before): (Vec<u32>, Vec<u32>) = (Vec::new(), Vec::new());
    let highest = |it: &[u32]| it.iter().rev().take(bounds.reference_weeks).max().copied();
    let judged: BTreeSet<u8> = case.weeks().map(|it| it.number).collect();
    for week in case.plan.weeks() {
        let sets: u32 = items_of(week, Role::Strength).map(|it| it.dose.sets).sum();
        let moving: u32 = items_of(week, Role::Aerobic).map(|it| it.seconds).sum();
        let here = judged.contains(&week.number);
        if let Some(most) = highest(&sets_before).filter(|_| here) {
            let by_share = most * (100 + bounds.sets_rise_percent_max) / 100;
            if sets > by_share && sets > most + bounds.sets_rise_max {
                found.push(fault("AD-47", Problem::SetsRise).in_week(week.number));
            }
        }
        if let Some(most) = highest(&moving_before).filter(|_| here) {
            let usual = moving * 100 <= most * (100 + aerobic.rise_percent_max);
            let short = moving <= aerobic.short_week_minutes * 60
                && moving * 100 <= most * (100 + aerobic.rise_percent_max_short);
            if !usual && !short {
                found.push(fault("DP-22", Problem::AerobicRise).in_week(week.number));
            }
        }
        if week.deload || week.sessions.iter().any(|it| it.eased.is_some()) {
            continue;
        }
        if week.eased.iter().all(|it| it.rule != "DP-35") {
            sets_before.push(sets);
        }
        if moving > 0 {
            moving_before.push(moving);
        }
    }
}

/// DP-33: measured against what the same entries ask in the other weeks.
fn deload(case: &Case<'_>, week: &Week, found: &mut Vec<Violation>) {
    let kept = 100_u32.saturating_sub(case.pack.dosage.deload.sets_cut_percent);
    let mut usual: BTreeMap<&ExerciseId, (u32, u32)> = BTreeMap::new();
    let sessions =
        case.plan.weeks().iter().flat_map(|it| it.sessions.iter().map(|session| (it.deload, session)));
    let full = sessions
        .filter(|(deload, it)| it.eased.is_none() && (!deload || !case.judges(it)))
        .flat_map(|(_, it)| &it.items);
    for item in full.filter(|it| it.role == Role::Strength) {
        let most = usual.entry(&item.exercise).or_default();
        *most = (most.0.max(item.dose.sets), most.1.max(a_set(item)));
    }
    let items = || {
        let sessions = week.sessions.iter().filter(|it| case.judges(it));
        sessions.flat_map(|it| &it.items).filter(|it| it.role == Role::Strength)
    };
    let sets: u32 = items().map(|it| it.dose.sets).sum();
    // What stands in no other week is measured against its written sets.
    let written = |it: &Item| {
        let entry = case.pack.exercises.get(&it.exercise);
        entry
            .and_then(|entry| entry.dose.get(&case.plan.level()))
            .map_or(it.dose.sets, |it| u32::from(it.sets[1]))
    };
    let of_item = |it: &Item| usual.get(&it.exercise).copied().unwrap_or_else(|| (written(it), a_set(it)));
    if week.sessions.iter().any(|it| it.eased.is_some()) {
        // An eased day has taken more away than the share of the week; only what is left of it could be compared.
        return;
    }
    let reference: u32 = items().map(|it| of_item(it).0).sum();
    let single = items().all(|it| it.dose.sets == 1);
    let mut broken = sets > reference * kept / 100 && !single;
    for item in items().filter(|it| of_item(it).0 == 1 && usual.contains_key(&it.exercise)) {
        let held = item.dose.hold_secs.unwrap_or(1).max(1);
        broken |= a_set(item) > (of_item(item).1 * kept / 100).max(held);
    }
    if broken {
        found.push(fault("DP-33", Problem::NotCut).in_week(week.number));
    }
}

/// What one set of an item asks: its repetitions times their hold, or its metres or breaths.
fn a_set(item: &Item) -> u32 {
    let dose = &item.dose;
    let reps = dose.reps.or(dose.reps_by_set.iter().max().copied()).unwrap_or_default();
    reps * dose.hold_secs.unwrap_or(1).max(1)
        + dose.metres.unwrap_or_default()
        + dose.breaths.unwrap_or_default()
}

/// DP-21: no walk of the first week is longer than the share of what the person tolerates.
fn tolerance(case: &Case<'_>, found: &mut Vec<Violation>) {
    let Some(minutes) = case.profile.walking_tolerance_minutes else { return };
    let Some(week) = case.weeks().find(|it| it.number == 1) else { return };
    let most = minutes * 60 * case.pack.dosage.aerobic.tolerance_percent / 100;
    for item in items_of(week, Role::Aerobic) {
        // Half a minute is the shortest walk that can be said.
        if item.positions.contains(&Position::Gait) && item.seconds > most.max(30) {
            found.push(fault("DP-21", Problem::AerobicRise).in_week(week.number).of(&item.exercise));
        }
    }
}
