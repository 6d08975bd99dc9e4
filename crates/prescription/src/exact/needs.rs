//! A bound for a sum that knows what must be covered and what is scarce, both at once.
//!
//! An entry that a finding or a pattern asks for may stand far down in the order of preference, and every week that
//! covers it has to pay for it somewhere. A day has no entry twice, so that two of its slots cannot both have what is
//! best for them. Time, heavy entries, sets and a deload's share are limited as well. So each scarce thing may have a
//! price, as in Lagrange's relaxation: what a slot uses is taken from what it adds, and what is left unused is given
//! back. Whatever the prices, no week adds more than the bound says. Good ones are found by trying: what is used more
//! often than it is there becomes dearer, what is left over cheaper.
//!
//! For each set of bits still to come, a table holds what the slots from a place on can add at most, at these prices,
//! while they cover it.

use std::collections::BTreeSet;

use super::tables::{Left, NEVER, Way};
use super::week::{COVERS, WeekModel};

/// What slots can add while they cover what must come.
#[derive(Clone, Debug)]
pub(super) struct Needs {
    /// The bits, each with its list.
    bits: Vec<(usize, usize)>,
    most: Most,
    /// What is scarce, and the price of one of it in parts of a point; none of them is nothing.
    prices: Vec<(Thing, i64)>,
}

/// Something that there is little of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Thing {
    /// Seconds of a day.
    Secs(usize),
    /// Heavy entries of a day.
    Heavy(usize),
    /// Sets of the week.
    Sets,
    /// What a deload leaves, in hundredths of sets.
    Cut,
    /// An entry in a day, which has it once.
    Entry { day: usize, entry: usize },
}

/// Bits that are looked at together; those that cost the most are taken first.
const BITS_MAX: usize = 9;
/// Parts of a point in which prices are reckoned.
const PARTS: i64 = 1024;
/// How often prices are tried.
const ROUNDS: i64 = 60;
/// By how much the price of something rises at first when one is too many, in parts.
const STEP: i64 = 40 * PARTS;
/// After so many rounds the step is half as long.
const HALF: i64 = 7;

impl Thing {
    /// How much of it a way uses.
    fn used(self, way: &Way) -> i64 {
        match self {
            Self::Secs(day) if day == way.day => i64::from(way.secs),
            Self::Heavy(day) if day == way.day => i64::from(way.heavy),
            Self::Sets => i64::from(way.week_sets),
            Self::Cut => way.over_cut,
            Self::Entry { day, entry } => i64::from(day == way.day && entry == way.entry),
            Self::Secs(_) | Self::Heavy(_) => 0,
        }
    }

    /// How many of it weigh as much as one entry.
    fn unit(self) -> i64 {
        match self {
            Self::Secs(_) => 64,
            Self::Cut => 128,
            Self::Sets => 2,
            Self::Heavy(_) | Self::Entry { .. } => 1,
        }
    }

