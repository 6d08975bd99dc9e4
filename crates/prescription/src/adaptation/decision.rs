//! What was decided, by which rule, on which observation (invariant 5).

use jiff::civil::Date;
use model::ExerciseId;
use serde::Serialize;

/// One decision.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Decision {
    /// The day of the session or the event that it answers.
    pub date: Date,
    /// The exercise, where it is about one.
    pub exercise: Option<ExerciseId>,
    /// What is done.
    pub action: Action,
    /// The rule.
    pub rule: String,
    /// What was observed.
    pub observed: Vec<String>,
}

/// What is done.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case", tag = "do")]
pub enum Action {
    /// The exercise is out for now.
    Stop,
    /// One step back: a smaller dose, or the easier entry.
    Regress {
        /// The easier entry, where there is one.
        to: Option<ExerciseId>,
    },
    /// The easier entry until it has gone well once.
    Swap {
        /// The easier entry.
        to: ExerciseId,
    },
    /// The same again.
    Hold,
    /// One step on.
    Progress,
    /// The dose that a coach chose.
    Dose,
    /// It comes in because a coach wants it.
    Pin,
    /// Less on some days.
    Ease {
        /// What is left, per cent.
        percent: u32,
    },
    /// The week has fewer sets.
    Deload,
    /// The week of the template that is followed instead of the next one.
    Week {
        /// Its number.
        follows: u8,
    },
    /// Nothing new and no step this week.
    NothingNew,
    /// Aerobic minutes do not rise.
    MinutesHeld,
    /// The flare plan holds.
    Flare {
        /// Day of the flare, from 1.
        day: i32,
    },
    /// A direction eases: it is used often for some days, and the opposite one is left out (AD-22, AD-23).
    Direction {
        /// The entry that eases.
        by: ExerciseId,
        /// The last day of its rhythm.
        until: Date,
    },
    /// The stage is another one.
    Stage,
}
