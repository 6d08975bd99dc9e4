//! The planner: from clearance, findings and profile to the weeks of a programme.
//!
//! `setting` gathers what is fixed for one person; `calendar` finds the strength days; `strength`, `aerobic`,
//! `mind_body` and `mobility` fill the weeks of a `draft` within `bounds`; `score` says how far a draft reaches
//! the aims; `search` tries replacements and keeps the best; `rationale` gives every exercise its reason.
//! Hard filters are never among the things that are traded.

mod aerobic;
mod bounds;
mod calendar;
mod draft;
mod effort;
mod finish;
mod mind_body;
mod minimum;
mod mobility;
mod rationale;
mod score;
mod search;
mod setting;
mod slots;
mod strength;

use assessment::{Assessment, Clearance, Priority, Profile};
use jiff::civil::Date;
use knowledge::Pack;
use model::TrainingLevel;

use crate::constraints::Constraints;
use crate::prescription::Prescription;
use crate::validator;

pub use score::{Aims, Reached};
pub(crate) use setting::Setting;

/// What the planner reads of an assessment, besides its clearance.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// Level, stage, irritability, preferences.
    pub profile: &'a Profile,
    /// Training decisions of the findings.
    pub priorities: &'a [Priority],
}

impl<'a> From<&'a Assessment> for Input<'a> {
    fn from(assessment: &'a Assessment) -> Self {
        Self { profile: &assessment.profile, priorities: &assessment.priorities }
    }
}

/// Which programme is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The template: `six-week`, `seven-day`.
    pub template: String,
    /// The first day.
    pub start: Date,
    /// The hash of the prescription that this one follows.
    pub parent: Option<String>,
}

/// Why a programme could not even be tried.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    /// There is no such template.
    #[error("there is no programme template `{0}`")]
    NoSuchTemplate(String),
    /// The template has no layout for the level.
    #[error("the programme template `{template}` has no layout for level {level}")]
    NoLayout {
        /// The template.
        template: String,
        /// The level.
        level: TrainingLevel,
    },
}

/// Plans a programme within a clearance.
///
/// The validator has the last word: a plan that it refuses is replaced by the shortest session on every free
/// day, and says so (AD-46).
pub fn plan(
    pack: &Pack,
    clearance: &Clearance,
    input: Input<'_>,
    request: &Request,
) -> Result<Prescription, PlanError> {
    plan_within(pack, &Constraints::from(clearance), input, request)
}

/// Plans within constraints given as plain values.
pub(crate) fn plan_within(
    pack: &Pack,
    constraints: &Constraints,
    input: Input<'_>,
    request: &Request,
) -> Result<Prescription, PlanError> {
    let setting = Setting::new(pack, constraints, input, request)?;
    let best = search::search(&setting);
    let mut prescription = finish::prescription(&setting, request, &best);
    let violations = validator::validate_within(pack, constraints, input, &prescription);
    if !violations.is_empty() {
        finish::fall_back(&setting, &mut prescription, violations);
    }
    Ok(prescription)
}
