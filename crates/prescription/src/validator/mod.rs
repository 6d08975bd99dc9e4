//! The validator: judges a finished prescription against the raw knowledge, the tags and the person.
//!
//! It has the last word on every plan and so shares no judgement with the planner: what is forbidden, how
//! much is too much and how long a session takes are worked out here a second time, from the files, in another
//! way. It never mends anything; it lists every violation. Of a programme that was planned anew on a day, it judges
//! the sessions from that day on against what holds now; those before count where a rule compares.

mod entries;
mod order;
mod tables;
mod weeks;
mod whole;

use assessment::{Clearance, Irritability, Profile};
use jiff::ToSpan;
use jiff::civil::Date;
use knowledge::Pack;
use model::{Equipment, ExerciseId, Limit, Pattern};
use serde::Serialize;

use crate::constraints::Constraints;
use crate::planner::Input;
use crate::prescription::{Prescription, Session, Week};
use tables::Tables;

/// One thing in a prescription that the rules do not allow.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Violation {
    /// The rule.
    pub rule: String,
    /// The week, where it is about one.
    pub week: Option<u8>,
    /// The day of that week, where it is about one.
    pub day: Option<u8>,
    /// The exercise, where it is about one.
    pub exercise: Option<ExerciseId>,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Problem {
    /// The exercise is not in the catalogue.
    Unknown,
    /// A tag forbids it.
    Forbidden,
    /// It is planned in a position that a tag takes away.
    Position,
    /// A limit that a tag asks for is not stated.
    LimitMissing(Limit),
    /// It is not offered at the level.
    NoDoseAtLevel,
    /// It is offered in the warm-up alone.
    WarmUpOnly,
    /// It needs something that is not at hand.
    Equipment(Equipment),
    /// It is heavier than the stage allows.
    TooHeavy,
    /// A finding or an answer keeps it out.
    KeptOut,
    /// More is planned than the level's dose allows at this irritability.
    TooMuch,
    /// A hold is longer than a tag allows.
    HoldTooLong,
    /// The effort cap is higher than a rule allows.
    EffortCap,
    /// The seconds are not what DP-60 makes them.
    Seconds,
    /// The session takes longer than its cap.
    SessionTooLong,
    /// The day takes longer than its cap, or has too many sessions.
    DayTooFull,
    /// The session has more exercises than high irritability allows.
    TooManyExercises,
    /// Strength sessions are too close.
    TooClose,
    /// A session is on a day that the person keeps free.
    BlockedDay,
    /// No easy day is left.
    NoEasyDay,
    /// A pattern that could be trained is not.
    PatternMissing(Pattern),
    /// Work that a tag asks for on most days stands on too few.
    TooFewDays(String),
    /// Too much is new at once.
    TooMuchNew,
    /// Too many heavy entries, or heavy entries on consecutive days.
    TooManyHeavy,
    /// Sets rise too fast.
    SetsRise,
    /// Aerobic minutes rise too fast, or start above the tolerance.
    AerobicRise,
    /// A deload week is not cut.
    NotCut,
    /// More different moves than the template allows.
    TooManyMoves,
    /// A move that was to be there by name is not, nor what leads to it.
    NamedMoveMissing,
    /// The reasons do not cover the catalogue exactly once.
    RationaleIncomplete,
}

/// What the rules do not allow in a prescription; nothing if it is sound.
pub fn validate(
    pack: &Pack,
    clearance: &Clearance,
    input: Input<'_>,
    prescription: &Prescription,
) -> Vec<Violation> {
    validate_within(pack, &Constraints::from(clearance), input, prescription)
}

/// Validates against constraints given as plain values.
pub(crate) fn validate_within(
    pack: &Pack,
    constraints: &Constraints,
    input: Input<'_>,
    plan: &Prescription,
) -> Vec<Violation> {
    let Some(template) = pack.templates.get(plan.template()) else {
        return vec![Violation {
            rule: "AD-45".to_owned(),
            week: None,
            day: None,
            exercise: None,
            problem: Problem::Unknown,
        }];
    };
    let Input { profile, priorities } = input;
    let mut tables = Tables::new(pack, constraints, profile, priorities, plan.level());
    tables.keep_out(pack, plan.out(), plan.swapped());
    let case = Case { pack, constraints, profile, template, plan, tables };
    let mut found = Vec::new();
    entries::check(&case, &mut found);
    weeks::check(&case, &mut found);
    order::check(&case, &mut found);
    whole::check(&case, &mut found);
    found.sort();
    found.dedup();
    found
}

/// What is judged, and by what.
struct Case<'a> {
    pack: &'a Pack,
    constraints: &'a Constraints,
    profile: &'a Profile,
    template: &'a knowledge::raw::template::Template,
    plan: &'a Prescription,
    tables: Tables<'a>,
}

impl Case<'_> {
    /// Whether a session was planned on the day from which the plan was made, or later.
    fn judges(&self, session: &Session) -> bool {
        session.date >= self.plan.planned_from()
    }

    /// Weeks that have a day to judge.
    fn weeks(&self) -> impl Iterator<Item = &Week> {
        self.plan.weeks().iter().filter(|week| self.last_day(week) >= self.plan.planned_from())
    }

    /// Whether a week had begun when the plan was made.
    fn had_begun(&self, week: &Week) -> bool {
        self.last_day(week).saturating_sub(6.days()) < self.plan.planned_from()
    }

    /// Whether less is done in a week than the template has, by a rule that the week names (AD-47).
    fn is_eased(week: &Week) -> bool {
        !week.eased.is_empty()
    }

    fn last_day(&self, week: &Week) -> Date {
        self.plan.start().saturating_add((i64::from(week.number) * 7 - 1).days())
    }

    /// The share of the dose that the irritability leaves, per cent.
    fn volume(&self) -> u64 {
        let rule = &self.pack.dosage.irritability;
        u64::from(match self.plan.irritability() {
            Irritability::Low => rule.low_volume_percent,
            Irritability::Moderate => rule.moderate_volume_percent,
            Irritability::High => rule.high_volume_percent,
        })
    }
}

/// A violation, built up field by field.
fn fault(rule: &str, problem: Problem) -> Violation {
    Violation { rule: rule.to_owned(), week: None, day: None, exercise: None, problem }
}

impl Violation {
    fn in_week(self, week: u8) -> Self {
        Self { week: Some(week), ..self }
    }

    fn on(self, day: u8) -> Self {
        Self { day: Some(day), ..self }
    }

    fn of(self, exercise: &ExerciseId) -> Self {
        Self { exercise: Some(exercise.clone()), ..self }
    }
}

/// The positions that the validator's own reading leaves each entry; none where it is forbidden.
#[cfg(test)]
pub(crate) fn reading(
    pack: &Pack,
    constraints: &Constraints,
    input: Input<'_>,
    level: model::TrainingLevel,
) -> Vec<(ExerciseId, Option<std::collections::BTreeSet<model::Position>>)> {
    let tables = Tables::new(pack, constraints, input.profile, input.priorities, level);
    let left =
        |id: &ExerciseId| tables.positions.get(id).filter(|_| !tables.forbidden.contains_key(id)).cloned();
    pack.exercises.keys().map(|id| (id.clone(), left(id))).collect()
}
