//! What a member or a coach wants otherwise. Each is tried within the hard filters, and is refused with the filter that
//! stands against it.

use jiff::civil::Date;
use model::{ExerciseId, Nprs};
use serde::{Deserialize, Serialize};

/// What a member says at an exercise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wish {
    /// The day.
    pub date: Date,
    /// The exercise.
    pub exercise: ExerciseId,
    /// What is wanted.
    pub wants: Wants,
}

/// What a member wants of an exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Wants {
    /// An easier one.
    Easier,
    /// Another one.
    NotThis,
    /// It hurts.
    Hurts {
        /// The pain, if it was told.
        pain: Option<Nprs>,
    },
}

/// What a coach orders.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Order {
    /// The day.
    pub date: Date,
    /// The exercise.
    pub exercise: ExerciseId,
    /// What is ordered.
    pub what: What,
    /// Why, in the coach's words; never read by a rule.
    #[serde(default)]
    pub note: String,
}

/// What a coach orders of an exercise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum What {
    /// It comes in, on a day of the template if one is named.
    Pin {
        /// The template's day: `A`.
        #[serde(default)]
        day: Option<String>,
    },
    /// It stays out.
    Ban,
    /// Another one takes its place.
    Swap {
        /// The other one.
        to: ExerciseId,
    },
    /// It gets another dose.
    Dose {
        /// Sets.
        #[serde(default)]
        sets: Option<u32>,
        /// Repetitions a set.
        #[serde(default)]
        reps: Option<u32>,
    },
    /// What was ordered or stopped before no longer holds.
    Free,
}
