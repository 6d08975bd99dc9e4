//! A program of whole numbers: what is free, what must hold, and what is wanted, the weightiest first.
//!
//! An answer is taken apart into the choices that were made, and what it reaches is reckoned up from these. The solver's
//! own objective is only believed where both agree.

/// A sum: factors of variables.
pub type Terms = Vec<(usize, i64)>;

/// What is to be solved.
#[derive(Clone, Debug, Default)]
pub struct Program {
    /// The variables.
    pub variables: Vec<Variable>,
    /// Choices of which at most one can be made; the rows say it too.
    pub groups: Vec<Vec<usize>>,
    /// What must hold.
    pub rows: Vec<Row>,
    /// What is wanted, the weightiest first.
    pub tiers: Vec<Tier>,
}

/// A variable, never below zero.
#[derive(Clone, Copy, Debug)]
pub enum Variable {
    /// Chosen or not.
    Choice,
    /// At most one; it follows from the choices.
    Share,
    /// Any amount; it follows from the choices.
    Amount,
}

/// A sum that is at least so much.
#[derive(Clone, Debug)]
pub struct Row {
    /// The sum.
    pub terms: Terms,
    /// What it is at least.
    pub least: i64,
}

/// A sum of which more is better.
#[derive(Clone, Debug)]
pub struct Tier {
    /// The aim.
    pub name: String,
    /// What there is of it before anything is chosen.
    pub before: i64,
    /// What the variables add.
    pub terms: Terms,
}

impl Program {
    /// Adds a variable.
    pub fn variable(&mut self, kind: Variable) -> usize {
        self.variables.push(kind);
        self.variables.len() - 1
    }

    /// The sum is at least so much.
    pub fn at_least(&mut self, terms: Terms, least: i64) {
        self.rows.push(Row { terms, least });
    }

    /// The sum is at most so much.
    pub fn at_most(&mut self, terms: &[(usize, i64)], most: i64) {
        self.at_least(terms.iter().map(|(variable, factor)| (*variable, -factor)).collect(), -most);
    }
}

/// Somebody who can solve one tier.
pub trait Solver {
    /// The value of each variable where the sum is greatest; nothing if nothing can hold.
    fn greatest(&mut self, terms: &[(usize, i64)]) -> Option<Vec<f64>>;

    /// From now on this must hold too.
    fn hold(&mut self, row: &Row);
}

/// What was reached, tier by tier, and which variables are chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// For each tier.
    pub values: Vec<i64>,
    /// For each variable whether it is one.
    pub chosen: Vec<bool>,
}

/// What the chosen variables reach in every tier, or what they break.
pub type Reckon<'a> = dyn Fn(&[bool]) -> Result<Vec<i64>, String> + 'a;

/// Solves tier after tier: what one reaches is held when the next is asked for. `reckon` says what an answer is worth in
/// every tier, or what it breaks.
///
/// A tier is not asked for where the answer so far has as much as all groups could add, each for itself.
pub fn solve(program: &Program, solver: &mut dyn Solver, reckon: &Reckon<'_>) -> Result<Answer, String> {
    // Nothing chosen is always allowed.
    let mut chosen = vec![false; program.variables.len()];
    let mut values = reckon(&chosen)?;
    let mut reached: Vec<i64> = Vec::new();
    for (place, tier) in program.tiers.iter().enumerate() {
        if ceiling(program, tier).is_none_or(|it| values[place] < it) {
            let found = solver.greatest(&tier.terms).ok_or_else(|| format!("{}: no answer", tier.name))?;
            chosen = found.iter().map(|it| *it > 0.5).collect();
            values = reckon(&chosen).map_err(|it| format!("{}: {it}", tier.name))?;
            if values[..place] != reached[..] {
                return Err(format!("{}: {values:?} does not keep {reached:?}", tier.name));
            }
            let claimed = said(&tier.terms, &found);
            if !near(claimed, values[place] - tier.before) {
                return Err(format!("{}: the solver says {claimed}, which is {}", tier.name, values[place]));
            }
        }
        reached.push(values[place]);
        if !tier.terms.is_empty() {
            solver.hold(&Row { terms: tier.terms.clone(), least: values[place] - tier.before });
        }
    }
    Ok(Answer { values: reached, chosen })
}

/// What a tier cannot exceed, if that is seen at a glance.
fn ceiling(program: &Program, tier: &Tier) -> Option<i64> {
    let mut factors = vec![0; program.variables.len()];
    tier.terms.iter().for_each(|(variable, factor)| factors[*variable] += factor);
    let mut most = tier.before;
    for group in &program.groups {
        most += group.iter().map(|it| std::mem::take(&mut factors[*it])).max().unwrap_or_default().max(0);
    }
    for (factor, variable) in factors.iter().zip(&program.variables).filter(|(factor, _)| **factor > 0) {
        match variable {
            Variable::Choice | Variable::Share => most += factor,
            Variable::Amount => return None,
        }
    }
    Some(most)
}

/// What a sum is by the numbers of the solver.
#[expect(clippy::cast_precision_loss, reason = "the factors are small")]
fn said(terms: &[(usize, i64)], found: &[f64]) -> f64 {
    terms.iter().map(|(variable, factor)| found[*variable] * *factor as f64).sum()
}

/// Whether the solver means this whole number.
#[expect(clippy::cast_precision_loss, reason = "the numbers are far below 2^53")]
fn near(claimed: f64, value: i64) -> bool {
    (claimed - value as f64).abs() < 0.3
}
