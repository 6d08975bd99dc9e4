//! What decides about the next session: our engine, the first plan to the end, or a rise every week whatever is said.

use prescription::{Dose, Prescription, Session};
use serde::{Deserialize, Serialize};

use jiff::civil::Date;

/// What decides about the next session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Policy {
    /// Our engine: `adapt` and `next`.
    Ours,
    /// The first prescription to its end.
    Fixed,
    /// The first week again and again, each time a tenth more repetitions or a set more.
    Linear,
}

impl Policy {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Ours, Self::Fixed, Self::Linear];

    /// Its one spelling.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ours => "ours",
            Self::Fixed => "fixed",
            Self::Linear => "linear",
        }
    }
}

/// The sessions of a day, with the week whose doses they have.
pub(crate) fn sessions_on(plan: &Prescription, date: Date) -> impl Iterator<Item = &Session> {
    plan.weeks().iter().flat_map(|it| &it.sessions).filter(move |it| it.date == date)
}

/// The sessions of the first week on the same weekday.
pub(crate) fn first_week_on(plan: &Prescription, day: u64) -> impl Iterator<Item = &Session> {
    let sessions = plan.weeks().first().into_iter().flat_map(|it| &it.sessions);
    sessions.filter(move |it| u64::from(it.day) == day % 7 + 1)
}

/// A dose after some weeks of naive progress: in turn a tenth more, and a set more.
pub(crate) fn raised(dose: &Dose, weeks: u64) -> Dose {
    let mut dose = dose.clone();
    let more = |it: u32| it + (it * 10).div_ceil(100);
    for week in 0..weeks {
        if week % 2 == 1 && dose.duration_secs.is_none() {
            dose.sets += 1;
            let last = dose.reps_by_set.last().copied();
            dose.reps_by_set.extend(last);
        } else {
            dose.reps_by_set.iter_mut().for_each(|it| *it = more(*it));
            if dose.reps.is_some() {
                dose.reps = dose.reps.map(more);
            } else {
                dose.hold_secs = dose.hold_secs.map(more);
            }
            dose.duration_secs = dose.duration_secs.map(more);
            dose.metres = dose.metres.map(more);
            dose.breaths = dose.breaths.map(more);
        }
    }
    dose
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn naive_progress_goes_up_every_week() {
        let dose = Dose { sets: 2, reps: Some(8), ..Dose::default() };
        let next = raised(&dose, 1);
        assert_eq!((next.sets, next.reps), (2, Some(9)));
        let next = raised(&dose, 4);
        assert_eq!((next.sets, next.reps), (4, Some(10)));
    }
}
