//! `[[most_days]]` of `dosage.toml`: work that a tag asks for on most days.

use model::{ExerciseId, RuleId, Tag};
use serde::Deserialize;

use super::Evidence;

/// CM-01, CM-12: work that a tag asks for on most days.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MostDays {
    /// The tag.
    pub tag: Tag,
    /// The rule, for reasons.
    pub rule: RuleId,
    /// What it is, a text id: `balance`.
    pub name: String,
    /// Entries that count, in the order in which they are tried.
    pub entries: Vec<ExerciseId>,
    /// Days of a week at least.
    pub days_min: usize,
    /// Evidence.
    pub evidence: Evidence,
}
