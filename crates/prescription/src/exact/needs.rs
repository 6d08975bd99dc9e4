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
    /// From each slot on, for each set of bits, in parts of a point.
    most: Vec<Vec<i64>>,
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
    pub(super) fn all(model: &WeekModel, slots: &[Left], single: bool) -> Vec<Self> {
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
    pub(super) fn new(slots: &[Left], sum: usize, certain: &[(usize, u64)]) -> Self {
        let all = certain.iter().flat_map(|(list, bits)| {
            (0..64).filter(move |bit| bits >> bit & 1 == 1).map(move |bit| (*list, bit))
        });
        let mut bits: Vec<(usize, usize)> = all.collect();
        bits.sort_by_cached_key(|bit| (std::cmp::Reverse(cost(slots, sum, *bit)), *bit));
        bits.truncate(BITS_MAX);
        Table::new(slots, sum, &bits, &[]).needs(bits, Vec::new())
    }

    /// The same with the prices at which the least can be added from the start; `things` are what there is little of,
    /// each with how much of it there is.
    pub(super) fn priced(self, slots: &[Left], sum: usize, things: &[(Thing, i64)], wanted: i64) -> Self {
        let mut best = (self.all(things), self);
        let mut prices: Vec<(Thing, i64)> = things.iter().map(|(it, _)| (*it, 0)).collect();
        for round in 0..ROUNDS {
            let table = Table::new(slots, sum, &best.1.bits, &prices);
            let used = table.used(things);
            let step = STEP >> (round / HALF);
            let needs = table.needs(best.1.bits.clone(), prices.clone());
            let all = needs.all(things);
            if all < best.0 {
                best = (all, needs);
            }
            if best.0.div_euclid(PARTS) <= wanted {
                break;
            }
            for ((price, used), (thing, there)) in prices.iter_mut().zip(used).zip(things) {
                let rise = (used - there) * step / (thing.unit() * thing.unit());
                price.1 = (price.1 + rise.clamp(-step * 4, step * 4)).max(0);
            }
        }
        best.1.prices.retain(|(_, price)| *price > 0);
        best.1
    }

    /// What can be added from the start, in parts.
    fn all(&self, things: &[(Thing, i64)]) -> i64 {
        let back = self.prices.iter().zip(things).map(|((_, price), (_, there))| price * there);
        self.most[0].last().copied().unwrap_or_default().saturating_add(back.sum())
    }

    /// What the slots from `place` on can add at most if they cover what is not covered yet; `left` says how much is
    /// left of something.
    pub(super) fn most(&self, place: usize, covered: &[u64; COVERS], left: impl Fn(Thing) -> i64) -> i64 {
        let open = self.bits.iter().enumerate().filter(|(_, (list, bit))| covered[*list] >> bit & 1 == 0);
        let most = self.most[place][open.fold(0, |set, (at, _)| set | 1 << at)];
        let back: i64 = self.prices.iter().map(|(it, price)| price * left(*it)).sum();
        most.saturating_add(back).div_euclid(PARTS)
    }

    /// Whether the slots from `place` on can cover what is not covered yet.
    pub(super) fn can_cover(&self, place: usize, covered: &[u64; COVERS]) -> bool {
        self.most(place, covered, |_| 0) > NEVER / 2
    }
}

/// A table while it is made.
struct Table<'a> {
    /// For each slot, from the last: what covers which bits, and what it adds at these prices.
    options: Vec<Vec<(usize, i64, Option<&'a Way>)>>,
    most: Vec<Vec<i64>>,
}

impl<'a> Table<'a> {
    fn new(slots: &'a [Left], sum: usize, bits: &[(usize, usize)], prices: &[(Thing, i64)]) -> Self {
        let mut table = Self { options: Vec::new(), most: vec![vec![NEVER; 1 << bits.len()]] };
        table.most[0][0] = 0;
        for slot in slots.iter().rev() {
            let options = options(slot, sum, bits, prices);
            let rest = table.most.last().cloned().unwrap_or_default();
            let best = |wanted: usize| {
                let after = options.iter().map(|(covers, adds, _)| rest[wanted & !covers] + adds);
                after.max().unwrap_or(NEVER).max(NEVER)
            };
            table.most.push((0..rest.len()).map(best).collect());
            table.options.push(options);
        }
        table
    }

    /// How much of each thing is used by the slots that add the most.
    fn used(&self, things: &[(Thing, i64)]) -> Vec<i64> {
        let mut wanted = self.most[0].len() - 1;
        let mut used = vec![0; things.len()];
        for (options, rest) in self.options.iter().zip(&self.most).rev() {
            let best = options.iter().max_by_key(|(covers, adds, _)| rest[wanted & !covers] + adds);
            let Some((covers, _, way)) = best else { continue };
            wanted &= !covers;
            for (used, (thing, _)) in used.iter_mut().zip(things) {
                *used += way.map_or(0, |it| thing.used(it));
            }
        }
        used
    }

    fn needs(mut self, bits: Vec<(usize, usize)>, prices: Vec<(Thing, i64)>) -> Needs {
        self.most.reverse();
        Needs { bits, most: self.most, prices }
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

/// What a slot can cover, what it adds then at most at these prices, and how.
fn options<'a>(
    slot: &'a Left,
    sum: usize,
    bits: &[(usize, usize)],
    prices: &[(Thing, i64)],
) -> Vec<(usize, i64, Option<&'a Way>)> {
    let mut options: Vec<(usize, i64, Option<&Way>)> =
        slot.empty.then_some((0, 0, None)).into_iter().collect();
    for way in &slot.ways {
        let covers = bits.iter().enumerate().filter(|(_, (list, bit))| way.covers[*list] >> bit & 1 == 1);
        let covers = covers.fold(0, |set, (at, _)| set | 1 << at);
        let paid: i64 = prices.iter().map(|(it, price)| it.used(way) * price).sum();
        let adds = way.sums[sum] * PARTS - paid;
        match options.iter_mut().find(|(has, _, _)| *has == covers) {
            Some(known) if adds > known.1 => *known = (covers, adds, Some(way)),
            Some(_) => {}
            None => options.push((covers, adds, Some(way))),
        }
    }
    options
}
