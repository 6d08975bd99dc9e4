//! The session log: what was done and what the body said, as it was told.
//!
//! What was not told is absent, and an absent value never lets anything go up.

use jiff::civil::Date;
use model::{Effort, ExerciseId, Given, Leg, LifeEvent, Nprs, QuestionKey, Sleep, Stopped};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The version of the session form that this program reads and writes.
pub const SESSION_FORM: u32 = 1;

/// One session as it was done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SessionLog {
    /// The version of the form.
    pub form: u32,
    /// The day on which it was done.
    pub date: Date,
    /// First or second session of the day.
    #[serde(default = "first")]
    pub part: u8,
    /// Answers to the questions asked before and during a session: `micro_neuro`, `micro_unwell`, `stop_event` (RF-41, SN).
    #[serde(default)]
    pub answers: BTreeMap<QuestionKey, Given>,
    /// Pain at the start (`p0` of section 6.5).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pain_before: Option<Nprs>,
    /// The furthest point in the leg at the start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leg_before: Option<Leg>,
    /// The furthest point in the leg during the session or after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leg_after: Option<Leg>,
    /// Effort of the whole session.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effort: Option<Effort>,
    /// What was done, in order.
    #[serde(default)]
    pub items: Vec<ItemLog>,
    /// What else happened since the last session.
    #[serde(default)]
    pub events: BTreeSet<LifeEvent>,
}

fn first() -> u8 {
    1
}

/// One exercise of a session as it was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemLog {
    /// The exercise.
    pub exercise: ExerciseId,
    /// The sets in order; a set that was left out has nothing done.
    pub sets: Vec<SetLog>,
    /// The worst pain during it (`pmax`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pain_max: Option<Nprs>,
    /// Effort of this exercise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effort: Option<Effort>,
    /// How often the form failed; none counted is 0, not looked at is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form_faults: Option<u32>,
}

/// One set, in the unit of its dose: repetitions, or seconds, metres or breaths where none are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetLog {
    /// What was asked.
    pub prescribed: u32,
    /// What was done.
    pub done: u32,
    /// Why it ended early, if it did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stopped: Option<Stopped>,
}

/// The evening and the morning after a session, told then or recalled within a few days (DP-45).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FollowUp {
    /// The day of the session.
    pub session: Date,
    /// The day on which it was told.
    pub told: Date,
    /// Pain an hour after, or the worst of that evening (`p1`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evening: Option<Nprs>,
    /// Pain the next morning (`p24`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub morning: Option<Nprs>,
    /// Sleep of the night between.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sleep: Option<Sleep>,
}

impl SessionLog {
    /// The worst pain of the session: the highest of its exercises, once each of them has one.
    pub fn pain_max(&self) -> Option<Nprs> {
        let told: Option<Vec<Nprs>> = self.items.iter().map(|it| it.pain_max).collect();
        told?.into_iter().max()
    }

    /// The worst pain that was told of any of its exercises: enough for red, and never for green.
    pub fn worst_told(&self) -> Option<Nprs> {
        self.items.iter().filter_map(|it| it.pain_max).max()
    }

    /// Whether symptoms went further down the leg; unknown unless both ends were told.
    pub fn leg_spread(&self) -> Option<bool> {
        Some(self.leg_after? > self.leg_before?)
    }
}

impl ItemLog {
    /// What was done as a share of what was asked, per cent; nothing asked is all done.
    pub fn done_percent(&self) -> u32 {
        let asked: u32 = self.sets.iter().map(|it| it.prescribed).sum();
        let done: u32 = self.sets.iter().map(|it| it.done.min(it.prescribed)).sum();
        (done * 100).checked_div(asked).unwrap_or(100)
    }
}
