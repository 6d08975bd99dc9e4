//! The search for the best week: depth first over the slots, with bounds for every aim.
//!
//! At each node the aims are bounded one by one, in their order, by what the slots to come can add at most. As soon as
//! one bound lies below the best week found so far, with all weightier aims level, nothing better can follow and
//! the branch is left: a vector that is at most as good in every place cannot be greater. Where a sum can only just
//! reach what is wanted, each slot has to add its own most, and the bounds of the lesser aims look at no other ways. If
//! the search gets long, frontiers sharpen the sums by what is scarce, and the order of preference by what must still
//! be covered. What the leading aims can reach, which only count what is covered, is settled by a short search of
//! its own before (`first`). When the search ends by
//! itself, the best week is proved; a limit of nodes ends it otherwise, and the solution says so.

mod most;

use super::first;
use super::frontier::Frontier;
use super::list::done;
use super::needs::Needs;
use super::tables::{DAYS_MAX, EMPTY, Left, Rest, SHARES_MAX, Tier, Way, levels, rests, ways};
use super::week::{COVERS, Day, SUMS, WeekModel};

/// A week's search ends here at the latest, after some two seconds, and says so. No member of the tests comes near it; of random
/// changes to random programmes one in some thousand takes two million.
const NODES_MAX: u64 = 20_000_000;

/// A search that takes more nodes than this begins again with sharper bounds; most end before.
const SHORT: u64 = 800;

/// The best week.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Solution {
    /// What stands in each slot of the model.
    pub picks: Vec<Option<Pick>>,
    /// What it reaches of each aim of the model, without the last.
    pub values: Vec<i64>,
    /// For each aim what no week of the model can exceed, whatever becomes of the other aims.
    pub bounds: Vec<i64>,
    /// Whether the search ended by itself, so that no better week exists.
    pub proved: bool,
    /// Nodes looked at.
    pub nodes: u64,
}

/// What stands in a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pick {
    /// The choice, as a place in the slot's list.
    pub choice: usize,
    /// Its sets.
    pub sets: u32,
    /// The first session of its day in the week that has it, from 0.
    pub from: usize,
}

impl WeekModel {
    /// The best week of this model. It is unique.
    pub fn solve(&self) -> Solution {
        let tiers: Vec<Tier> =
            self.aims.iter().map(|it| Tier::of(*it)).filter(|it| *it != Tier::Ids).collect();
        let mut best = None;
        let mut nodes = 0;
        let mut bounds = Vec::new();
        // A deload week is cut by its share, or else has single sets throughout.
        let modes: &[bool] = if self.kept_percent.is_some() { &[false, true] } else { &[false] };
        for single in modes {
            let ways = ways(self, *single);
            let mut search = Search::new(self, &tiers, (*single, &ways), best);
            search.nodes = nodes;
            let root = search.root();
            bounds = if bounds.is_empty() { search.most(0, &root) } else { bounds };
            search.first = first::reach(self, &tiers, &search.levels[0], *single);
            search.run(&root);
            nodes = search.nodes;
            best = search.best;
        }
        let best = best.unwrap_or_else(|| Best::empty(self, &tiers));
        Solution { picks: best.picks, values: best.values, bounds, proved: nodes < NODES_MAX, nodes }
    }
}

/// The best week so far.
#[derive(Clone, Debug)]
struct Best {
    values: Vec<i64>,
    codes: Vec<u64>,
    picks: Vec<Option<Pick>>,
}

impl Best {
    /// The week in which every slot stays empty.
    fn empty(model: &WeekModel, tiers: &[Tier]) -> Self {
        let slots = model.slots.len();
        let ways = ways(model, true);
        let search = Search::new(model, tiers, (true, &ways), None);
        let values = search.most(slots, &search.root());
        Self { values, codes: vec![EMPTY; slots], picks: vec![None; slots] }
    }
}

struct Search<'a> {
    model: &'a WeekModel,
    tiers: &'a [Tier],
    /// By level, then by slot.
    levels: Vec<Vec<Left<'a>>>,
    /// By level, then by slot.
    rests: Vec<Vec<Rest>>,
    /// What the leading coverage aims reach; nothing worse need be looked at.
    first: Vec<i64>,
    /// Made only when the search gets long.
    sharper: Option<Sharper>,
    /// Whether every entry has a single set, so that the deload's share does not matter.
    single: bool,
    /// How often each entry stands in the week so far.
    used: Vec<u8>,
    path: Vec<Option<&'a Way>>,
    best: Option<Best>,
    nodes: u64,
    nodes_max: u64,
}

