//! A bound for a sum that knows what must be covered: an entry that a finding or a pattern asks for may stand far down
//! in the order of preference, and every week that covers it has to pay for it somewhere.
//!
//! For each set of bits still to come, a table holds what the slots from a place on can add at most while they cover
//! it. It forgets time, sets and everything else, so that what it says is never too low.

use super::tables::{Left, NEVER};
use super::week::COVERS;

/// What slots can add while they cover what must come.
#[derive(Clone, Debug)]
pub(super) struct Needs {
    /// The bits, each with its list.
    bits: Vec<(usize, usize)>,
    /// From each slot on, for each set of bits.
    most: Vec<Vec<i64>>,
}

/// Bits that are looked at together; those that cost the most are taken first.
const BITS_MAX: usize = 9;

impl Needs {
    /// The table for a sum; `certain` are the bits that must be covered, by list.
    pub(super) fn new(slots: &[Left], sum: usize, certain: &[(usize, u64)]) -> Self {
        let all = certain.iter().flat_map(|(list, bits)| {
            (0..64).filter(move |bit| bits >> bit & 1 == 1).map(move |bit| (*list, bit))
        });
        let mut bits: Vec<(usize, usize)> = all.collect();
        bits.sort_by_cached_key(|bit| (std::cmp::Reverse(cost(slots, sum, *bit)), *bit));
        bits.truncate(BITS_MAX);
        let mut most = vec![vec![NEVER; 1 << bits.len()]];
        most[0][0] = 0;
        for slot in slots.iter().rev() {
            let options = options(slot, sum, &bits);
            let rest = most.last().cloned().unwrap_or_default();
            let best = |wanted: usize| {
                let after = options.iter().map(|(covers, adds)| rest[wanted & !covers] + adds);
                after.max().unwrap_or(NEVER).max(NEVER)
            };
            most.push((0..rest.len()).map(best).collect());
        }
        most.reverse();
        Self { bits, most }
    }

    /// What the slots from `place` on can add at most if they cover what is not covered yet.
    pub(super) fn most(&self, place: usize, covered: &[u64; COVERS]) -> i64 {
        let open = self.bits.iter().enumerate().filter(|(_, (list, bit))| covered[*list] >> bit & 1 == 0);
        self.most[place][open.fold(0, |set, (at, _)| set | 1 << at)]
    }
}

/// By how much less than its most a slot adds that covers the bit, at least.
fn cost(slots: &[Left], sum: usize, (list, bit): (usize, usize)) -> i64 {
    let in_slot = |slot: &Left| {
        let ways = slot.ways.iter().filter(|it| it.covers[list] >> bit & 1 == 1);
        ways.map(|it| slot.most(sum) - it.sums[sum]).min()
    };
    slots.iter().filter_map(in_slot).min().unwrap_or_default()
}

/// What a slot can cover, and what it adds then at most.
fn options(slot: &Left, sum: usize, bits: &[(usize, usize)]) -> Vec<(usize, i64)> {
    let mut options: Vec<(usize, i64)> = slot.empty.then_some((0, 0)).into_iter().collect();
    for way in &slot.ways {
        let covers = bits.iter().enumerate().filter(|(_, (list, bit))| way.covers[*list] >> bit & 1 == 1);
        let covers = covers.fold(0, |set, (at, _)| set | 1 << at);
        match options.iter_mut().find(|(has, _)| *has == covers) {
            Some((_, adds)) => *adds = way.sums[sum].max(*adds),
            None => options.push((covers, way.sums[sum])),
        }
    }
    options
}
