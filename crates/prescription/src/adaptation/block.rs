//! What comes after the last week (OM-31, RF-23, section 6.7).

use knowledge::raw::adaptation::Outcome as Rule;
use serde::Serialize;

/// A value at the start and now; nothing unless both were measured.
pub type Pair = Option<(i64, i64)>;

/// What is known of a person at the start of a block and at its end, in whole points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcomes {
    /// Pain of the last seven days, of ten.
    pub nprs: Pair,
    /// RMDQ, of 24; more is worse.
    pub rmdq: Pair,
    /// PSFS, of ten; more is better.
    pub psfs: Pair,
    /// Overall change since the start, from −5 to 5.
    pub gpe: Option<i64>,
    /// Sessions done of those prescribed, per cent.
    pub adherence_percent: Option<u32>,
}

/// How a person has changed (OM-31).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// Better in at least two ways.
    Improved,
    /// Neither better nor worse for certain.
    Uncertain,
    /// Worse.
    Worse,
}

/// What is proposed for the next block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NextBlock {
    /// A block that goes on, or maintenance: the person chooses.
    GoOnOrMaintain,
    /// Too little was done to judge: the same again, in an easier shape.
    TryFirst,
    /// Maintenance at the doses that were done, and the measures asked again: nothing was measured, and what is missing
    /// never lets anything go up.
    Maintain,
    /// Another emphasis, and the offer of a physiotherapist.
    ChangeEmphasis,
    /// A letter and a clinician's look first (E2).
    SeeClinician,
}

/// The proposal, how the person has changed, and what it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BlockDecision {
    /// What is proposed.
    pub next: NextBlock,
    /// How the person has changed.
    pub change: Change,
    /// The rule.
    pub rule: String,
    /// What was observed.
    pub observed: Vec<String>,
}

/// Decides what is proposed after the last week.
pub fn next_block(pack: &knowledge::Pack, it: &Outcomes) -> BlockDecision {
    let rule = &pack.adaptation.outcome;
    let change = change(rule, it);
    let tried = it.adherence_percent.is_some_and(|it| it >= rule.adherence_percent_from);
    let (next, id) = match change {
        Change::Worse => (NextBlock::SeeClinician, "OM-31"),
        Change::Improved => (NextBlock::GoOnOrMaintain, "OM-31"),
        Change::Uncertain if tried && !it.are_known() => (NextBlock::Maintain, "RF-45"),
        Change::Uncertain if tried && no_gain(it) => (NextBlock::SeeClinician, "RF-23"),
        Change::Uncertain if tried => (NextBlock::ChangeEmphasis, "OM-31"),
        Change::Uncertain => (NextBlock::TryFirst, "OM-31"),
    };
    BlockDecision { next, change, rule: id.to_owned(), observed: observed(it) }
}

/// The same after a block that keeps what was reached: to stay as one is was its aim, so that whoever is not worse may have
/// it again (H; section 6.7 speaks of week 6 alone).
pub fn after_keeping(pack: &knowledge::Pack, it: &Outcomes) -> BlockDecision {
    let change = change(&pack.adaptation.outcome, it);
    let next = match change {
        Change::Worse => NextBlock::SeeClinician,
        Change::Improved => NextBlock::GoOnOrMaintain,
        Change::Uncertain => NextBlock::Maintain,
    };
    BlockDecision { next, change, rule: "OM-31".to_owned(), observed: observed(it) }
}

impl NextBlock {
    /// Whether a block of maintenance may be planned.
    pub fn permits_maintenance(self) -> bool {
        matches!(self, Self::GoOnOrMaintain | Self::Maintain)
    }
}

impl Outcomes {
    /// Whether anything was measured.
    fn are_known(&self) -> bool {
        self.nprs.is_some() || self.rmdq.is_some() || self.psfs.is_some() || self.gpe.is_some()
    }
}

/// How somebody has changed (OM-31), by itself.
pub fn overall_change(pack: &knowledge::Pack, it: &Outcomes) -> Change {
    change(&pack.adaptation.outcome, it)
}

/// OM-31. What was not measured counts for neither side.
fn change(rule: &Rule, it: &Outcomes) -> Change {
    let fell = |pair: Pair| pair.map(|(was, is)| (was, was - is));
    let share = |was: i64, drop: i64, percent: i64| drop * 100 >= was * percent;
    let nprs = fell(it.nprs).is_some_and(|(was, drop)| {
        drop >= rule.nprs_drop_from && share(was, drop, rule.nprs_drop_percent_from)
    });
    let rmdq = fell(it.rmdq).is_some_and(|(was, drop)| {
        let by_share = was >= rule.rmdq_baseline_from
            && drop >= rule.rmdq_drop_with_percent_from
            && share(was, drop, rule.rmdq_drop_percent_from);
        drop >= rule.rmdq_drop_from || by_share
    });
    let psfs = it.psfs.is_some_and(|(was, is)| is - was >= rule.psfs_rise_from);
    let gpe = it.gpe.is_some_and(|it| it >= rule.gpe_from);
    if [nprs, rmdq, psfs, gpe].into_iter().filter(|met| *met).count() >= rule.improved_criteria_from {
        return Change::Improved;
    }
    let rose = |pair: Pair, by: i64| pair.is_some_and(|(was, is)| is - was >= by);
    let worse = rose(it.nprs, rule.nprs_rise_worse_from) && rose(it.rmdq, rule.rmdq_rise_worse_from);
    if worse || it.gpe.is_some_and(|it| it <= rule.gpe_worse_to) { Change::Worse } else { Change::Uncertain }
}