/// What a day has little of.
#[derive(Clone, Copy)]
enum OfDay {
    Secs,
    Fresh,
    Heavy,
}

impl OfDay {
    const ALL: [Self; 3] = [Self::Secs, Self::Fresh, Self::Heavy];

    /// How much of it a way uses.
    fn used(self, way: &Way) -> i64 {
        match self {
            Self::Secs => i64::from(way.secs),
            Self::Fresh => i64::from(way.fresh),
            Self::Heavy => i64::from(way.heavy),
        }
    }

    /// How much of it a day has when nothing is chosen, and after some choices.
    fn left(self, day: &Day, used: &InDay) -> i64 {
        let whole = |it: usize| i64::try_from(it).unwrap_or(i64::MAX / 4);
        match self {
            Self::Secs => i64::from(day.secs_max) - i64::from(used.secs),
            Self::Fresh => {
                let max = day.fresh_max.iter().fold(0_usize, |sum, it| sum.saturating_add(*it));
                whole(max.min(1 << 20)) - whole(used.fresh.iter().sum())
            }
            Self::Heavy => whole(day.heavy_max.min(1 << 20)) - whole(used.heavy),
        }
    }
}

/// What is known besides, once a search has become long.
struct Sharper {
    /// For each aim.
    scarce: Vec<Scarce>,
    /// What the order of preference has to give for what must be covered.
    needs: Needs,
    /// The same with all ways: whether what must be covered still can be.
    can: Needs,
}

/// What limits a sum, at the level at which it is asked for.
#[derive(Default)]
struct Scarce {
    level: usize,
    /// Seconds, new entries and heavy ones: where one of them binds, a frontier for each day.
    in_days: Vec<(OfDay, Vec<Frontier>)>,
    sets: Option<Frontier>,
    cut: Option<Frontier>,
}

/// What follows from the slots decided so far.
#[derive(Clone, Copy)]
struct Node {
    covered: [u64; COVERS],
    sums: [i64; SUMS],
    /// Hundredths of seconds by which each share is over.
    over: [i64; SHARES_MAX],
    days: [InDay; DAYS_MAX],
    sets: u32,
    over_cut: i64,
    different: i64,
    moves: usize,
}

/// What a day's sessions have so far.
#[derive(Clone, Copy, Default)]
pub(super) struct InDay {
    secs: u32,
    items: usize,
    heavy: usize,
    fresh: [usize; DAYS_MAX],
}

impl InDay {
    /// Whether anything new may still come.
    pub(super) fn takes_new(&self, day: &Day) -> bool {
        day.fresh_max.iter().zip(&self.fresh).any(|(max, used)| used < max)
    }

    /// Whether it has no more of anything than another.
    pub(super) fn is_within(&self, other: &Self) -> bool {
        self.secs <= other.secs
            && self.items <= other.items
            && self.heavy <= other.heavy
            && self.fresh.iter().zip(&other.fresh).all(|(one, other)| one <= other)
    }

    /// The day with one item more; nothing if it has no room for it.
    pub(super) fn with(mut self, day: &Day, way: &Way) -> Option<Self> {
        let fresh_max = day.fresh_max.get(way.from).copied().unwrap_or_default();
        let room = self.secs + way.secs <= day.secs_max
            && self.items < day.items_max
            && (!way.heavy || self.heavy < day.heavy_max)
            && (!way.fresh || self.fresh[way.from] < fresh_max);
        self.secs += way.secs;
        self.items += 1;
        self.heavy += usize::from(way.heavy);
        self.fresh[way.from] += usize::from(way.fresh);
        room.then_some(self)
    }
}

