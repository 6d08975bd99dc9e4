//! The planner: from clearance, findings and profile to the weeks of a programme.
//!
//! `course` says which weeks there are, with their strength days from `calendar`; `setting` gathers what is fixed for
//! one person. `weeks` decides one week after the other, each bearing on the next by its `history` alone: `offers` finds
//! what may stand in a slot, `strength`, `mind_body` and `mobility` state models that `crate::exact` solves, `aerobic`
//! follows rules, `ease` lowers the days on which less is to be done. `objective` adds up what is reached and what could
//! be at most, `finish` writes the record, and `rationale` gives every exercise its reason. Hard filters are never
//! among the things that are traded.

mod aerobic;
mod calendar;
pub(crate) mod course;
mod draft;
mod ease;
mod effort;
mod finish;
mod history;
mod lists;
mod mind_body;
mod minimum;
mod mix;
mod mobility;
mod objective;
mod offers;
mod rationale;
mod setting;
mod solver;
mod strength;
pub(crate) mod warm_up;
mod weeks;

use assessment::{Assessment, Clearance, Priority, Profile};
use jiff::civil::Date;
use knowledge::Pack;
use model::TrainingLevel;

use crate::adaptation::Changes;
use crate::constraints::Constraints;
use crate::prescription::Prescription;
use crate::validator;
use course::Past;

pub use objective::{Aims, Reached};
pub(crate) use setting::Setting;
pub use solver::{Afresh, Remembering, Solver};

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
    /// The template: `six-week`, `seven-day`, `maintenance`.
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
    /// The template keeps what a programme before it has reached, and there is none that it may follow.
    #[error("the block `{0}` comes only behind a programme that it may follow")]
    NothingToKeep(String),
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

/// Plans a programme anew from a day on; what came before that day stays as `parent` has it.
///
/// Each coming week follows the week of the template that `changes` names, then the rest of the template, so that a
/// programme can become longer than its template. The clearance, the findings and the profile are those of today: a new
/// tag holds from `from` on, and does not condemn the past. With no changes, and `from` the first day, the
/// weeks are those of [`plan`].
#[expect(clippy::too_many_arguments, reason = "the inputs of a plan, and the four that make it the next one")]
pub fn plan_next(
    pack: &Pack,
    clearance: &Clearance,
    input: Input<'_>,
    request: &Request,
    parent: &Prescription,
    from: Date,
    changes: &Changes,
) -> Result<Prescription, PlanError> {
    plan_next_within(pack, &Constraints::from(clearance), input, request, (Past { parent, from }, changes))
}

/// [`plan`], with the models solved by somebody else.
pub fn plan_by(
    pack: &Pack,
    clearance: &Clearance,
    input: Input<'_>,
    request: &Request,
    solver: &mut dyn Solver,
) -> Result<Prescription, PlanError> {
    let (constraints, nothing) = (Constraints::from(clearance), Changes::default());
    let setting = Setting::new(pack, &constraints, input, request, (&nothing, None))?;
    Ok(planned(&setting, input, request, solver))
}

/// [`plan_next`], with the models solved by somebody else.
#[expect(clippy::too_many_arguments, reason = "the inputs of a next plan, and the solver")]
pub fn plan_next_by(
    pack: &Pack,
    clearance: &Clearance,
    input: Input<'_>,
    request: &Request,
    (parent, from, changes): (&Prescription, Date, &Changes),
    solver: &mut dyn Solver,
) -> Result<Prescription, PlanError> {
    let constraints = Constraints::from(clearance);
    let past = Some(Past { parent, from });
    let setting = Setting::new(pack, &constraints, input, request, (changes, past))?;
    Ok(planned(&setting, input, request, solver))
}

/// Plans within constraints given as plain values.
pub(crate) fn plan_within(
    pack: &Pack,
    constraints: &Constraints,
    input: Input<'_>,
    request: &Request,
) -> Result<Prescription, PlanError> {
    let nothing = Changes::default();
    let setting = Setting::new(pack, constraints, input, request, (&nothing, None))?;
    Ok(planned(&setting, input, request, &mut Afresh))
}

/// Plans anew within constraints given as plain values.
pub(crate) fn plan_next_within(
    pack: &Pack,
    constraints: &Constraints,
    input: Input<'_>,
    request: &Request,
    (past, changes): (Past<'_>, &Changes),
) -> Result<Prescription, PlanError> {
    let setting = Setting::new(pack, constraints, input, request, (changes, Some(past)))?;
    Ok(planned(&setting, input, request, &mut Afresh))
}

/// Plans, and lets the validator have the last word.
fn planned(
    setting: &Setting<'_>,
    input: Input<'_>,
    request: &Request,
    solver: &mut dyn Solver,
) -> Prescription {
    let plan = weeks::plan(setting, solver);
    let mut prescription = finish::prescription(setting, request, &plan);
    let violations = validator::validate_within(setting.pack, setting.constraints, input, &prescription);
    if !violations.is_empty() {
        finish::fall_back(setting, &mut prescription, violations);
    }
    prescription
}
