//! The same input gives the same bytes.

use prescription::{Verdict, adapt, next};

use super::Step;

pub(super) fn differs(step: &Step<'_>) -> Option<String> {
    let Verdict::GoesOn(again) = adapt(step.pack, step.profile, step.in_force, step.told, step.date) else {
        return Some("it was halted the second time".to_owned());
    };
    if *again != *step.adapted {
        return Some("other decisions the second time".to_owned());
    }
    let plan = next(step.pack, step.clearance, step.input, step.in_force, &again);
    let same = plan.is_ok_and(|it| it.hash() == step.after.hash());
    (!same).then(|| "another prescription the second time".to_owned())
}
