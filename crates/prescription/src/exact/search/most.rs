//! What can still be reached at most from a node: bounds that never promise too little.

use std::cmp::Ordering;

use super::{InDay, Node, OfDay, Scarce, Search, Sharper};
use crate::exact::frontier::Frontier;
use crate::exact::list::weight;
use crate::exact::needs::{Needs, Thing};
use crate::exact::tables::{EMPTY, ORDER, Rest, Tier, Way};

/// Sums that the search first tries to bring to their bounds.
const TARGETS_MAX: usize = 3;

impl Search<'_> {
    /// Whether nothing that follows can be better than the best so far, or reach what is wanted.
    pub(super) fn is_hopeless(&self, depth: usize, node: &Node) -> bool {
        if self.sharper.as_ref().is_some_and(|it| !it.can.can_cover(depth, &node.covered)) {
            return true;
        }
        let (mut level, mut tight) = (0, true);
        for (place, wanted) in self.first.iter().enumerate() {
            if self.compare(place, (&mut level, &mut tight), (depth, node), *wanted) == Ordering::Less {
                return true;
            }
        }
        let Some(best) = &self.best else { return false };
        if best.values[..self.first.len()] != self.first[..] {
            return best.values[..self.first.len()] > self.first[..];
        }
        for place in self.first.len()..self.tiers.len() {
            match self.compare(place, (&mut level, &mut tight), (depth, node), best.values[place]) {
                Ordering::Less => return true,
                Ordering::Greater => return false,
                Ordering::Equal => {}
            }
        }
        let codes = self.path.iter().map(|it| it.map_or(EMPTY, |it| it.code));
        codes.cmp(best.codes[..depth].iter().copied()) == Ordering::Greater
    }

    /// Compares what an aim can reach at most with a value. While sums can only just reach theirs, each slot has to add
    /// its own most, and the bounds of the lesser aims look at no other ways.
    fn compare(
        &self,
        place: usize,
        (level, tight): (&mut usize, &mut bool),
        (depth, node): (usize, &Node),
        value: i64,
    ) -> Ordering {
        let tier = self.tiers[place];
        let plain = self.most_of(tier, *level, depth, node);
        let most = self.sharpened(place, *level, (depth, node), plain);
        if matches!(tier, Tier::Summed(_)) {
            *tight &= plain == value;
            *level += usize::from(*tight);
        }
        most.cmp(&value)
    }

    /// What the sums after the leading coverage reach at most, the weightiest first, as long as each can be reached
    /// with those before it.
    pub(super) fn targets(&self) -> Vec<i64> {
        let root = self.root();
        let mut targets = Vec::new();
        let sums =
            (self.first.len()..self.tiers.len()).take_while(|it| matches!(self.tiers[*it], Tier::Summed(_)));
        for (level, place) in sums.take(TARGETS_MAX).enumerate() {
            let plain = self.most_of(self.tiers[place], level, 0, &root);
            targets.push(self.sharpened(place, level, (0, &root), plain));
            // Only while each slot has to add its own most is it known what the next sum may use.
            if targets.last() != Some(&plain) {
                break;
            }
        }
        targets
    }

    /// What each aim can reach at most from here.
    pub(super) fn most(&self, depth: usize, node: &Node) -> Vec<i64> {
        self.tiers.iter().map(|it| self.most_of(*it, 0, depth, node)).collect()
    }

    pub(super) fn most_of(&self, tier: Tier, level: usize, depth: usize, node: &Node) -> i64 {
        let rest = &self.rests[level][depth];
        match tier {
            Tier::Covered(at) => {
                let covers = &self.model.covers[at];
                let all = weight(covers, node.covered[at] | rest.can_cover(at, self.model, &node.days));
                all.min(weight(covers, node.covered[at]) + rest.weights[at])
            }
            Tier::Summed(at) => node.sums[at] + rest.sums[at],
            Tier::Minutes => self.minutes(node, rest),
            Tier::Variety => node.different + rest.filled,
            Tier::Ids => 0,
        }
    }

    /// A bound made lower by what is scarce, where that has been worked out for this level.
    pub(super) fn sharpened(
        &self,
        place: usize,
        level: usize,
        (depth, node): (usize, &Node),
        plain: i64,
    ) -> i64 {
        let (Some(sharper), Tier::Summed(at)) = (&self.sharper, self.tiers[place]) else { return plain };
        let Some(scarce) = sharper.scarce.get(place).filter(|it| it.level == level) else { return plain };
        let plain = if at == ORDER {
            let rest = sharper.needs.most(depth, &node.covered, |it| self.left(it, node));
            plain.min(node.sums[at].saturating_add(rest))
        } else {
            plain
        };
        let by_days = scarce.in_days.iter().map(|(what, frontiers)| {
            let days = self.model.days.iter().zip(&node.days).zip(frontiers);
            days.map(|((day, used), it)| it.most(depth, what.left(day, used))).sum::<i64>()
        });
        let sets_left = |max: u32| i64::from(max) - i64::from(node.sets);
        let limited = scarce.sets.as_ref().zip(self.model.sets_max);
        let by_rise = limited.map(|(it, max)| it.most(depth, sets_left(max)));
        let by_cut = scarce.cut.as_ref().map(|it| it.most(depth, -node.over_cut));
        let rest = by_days.chain(by_rise).chain(by_cut).min();
        rest.map_or(plain, |rest| plain.min(node.sums[at].saturating_add(rest)))
    }

    pub(super) fn sharper(&self) -> Sharper {
        let scarce = self.scarce();
        let order = self.tiers.iter().position(|it| *it == Tier::Summed(ORDER));
        let level = order.and_then(|it| scarce.get(it)).map_or(0, |it| it.level);
        // Only where all that can be covered has to be, is it certain which bits must come.
        let root = self.root();
        let leading = self.tiers.iter().zip(&self.first);
        let certain = leading.filter_map(|(tier, reach)| match tier {
            Tier::Covered(at) if self.most_of(*tier, 0, 0, &root) == *reach => {
                let all = self.rests[0][0].can_cover(*at, self.model, &root.days);
                let whole = weight(&self.model.covers[*at], root.covered[*at] | all);
                (whole == *reach).then(|| (*at, all & !root.covered[*at]))
            }
            Tier::Covered(_) | Tier::Summed(_) | Tier::Minutes | Tier::Variety | Tier::Ids => None,
        });
        let certain: Vec<(usize, u64)> = certain.collect();
        let slots = &self.levels[level];
        let things = Thing::all(self.model, slots, self.single);
        let things: Vec<(Thing, i64)> = things.into_iter().map(|it| (it, self.left(it, &root))).collect();
        let reached = order.zip(self.best.as_ref()).map_or(i64::MIN, |(at, best)| best.values[at]);
        let needs = Needs::new(slots, ORDER, &certain).priced(slots, ORDER, &things, reached);
        Sharper { scarce, needs, can: Needs::new(&self.levels[0], ORDER, &certain) }
    }

    /// How much is left of something after the slots decided so far.
    pub(super) fn left(&self, thing: Thing, node: &Node) -> i64 {
        match thing {
            Thing::Secs(day) => OfDay::Secs.left(&self.model.days[day], &node.days[day]),
            Thing::Heavy(day) => OfDay::Heavy.left(&self.model.days[day], &node.days[day]),
            Thing::Sets => i64::from(self.model.sets_max.unwrap_or_default()) - i64::from(node.sets),
            Thing::Cut => -node.over_cut,
            Thing::Entry { day, entry } => {
                let stands = |it: &&Way| it.day == day && it.entry == entry;
                i64::from(!self.path.iter().flatten().any(stands))
            }
        }
    }

    /// Works out what is scarce for each sum, at the level at which it is asked for.
    pub(super) fn scarce(&self) -> Vec<Scarce> {
        let mut level = 0;
        let mut all = Vec::new();
        for tier in self.tiers {
            let Tier::Summed(sum) = tier else {
                all.push(Scarce { level: usize::MAX, ..Scarce::default() });
                continue;
            };
            all.push(self.scarce_for(*sum, level));
            level += 1;
        }
        all
    }

    pub(super) fn scarce_for(&self, sum: usize, level: usize) -> Scarce {
        let slots = &self.levels[level];
        let model = self.model;
        let in_days = OfDay::ALL.into_iter().filter_map(|what| {
            let of_day = |day: usize| {
                Frontier::new(slots, sum, |place, it| {
                    (model.slots[place].day == day).then_some(what.used(it))
                })
            };
            let made: Option<Vec<Frontier>> = (0..model.days.len()).map(of_day).collect();
            let binds = |it: &Vec<Frontier>| {
                it.iter().zip(&model.days).any(|(it, day)| it.binds(what.left(day, &InDay::default())))
            };
            Some((what, made.filter(binds)?))
        });
        let in_days = in_days.collect();
        let sets = model.sets_max.and_then(|max| {
            let made = Frontier::new(slots, sum, |_, it| Some(i64::from(it.week_sets)))?;
            made.binds(i64::from(max)).then_some(made)
        });
        let cut = model.kept_percent.filter(|_| !self.single).and_then(|_| {
            let made = Frontier::new(slots, sum, |_, it| Some(it.over_cut))?;
            made.binds(0).then_some(made)
        });
        Scarce { level, in_days, sets, cut }
    }

    /// By how little the shares can miss: each for itself, as near to its aim as its seconds can come.
    pub(super) fn minutes(&self, node: &Node, rest: &Rest) -> i64 {
        let shares = self.model.shares.iter().enumerate();
        let missed = shares.map(|(at, share)| {
            let (least, most) = (node.over[at] + rest.moves_min[at], node.over[at] + rest.moves_max[at]);
            let under = -most.min(0);
            if share.at_least { under } else { under.max(least) }
        });
        -missed.sum::<i64>()
    }
}
