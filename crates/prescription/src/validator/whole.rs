//! The programme as a whole: different moves, moves by name, reasons.

use model::ExerciseId;
use std::collections::BTreeSet;

use super::{Case, Problem, Violation, fault};
use crate::prescription::{Item, Role};

pub(super) fn check(case: &Case<'_>, found: &mut Vec<Violation>) {
    let sessions = case.plan.weeks().iter().flat_map(|it| &it.sessions);
    let items: Vec<&Item> = sessions.flat_map(|it| &it.items).collect();
    let moves: BTreeSet<&ExerciseId> =
        items.iter().filter(|it| it.role != Role::Aerobic).map(|it| &it.exercise).collect();
    if case.template.moves_max.is_some_and(|max| moves.len() > max) {
        found.push(fault("AD-45", Problem::TooManyMoves));
    }
    for named in &case.template.named_moves {
        let there = items.iter().any(|it| it.exercise == *named || it.leads_to.as_ref() == Some(named));
        let reach = within_reach(case, named);
        // A step to two of them is there once, and says to which it leads.
        let shared = items.iter().any(|it| it.leads_to.is_some() && reach.contains(&it.exercise));
        let must = reach.contains(named) || (!reach.is_empty() && !shared);
        if !there && must {
            found.push(fault("AD-45", Problem::NamedMoveMissing).of(named));
        }
    }
    rationale(case, &items, found);
}

/// The move itself and every step to it, as far as they can be planned.
fn within_reach<'a>(case: &'a Case<'_>, named: &'a ExerciseId) -> BTreeSet<&'a ExerciseId> {
    let mut todo = vec![named];
    let mut seen: BTreeSet<&ExerciseId> = BTreeSet::new();
    while let Some(id) = todo.pop() {
        if let Some(entry) = case.pack.exercises.get(id).filter(|_| seen.insert(id)) {
            todo.extend(&entry.easier);
        }
    }
    seen.into_iter().filter(|id| case.tables.available.contains(id)).collect()
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
