//! The validator finds nothing in a plan that was not replaced by the shortest sessions.

use prescription::{Input, validate};

use super::Step;

pub(super) fn violations(step: &Step<'_>) -> Option<String> {
    if step.after.fell_back() {
        return None;
    }
    let input = Input { profile: &step.adapted.profile, ..step.input };
    let found = validate(step.pack, step.clearance, input, step.after);
    let first = found.first()?;
    Some(format!("{} {:?} in week {:?}, {:?}", first.rule, first.problem, first.week, first.exercise))
}
