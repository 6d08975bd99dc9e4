//! The coach's hand: pin, ban, swap, dose. An order is carried out within the hard filters; one that they stand
//! against is refused with the filter's name, and changes nothing.

use jiff::civil::Date;
use knowledge::Pack;
use model::ExerciseId;

use super::changes::{Changes, Pin};
use super::decision::{Action, Decision};
use super::weeks::reason;
use super::wish::{Order, What};
use crate::planner::Setting;
use crate::prescription::Prescription;
use crate::reason::Reason;

/// Why an order cannot be carried out.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Refusal {
    /// There is no such exercise.
    Unknown(ExerciseId),
    /// These filters stand against it.
    Filtered {
        /// The exercise.
        exercise: ExerciseId,
        /// The filters.
        because: Vec<Reason>,
    },
    /// It is another kind of work: an exercise for strength cannot stand where a stretch does.
    OtherKind {
        /// The exercise.
        exercise: ExerciseId,
        /// The one in whose place it was to stand.
        place_of: ExerciseId,
    },
    /// The dose is above what the level allows.
    TooMuch {
        /// Sets at most.
        sets_max: u32,
        /// Repetitions at most.
        reps_max: Option<u32>,
    },
}

/// Whether an order is refused, by what the programme in force says of its exercise.
pub fn refusal(pack: &Pack, in_force: &Prescription, order: &Order) -> Option<Refusal> {
    let wanted = match &order.what {
        What::Pin { .. } | What::Dose { .. } => &order.exercise,
        What::Swap { to } => to,
        What::Ban | What::Free => {
            return (!pack.exercises.contains_key(&order.exercise))
                .then(|| Refusal::Unknown(order.exercise.clone()));
        }
    };
    let unknown = |id: &ExerciseId| Some(Refusal::Unknown(id.clone()));
    let Some(replaced) = pack.exercises.get(&order.exercise) else { return unknown(&order.exercise) };
    let Some(entry) = pack.exercises.get(wanted) else { return unknown(wanted) };
    let filters: Vec<Reason> = in_force
        .rationale()
        .left_out
        .get(wanted)
        .into_iter()
        .flatten()
        .filter(|it| it.why.is_hard())
        .cloned()
        .collect();
    if !filters.is_empty() {
        return Some(Refusal::Filtered { exercise: wanted.clone(), because: filters });
    }
    let other_kind = matches!(order.what, What::Swap { .. }) && !Setting::are_of_a_kind(replaced, entry);
    if other_kind {
        return Some(Refusal::OtherKind { exercise: wanted.clone(), place_of: order.exercise.clone() });
    }
    let What::Dose { sets, reps } = &order.what else { return None };
    let written = entry.dose.get(&in_force.level())?;
    let sets_max = u32::from(written.sets[1]).max(pack.adaptation.step.sets_max);
    let reps_max = written.reps.map(|[_, high]| u32::from(high));
    let too_many = sets.is_some_and(|it| it > sets_max || it == 0)
        || reps.is_some_and(|it| it == 0 || reps_max.is_none_or(|most| it > most));
    too_many.then_some(Refusal::TooMuch { sets_max, reps_max })
}

/// Puts the orders up to a day into the changes; of several for one exercise the last one holds.
pub(super) fn apply(pack: &Pack, orders: &[Order], as_of: Date, changes: &mut Changes) -> Vec<Decision> {
    let mut orders: Vec<&Order> = orders.iter().filter(|it| it.date <= as_of).collect();
    orders.sort_by_key(|it| it.date);
    let mut decisions = Vec::new();
    for order in orders {
        let (id, action) = match &order.what {
            What::Free => {
                free(&order.exercise, changes);
                continue;
            }
            What::Pin { .. } => (&order.exercise, Action::Pin),
            What::Ban => (&order.exercise, Action::Stop),
            What::Swap { to } => (&order.exercise, Action::Swap { to: to.clone() }),
            What::Dose { .. } => (&order.exercise, Action::Dose),
        };
        let decision = Decision {
            date: order.date,
            exercise: Some(id.clone()),
            action,
            rule: "AD-44".to_owned(),
            observed: vec!["a coach's order".to_owned()],
        };
        carry_out(pack, order, reason(&decision), changes);
        decisions.push(decision);
    }
    decisions
}

fn carry_out(pack: &Pack, order: &Order, because: Reason, changes: &mut Changes) {
    let id = order.exercise.clone();
    match &order.what {
        What::Pin { day } => {
            changes.out.remove(&id);
            changes.pins.push(Pin { day: day.clone(), exercise: id, because });
        }
        What::Ban => {
            changes.pins.retain(|it| it.exercise != id);
            changes.out.insert(id, because);
        }
        What::Swap { to } => {
            changes.instead.insert(id, (to.clone(), because));
        }
        What::Dose { sets, reps } => {
            let known = changes.doses.get(&id).map(|(dose, _)| dose.clone());
            let Some(mut dose) = known.or_else(|| pack.exercises.get(&id).map(|_| crate::Dose::default()))
            else {
                return;
            };
            dose.sets = sets.unwrap_or(dose.sets);
            if sets.is_some() {
                changes.sets_held.remove(&id);
            }
            dose.reps = reps.or(dose.reps);
            changes.doses.insert(id, (dose, because));
        }
        What::Free => {}
    }
}

fn free(id: &ExerciseId, changes: &mut Changes) {
    changes.pins.retain(|it| it.exercise != *id);
    changes.out.remove(id);
    changes.instead.remove(id);
}
