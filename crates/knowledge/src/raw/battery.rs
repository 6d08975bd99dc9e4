//! `examination/battery.toml`: the order of an assessment visit (MT-04).

use model::{QuestionKey, TrainingLevel};
use serde::Deserialize;

use super::Evidence;

/// `examination/battery.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BatteryFile {
    /// Its one table.
    pub battery: Battery,
}

/// What an assessment visit begins with, and in which order its tests are done.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Battery {
    /// The readings of rest, as keys of questions.
    pub readings: Vec<QuestionKey>,
    /// Minutes that all tests take at most.
    pub minutes_max: u32,
    /// For people of this level and below the tests are split over two days.
    pub split_up_to: TrainingLevel,
    /// The stages, in the order in which they come.
    pub stage: Vec<Stage>,
    /// Evidence.
    pub evidence: Evidence,
}

/// A stage of the visit.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// By which its words are found: `stage-ID`.
    pub id: String,
    /// The lowest `order` of its tests; it ends before the next stage begins.
    pub from: u32,
}

impl Battery {
    /// The stage of a test with this `order`; none for one that comes before all of them.
    pub fn stage_of(&self, order: u32) -> Option<&Stage> {
        self.stage.iter().rev().find(|it| it.from <= order)
    }
}
