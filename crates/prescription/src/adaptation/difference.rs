//! What is not as it was: exercise by exercise, in the sessions that are to come.

use jiff::civil::Date;
use model::ExerciseId;
use serde::Serialize;
use std::collections::BTreeMap;

use crate::dose::Dose;
use crate::prescription::{Prescription, Role};

/// One thing that the next prescription has otherwise.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case", tag = "change")]
pub enum Difference {
    /// An exercise comes in.
    In {
        /// The exercise.
        exercise: ExerciseId,
    },
    /// An exercise goes out.
    Out {
        /// The exercise.
        exercise: ExerciseId,
    },
    /// An exercise has another dose the next time it comes.
    Dose {
        /// The exercise.
        exercise: ExerciseId,
        /// As it was.
        was: Box<Dose>,
        /// As it is.
        is: Box<Dose>,
    },
    /// The sessions of the present week take longer or shorter, in seconds.
    Seconds {
        /// As it was.
        was: u32,
        /// As it is.
        is: u32,
    },
    /// The programme ends on another day.
    End {
        /// As it was.
        was: Date,
        /// As it is.
        is: Date,
    },
}

/// What `next` has otherwise than `was`, from a day on.
pub fn differences(was: &Prescription, next: &Prescription, from: Date) -> Vec<Difference> {
    let (before, after) = (first_doses(was, from), first_doses(next, from));
    let mut found = Vec::new();
    for (id, dose) in &after {
        match before.get(id) {
            None => found.push(Difference::In { exercise: id.clone() }),
            Some(was) if is_other(was, dose) => found.push(Difference::Dose {
                exercise: id.clone(),
                was: Box::new(was.clone()),
                is: Box::new(dose.clone()),
            }),
            Some(_) => {}
        }
    }
    let gone = before.keys().filter(|id| !after.contains_key(id));
    found.extend(gone.map(|id| Difference::Out { exercise: id.clone() }));
    let (was_secs, is_secs) = (coming_secs(was, from), coming_secs(next, from));
    found.extend((was_secs != is_secs).then_some(Difference::Seconds { was: was_secs, is: is_secs }));
    let ends = last_day(was).zip(last_day(next)).filter(|(was, is)| was != is);
    found.extend(ends.map(|(was, is)| Difference::End { was, is }));
    found.sort();
    found
}

/// Whether it is another dose. The effort cap is the week's and no part of it: an exercise that comes a week sooner is
/// not done otherwise.
fn is_other(was: &Dose, is: &Dose) -> bool {
    let at_the_same_effort = Dose { effort_cap: was.effort_cap, ..is.clone() };
    *was != at_the_same_effort
}

/// The dose of each exercise the next time it comes.
fn first_doses(plan: &Prescription, from: Date) -> BTreeMap<ExerciseId, Dose> {
    let mut doses = BTreeMap::new();
    let sessions = plan.weeks().iter().flat_map(|it| &it.sessions).filter(|it| it.date >= from);
    for item in sessions.flat_map(|it| &it.items).filter(|it| it.role != Role::WarmUp) {
        doses.entry(item.exercise.clone()).or_insert_with(|| item.dose.clone());
    }
    doses
}

fn coming_secs(plan: &Prescription, from: Date) -> u32 {
    let present = plan.weeks().iter().find(|week| week.sessions.iter().any(|it| it.date >= from));
    let sessions = present.into_iter().flat_map(|it| &it.sessions).filter(|it| it.date >= from);
    sessions.map(|it| it.seconds).sum()
}

fn last_day(plan: &Prescription) -> Option<Date> {
    plan.weeks().last()?.sessions.iter().map(|it| it.date).max()
}
