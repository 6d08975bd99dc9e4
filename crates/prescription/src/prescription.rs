//! The record that the planner makes. It is never edited: the next plan has this one as its parent.

use assessment::{Irritability, Stage};
use jiff::ToSpan;
use jiff::civil::Date;
use model::{ExerciseId, Limit, Position, TrainingLevel};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::dose::Dose;
use crate::planner::Aims;
use crate::reason::Reason;
use crate::validator::Violation;

/// A programme, with a reason for everything in it and out of it.
///
/// It has no public constructor and cannot be read back: it comes from [`crate::plan`], which asks for a
/// clearance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Prescription {
    pub(crate) template: String,
    pub(crate) start: Date,
    pub(crate) planned_from: Date,
    pub(crate) block_from: u8,
    pub(crate) level: TrainingLevel,
    pub(crate) stage: Stage,
    pub(crate) irritability: Irritability,
    pub(crate) weeks: Vec<Week>,
    pub(crate) out: BTreeSet<ExerciseId>,
    pub(crate) swapped: BTreeMap<ExerciseId, ExerciseId>,
    pub(crate) minimum_session: Option<MinimumSession>,
    pub(crate) rationale: Rationale,
    pub(crate) objective: Aims,
    pub(crate) fell_back: bool,
    pub(crate) violations: Vec<Violation>,
    pub(crate) knowledge_hash: String,
    pub(crate) engine: String,
    pub(crate) parent: Option<String>,
    pub(crate) steps: BTreeMap<ExerciseId, i32>,
    pub(crate) held: BTreeMap<ExerciseId, Dose>,
}

/// One week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Week {
    /// From 1.
    pub number: u8,
    /// The week of the template that it follows: the same number, unless weeks were repeated.
    pub template_week: u8,
    /// Phase, a text id.
    pub phase: String,
    /// Effort cap of the week, and why.
    pub effort_cap: EffortCap,
    /// Whether sets are cut (DP-33).
    pub deload: bool,
    /// Checks of the week, text ids.
    pub checks: Vec<String>,
    /// Why it does not follow the template's next week.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub because: Vec<Reason>,
    /// Rules by which less is done in it than the template has; such a week may miss a pattern (AD-47).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub eased: Vec<Reason>,
    /// The sessions in the order of the week.
    pub sessions: Vec<Session>,
}

/// An effort cap and the rule that set it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct EffortCap {
    /// Of ten.
    pub value: u8,
    /// The rule: `DP-10`, `CM-01`.
    pub because: String,
}

/// One session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Session {
    /// Day of the programme's week, from 1.
    pub day: u8,
    /// The date.
    pub date: Date,
    /// First or second session of the day.
    pub part: u8,
    /// What it is.
    pub kind: SessionKind,
    /// Its title, a text id: `session-strength-A`.
    pub title: String,
    /// What is done, in order.
    pub items: Vec<Item>,
    /// Estimated seconds (DP-60).
    pub seconds: u32,
    /// The same in minutes, rounded up.
    pub minutes: u32,
    /// The rule by which less is done than was planned for the day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub eased: Option<Reason>,
}

impl Session {
    /// The name of the template's strength day, if it is one.
    pub fn strength_name(&self) -> Option<&str> {
        self.kind.strength_name()
    }
}

/// What a session is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SessionKind {
    /// Strength, with the name of the template's day.
    Strength(String),
    /// Walking or another aerobic mode.
    Aerobic,
    /// Mobility alone.
    Mobility,
    /// Yoga or tai chi.
    MindBody,
    /// The shortest session (DP-54).
    Minimum,
    /// Relief alone, after a flare-up (FL-02).
    Relief,
}

impl SessionKind {
    /// The name of the template's strength day, if it is one.
    pub fn strength_name(&self) -> Option<&str> {
        match self {
            Self::Strength(name) => Some(name),
            Self::Aerobic | Self::Mobility | Self::MindBody | Self::Minimum | Self::Relief => None,
        }
    }
}

/// One entry in a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Item {
    /// The entry.
    pub exercise: ExerciseId,
    /// The part it plays.
    pub role: Role,
    /// The template's place that it fills, by name, if it fills one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slot: Option<String>,
    /// The dose.
    pub dose: Dose,
    /// Limits that hold (EX-13).
    pub limits: BTreeSet<Limit>,
    /// Positions in which it may be done, the usual one first.
    pub positions: Vec<Position>,
    /// The move that this one leads to, where it stands in for one that was to be there by name.
    pub leads_to: Option<ExerciseId>,
    /// Why it is here.
    pub because: Vec<Reason>,
    /// Estimated seconds (DP-60); a warm-up item has none of its own.
    pub seconds: u32,
}

/// The part that an item plays in its session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Within the minutes of the warm-up.
    WarmUp,
    /// Strength and movement.
    Strength,
    /// Aerobic.
    Aerobic,
    /// Yoga and tai chi.
    MindBody,
    /// Mobility.
    Mobility,
}

