//! No step up where a reading is missing.

use jiff::ToSpan;
use jiff::civil::Date;
use model::ExerciseId;
use prescription::{Action, Decision, FollowUp, Item, Prescription, Role, SessionLog};
use std::collections::BTreeSet;

use super::amount::{amount_of_a_set, items};
use super::readings::is_complete;
use super::{Step, new_decisions};

/// Sessions on which a step up rests (DP-30).
const SESSIONS: usize = 2;

/// What is missing of the sessions that a step up rests on.
pub(super) fn step_over_gaps(
    decision: &Decision,
    sessions: &[SessionLog],
    follow_ups: &[FollowUp],
) -> Option<String> {
    let exercise = decision.exercise.as_ref().filter(|_| decision.action == Action::Progress)?;
    let mut done: Vec<_> = sessions
        .iter()
        .filter(|it| it.date <= decision.date)
        .flat_map(|log| log.items.iter().map(move |item| (log, item)))
        .filter(|(_, item)| item.exercise == *exercise)
        .collect();
    done.sort_by_key(|(log, _)| (log.date, log.part));
    // Of two sessions of its day it may rest on the first; what is not told of the second comes after it.
    let of_the_day = done.iter().filter(|(log, _)| log.date == decision.date).count().max(1);
    let rests = (0..of_the_day).any(|later| {
        let until = &done[..done.len().saturating_sub(later)];
        let last = &until[until.len().saturating_sub(SESSIONS)..];
        last.len() == SESSIONS && last.iter().all(|(log, item)| is_complete(log, item, follow_ups))
    });
    (!rests).then(|| format!("a step up of {exercise} on {}", decision.date))
}

/// An exercise whose sets each ask more than they ever did on an ordinary day of the plan before, or that has more sets than on
/// any day of it, without a step up having been decided. What was only ever planned on eased days and in deload weeks has
/// no ordinary dose yet, and what no session behind had has not begun: a new screen may change how it begins. Sets that were
/// held (DP-41) may come back if nothing is missing of the last session that had the exercise.
pub(super) fn planned_without_step(step: &Step<'_>) -> Option<String> {
    let (before, after) = (step.in_force.prescription, step.after);
    // What was done today stays as it was done.
    let from = step.adapted.from;
    let to = from.saturating_add(6.days());
    let behind: BTreeSet<_> =
        items(before, before.start(), step.date.saturating_sub(1.days())).map(|it| &it.exercise).collect();
    for item in items(after, from, to).filter(|it| behind.contains(&it.exercise)) {
        let same = |it: &&Item| it.exercise == item.exercise;
        let Some(a_set) = ordinary(before).filter(same).map(|it| amount_of_a_set(&it.dose)).max() else {
            continue;
        };
        let sets = items(before, before.start(), Date::MAX).filter(same).map(|it| it.dose.sets);
        let held = before.held().get(&item.exercise).filter(|_| told_wholly(step, &item.exercise));
        let sets = sets.chain(held.map(|it| it.sets)).max();
        let stepped = new_decisions(step.known, &step.adapted.decisions)
            .chain(step.known)
            .any(|it| it.action == Action::Progress && it.exercise.as_ref() == Some(&item.exercise));
        let more = amount_of_a_set(&item.dose) > a_set || sets.is_some_and(|it| item.dose.sets > it);
        if more && !stepped {
            return Some(format!(
                "{} goes up to {} sets of {}",
                item.exercise,
                item.dose.sets,
                amount_of_a_set(&item.dose)
            ));
        }
    }
    None
}

/// Whether nothing is missing of the last session that had an exercise.
fn told_wholly(step: &Step<'_>, exercise: &ExerciseId) -> bool {
    let sessions = step.told.sessions.iter();
    let had = sessions.flat_map(|log| log.items.iter().map(move |item| (log, item)));
    let last = had.filter(|(_, it)| it.exercise == *exercise).max_by_key(|(log, _)| (log.date, log.part));
    last.is_some_and(|(log, item)| is_complete(log, item, step.told.follow_ups))
}

/// The items of ordinary days.
fn ordinary(plan: &Prescription) -> impl Iterator<Item = &Item> {
    let weeks = plan.weeks().iter().filter(|it| !it.deload);
    let sessions = weeks.flat_map(|it| &it.sessions).filter(|it| it.eased.is_none());
    sessions.flat_map(|it| &it.items).filter(|it| it.role != Role::WarmUp)
}
