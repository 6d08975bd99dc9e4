//! Tests of the whole crate, over plain constraints: people with chosen tags, levels and wishes.

mod adapts;
mod backs;
mod catalogue;
mod findings;
mod maintenance;
mod monotone;
mod next;
mod permits;
mod plans;
mod rejects;

use assessment::{Irritability, Priority, Profile, Risk, Stage};
use jiff::civil::{Date, date};
use knowledge::Pack;
use model::{Confidence, Equipment, ExerciseId, RuleId, Tag, TrainingLevel};
use std::collections::{BTreeMap, BTreeSet};

use crate::constraints::Constraints;
use crate::planner::plan_within;
use crate::validator::validate_within;
use crate::{Input, Prescription, Request, Violation};

/// A Monday.
const MONDAY: Date = date(2026, 11, 23);

pub(super) const TEMPLATES: [&str; 2] = ["six-week", "seven-day"];

pub(crate) fn pack() -> &'static Pack {
    match knowledge::bundled() {
        Ok(pack) => pack,
        Err(faults) => panic!("the bundled knowledge has faults: {faults:#?}"),
    }
}

pub(super) fn id(text: &str) -> ExerciseId {
    text.parse().unwrap()
}

/// Someone to plan for.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    pub(crate) constraints: Constraints,
    pub(super) profile: Profile,
    pub(super) priorities: Vec<Priority>,
    pub(crate) start: Date,
}

impl Person {
    /// Someone at a level with everything at hand and no trouble besides.
    pub(crate) fn at(level: TrainingLevel) -> Self {
        let profile = Profile {
            age_years: 52,
            level,
            level_because: Vec::new(),
            stage: Stage::MovementControl,
            stage_because: Vec::new(),
            irritability: Irritability::Low,
            irritability_because: Vec::new(),
            risk: Risk::Low,
            equipment: Equipment::ALL.iter().copied().collect(),
            likes: BTreeSet::new(),
            dislikes: BTreeSet::new(),
            blocked_days: BTreeSet::new(),
            minutes_a_day: None,
            aggravating: BTreeSet::new(),
            asked_for: BTreeSet::new(),
            transfers: BTreeSet::new(),
            walking_tolerance_minutes: None,
            examined: false,
        };
        Self { constraints: Constraints::default(), profile, priorities: Vec::new(), start: MONDAY }
    }

    pub(super) fn tagged(mut self, tags: &[Tag]) -> Self {
        self.constraints.tags = tags.iter().map(|tag| (*tag, BTreeSet::new())).collect();
        self
    }

    pub(super) fn with(mut self, change: impl FnOnce(&mut Profile)) -> Self {
        change(&mut self.profile);
        self
    }

    /// Only what everybody has.
    pub(super) fn bare(self) -> Self {
        self.with(|it| it.equipment = pack().planner.always_at_hand.iter().copied().collect())
    }

    /// A training decision of the knowledge, as if its tests had fired it.
    pub(super) fn finding(mut self, rule: &str, confidence: Confidence) -> Self {
        let rule: RuleId = rule.parse().unwrap();
        let (raw, _) = pack().finding_rules.iter().find(|(it, _)| it.id == rule).unwrap();
        self.priorities.push(Priority {
            rule,
            patterns: raw.patterns.clone(),
            select: raw.select.clone(),
            avoid: raw.avoid.clone(),
            aerobic_share_percent: raw.aerobic_share_percent,
            confidence,
            observed: vec!["for the test".to_owned()],
            tests: BTreeSet::new(),
        });
        self
    }

    pub(crate) fn input(&self) -> Input<'_> {
        Input { profile: &self.profile, priorities: &self.priorities }
    }

    pub(super) fn plan(&self, template: &str) -> Prescription {
        let request = Request { template: template.to_owned(), start: self.start, parent: None };
        plan_within(pack(), &self.constraints, self.input(), &request).unwrap()
    }

    pub(super) fn validate(&self, plan: &Prescription) -> Vec<Violation> {
        validate_within(pack(), &self.constraints, self.input(), plan)
    }
}

/// A plan in a few lines, for messages.
pub(super) fn outline(plan: &Prescription) -> String {
    let mut lines = BTreeMap::new();
    for week in plan.weeks() {
        for session in &week.sessions {
            let items: Vec<String> = session
                .items
                .iter()
                .map(|it| {
                    let dose = &it.dose;
                    let reps = dose.reps.map_or(String::new(), |it| format!("x{it}"));
                    let hold = dose.hold_secs.map_or(String::new(), |it| format!("@{it}"));
                    let time = dose.duration_secs.map_or(String::new(), |it| format!(" {it}s"));
                    format!("{}:{}{reps}{hold}{time}", it.exercise, dose.sets)
                })
                .collect();
            let line = format!("{:?} {} min  {}", session.kind, session.minutes, items.join(" "));
            lines.insert((week.number, session.day, session.part), line);
        }
    }
    let lines: Vec<String> =
        lines.iter().map(|((week, day, part), line)| format!("w{week} d{day}.{part} {line}")).collect();
    lines.join("\n")
}
