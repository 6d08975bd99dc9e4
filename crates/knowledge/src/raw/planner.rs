//! `planner.toml`: the order of the planner's aims, and what people's words mean to it.

use model::{Equipment, ExerciseId, Spine};
use serde::Deserialize;

use super::Evidence;

/// `planner.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Planner {
    /// The aims in order: an earlier one is never traded for a later one.
    pub objective: Vec<Objective>,
    /// What a like or a dislike means in entries.
    pub preference: Vec<Preference>,
    /// Which moves the person's own activities ask for.
    pub transfer: Vec<Transfer>,
    /// Which ends of the spine's movement a direction that hurts takes away (DP-46).
    pub direction: Vec<HurtingDirection>,
    /// Equipment that everybody has.
    pub always_at_hand: Vec<Equipment>,
    /// Evidence.
    pub evidence: Evidence,
}

/// One aim of the planner.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Objective {
    /// Its name.
    pub name: Aim,
    /// In words.
    pub says: String,
    /// Evidence.
    pub evidence: Evidence,
}

/// The aims that the planner knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Aim {
    /// Moves that are there by name, and balance that is never trimmed (DP-61).
    NamedMoves,
    /// Patterns that the week asks for (AD-46).
    RequiredPatterns,
    /// What a coach asked for.
    Pins,
    /// Findings covered, times confidence.
    FindingCoverage,
    /// Repeat sets of load classes M and H that stay with their entry (DP-61).
    MainSets,
    /// Places of the template that are filled, the higher-ranked first (DP-61).
    SlotsFilled,
    /// First choices of those places.
    TemplateOrder,
    /// The other repeat sets (DP-61).
    LightSets,
    /// Minutes by stream against DP-09.
    StreamMinutes,
    /// All patterns of AD-46, asked for or not.
    PatternCoverage,
    /// Goals and preferences.
    Preferences,
    /// Different entries.
    Variety,
    /// Lowest ids, so that the optimum is unique.
    LowestIds,
}

/// DP-46: a direction that the person says hurts.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HurtingDirection {
    /// The word of the question `aggravating`.
    pub word: String,
    /// Entries that move the spine in one of these ways are left out at first.
    pub spine: Vec<Spine>,
    /// Evidence.
    pub evidence: Evidence,
}

impl Aim {
    /// Every aim.
    pub const ALL: [Self; 13] = [
        Self::NamedMoves,
        Self::RequiredPatterns,
        Self::Pins,
        Self::FindingCoverage,
        Self::MainSets,
        Self::SlotsFilled,
        Self::TemplateOrder,
        Self::LightSets,
        Self::StreamMinutes,
        Self::PatternCoverage,
        Self::Preferences,
        Self::Variety,
        Self::LowestIds,
    ];
}

/// What a like or a dislike means.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Preference {
    /// The word of the questions `likes` and `dislikes`.
    pub key: String,
    /// The entries.
    pub entries: Vec<ExerciseId>,
}

/// What an activity of the person's own asks for.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Transfer {
    /// The activity, a text id: `lifting_things`.
    pub key: String,
    /// Words that mean it.
    pub words: Vec<String>,
    /// The entries, best first.
    pub entries: Vec<ExerciseId>,
}
