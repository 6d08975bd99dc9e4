//! What a plan reaches of each aim, and what no plan could exceed.
//!
//! The weeks are solved one after the other, each to its own optimum. What that gives up is bounded week by week: the
//! same week is solved as if nothing had gone before (no limit to what is new, to the rise of sets, to steps), and
//! the bounds are added up. Where the two are equal, no other programme does better in that aim.

use knowledge::raw::planner::Aim;
use model::ExerciseId;
use serde::Serialize;
use std::collections::BTreeMap;

use super::Setting;
use super::draft::Draft;
use super::strength::Stated;
use crate::exact::{ListModel, ListSolution, Solution};

/// What a plan reaches of every aim.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Aims {
    /// The aims in order, each a sum over the weeks, of which more is better.
    pub reached: Vec<Reached>,
    /// Whether every model of the plan was solved to its proved optimum.
    pub proved: bool,
    /// The entries of the plan; where all numbers are the same, the lower ids win.
    pub ids: Vec<ExerciseId>,
}

impl Aims {
    /// The same without what bounds them.
    pub(crate) fn without_bounds(&self) -> Self {
        let reached = self.reached.iter().map(|it| Reached { bound: None, ..*it });
        Self { reached: reached.collect(), ..self.clone() }
    }
}

/// What a plan reaches of one aim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Reached {
    /// The aim.
    pub aim: Aim,
    /// More is better; minutes that are off, and steps down from the first choice, are below zero.
    pub value: i64,
    /// No plan of these weeks exceeds this. Below the first aim whose bound is not reached, it is the bound of each aim
    /// by itself. Absent where no bounds were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bound: Option<i64>,
}

/// Sums over the weeks as they are planned.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    reached: BTreeMap<Aim, i64>,
    /// Only what bounds were asked for.
    bounds: BTreeMap<Aim, i64>,
    unproved: bool,
}

impl Tally {
    pub(super) fn add_week(&mut self, stated: &Stated<'_>, solution: &Solution, relaxed: Option<&Solution>) {
        self.unproved |= !solution.proved;
        let aims = || stated.model.aims.iter().filter(|it| **it != Aim::LowestIds);
        add(&mut self.reached, aims().zip(solution.values.iter().copied()));
        if let Some(relaxed) = relaxed {
            add(&mut self.bounds, aims().zip(bounds(relaxed, solution)));
        }
    }

    /// What a list covers besides. Its own order of preference is no aim of the week.
    pub(super) fn add_list(&mut self, model: &ListModel, solution: &ListSolution) {
        self.unproved |= !solution.proved;
        let lists = [(Aim::Pins, &model.pins), (Aim::FindingCoverage, &model.findings)];
        let reached = solution.values.into_iter().zip(solution.bounds);
        for ((aim, covers), (value, bound)) in lists.into_iter().zip(reached) {
            let before: i64 = covers.iter().filter(|it| it.done).map(|it| it.weight).sum();
            add(&mut self.reached, [(&aim, value - before)]);
            // A list is bounded by the way; it counts only beside the weeks' own bounds.
            if !self.bounds.is_empty() {
                add(&mut self.bounds, [(&aim, bound - before)]);
            }
        }
    }

    /// The aims of the finished plan.
    pub(super) fn aims(&self, setting: &Setting<'_>, draft: &Draft<'_>) -> Aims {
        let reached = setting.pack.planner.objective.iter().map(|it| {
            // Minutes are counted in hundredths of seconds until here.
            let unit = if it.name == Aim::StreamMinutes { 6000 } else { 1 };
            let sum = |sums: &BTreeMap<Aim, i64>| sums.get(&it.name).copied().unwrap_or_default() / unit;
            let bound = (!self.bounds.is_empty()).then(|| sum(&self.bounds));
            Reached { aim: it.name, value: sum(&self.reached), bound }
        });
        let ids: std::collections::BTreeSet<&ExerciseId> = draft.items().map(|it| &it.entry.id).collect();
        Aims { reached: reached.collect(), proved: !self.unproved, ids: ids.into_iter().cloned().collect() }
    }
}

fn add<'a>(sums: &mut BTreeMap<Aim, i64>, values: impl IntoIterator<Item = (&'a Aim, i64)>) {
    for (aim, value) in values {
        *sums.entry(*aim).or_default() += value;
    }
}

/// What no week of the relaxed model exceeds: its own optimum down to the first aim in which that is better, then
/// each aim by itself.
fn bounds(best: &Solution, solution: &Solution) -> Vec<i64> {
    let mut level = best.proved;
    let mut bounds = Vec::new();
    for ((reached, best), alone) in solution.values.iter().zip(&best.values).zip(&best.bounds) {
        bounds.push(if level { *best } else { *alone });
        level &= reached == best;
    }
    bounds
}
