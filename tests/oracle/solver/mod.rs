//! HiGHS, as the solver of a program.

use highs::{Col, HighsModelStatus, Model, RowProblem, Sense};
use oracle::program::{Program, Row, Solver, Variable};

/// How HiGHS is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Set {
    /// As it comes.
    Plain,
    /// Without what takes more time than it saves on programs as small as ours: presolve, heuristics, symmetry.
    Quick,
}

/// A program in HiGHS, one tier after the other in the same instance.
pub(crate) struct Highs {
    model: Option<Model>,
    columns: Vec<Col>,
    /// The columns that the last tier asked for.
    asked: Vec<Col>,
}

impl Highs {
    /// Shows it a program.
    pub(crate) fn new(program: &Program, set: Set) -> Self {
        let mut problem = RowProblem::new();
        let column = |it: &Variable| match it {
            Variable::Choice => problem.add_integer_column(0.0, 0..1),
            Variable::Share => problem.add_column(0.0, 0..1),
            Variable::Amount => problem.add_column(0.0, 0..),
        };
        let columns: Vec<Col> = program.variables.iter().map(column).collect();
        for row in &program.rows {
            problem.add_row(number(row.least).., terms(&columns, &row.terms));
        }
        let mut model = problem.optimise(Sense::Maximise);
        model.make_quiet();
        model.set_option("threads", 1);
        model.set_option("parallel", "off");
        model.set_option("random_seed", 1);
        model.set_option("mip_rel_gap", 0.0);
        model.set_option("mip_abs_gap", 0.0);
        model.set_option("mip_feasibility_tolerance", 1e-6);
        model.set_option("primal_feasibility_tolerance", 1e-7);
        if set == Set::Quick {
            model.set_option("presolve", "off");
            model.set_option("mip_detect_symmetry", false);
            model.set_option("mip_heuristic_effort", 0.0);
            model.set_option("mip_heuristic_run_feasibility_jump", false);
        }
        Self { model: Some(model), columns, asked: Vec::new() }
    }
}

#[expect(clippy::cast_precision_loss, reason = "the numbers are far below 2^53")]
fn number(it: i64) -> f64 {
    it as f64
}

fn terms(columns: &[Col], terms: &[(usize, i64)]) -> Vec<(Col, f64)> {
    terms.iter().map(|(variable, factor)| (columns[*variable], number(*factor))).collect()
}

impl Solver for Highs {
    fn greatest(&mut self, wanted: &[(usize, i64)]) -> Option<Vec<f64>> {
        // It is not started from the last answer: with one, HiGHS took worse answers for the best.
        let mut model = self.model.take()?;
        for column in self.asked.drain(..) {
            model.change_column_cost(column, 0.0);
        }
        for (column, factor) in terms(&self.columns, wanted) {
            model.change_column_cost(column, factor);
            self.asked.push(column);
        }
        let solved = model.solve();
        let found = (solved.status() == HighsModelStatus::Optimal).then(|| solved.get_solution());
        self.model = Some(solved.into());
        found.map(|it| it.columns().to_vec())
    }

    fn hold(&mut self, row: &Row) {
        if let Some(model) = &mut self.model {
            model.add_row(number(row.least).., terms(&self.columns, &row.terms));
        }
    }
}