/// RF-23: neither pain nor disability better by a point, and no overall change for the better. What was not measured is
/// no gain.
fn no_gain(it: &Outcomes) -> bool {
    let better = |pair: Pair| pair.is_some_and(|(was, is)| was - is >= 1);
    !better(it.nprs) && !better(it.rmdq) && it.gpe.is_none_or(|it| it <= 0)
}

fn observed(it: &Outcomes) -> Vec<String> {
    let pair = |name: &str, pair: Pair| {
        pair.map_or_else(|| format!("{name} not measured"), |(was, is)| format!("{name} {was} → {is}"))
    };
    let gpe = it.gpe.map_or_else(|| "GPE not asked".to_owned(), |it| format!("GPE {it}"));
    let done = it
        .adherence_percent
        .map_or_else(|| "adherence not known".to_owned(), |it| format!("adherence {it} %"));
    vec![pair("NPRS", it.nprs), pair("RMDQ", it.rmdq), pair("PSFS", it.psfs), gpe, done]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::pack;

    fn decided(it: Outcomes) -> (NextBlock, Change) {
        let made = next_block(pack(), &it);
        (made.next, made.change)
    }

    const TRIED: Outcomes =
        Outcomes { nprs: None, rmdq: None, psfs: None, gpe: None, adherence_percent: Some(75) };

    #[test]
    fn better_in_two_ways_is_improved() {
        let better = Outcomes { nprs: Some((5, 3)), rmdq: Some((9, 6)), ..TRIED };
        assert_eq!(decided(better), (NextBlock::GoOnOrMaintain, Change::Improved));
        let one = Outcomes { rmdq: Some((9, 9)), ..better };
        assert_eq!(decided(one), (NextBlock::ChangeEmphasis, Change::Uncertain));
        let small_base = Outcomes { rmdq: Some((3, 0)), ..better };
        assert_eq!(decided(small_base).1, Change::Uncertain, "the floor of the share");
        let small_share = Outcomes { nprs: Some((8, 6)), ..better };
        assert_eq!(decided(small_share).1, Change::Uncertain, "2 of 8 is under 30 %");
    }

    #[test]
    fn worse_goes_to_a_clinician() {
        let worse = Outcomes { nprs: Some((4, 6)), rmdq: Some((5, 9)), ..TRIED };
        assert_eq!(decided(worse), (NextBlock::SeeClinician, Change::Worse));
        assert_eq!(decided(Outcomes { gpe: Some(-2), ..TRIED }).1, Change::Worse);
    }

    #[test]
    fn nothing_measured_neither_goes_up_nor_counts_as_no_gain() {
        assert_eq!(decided(TRIED), (NextBlock::Maintain, Change::Uncertain));
        assert_eq!(next_block(pack(), &TRIED).rule, "RF-45");
        assert_eq!(decided(Outcomes { adherence_percent: Some(59), ..TRIED }).0, NextBlock::TryFirst);
        let one = Outcomes { nprs: Some((4, 4)), ..TRIED };
        assert_eq!(decided(one).0, NextBlock::SeeClinician, "what was measured is no gain");
    }

    #[test]
    fn only_improved_and_nothing_measured_permit_maintenance() {
        let permit = |it: NextBlock| it.permits_maintenance();
        assert!(permit(NextBlock::GoOnOrMaintain) && permit(NextBlock::Maintain));
        for refused in [NextBlock::TryFirst, NextBlock::ChangeEmphasis, NextBlock::SeeClinician] {
            assert!(!permit(refused), "{refused:?}");
        }
    }

    #[test]
    fn after_maintenance_to_stay_as_one_is_is_enough_and_worse_is_not() {
        let same = Outcomes { nprs: Some((2, 2)), rmdq: Some((3, 3)), ..TRIED };
        assert_eq!(after_keeping(pack(), &same).next, NextBlock::Maintain);
        let worse = Outcomes { nprs: Some((2, 4)), rmdq: Some((3, 7)), ..TRIED };
        assert_eq!(after_keeping(pack(), &worse).next, NextBlock::SeeClinician);
    }

    #[test]
    fn no_gain_counts_only_if_it_was_tried() {
        let same = Outcomes { nprs: Some((4, 4)), rmdq: Some((6, 6)), gpe: Some(0), ..TRIED };
        assert_eq!(decided(same), (NextBlock::SeeClinician, Change::Uncertain));
        assert_eq!(next_block(pack(), &same).rule, "RF-23");
        let little = Outcomes { adherence_percent: Some(40), ..same };
        assert_eq!(decided(little).0, NextBlock::TryFirst);
        assert_eq!(decided(Outcomes { adherence_percent: None, ..same }).0, NextBlock::TryFirst);
    }
}