impl<'a> Search<'a> {
    fn new(
        model: &'a WeekModel,
        tiers: &'a [Tier],
        (single, ways): (bool, &'a [Vec<Way>]),
        best: Option<Best>,
    ) -> Self {
        let levels = levels(tiers, ways);
        let rests = levels.iter().map(|it| rests(model, it)).collect();
        let used = vec![0; model.entries.len()];
        let path = Vec::with_capacity(model.slots.len());
        Self {
            model,
            tiers,
            levels,
            rests,
            first: Vec::new(),
            sharper: None,
            single,
            used,
            path,
            best,
            nodes: 0,
            nodes_max: NODES_MAX,
        }
    }

    fn root(&self) -> Node {
        let mut over = [0; SHARES_MAX];
        over.iter_mut().zip(&self.model.shares).for_each(|(over, it)| *over = it.over);
        Node {
            covered: std::array::from_fn(|at| done(&self.model.covers[at])),
            sums: [0; SUMS],
            over,
            days: [InDay::default(); DAYS_MAX],
            sets: 0,
            over_cut: 0,
            different: 0,
            moves: 0,
        }
    }

    /// Searches the whole week: shortly at first, then with sharper bounds. What these promise is wanted outright to begin
    /// with; if no week has it, less is wanted.
    fn run(&mut self, root: &Node) {
        self.nodes_max = self.nodes + SHORT;
        self.from(0, root);
        if self.nodes < self.nodes_max {
            return;
        }
        self.nodes_max = NODES_MAX;
        self.sharper = Some(self.sharper());
        let reach = self.first.clone();
        let targets = self.targets();
        for wanted in (0..=targets.len()).rev() {
            self.first = [&reach[..], &targets[..wanted]].concat();
            self.from(0, root);
            let has = |best: &Best| best.values[..self.first.len()] >= self.first[..];
            if self.best.as_ref().is_some_and(has) {
                break;
            }
        }
    }

    fn from(&mut self, depth: usize, node: &Node) {
        self.nodes += 1;
        if self.nodes >= self.nodes_max || self.is_hopeless(depth, node) {
            return;
        }
        if depth == self.model.slots.len() {
            self.keep(node);
            return;
        }
        for place in 0..self.levels[0][depth].ways.len() {
            let way = self.levels[0][depth].ways[place];
            if let Some(next) = self.step(depth, node, way) {
                self.used[way.entry] += 1;
                self.path.push(Some(way));
                self.from(depth + 1, &next);
                self.path.pop();
                self.used[way.entry] -= 1;
            }
        }
        if self.may_stay_empty(depth, node) {
            self.path.push(None);
            self.from(depth + 1, node);
            self.path.pop();
        }
    }

    /// The node after one more slot; nothing if a bound is broken.
    fn step(&self, depth: usize, node: &Node, way: &Way) -> Option<Node> {
        let model = self.model;
        let at = model.slots[depth].day;
        let twice = self.used[way.entry] > 0
            && (0..depth).any(|it| {
                model.slots[it].day == at && self.path[it].is_some_and(|has| has.entry == way.entry)
            });
        let in_day = node.days[at].with(&model.days[at], way)?;
        let moves = node.moves + usize::from(way.first && self.used[way.entry] == 0);
        let kept = !twice
            && model.sets_max.is_none_or(|max| node.sets + way.week_sets <= max)
            && model.moves_max.is_none_or(|max| moves <= max)
            && self.keeps_cut(depth, node.over_cut + way.over_cut);
        if !kept {
            return None;
        }
        let mut next = *node;
        next.days[at] = in_day;
        next.covered.iter_mut().zip(way.covers).for_each(|(covered, it)| *covered |= it);
        next.sums.iter_mut().zip(way.sums).for_each(|(sum, it)| *sum += it);
        next.over.iter_mut().zip(way.moves).for_each(|(over, it)| *over += it);
        next.sets += way.week_sets;
        next.over_cut += way.over_cut;
        next.different += i64::from(self.used[way.entry] == 0);
        next.moves = moves;
        Some(next)
    }

    fn may_stay_empty(&self, depth: usize, node: &Node) -> bool {
        self.keeps_cut(depth, node.over_cut)
    }

    /// Whether the slots after `depth` can still bring the week down to the deload's share.
    fn keeps_cut(&self, depth: usize, over_cut: i64) -> bool {
        self.model.kept_percent.is_none()
            || self.single
            || over_cut + self.rests[0][depth + 1].over_cut_min <= 0
    }

    fn keep(&mut self, node: &Node) {
        let values = self.most(self.model.slots.len(), node);
        let pick = |it: &Way| Pick { choice: it.choice, sets: it.sets, from: it.from };
        self.best = Some(Best {
            values,
            codes: self.path.iter().map(|it| it.map_or(EMPTY, |it| it.code)).collect(),
            picks: self.path.iter().map(|it| it.map(pick)).collect(),
        });
    }
}
