//! In the order of time: what is new, what is heavy, how fast sets and minutes rise, what a deload cuts.

use model::{ExerciseId, LoadClass, Position};
use std::collections::{BTreeMap, BTreeSet};

use super::{Case, Problem, Violation, fault};
use crate::prescription::{Item, Role, Session, SessionKind, Week};

pub(super) fn check(case: &Case<'_>, found: &mut Vec<Violation>) {
    new(case, found);
    heavy(case, found);
    rises(case, found);
    for week in case.plan.weeks().iter().filter(|it| it.deload) {
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
        for session in &week.sessions {
            let counts = |it: &&Item| {
                matches!(it.role, Role::Strength | Role::MindBody) && !bounds.never_new.contains(&it.exercise)
            };
            let is_step = |it: &Item| {
                let entry = case.pack.exercises.get(&it.exercise);
                entry.is_some_and(|entry| entry.easier.iter().any(|id| known.contains(id)))
            };
            let fresh = session
                .items
                .iter()
                .filter(counts)
                .filter(|it| !known.contains(&it.exercise) && !is_step(it))
                .count();
            let first = matches!(session.kind, SessionKind::Strength(_)) && begun.insert(&session.kind);
            let most = if first { bounds.new_max_first.get(&case.plan.level()).copied() } else { None };
            if fresh > most.unwrap_or(bounds.new_max) {
                found.push(fault("AD-46", Problem::TooMuchNew).in_week(week.number).on(session.day));
            }
            known.extend(session.items.iter().map(|it| &it.exercise));
        }
    }
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
            if heavy(session) > bounds.load_high_max || (spaced && next_day) {
                found.push(fault("AD-46", Problem::TooManyHeavy).in_week(week.number).on(session.day));
            }
            last = Some(session.date);
        }
    }
}

fn items_of(week: &Week, role: Role) -> impl Iterator<Item = &Item> {
    week.sessions.iter().flat_map(|it| &it.items).filter(move |it| it.role == role)
}

/// AD-47 for sets, DP-22 for minutes; both against the highest of the last two weeks that are no deload.
fn rises(case: &Case<'_>, found: &mut Vec<Violation>) {
    let (bounds, aerobic) = (&case.pack.dosage.bounds, &case.pack.dosage.aerobic);
    let mut earlier: Vec<(u32, u32)> = Vec::new();
    for week in case.plan.weeks() {
        let sets: u32 = items_of(week, Role::Strength).map(|it| it.dose.sets).sum();
        let moving: u32 = items_of(week, Role::Aerobic).map(|it| it.seconds).sum();
        let recent = &earlier[earlier.len().saturating_sub(2)..];
        if let Some(most) = recent.iter().map(|it| it.0).max() {
            let by_share = most * (100 + bounds.sets_rise_percent_max) / 100;
            if sets > by_share && sets > most + bounds.sets_rise_max {
                found.push(fault("AD-47", Problem::SetsRise).in_week(week.number));
            }
        }
        if let Some(most) = recent.iter().map(|it| it.1).max() {
            let usual = moving * 100 <= most * (100 + aerobic.rise_percent_max);
            let short = moving <= aerobic.short_week_minutes * 60
                && moving * 100 <= most * (100 + aerobic.rise_percent_max_short);
            if !usual && !short {
                found.push(fault("DP-22", Problem::AerobicRise).in_week(week.number));
            }
        }
        if !week.deload {
            earlier.push((sets, moving));
        }
    }
}

/// DP-33: measured against what the same entries ask in the other weeks.
fn deload(case: &Case<'_>, week: &Week, found: &mut Vec<Violation>) {
    let kept = 100_u32.saturating_sub(case.pack.dosage.deload.sets_cut_percent);
    let mut usual: BTreeMap<&ExerciseId, (u32, u32)> = BTreeMap::new();
    for item in case.plan.weeks().iter().filter(|it| !it.deload).flat_map(|it| items_of(it, Role::Strength)) {
        let most = usual.entry(&item.exercise).or_default();
        *most = (most.0.max(item.dose.sets), most.1.max(a_set(item)));
    }
    let sets: u32 = items_of(week, Role::Strength).map(|it| it.dose.sets).sum();
    // What stands in no other week is measured against its written sets.
    let written = |it: &Item| {
        let entry = case.pack.exercises.get(&it.exercise);
        entry
            .and_then(|entry| entry.dose.get(&case.plan.level()))
            .map_or(it.dose.sets, |it| u32::from(it.sets[1]))
    };
    let of_item = |it: &Item| usual.get(&it.exercise).copied().unwrap_or_else(|| (written(it), a_set(it)));
    let reference: u32 = items_of(week, Role::Strength).map(|it| of_item(it).0).sum();
    let single = items_of(week, Role::Strength).all(|it| it.dose.sets == 1);
    let mut broken = sets > reference * kept / 100 && !single;
    for item in
        items_of(week, Role::Strength).filter(|it| of_item(it).0 == 1 && usual.contains_key(&it.exercise))
    {
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
    let Some(week) = case.plan.weeks().first() else { return };
    let most = minutes * 60 * case.pack.dosage.aerobic.tolerance_percent / 100;
    for item in items_of(week, Role::Aerobic) {
        // Half a minute is the shortest walk that can be said.
        if item.positions.contains(&Position::Gait) && item.seconds > most.max(30) {
            found.push(fault("DP-21", Problem::AerobicRise).in_week(week.number).of(&item.exercise));
        }
    }
}
