//! What would have to change for an exercise to come in: the smallest sets of facts, tried out one by one.
//!
//! Nothing here is advice. A tag falls away when its cause does, or when a clinician lifts it, never because somebody would
//! like an exercise.

use assessment::{Clearance, Priority, Profile, Stage};
use knowledge::Pack;
use model::{Equipment, ExerciseId, RuleId, Tag, TrainingLevel};
use serde::Serialize;

use crate::adaptation::Changes;
use crate::constraints::Constraints;
use crate::permit::Purpose;
use crate::planner::{Input, PlanError, Request, Setting, plan_within};

/// Facts tried together at most.
const FACTS_MAX: usize = 3;

/// One fact that could be otherwise.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case", tag = "fact")]
pub enum Fact {
    /// The tag does not hold.
    WithoutTag {
        /// The tag.
        tag: Tag,
        /// What attached it.
        causes: Vec<String>,
    },
    /// Something is at hand.
    Equipment {
        /// What.
        equipment: Equipment,
    },
    /// The dose level is another one (EX-07).
    Level {
        /// Which.
        level: TrainingLevel,
    },
    /// The stage is a later one (AD-10..12).
    LaterStage,
    /// A finding that keeps it out is gone.
    WithoutFinding {
        /// Its rule.
        rule: RuleId,
    },
    /// A direction no longer hurts (DP-46).
    WithoutDirection {
        /// The direction, in the word of the form.
        direction: String,
    },
    /// It is liked.
    Liked {
        /// The word of the form.
        word: String,
    },
    /// It is not disliked.
    NotDisliked {
        /// The word of the form.
        word: String,
    },
}

/// A smallest set of facts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct WhatIf {
    /// The facts that would have to be otherwise, all of them.
    pub facts: Vec<Fact>,
    /// Whether the plan would then hold the exercise; if not, it would be possible, and something else still comes before
    /// it.
    pub planned: bool,
}

/// The smallest sets of facts that would let an exercise in; none if it is in, or if no three facts would do.
pub fn what_if(
    pack: &Pack,
    clearance: &Clearance,
    input: Input<'_>,
    request: &Request,
    exercise: &ExerciseId,
) -> Result<Vec<WhatIf>, PlanError> {
    let world = World {
        constraints: Constraints::from(clearance),
        profile: input.profile.clone(),
        priorities: input.priorities.to_vec(),
    };
    let case = Case { pack, request, exercise };
    if case.is_planned(&world)? {
        return Ok(Vec::new());
    }
    let was_possible = case.is_possible(&world)?;
    let facts = case.facts(&world)?;
    for size in 1..=FACTS_MAX {
        let mut found = Vec::new();
        for set in subsets(&facts, size) {
            let mut other = world.clone();
            for it in &set {
                other.change(it);
            }
            if !case.is_possible(&other)? {
                continue;
            }
            let planned = case.is_planned(&other)?;
            if planned || !was_possible {
                found.push(WhatIf { facts: set, planned });
            }
        }
        if !found.is_empty() {
            found.sort();
            return Ok(found);
        }
    }
    Ok(Vec::new())
}

/// What is asked about.
struct Case<'a> {
    pack: &'a Pack,
    request: &'a Request,
    exercise: &'a ExerciseId,
}

/// A person as they are, or as they might be.
#[derive(Clone)]
struct World {
    constraints: Constraints,
    profile: Profile,
    priorities: Vec<Priority>,
}

impl World {
    fn input(&self) -> Input<'_> {
        Input { profile: &self.profile, priorities: &self.priorities }
    }

    fn change(&mut self, fact: &Fact) {
        match fact {
            Fact::WithoutTag { tag, .. } => {
                self.constraints.tags.remove(tag);
            }
            Fact::Equipment { equipment } => {
                self.profile.equipment.insert(*equipment);
            }
            Fact::Level { level } => self.profile.level = *level,
            Fact::LaterStage => self.profile.stage = Stage::MovementControl,
            Fact::WithoutFinding { rule } => self.priorities.retain(|it| it.rule != *rule),
            Fact::WithoutDirection { direction } => {
                self.profile.aggravating.remove(direction);
            }
            Fact::Liked { word } => {
                self.profile.likes.insert(word.clone());
            }
            Fact::NotDisliked { word } => {
                self.profile.dislikes.remove(word);
            }
        }
    }
}

impl Case<'_> {
    fn is_possible(&self, world: &World) -> Result<bool, PlanError> {
        let nothing = Changes::default();
        let setting =
            Setting::new(self.pack, &world.constraints, world.input(), self.request, (&nothing, None))?;
        let can = |purpose| setting.resolver.itself(self.exercise, purpose).is_some();
        Ok(can(Purpose::Main) || can(Purpose::WarmUp))
    }

    fn is_planned(&self, world: &World) -> Result<bool, PlanError> {
        let plan = plan_within(self.pack, &world.constraints, world.input(), self.request)?;
        Ok(plan.rationale().chosen.contains_key(self.exercise))
    }

    /// The facts that stand against it, and those that could speak for it.
    fn facts(&self, world: &World) -> Result<Vec<Fact>, PlanError> {
        let Some(entry) = self.pack.exercises.get(self.exercise) else { return Ok(Vec::new()) };
        let nothing = Changes::default();
        let setting =
            Setting::new(self.pack, &world.constraints, world.input(), self.request, (&nothing, None))?;
        let mut facts = Vec::new();
        let blocks = setting.resolver.permission(self.exercise).map_or(&[][..], |it| it.blocks());
        for block in blocks {
            let causes = world.constraints.tags.get(&block.tag);
            let causes = causes.into_iter().flatten().map(ToString::to_string).collect();
            facts.push(Fact::WithoutTag { tag: block.tag, causes });
        }
        let missing = setting.resolver.missing_equipment(entry);
        facts.extend(missing.into_iter().map(|equipment| Fact::Equipment { equipment }));
        let other = entry.dose.keys().filter(|it| **it != world.profile.level);
        facts.extend(other.map(|level| Fact::Level { level: *level }));
        if setting.resolver.too_heavy(entry) {
            facts.push(Fact::LaterStage);
        }
        let avoiding = world.priorities.iter().filter(|it| it.avoid.contains(self.exercise));
        facts.extend(avoiding.map(|it| Fact::WithoutFinding { rule: it.rule.clone() }));
        let hurting = world.profile.aggravating.iter().cloned();
        facts.extend(hurting.map(|direction| Fact::WithoutDirection { direction }));
        let words = self.pack.planner.preference.iter().filter(|it| it.entries.contains(self.exercise));
        for word in words.map(|it| it.key.clone()) {
            if world.profile.dislikes.contains(&word) {
                facts.push(Fact::NotDisliked { word });
            } else if !world.profile.likes.contains(&word) {
                facts.push(Fact::Liked { word });
            }
        }
        facts.sort();
        facts.dedup();
        Ok(facts)
    }
}

/// Every set of so many facts, in order; of two levels at most one is in it.
fn subsets(facts: &[Fact], size: usize) -> Vec<Vec<Fact>> {
    let Some((first, rest)) = facts.split_first() else {
        return if size == 0 { vec![Vec::new()] } else { Vec::new() };
    };
    if size == 0 {
        return vec![Vec::new()];
    }
    let is_level = |it: &Fact| matches!(it, Fact::Level { .. });
    let with = subsets(rest, size - 1).into_iter().filter(|it| !(is_level(first) && it.iter().any(is_level)));
    let with = with.map(|it| [vec![first.clone()], it].concat());
    with.chain(subsets(rest, size)).collect()
}
