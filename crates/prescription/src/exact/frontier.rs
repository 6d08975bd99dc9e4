//! Bounds for the sums that know what is scarce: seconds of a day, sets of the week, the cut of a deload.
//!
//! For one sum and one scarce thing, a frontier holds what the slots still to come can add at most, for every amount of
//! the scarce thing that may be left. It forgets everything else, so that what it says is never too low.

use super::tables::{Left, NEVER, Way};

/// What slots can add for what they use.
#[derive(Clone, Debug)]
pub(super) struct Frontier {
    /// From each place on: pairs of what is used and what is added, both rising.
    from: Vec<Vec<(i64, i64)>>,
}

/// A frontier with more pairs than this is not worth its making.
const PAIRS_MAX: usize = 2_000;

impl Frontier {
    /// The frontier of a sum; `used` says what a way uses, or nothing if the slot does not share in it.
    pub(super) fn new(
        slots: &[Left<'_>],
        sum: usize,
        used: impl Fn(usize, &Way) -> Option<i64>,
    ) -> Option<Self> {
        let mut from = vec![vec![(0, 0)]];
        for (place, slot) in slots.iter().enumerate().rev() {
            let mut options: Vec<(i64, i64)> =
                slot.ways.iter().filter_map(|it| Some((used(place, it)?, it.sums[sum]))).collect();
            options.extend(slot.empty.then_some((0, 0)));
            let shares = slot.ways.iter().all(|it| used(place, it).is_some());
            let rest = from.last().cloned().unwrap_or_default();
            from.push(if shares { joined(&best(options), &rest) } else { rest });
            if from.last().is_some_and(|it| it.len() > PAIRS_MAX) {
                return None;
            }
        }
        from.reverse();
        Some(Self { from })
    }

    /// What the slots from `place` on add at most if `left` may be used.
    pub(super) fn most(&self, place: usize, left: i64) -> i64 {
        let pairs = &self.from[place];
        let within = pairs.partition_point(|(used, _)| *used <= left);
        if within == 0 { NEVER } else { pairs[within - 1].1 }
    }

    /// Whether an amount is ever too little for the best.
    pub(super) fn binds(&self, amount: i64) -> bool {
        self.from[0].last().is_some_and(|(used, _)| *used > amount)
    }
}

/// Every option with every rest, without those that another one beats.
fn joined(options: &[(i64, i64)], rest: &[(i64, i64)]) -> Vec<(i64, i64)> {
    let pairs = options.iter().flat_map(|a| rest.iter().map(move |b| (a.0 + b.0, a.1 + b.1)));
    best(pairs.collect())
}

/// The pairs that no other beats: none uses as little and adds as much.
fn best(mut pairs: Vec<(i64, i64)>) -> Vec<(i64, i64)> {
    pairs.sort_unstable_by_key(|(used, added)| (*used, -*added));
    let mut most = i64::MIN;
    pairs.retain(|(_, added)| {
        let better = *added > most;
        most = most.max(*added);
        better
    });
    pairs
}