/// The shortest session that is always offered (DP-54).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MinimumSession {
    /// Minutes, as the rule names them.
    pub minutes: u32,
    /// What is done, as one round.
    pub items: Vec<Item>,
    /// Seconds of work alone, without changes, for it is done as one round.
    pub seconds: u32,
}

/// For every exercise of the catalogue: chosen because, or left out because.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Rationale {
    /// Exercises in the programme.
    pub chosen: BTreeMap<ExerciseId, Choice>,
    /// Exercises that are not.
    pub left_out: BTreeMap<ExerciseId, Vec<Reason>>,
}

/// Why an exercise is in, and where.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// Why.
    pub because: Vec<Reason>,
    /// In how many sessions.
    pub sessions: u32,
    /// The first week; none when it is in the shortest session alone.
    pub from_week: Option<u8>,
}

impl Prescription {
    /// The template it follows.
    pub fn template(&self) -> &str {
        &self.template
    }

    /// Its first day.
    pub fn start(&self) -> Date {
        self.start
    }

    /// The day from which it was planned; the sessions before are those of its parent.
    pub fn planned_from(&self) -> Date {
        self.planned_from
    }

    /// The number of the week with which its last block begins: 1, unless blocks have been added.
    pub fn block_from(&self) -> u8 {
        self.block_from
    }

    /// The first day of its last block.
    pub fn block_start(&self) -> Date {
        self.start.saturating_add(((i32::from(self.block_from) - 1) * 7).days())
    }

    /// The weeks of its last block.
    pub fn block(&self) -> impl Iterator<Item = &Week> {
        self.weeks.iter().filter(|it| it.number >= self.block_from)
    }

    /// Exercises that the answers to sessions keep out for now.
    pub fn out(&self) -> &BTreeSet<ExerciseId> {
        &self.out
    }

    /// Exercises in whose place sessions or a coach have put another one, each with that one.
    pub fn swapped(&self) -> &BTreeMap<ExerciseId, ExerciseId> {
        &self.swapped
    }

    /// The dose level.
    pub fn level(&self) -> TrainingLevel {
        self.level
    }

    /// The stage.
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// How easily symptoms are stirred up.
    pub fn irritability(&self) -> Irritability {
        self.irritability
    }

    /// The weeks.
    pub fn weeks(&self) -> &[Week] {
        &self.weeks
    }

    /// The shortest session, always offered if anything is permitted (DP-54).
    pub fn minimum_session(&self) -> Option<&MinimumSession> {
        self.minimum_session.as_ref()
    }

    /// The reasons.
    pub fn rationale(&self) -> &Rationale {
        &self.rationale
    }

    /// What the plan reaches of each aim.
    pub fn objective(&self) -> &Aims {
        &self.objective
    }

    /// Whether the validator refused the plan, so that every day has the shortest session instead (AD-46).
    pub fn fell_back(&self) -> bool {
        self.fell_back
    }

    /// What the validator found in the plan that was refused.
    pub fn violations(&self) -> &[Violation] {
        &self.violations
    }

    /// The hash of the knowledge it was made with.
    pub fn knowledge_hash(&self) -> &str {
        &self.knowledge_hash
    }

    /// The version of the engine that made it.
    pub fn engine(&self) -> &str {
        &self.engine
    }

    /// Steps of each dose since the programme began (DP-31), up or down.
    pub fn steps(&self) -> &BTreeMap<ExerciseId, i32> {
        &self.steps
    }

    /// The dose in force of entries that have fewer sets for now (DP-41), or no ordinary day to come that shows it.
    pub fn held(&self) -> &BTreeMap<ExerciseId, Dose> {
        &self.held
    }

    /// The prescription that it follows.
    pub fn parent(&self) -> Option<&str> {
        self.parent.as_deref()
    }

    /// SHA-256 of the whole record, in hexadecimal: its identity. What bounds the aims is said about a programme and is no
    /// part of it.
    pub fn hash(&self) -> String {
        let digest = Sha256::digest(self.canonical());
        digest.iter().fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
    }

    /// The record as JSON, in one order.
    fn canonical(&self) -> Vec<u8> {
        let Self { template, start, planned_from, block_from, level, stage, irritability, .. } = self;
        let Self { weeks, out, swapped, minimum_session, rationale, objective, fell_back, .. } = self;
        let Self { violations, knowledge_hash, engine, parent, steps, held, .. } = self;
        let record = (
            (template, start, planned_from, block_from, level, stage, irritability),
            (weeks, out, swapped, minimum_session, rationale, objective.without_bounds(), fell_back),
            (violations, knowledge_hash, engine, parent, steps, held),
        );
        // Every key is text and every value has a form, so that this cannot fail; if it did, no two would be alike.
        serde_json::to_vec(&record).unwrap_or_else(|error| format!("{error} {self:?}").into_bytes())
    }
}
