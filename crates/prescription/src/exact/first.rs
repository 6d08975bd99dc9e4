//! What the leading aims reach, as long as they only count what is covered.
//!
//! A short search: in each slot only ways that cover something more matter, for of all others an empty slot leaves the
//! most room. And of two ways to come to a slot, one that has covered as much with as little is enough, if what it has
//! taken does not stand in its way later. The full search then knows from the start what it has to cover, and looks
//! at nothing that covers less.

use std::collections::BTreeSet;

use super::list::{done, weight};
use super::search::InDay;
use super::tables::{DAYS_MAX, Left, Rest, Tier, Way, rests};
use super::week::{COVERS, WeekModel};

/// A search that gets longer than this is given up; what it has found so far is then only what is reached for sure.
const NODES_MAX: u64 = 50_000;

/// What the leading coverage aims reach; nothing if the search became too long.
pub(super) fn reach(model: &WeekModel, tiers: &[Tier], slots: &[Left<'_>], single: bool) -> Vec<i64> {
    let covers = tiers.iter().map_while(|it| match it {
        Tier::Covered(at) => Some(*at),
        Tier::Summed(_) | Tier::Minutes | Tier::Variety | Tier::Ids => None,
    });
    let covers: Vec<usize> = covers.collect();
    let rest = rests(model, slots);
    let limited = model.kept_percent.is_some() && !single;
    let mut search = First {
        model,
        covers,
        slots,
        rest,
        limited,
        path: Vec::new(),
        seen: vec![Vec::new(); slots.len() + 1],
        best: None,
        nodes: 0,
    };
    let covered = std::array::from_fn(|at| done(&model.covers[at]));
    search.from(0, &Node { covered, days: [InDay::default(); DAYS_MAX], sets: 0, over_cut: 0, moves: 0 });
    if search.nodes < NODES_MAX { search.best.unwrap_or_default() } else { Vec::new() }
}

struct First<'a> {
    model: &'a WeekModel,
    covers: Vec<usize>,
    slots: &'a [Left<'a>],
    /// What the slots from each place on cover at most.
    rest: Vec<Rest>,
    /// Whether the week has to come down to a deload's share.
    limited: bool,
    path: Vec<&'a Way>,
    /// The nodes that have been looked at, by slot, each with what stood in the slots before.
    seen: Vec<Vec<(Node, Vec<Stands>)>>,
    best: Option<Vec<i64>>,
    nodes: u64,
}

/// An entry that stands in a day.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Stands {
    day: usize,
    entry: usize,
}

#[derive(Clone, Copy)]
struct Node {
    covered: [u64; COVERS],
    days: [InDay; DAYS_MAX],
    sets: u32,
    over_cut: i64,
    moves: usize,
}

impl First<'_> {
    fn from(&mut self, depth: usize, node: &Node) {
        self.nodes += 1;
        let all: [u64; COVERS] = std::array::from_fn(|at| {
            node.covered[at] | self.rest[depth].can_cover(at, self.model, &node.days)
        });
        let most = self.values(&all);
        if self.nodes >= NODES_MAX || self.best.as_ref().is_some_and(|best| most <= *best) {
            return;
        }
        if self.seen[depth].iter().any(|it| self.beats(depth, it, node)) {
            return;
        }
        let stands = |it: &Way| Stands { day: it.day, entry: it.entry };
        self.seen[depth].push((*node, self.path.iter().copied().map(stands).collect()));
        let slots = self.slots;
        let Some(slot) = slots.get(depth) else {
            self.best = Some(most);
            return;
        };
        for way in &slot.ways {
            if !self.helps(node, way) {
                continue;
            }
            if let Some(next) = self.step(depth, node, way) {
                self.path.push(way);
                self.from(depth + 1, &next);
                self.path.pop();
            }
        }
        if self.fits_cut(depth, node.over_cut) {
            self.from(depth + 1, node);
        }
    }

    /// Whether one node has covered what the present one has, used no more of anything, and can still do what this one
    /// can.
    fn beats(&self, depth: usize, (one, stands): &(Node, Vec<Stands>), present: &Node) -> bool {
        self.covers.iter().all(|at| present.covered[*at] & !one.covered[*at] == 0)
            && one.sets <= present.sets
            && one.over_cut <= present.over_cut
            && one.moves <= present.moves
            && one.days.iter().zip(&present.days).all(|(one, present)| one.is_within(present))
            && !self.is_held_up(depth, one, stands)
            && self.moves_fit(depth, (one, stands), present)
    }

    /// Whether an entry that stands in a day of one node, but not of the present one, could still be of use there: no day
    /// has an entry twice.
    fn is_held_up(&self, depth: usize, one: &Node, stands: &[Stands]) -> bool {
        let mut alone = stands.iter().filter(|it| !self.is_in(it.day, it.entry));
        alone.any(|it| self.is_of_use(depth, one, (it.entry, Some(it.day))))
    }

    /// Whether one node has room for the moves that the present one has brought in already, and may use again.
    fn moves_fit(&self, depth: usize, (one, stands): (&Node, &[Stands]), present: &Node) -> bool {
        if self.model.moves_max.is_none() {
            return true;
        }
        let alone = self.path.iter().filter(|it| it.first && !stands.iter().any(|has| has.entry == it.entry));
        let alone: BTreeSet<usize> = alone.map(|it| it.entry).collect();
        let again = alone.into_iter().filter(|it| self.is_of_use(depth, one, (*it, None)));
        one.moves + again.count() <= present.moves
    }

    /// Whether an entry could still cover something, or make room, in a slot to come.
    fn is_of_use(&self, depth: usize, node: &Node, (entry, day): (usize, Option<usize>)) -> bool {
        let ways = self.slots[depth..].iter().flat_map(|it| &it.ways);
        let mut ways = ways.filter(|it| it.entry == entry && day.is_none_or(|day| it.day == day));
        ways.any(|it| self.helps(node, it))
    }

    /// Whether a way covers something more, or makes room in a deload week. More sets than one never do.
    fn helps(&self, node: &Node, way: &Way) -> bool {
        if way.sets > 1 {
            return false;
        }
        let more = self.covers.iter().any(|at| way.covers[*at] & !node.covered[*at] != 0);
        more || (self.limited && way.over_cut < 0)
    }

    fn step(&self, depth: usize, node: &Node, way: &Way) -> Option<Node> {
        let model = self.model;
        let day = model.slots[depth].day;
        let mut next = *node;
        next.days[day] = next.days[day].with(&model.days[day], way)?;
        next.sets += way.week_sets;
        next.over_cut += way.over_cut;
        let used = self.path.iter().any(|it| it.entry == way.entry);
        next.moves += usize::from(way.first && !used);
        next.covered = std::array::from_fn(|at| node.covered[at] | way.covers[at]);
        let kept = !self.is_in(day, way.entry)
            && model.sets_max.is_none_or(|max| next.sets <= max)
            && model.moves_max.is_none_or(|max| next.moves <= max)
            && self.fits_cut(depth, next.over_cut);
        kept.then_some(next)
    }

    /// Whether an entry stands in a day already.
    fn is_in(&self, day: usize, entry: usize) -> bool {
        self.path.iter().any(|it| it.entry == entry && it.day == day)
    }

    fn fits_cut(&self, depth: usize, over_cut: i64) -> bool {
        !self.limited || over_cut + self.rest[depth + 1].over_cut_min <= 0
    }

    fn values(&self, covered: &[u64; COVERS]) -> Vec<i64> {
        self.covers.iter().map(|at| weight(&self.model.covers[*at], covered[*at])).collect()
    }
}
