//! `examination/**.toml`: tests, movement screens, compensations, posture, and what they are found to mean.

use model::{Direction, ExerciseId, Muscle, Pattern, RuleId, Sex, Tag, TestId};
use serde::Deserialize;

use super::Evidence;

/// One test (`MT-10`), screen (`MT-61`), compensation (`OS-03`) or posture metric (`PO-12`).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Test {
    /// Its id.
    pub id: TestId,
    /// How much a result weighs (MT-02).
    pub weight: Weight,
    /// What is written down.
    pub result: ResultKind,
    /// Unit of a number: `reps`, `s`, `deg`, `cm`, `m`.
    #[serde(default)]
    pub unit: String,
    /// Lowest possible value.
    pub min: Option<f64>,
    /// Highest possible value, or the cap at which the test is stopped.
    pub max: Option<f64>,
    /// Done on each side.
    #[serde(default)]
    pub sided: bool,
    /// How many trials, and which counts.
    pub trials: Option<u8>,
    /// Which trial counts.
    #[serde(default)]
    pub counts: Counts,
    /// Whether more is better.
    #[serde(default)]
    pub higher_is_better: Option<bool>,
    /// Norms by sex and age.
    #[serde(default)]
    pub norm: Vec<Norm>,
    /// Smallest change larger than measurement error, in `unit`.
    pub smallest_real_change: Option<f64>,
    /// Difference between sides that is flagged, in `unit`.
    pub side_difference_flag: Option<f64>,
    /// Skipped with these tags.
    #[serde(default)]
    pub skip: Vec<Tag>,
    /// Minimal age for which it is used, or maximal (MT-76).
    pub age_max: Option<u8>,
    /// The effort of 10 that it takes; nobody with a lower cap is asked to do it at home.
    pub effort: Option<u8>,
    /// Whether the public door offers it at home, without a camera.
    #[serde(default)]
    pub at_home: bool,
    /// Whether it is read off a photo; nobody has to take one.
    #[serde(default)]
    pub photo: bool,
    /// Place in the testing order (MT-04), lower first.
    pub order: u32,
    /// For movement screens: how a failure points (MT-60).
    pub direction: Option<Direction>,
    /// What a low, short or failed result is evidence for.
    #[serde(default)]
    pub shows: Vec<Shows>,
    /// Evidence.
    pub evidence: Evidence,
}

/// How much a result weighs (MT-02).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// A timed, strength or length test.
    Direct,
    /// A movement test or compensation.
    Movement,
    /// Static posture.
    Posture,
    /// What the person says.
    SelfReport,
    /// Recorded, weighs nothing (tool accuracy, reference values).
    None,
}

/// What is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ResultKind {
    /// A number in the test's unit.
    Number,
    /// Correct or not.
    PassFail,
    /// Seen or not (compensations, patterns).
    Seen,
    /// Worked out from other results (MT-15, MT-60) or for reference only (MT-40, PO-17).
    Derived,
}

/// Which of several trials counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Counts {
    /// The best.
    #[default]
    Best,
    /// The median.
    Median,
    /// The mean.
    Mean,
}

/// Norms of one sex and age band. A result below `flag_below`, or above `flag_above`, is low, short or failed.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Norm {
    /// Sex; absent when the norm is for both.
    pub sex: Option<Sex>,
    /// From this age.
    pub age_min: u8,
    /// To this age, inclusive.
    pub age_max: u8,
    /// 25th percentile.
    pub p25: Option<f64>,
    /// Median.
    pub p50: Option<f64>,
    /// 75th percentile.
    pub p75: Option<f64>,
    /// Mean.
    pub mean: Option<f64>,
    /// Standard deviation.
    pub sd: Option<f64>,
    /// Flagged below this.
    pub flag_below: Option<f64>,
    /// Flagged above this.
    pub flag_above: Option<f64>,
}

/// What a low, short or failed result is evidence for.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shows {
    /// The kind of finding.
    pub kind: FindingKind,
    /// The muscle, for `weak` and `tight`.
    pub muscle: Option<Muscle>,
    /// The pattern, for `pattern`.
    pub pattern: Option<Pattern>,
}

/// The kind of finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    /// A muscle to strengthen.
    Weak,
    /// A muscle to lengthen.
    Tight,
    /// A movement pattern to train.
    Pattern,
}

/// `findings/MP-01.toml`: from findings to training decisions (4.7).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FindingRule {
    /// `MP-01`.
    pub id: RuleId,
    /// Expression over test results and answers: `test MT-10 low or test MT-11 low`.
    pub when: String,
    /// The emphasis, as patterns in order of priority.
    pub patterns: Vec<Pattern>,
    /// The exercises to choose from, best first.
    pub select: Vec<ExerciseId>,
    /// Exercises to keep out of the plan while it stands.
    #[serde(default)]
    pub avoid: Vec<ExerciseId>,
    /// Share of the weekly minutes for the aerobic stream, per cent (MP-14).
    pub aerobic_share_percent: Option<u8>,
    /// Whether this rule fires only when no other does (MP-16).
    #[serde(default)]
    pub otherwise: bool,
    /// Evidence.
    pub evidence: Evidence,
}
