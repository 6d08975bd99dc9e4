//! Who solves the models of a plan.

use std::collections::BTreeMap;

use crate::exact::{ListModel, ListSolution, Solution, WeekModel};

/// Solves the models that the planner states. Each has one best answer, so that it cannot matter who gives it: a proof may look
/// at every model on the way, and whoever plans often may remember.
pub trait Solver {
    /// The best strength sessions of a week.
    fn week(&mut self, model: &WeekModel) -> Solution;
    /// The same for the week as if nothing had gone before, which bounds what any programme could reach.
    fn relaxed(&mut self, model: &WeekModel) -> Solution;
    /// Whether the bounds are wanted at all: they take as long again, and a programme is the same without them.
    fn wants_bounds(&self) -> bool;
    /// The best set of a list.
    fn list(&mut self, model: &ListModel) -> ListSolution;
}

/// Solves each model as it comes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Afresh;

impl Solver for Afresh {
    fn week(&mut self, model: &WeekModel) -> Solution {
        model.solve()
    }

    fn relaxed(&mut self, model: &WeekModel) -> Solution {
        model.solve()
    }

    fn wants_bounds(&self) -> bool {
        true
    }

    fn list(&mut self, model: &ListModel) -> ListSolution {
        model.solve()
    }
}

/// Keeps the answers, for a programme that is planned anew again and again: many of its weeks are as they were. It leaves the
/// bounds out.
#[derive(Clone, Debug, Default)]
pub struct Remembering {
    weeks: BTreeMap<WeekModel, Solution>,
}

/// Answers that are kept at most; then it begins again with none.
const KEPT_MAX: usize = 512;

impl Solver for Remembering {
    fn week(&mut self, model: &WeekModel) -> Solution {
        if let Some(known) = self.weeks.get(model) {
            return known.clone();
        }
        if self.weeks.len() >= KEPT_MAX {
            self.weeks.clear();
        }
        let solution = model.solve();
        self.weeks.insert(model.clone(), solution.clone());
        solution
    }

    fn relaxed(&mut self, model: &WeekModel) -> Solution {
        self.week(model)
    }

    fn wants_bounds(&self) -> bool {
        false
    }

    /// A list is solved faster than it is found again.
    fn list(&mut self, model: &ListModel) -> ListSolution {
        model.solve()
    }
}
