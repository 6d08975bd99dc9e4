//! The programme as a whole: different moves, moves by name, reasons.

use model::ExerciseId;
use std::collections::BTreeSet;

use super::{Case, Problem, Violation, fault};
use crate::prescription::{Item, Role};

pub(super) fn check(case: &Case<'_>, found: &mut Vec<Violation>) {
    let sessions = case.plan.weeks().iter().flat_map(|it| &it.sessions).filter(|it| case.judges(it));
    let items: Vec<&Item> = sessions.flat_map(|it| &it.items).collect();
    // A day on which less is done may have gentler moves besides.
    let planned = case.plan.weeks().iter().flat_map(|it| &it.sessions);
    let planned = planned.filter(|it| case.judges(it) && it.eased.is_none()).flat_map(|it| &it.items);
    let moves: BTreeSet<&ExerciseId> =
        planned.filter(|it| it.role != Role::Aerobic).map(|it| &it.exercise).collect();
    if case.template.moves_max.is_some_and(|max| moves.len() > max) {
        found.push(fault("AD-45", Problem::TooManyMoves));
    }
    // What is left of a week, or less than the template has, need not hold them.
    let whole = case.weeks().any(|it| !case.had_begun(it) && !Case::is_eased(it));
    for named in case.template.named_moves.iter().filter(|_| whole) {
        let there = items.iter().any(|it| it.exercise == *named || it.leads_to.as_ref() == Some(named));
        let reach = within_reach(case, named);
        // A step to two of them is there once, and says to which it leads.
        let shared = items.iter().any(|it| it.leads_to.is_some() && reach.contains(&it.exercise));
        let must = reach.contains(named) || (!reach.is_empty() && !shared);
        if !there && must && !is_given_up(case, named) {
            found.push(fault("AD-45", Problem::NamedMoveMissing).of(named));
        }
    }
    rationale(case, &items, found);
}

/// Whether something that is no step to it has been put in its place on purpose: then the steps are not asked for either.
fn is_given_up(case: &Case<'_>, named: &ExerciseId) -> bool {
    case.plan.swapped().get(named).is_some_and(|to| !steps_to(case, named).contains(to))
}

/// The move itself and every step to it, as far as they can be planned.
fn within_reach<'a>(case: &'a Case<'_>, named: &'a ExerciseId) -> BTreeSet<&'a ExerciseId> {
    let swapped = case.plan.swapped();
    let steps = steps_to(case, named).into_iter();
    steps.filter(|id| case.tables.available.contains(id) && !swapped.contains_key(*id)).collect()
}

/// The move itself and everything further down on its ladders.
fn steps_to<'a>(case: &'a Case<'_>, named: &'a ExerciseId) -> BTreeSet<&'a ExerciseId> {
    let mut todo = vec![named];
    let mut seen: BTreeSet<&ExerciseId> = BTreeSet::new();
    while let Some(id) = todo.pop() {
        if let Some(entry) = case.pack.exercises.get(id).filter(|_| seen.insert(id)) {
            todo.extend(&entry.easier);
        }
    }
    seen
}

/// Every entry of the catalogue has exactly one verdict, and what is planned was chosen.
fn rationale(case: &Case<'_>, items: &[&Item], found: &mut Vec<Violation>) {
    let reasons = case.plan.rationale();
    for id in case.pack.exercises.keys() {
        let verdicts =
            usize::from(reasons.chosen.contains_key(id)) + usize::from(reasons.left_out.contains_key(id));
        if verdicts != 1 {
            found.push(fault("AD-48", Problem::RationaleIncomplete).of(id));
        }
    }
    let silent = reasons.left_out.iter().filter(|(_, because)| because.is_empty()).map(|(id, _)| id);
    let unchosen = items.iter().map(|it| &it.exercise).filter(|id| !reasons.chosen.contains_key(id));
    found.extend(silent.chain(unchosen).map(|id| fault("AD-48", Problem::RationaleIncomplete).of(id)));
}
