//! `exercises/*.toml`: the catalogue, one entry a file, variants as entries of their own (clinical reference 5).

use model::{
    Comparison, Equipment, ExerciseId, Family, Limit, LoadClass, Measure, Muscle, Pattern, Position, Spine,
    Stream, Tag, TrainingLevel, Trait, Unit, View,
};
use serde::Deserialize;
use std::collections::BTreeMap;

use super::Evidence;

/// One exercise or variant. Its name, steps, cues and faults are in the text files by id.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exercise {
    /// `C10`.
    pub id: ExerciseId,
    /// For a variant (5.8), the base entry.
    pub variant_of: Option<ExerciseId>,
    /// Family.
    pub family: Family,
    /// Streams it counts towards (EX-16); exactly one besides `balance`.
    pub streams: Vec<Stream>,
    /// Movement patterns it trains; the first is the one it is chosen for.
    pub patterns: Vec<Pattern>,
    /// Muscles and qualities trained.
    pub targets: Vec<Muscle>,
    /// Positions it can be done in; the first is the usual one.
    pub positions: Vec<Position>,
    /// What the spine does.
    pub spine: Vec<Spine>,
    /// Load class; the higher one where the reference gives two.
    pub load: LoadClass,
    /// What the position net needs to know besides.
    #[serde(default)]
    pub traits: Vec<Trait>,
    /// Equipment without which it cannot be done (a mat, a chair or a wall count as always at hand).
    #[serde(default)]
    pub equipment: Vec<Equipment>,
    /// Blocks, swaps and limits by tag; `= X` of the reference is written out.
    #[serde(default)]
    pub swap: Vec<Swap>,
    /// Easier entries, first permitted one taken.
    #[serde(default)]
    pub easier: Vec<ExerciseId>,
    /// Harder entries, first permitted one taken.
    #[serde(default)]
    pub harder: Vec<ExerciseId>,
    /// Tempo.
    #[serde(default)]
    pub tempo: Tempo,
    /// Doses by level; a level that is absent is not offered (EX-14).
    pub dose: BTreeMap<TrainingLevel, Dose>,
    /// Offered only with a directional preference or its test (M18b; 7.3).
    #[serde(default)]
    pub directional_only: bool,
    /// What a camera may judge, each a rule that says when form has failed.
    pub camera: Vec<Camera>,
    /// Keyframes; drawn and checked by the motion engine when it comes.
    #[serde(default)]
    pub movement: Option<toml::Table>,
    /// How many cues the text files have for it.
    pub cues: u8,
    /// Evidence.
    pub evidence: Evidence,
}

/// What one tag does to an entry: exactly one of `block`, `to`, `limit`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Swap {
    /// The tag.
    pub tag: Tag,
    /// Taken away with nothing offered.
    #[serde(default)]
    pub block: bool,
    /// Taken away, and this offered in its place (filtered again).
    pub to: Option<ExerciseId>,
    /// Allowed only with this limit.
    pub limit: Option<Limit>,
}

/// Tempo, as seconds a repetition.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tempo {
    /// 2-1-2.
    #[default]
    Usual,
    /// Three seconds down.
    SlowDown,
    /// A timed hold, which has hardly any movement.
    Hold,
    /// Counted in breaths.
    Breath,
}

/// A dose at one level. Every field that is a range is `[low, high]`; a fixed value is written twice.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dose {
    /// Sets, low to high.
    pub sets: [u8; 2],
    /// Repetitions a set, low to high. For a timed hold, how many holds.
    pub reps: Option<[u16; 2]>,
    /// Repetitions of each set where they descend, as in 6-4-2. Replaces `sets` and `reps`.
    #[serde(default)]
    pub reps_by_set: Vec<u16>,
    /// Seconds each repetition is held.
    pub hold_secs: Option<[u16; 2]>,
    /// Minutes.
    pub minutes: Option<[f64; 2]>,
    /// Metres.
    pub metres: Option<[u16; 2]>,
    /// Breaths.
    pub breaths: Option<[u16; 2]>,
    /// Each side.
    #[serde(default)]
    pub per_side: bool,
    /// Each variation, as in "straight and bent knee": how many.
    pub variations: Option<u8>,
    /// Load in kilograms.
    pub load_kg: Option<[f64; 2]>,
    /// Load at most this share of body weight, per cent.
    pub load_body_weight_percent_max: Option<u8>,
    /// Step height in centimetres.
    pub step_cm: Option<u8>,
    /// Minutes of work and of rest in one round of intervals; `sets` is then the rounds.
    pub interval_minutes: Option<[f64; 2]>,
    /// Times a week, low to high.
    pub days_a_week: Option<[u8; 2]>,
    /// A share of the person's own tolerance instead of minutes, where it is known (A01).
    pub tolerance_share: Option<f64>,
    /// Repetitions in reserve at least.
    pub reps_in_reserve_min: Option<u8>,
    /// Offered only in the warm-up at this level.
    #[serde(default)]
    pub warm_up_only: bool,
}

/// One camera rule, or the plain statement that nothing can be measured.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Camera {
    /// `false` with a `reason` when a pose model cannot see it (EX-09 `NM`).
    pub measurable: bool,
    /// Why not.
    #[serde(default)]
    pub reason: String,
    /// From where.
    pub view: Option<View>,
    /// What.
    pub measure: Option<Measure>,
    /// How compared.
    pub comparison: Option<Comparison>,
    /// With what.
    pub value: Option<f64>,
    /// In which unit.
    pub unit: Option<Unit>,
    /// Which cue to say, counted from 1.
    pub cue: Option<u8>,
}
