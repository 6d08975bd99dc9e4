//! A list in order of preference, from which as much is taken as there is room for.

use super::week::Cover;

/// What a mind–body session or the daily mobility set is chosen from.
///
/// First comes what a coach asked for, then what covers the findings; after that a higher place in the list is worth
/// more than everything below it. So there is one best set, and fuller sets are better ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListModel {
    /// The entries, the best first; at most 64.
    pub items: Vec<ListItem>,
    /// Seconds at most.
    pub secs_max: u32,
    /// Entries at most.
    pub items_max: usize,
    /// New entries at most (AD-46).
    pub fresh_max: usize,
    /// Entries that the programme has not had yet, at most.
    pub moves_max: usize,
    /// What a coach asked for.
    pub pins: Vec<Cover>,
    /// Findings.
    pub findings: Vec<Cover>,
}

/// One entry of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListItem {
    /// Seconds (DP-60).
    pub secs: u32,
    /// Whether it counts as new.
    pub fresh: bool,
    /// Whether it is a move that the programme has not had yet.
    pub first: bool,
    /// What it covers of [`ListModel::pins`], as bits.
    pub pins: u64,
    /// What it covers of [`ListModel::findings`], as bits.
    pub findings: u64,
}

/// The best set of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListSolution {
    /// The places of what is taken, in order.
    pub taken: Vec<usize>,
    /// What is covered of pins and of findings.
    pub values: [i64; 2],
    /// What could be covered of each at most.
    pub bounds: [i64; 2],
    /// Whether the search ended by itself, so that nothing better exists.
    pub proved: bool,
    /// Nodes looked at.
    pub nodes: u64,
}

/// A list's search ends here at the latest, and says so.
const NODES_MAX: u64 = 200_000;

impl ListModel {
    /// The best set.
    pub fn solve(&self) -> ListSolution {
        let mut search = Search { model: self, best: None, nodes: 0, taken: 0 };
        let full = Left {
            secs: self.secs_max,
            items: self.items_max,
            fresh: self.fresh_max,
            moves: self.moves_max,
            pins: done(&self.pins),
            findings: done(&self.findings),
        };
        let (bounds, _) = search.most(0, full);
        search.from(0, full);
        let (values, taken) = search.best.map_or(([0, 0], 0), |it| it);
        ListSolution {
            taken: (0..self.items.len()).filter(|it| taken >> (63 - it) & 1 == 1).collect(),
            values,
            bounds,
            proved: search.nodes < NODES_MAX,
            nodes: search.nodes,
        }
    }
}

struct Search<'a> {
    model: &'a ListModel,
    /// Values and what was taken, the first item as the highest bit: greater is better.
    best: Option<([i64; 2], u64)>,
    taken: u64,
    nodes: u64,
}

/// What is still free, and what is covered so far.
#[derive(Clone, Copy)]
struct Left {
    secs: u32,
    items: usize,
    fresh: usize,
    moves: usize,
    pins: u64,
    findings: u64,
}

impl Search<'_> {
    fn from(&mut self, place: usize, left: Left) {
        self.nodes += 1;
        if self.nodes >= NODES_MAX || self.best.is_some_and(|best| self.most(place, left) <= best) {
            return;
        }
        let Some(item) = self.model.items.get(place) else {
            self.best = Some((self.values(left.pins, left.findings), self.taken));
            return;
        };
        if let Some(less) = left.take(item) {
            let bit = 1 << (63 - place);
            self.taken |= bit;
            self.from(place + 1, less);
            self.taken &= !bit;
        }
        self.from(place + 1, left);
    }

    /// No set that goes on from here is better: everything is taken that fits by itself.
    fn most(&self, place: usize, left: Left) -> ([i64; 2], u64) {
        let (mut pins, mut findings, mut taken) = (left.pins, left.findings, self.taken);
        for (at, item) in self.model.items.iter().enumerate().skip(place) {
            if left.take(item).is_some() {
                pins |= item.pins;
                findings |= item.findings;
                taken |= 1 << (63 - at);
            }
        }
        (self.values(pins, findings), taken)
    }

    fn values(&self, pins: u64, findings: u64) -> [i64; 2] {
        [weight(&self.model.pins, pins), weight(&self.model.findings, findings)]
    }
}

impl Left {
    /// What is left when `item` is taken; nothing if it does not fit.
    fn take(self, item: &ListItem) -> Option<Self> {
        Some(Self {
            secs: self.secs.checked_sub(item.secs)?,
            items: self.items.checked_sub(1)?,
            fresh: self.fresh.checked_sub(usize::from(item.fresh))?,
            moves: self.moves.checked_sub(usize::from(item.first))?,
            pins: self.pins | item.pins,
            findings: self.findings | item.findings,
        })
    }
}

/// The bits of what is covered from the start.
pub(super) fn done(covers: &[Cover]) -> u64 {
    covers.iter().enumerate().filter(|(_, it)| it.done).fold(0, |bits, (at, _)| bits | 1 << at)
}

/// What the covered bits are worth.
pub(super) fn weight(covers: &[Cover], bits: u64) -> i64 {
    covers.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1).map(|(_, it)| it.weight).sum()
}
