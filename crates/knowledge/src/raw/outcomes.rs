//! `outcomes.toml`: when the measures are asked again (OM-30).

use model::InstrumentId;
use serde::Deserialize;

use super::Evidence;

/// `outcomes.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutcomesFile {
    /// Its one table.
    pub outcomes: Outcomes,
}

/// When which measures are asked.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcomes {
    /// Asked before the programme begins.
    pub baseline: Vec<InstrumentId>,
    /// Asked besides at every time after that.
    pub follow_up: InstrumentId,
    /// Asked each week while a programme runs.
    pub weekly: InstrumentId,
    /// What a rise of the weekly measure asks again.
    pub rise: Rise,
    /// An answer counts for a time from so many days before it.
    pub early_days: i32,
    /// The times, in order.
    pub time: Vec<Time>,
    /// Evidence.
    pub evidence: Evidence,
}

/// What a rise of the weekly measure asks again.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rise {
    /// By so many whole points.
    pub from: i64,
    /// Within so many days.
    pub days: i32,
    /// The instrument.
    pub asks: InstrumentId,
}

/// One time, so many weeks or months after the first day of the programme.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Time {
    /// Weeks.
    #[serde(default)]
    pub weeks: i32,
    /// Months.
    #[serde(default)]
    pub months: i32,
    /// What is asked.
    pub instruments: Vec<InstrumentId>,
}
