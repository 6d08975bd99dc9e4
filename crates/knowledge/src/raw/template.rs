//! `templates/*.toml`: the shape of a programme: weeks, days, and the slots that entries fill (6.7).

use model::{ExerciseId, Pattern, RuleId, TrainingLevel};
use serde::Deserialize;
use std::collections::BTreeMap;

use super::Evidence;

/// A programme template.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// `six-week`, `seven-day`, `maintenance`.
    pub id: String,
    /// Rules it follows, for reasons.
    pub rule: RuleId,
    /// Patterns wanted every week; replaces AD-46's list when given.
    pub weekly_patterns: Option<Vec<Pattern>>,
    /// Patterns wanted from a later week on; replaces AD-46's list when given.
    pub later_patterns: Option<Vec<Pattern>>,
    /// At most so many different moves besides walking, in the whole programme.
    pub moves_max: Option<usize>,
    /// The weeks.
    pub week: Vec<Week>,
    /// The layout by level.
    pub level: BTreeMap<TrainingLevel, Layout>,
    /// Moves that must be there by name, or the easier step labelled "leads to".
    #[serde(default)]
    pub named_moves: Vec<ExerciseId>,
    /// Set for a block that keeps what a programme before it has reached.
    pub keeps: Option<Keeps>,
    /// Evidence.
    pub evidence: Evidence,
}

/// What makes a template a block that keeps: it comes only behind another programme, takes no step that was not earned
/// (DP-30), and lets walking rise to the goal of DP-20 beyond the level's dose.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Keeps {
    /// The templates behind which it may come, besides itself.
    pub after: Vec<String>,
    /// Months after the first day of the programme at which the measures are asked again (OM-30).
    pub check_in_months: Vec<i8>,
    /// Minutes that a check-in takes.
    pub check_in_minutes: u32,
}

/// One week of the template, the same for all levels.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Week {
    /// From 1.
    pub number: u8,
    /// Phase, a text id: `settle`, `groove`, `build-1`, `deload`, `build-2`, `transfer`.
    pub phase: String,
    /// Effort cap of the week.
    pub effort_cap: u8,
    /// Whether sets are cut (DP-33).
    #[serde(default)]
    pub deload: bool,
    /// Checks of the week, text ids.
    #[serde(default)]
    pub checks: Vec<String>,
    /// Mind–body sessions, and their minutes.
    pub mind_body_sessions: u8,
    /// See `mind_body_sessions`.
    pub mind_body_minutes: u32,
}

/// The layout of one level.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Layout {
    /// Which strength day falls on which day of the week, by week ranges; days are counted from 1.
    pub strength: Vec<StrengthDays>,
    /// Sets at most, where the template gives fewer than the dose.
    pub sets_max: Option<u8>,
    /// Aerobic sessions: days in order of preference, and how many and how long by week.
    pub aerobic_days: Vec<AerobicDays>,
    /// Aerobic sessions a week, one number a week.
    pub aerobic_sessions: Vec<u8>,
    /// Minutes of each, one number a week.
    pub aerobic_minutes: Vec<u32>,
    /// Daily mobility minutes at most.
    pub mobility_minutes: u32,
    /// Days with mobility.
    pub mobility_days: Vec<u8>,
    /// Mobility entries in order, before findings choose.
    pub mobility: Vec<ExerciseId>,
    /// Days for mind–body, in order of preference.
    pub mind_body_days: Vec<u8>,
    /// The slots of each strength day.
    pub slot: Vec<Slot>,
    /// Entries done as part of the warm-up.
    #[serde(default)]
    pub warm_up: Vec<Step>,
}

/// Which strength day falls on which day of the week.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StrengthDays {
    /// From this week.
    pub from_week: u8,
    /// Days of the week in odd weeks: `[[1, "A"], [3, "B"], [5, "A"]]`.
    pub odd: Vec<(u8, String)>,
    /// Days in even weeks.
    pub even: Vec<(u8, String)>,
}

/// Aerobic days in order of preference.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AerobicDays {
    /// From this week.
    pub from_week: u8,
    /// Days of the week, best first.
    pub days: Vec<u8>,
}

/// A place in a strength day that one entry fills.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slot {
    /// Strength day: `A`.
    pub day: String,
    /// The slot's own name within the day, for reasons: `trunk`, `hinge`.
    pub name: String,
    /// What stands here from which week on. An arrow is a step (DP-30).
    pub steps: Vec<Step>,
    /// Whether a finding may put another entry here, whatever its pattern.
    #[serde(default)]
    pub open: bool,
}

/// What stands somewhere from a week on.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// From this week.
    pub week: u8,
    /// The entries to choose from, best first; more than one only where the template leaves a choice.
    pub entries: Vec<ExerciseId>,
    /// Whether what the person's own activities ask for goes before these entries (`transfer` of `planner.toml`).
    #[serde(default)]
    pub transfer: bool,
    /// Sets at most from here on.
    pub sets_max: Option<u8>,
}
