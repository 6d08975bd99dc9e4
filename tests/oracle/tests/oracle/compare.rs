//! One model, solved twice.

use oracle::list::List;
use oracle::program;
use oracle::week::Week;
use prescription::exact::{ListModel, Pick, WeekModel};

use crate::solver::{Highs, Set};

/// What both reach with a week.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Solved {
    /// Tier by tier.
    pub(crate) values: Vec<i64>,
    pub(crate) picks: Vec<Option<Pick>>,
    /// Whether our search ended by itself.
    pub(crate) proved: bool,
    /// Whether it has less than HiGHS; only where it says itself that it did not end.
    pub(crate) behind: bool,
}

/// Whether our search makes the same of `model` as HiGHS does of what it is `shown`. Where it reached its limit of nodes, and
/// says so, it may have less.
pub(crate) fn week(model: &WeekModel, shown: &WeekModel, set: Set) -> Result<Solved, String> {
    let ours = model.solve();
    let stated = Week::new(shown);
    let mut highs = Highs::new(&stated.program, set);
    let answer = program::solve(&stated.program, &mut highs, &|it| stated.reckon(&stated.picks(it)))?;
    let (values, picks) = (answer.values, stated.picks(&answer.chosen));
    let mine = stated.reckon(&ours.picks)?;
    if ours.values != mine[..ours.values.len()] {
        return Err(format!("our search says {:?}, which is {mine:?}", ours.values));
    }
    let differs = mine != values || ours.picks != picks;
    if differs && (ours.proved || mine > values) {
        let (aims, picked) = (&model.aims, &ours.picks);
        return Err(format!(
            "{} nodes, {aims:?}\nours  {mine:?}\nHiGHS {values:?}\nours  {picked:?}\nHiGHS {picks:?}",
            ours.nodes
        ));
    }
    if ours.bounds.iter().zip(&values).any(|(bound, value)| bound < value) {
        return Err(format!("{values:?} is above the bounds {:?}", ours.bounds));
    }
    Ok(Solved { values, picks, proved: ours.proved, behind: differs })
}

/// The same for a list; how many tiers were equal.
pub(crate) fn list(model: &ListModel, shown: &ListModel, set: Set) -> Result<usize, String> {
    let ours = model.solve();
    let stated = List::new(shown);
    let mut highs = Highs::new(&stated.program, set);
    let answer = program::solve(&stated.program, &mut highs, &|it| stated.reckon(&stated.taken(it)))?;
    let mine = stated.reckon(&ours.taken)?;
    if !ours.proved {
        return Err(format!("not proved after {} nodes", ours.nodes));
    }
    let same =
        mine == answer.values && ours.values == mine[..2] && ours.taken == stated.taken(&answer.chosen);
    if same {
        Ok(mine.len())
    } else {
        Err(format!("ours  {mine:?} {:?}\nHiGHS {:?}", ours.values, answer.values))
    }
}

/// How many are to be tried: the usual number unless the environment says otherwise.
pub(crate) fn count(name: &str, usual: u64) -> u64 {
    std::env::var(name).ok().and_then(|it| it.parse().ok()).unwrap_or(usual)
}