    /// Everything that is limited in a model and that some slots could have too much of.
    pub(super) fn all(model: &WeekModel, slots: &[Left<'_>], single: bool) -> Vec<Self> {
        let days = 0..model.days.len();
        let mut things: Vec<Self> = days.clone().map(Self::Secs).collect();
        things.extend(days.filter(|it| model.days[*it].heavy_max < slots.len()).map(Self::Heavy));
        things.extend(model.sets_max.map(|_| Self::Sets));
        things.extend(model.kept_percent.filter(|_| !single).map(|_| Self::Cut));
        let (mut once, mut twice) = (BTreeSet::new(), BTreeSet::new());
        for slot in slots {
            let here: BTreeSet<_> = slot.ways.iter().map(|it| (it.day, it.entry)).collect();
            twice.extend(here.into_iter().filter(|it| !once.insert(*it)));
        }
        things.extend(twice.into_iter().map(|(day, entry)| Self::Entry { day, entry }));
        things
    }
}

impl Needs {
    /// The table for a sum in which nothing has a price; `certain` are the bits that must be covered, by list.
    pub(super) fn new(slots: &[Left<'_>], sum: usize, certain: &[(usize, u64)]) -> Self {
        let bits = dearest(slots, sum, certain);
        let groups = Groups::of(slots, sum, &bits, &[]);
        let mut most = groups.nothing();
        groups.find_most(&[], &mut most);
        Self { bits, most, prices: Vec::new() }
    }

    /// The same with the prices at which the least can be added from the start; `things` are what there is little of,
    /// each with how much of it there is.
    pub(super) fn priced(self, slots: &[Left<'_>], sum: usize, things: &[(Thing, i64)], wanted: i64) -> Self {
        let groups = Groups::of(slots, sum, &self.bits, things);
        let mut prices = vec![0; things.len()];
        let mut best = (self.most.whole(), prices.clone());
        let mut most = self.most;
        for round in 0..ROUNDS {
            groups.find_most(&prices, &mut most);
            let back: i64 = prices.iter().zip(things).map(|(price, (_, there))| price * there).sum();
            let all = most.whole().saturating_add(back);
            if all < best.0 {
                best = (all, prices.clone());
            }
            if best.0.div_euclid(PARTS) <= wanted {
                break;
            }
            let used = groups.used(&most, &prices);
            let step = STEP >> (round / HALF);
            for ((price, used), (thing, there)) in prices.iter_mut().zip(used).zip(things) {
                let rise = (used - there) * step / (thing.unit() * thing.unit());
                *price = (*price + rise.clamp(-step * 4, step * 4)).max(0);
            }
        }
        groups.find_most(&best.1, &mut most);
        let prices = things.iter().map(|(it, _)| *it).zip(best.1).filter(|(_, price)| *price > 0);
        Self { bits: self.bits, most, prices: prices.collect() }
    }

    /// What the slots from `place` on can add at most if they cover what is not covered yet; `left` says how much is
    /// left of something.
    pub(super) fn most(&self, place: usize, covered: &[u64; COVERS], left: impl Fn(Thing) -> i64) -> i64 {
        let open = self.bits.iter().enumerate().filter(|(_, (list, bit))| covered[*list] >> bit & 1 == 0);
        let most = self.most.of(place)[open.fold(0, |set, (at, _)| set | 1 << at)];
        let back: i64 = self.prices.iter().map(|(it, price)| price * left(*it)).sum();
        most.saturating_add(back).div_euclid(PARTS)
    }

    /// Whether the slots from `place` on can cover what is not covered yet.
    pub(super) fn can_cover(&self, place: usize, covered: &[u64; COVERS]) -> bool {
        self.most(place, covered, |_| 0) > NEVER / 2
    }
}

/// The bits that cost the most to cover, each with its list.
fn dearest(slots: &[Left<'_>], sum: usize, certain: &[(usize, u64)]) -> Vec<(usize, usize)> {
    let all = certain.iter().flat_map(|(list, bits)| {
        (0..64).filter(move |bit| bits >> bit & 1 == 1).map(move |bit| (*list, bit))
    });
    let mut bits: Vec<(usize, usize)> = all.collect();
    bits.sort_by_cached_key(|bit| (std::cmp::Reverse(cost(slots, sum, *bit)), *bit));
    bits.truncate(BITS_MAX);
    bits
}

/// What the slots from each place on can add at most for each set of bits, in parts of a point.
#[derive(Clone, Debug)]
struct Most {
    /// Place by place, in each of them set by set.
    all: Vec<i64>,
    sets: usize,
}

impl Most {
    fn of(&self, place: usize) -> &[i64] {
        &self.all[place * self.sets..][..self.sets]
    }

    /// What all slots can add while they cover everything.
    fn whole(&self) -> i64 {
        self.all[self.sets - 1]
    }
}

/// The ways of each slot, as far as a table needs them: those that cover the same bits together.
struct Groups {
    slots: Vec<Vec<Group>>,
    /// How many sets of bits there are.
    sets: usize,
    things: usize,
}

/// Ways of a slot that cover the same bits.
struct Group {
    covers: usize,
    ways: Vec<Priced>,
}

/// What a way adds, in parts, and what it uses of the things that have a price, by their places.
struct Priced {
    adds: i64,
    used: Vec<(usize, i64)>,
}

impl Priced {
    fn at(&self, prices: &[i64]) -> i64 {
        self.adds - self.used.iter().map(|(thing, used)| used * prices[*thing]).sum::<i64>()
    }
}

impl Group {
    /// Adds a way, unless another one that uses the same adds as much.
    fn add(&mut self, way: Priced) {
        match self.ways.iter_mut().find(|it| it.used == way.used) {
            Some(known) => known.adds = known.adds.max(way.adds),
            None => self.ways.push(way),
        }
    }

    /// The way that adds the most at these prices.
    fn best(&self, prices: &[i64]) -> Option<(i64, &Priced)> {
        self.ways.iter().map(|it| (it.at(prices), it)).max_by_key(|(adds, _)| *adds)
    }
}

impl Groups {
    fn of(slots: &[Left<'_>], sum: usize, bits: &[(usize, usize)], things: &[(Thing, i64)]) -> Self {
        let group = |slot: &Left<'_>| {
            let empty = Group { covers: 0, ways: vec![Priced { adds: 0, used: Vec::new() }] };
            let mut groups: Vec<Group> = slot.empty.then_some(empty).into_iter().collect();
            for way in &slot.ways {
                let covers = bits.iter().enumerate();
                let covers = covers.filter(|(_, (list, bit))| way.covers[*list] >> bit & 1 == 1);
                let covers = covers.fold(0, |set, (at, _)| set | 1 << at);
                let used = things.iter().enumerate().map(|(at, (thing, _))| (at, thing.used(way)));
                let used = used.filter(|(_, used)| *used != 0).collect();
                let priced = Priced { adds: way.sums[sum] * PARTS, used };
                match groups.iter_mut().find(|it| it.covers == covers) {
                    Some(known) => known.add(priced),
                    None => groups.push(Group { covers, ways: vec![priced] }),
                }
            }
            groups
        };
        Self { slots: slots.iter().map(group).collect(), sets: 1 << bits.len(), things: things.len() }
    }

    fn nothing(&self) -> Most {
        Most { all: vec![NEVER; self.sets * (self.slots.len() + 1)], sets: self.sets }
    }

    /// What the slots from each place on can add at most at these prices, for each set of bits that they must cover.
    fn find_most(&self, prices: &[i64], most: &mut Most) {
        let last = most.all.len() - self.sets;
        most.all[last..].fill(NEVER);
        most.all[last] = 0;
        for (place, groups) in self.slots.iter().enumerate().rev() {
            let (here, rest) = most.all[place * self.sets..].split_at_mut(self.sets);
            here.fill(NEVER);
            for group in groups {
                let Some((adds, _)) = group.best(prices) else { continue };
                for (wanted, most) in here.iter_mut().enumerate() {
                    *most = (*most).max(rest[wanted & !group.covers] + adds);
                }
            }
        }
    }

    /// How much of each thing is used by the slots that add the most.
    fn used(&self, most: &Most, prices: &[i64]) -> Vec<i64> {
        let mut wanted = self.sets - 1;
        let mut used = vec![0; self.things];
        for (place, groups) in self.slots.iter().enumerate() {
            let rest = most.of(place + 1);
            let best = groups.iter().filter_map(|it| Some((it.covers, it.best(prices)?)));
            let best = best.max_by_key(|(covers, (adds, _))| rest[wanted & !covers] + adds);
            let Some((covers, (_, way))) = best else { continue };
            wanted &= !covers;
            way.used.iter().for_each(|(thing, by)| used[*thing] += by);
        }
        used
    }
}

/// By how much less than its most a slot adds that covers the bit, at least.
fn cost(slots: &[Left<'_>], sum: usize, (list, bit): (usize, usize)) -> i64 {
    let in_slot = |slot: &Left<'_>| {
        let ways = slot.ways.iter().filter(|it| it.covers[list] >> bit & 1 == 1);
        ways.map(|it| slot.most(sum) - it.sums[sum]).min()
    };
    slots.iter().filter_map(in_slot).min().unwrap_or_default()
}
