//! A week model unrolled for the search: every way to fill each slot, and what the slots still to come can add at
//! most.

use knowledge::raw::planner::Aim;

use super::search::InDay;
use super::week::{COVERS, Choice, SUMS, WeekModel};

/// Shares of a model at most: there are five streams.
pub(super) const SHARES_MAX: usize = 5;
/// Days of a model at most, and sessions of a day in a week.
pub(super) const DAYS_MAX: usize = 7;

/// The place of [`Aim::TemplateOrder`] among the sums.
pub(super) const ORDER: usize = 2;

/// One way to fill a slot.
#[derive(Clone, Copy, Debug)]
pub(super) struct Way {
    pub(super) day: usize,
    pub(super) choice: usize,
    pub(super) sets: u32,
    pub(super) from: usize,
    /// What breaks a tie: the lower one wins.
    pub(super) code: u64,
    pub(super) entry: usize,
    pub(super) secs: u32,
    pub(super) heavy: bool,
    pub(super) fresh: bool,
    pub(super) first: bool,
    /// Sets in the whole week.
    pub(super) week_sets: u32,
    /// Hundredths of sets by which it is over what a deload week leaves of it.
    pub(super) over_cut: i64,
    pub(super) covers: [u64; COVERS],
    pub(super) sums: [i64; SUMS],
    /// By how much each share moves, in hundredths of seconds.
    pub(super) moves: [i64; SHARES_MAX],
}

/// The code of a slot that stays empty.
pub(super) const EMPTY: u64 = u64::MAX;

/// The ways of a slot that are left once some aims must reach their most.
#[derive(Clone, Debug, Default)]
pub(super) struct Left<'a> {
    pub(super) ways: Vec<&'a Way>,
    /// Whether the slot may also stay empty.
    pub(super) empty: bool,
}

/// The most and the least that the slots from one place on can add.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Rest {
    /// What they can cover, by day.
    pub(super) covers: [[u64; COVERS]; DAYS_MAX],
    /// The same without anything new.
    pub(super) known: [[u64; COVERS]; DAYS_MAX],
    /// What the slots could cover if each covered its best, as weights.
    pub(super) weights: [i64; COVERS],
    pub(super) sums: [i64; SUMS],
    pub(super) moves_min: [i64; SHARES_MAX],
    pub(super) moves_max: [i64; SHARES_MAX],
    pub(super) over_cut_min: i64,
    pub(super) filled: i64,
}

/// How an aim is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tier {
    Covered(usize),
    Summed(usize),
    Minutes,
    Variety,
    Ids,
}

impl Tier {
    pub(super) fn of(aim: Aim) -> Self {
        let covered = WeekModel::COVERAGES.iter().position(|it| *it == aim).map(Self::Covered);
        let summed = WeekModel::ADDED.iter().position(|it| *it == aim).map(Self::Summed);
        let other = match aim {
            Aim::StreamMinutes => Self::Minutes,
            Aim::Variety => Self::Variety,
            Aim::Pins
            | Aim::NamedMoves
            | Aim::RequiredPatterns
            | Aim::FindingCoverage
            | Aim::MainSets
            | Aim::SlotsFilled
            | Aim::TemplateOrder
            | Aim::LightSets
            | Aim::PatternCoverage
            | Aim::Preferences
            | Aim::LowestIds => Self::Ids,
        };
        covered.or(summed).unwrap_or(other)
    }
}

/// All ways of each slot, the most promising first.
pub(super) fn ways(model: &WeekModel, single: bool) -> Vec<Vec<Way>> {
    let of_slot = |slot: &super::week::Slot| {
        let mut ways = Vec::new();
        for (place, choice) in slot.choices.iter().enumerate() {
            let sets_max = if single { 1 } else { choice.sets() };
            let times = model.days.get(slot.day).map_or(0, |it| it.times);
            let last_from = if choice.fresh { times } else { times.min(1) };
            for from in 0..last_from {
                ways.extend(
                    (1..=sets_max).map(|sets| way(model, (slot.day, choice), (place, sets, from, times))),
                );
            }
        }
        // What no session has room for by itself need not be looked at.
        let day = &model.days[slot.day];
        ways.retain(|it| InDay::default().with(day, it).is_some());
        ways.sort_by_key(|it| (-it.sums[ORDER], std::cmp::Reverse(it.sets), it.code));
        ways
    };
    model.slots.iter().map(of_slot).collect()
}

fn way(
    model: &WeekModel,
    (day, choice): (usize, &Choice),
    (place, sets, from, times): (usize, u32, usize, usize),
) -> Way {
    let set = usize::try_from(sets).unwrap_or(1) - 1;
    let sessions = times - from;
    let often = i64::try_from(sessions).unwrap_or(i64::MAX);
    let waits = i64::try_from(from).unwrap_or_default();
    let worth = choice.worth[set];
    let mut moves = [0; SHARES_MAX];
    for (at, (share, by)) in model.shares.iter().zip(&mut moves).enumerate() {
        let inside = if choice.shares >> at & 1 == 1 { 100 } else { 0 };
        *by = i64::from(choice.secs[set]) * often * (inside - share.percent);
    }
    let kept = i64::from(model.kept_percent.unwrap_or(100));
    Way {
        day,
        choice: place,
        sets,
        from,
        code: code(choice, sets, from),
        entry: choice.entry,
        secs: choice.secs[set],
        heavy: choice.heavy,
        fresh: choice.fresh,
        first: choice.first,
        week_sets: sets * u32::try_from(sessions).unwrap_or(u32::MAX),
        over_cut: often * (100 * i64::from(sets) - kept * i64::from(choice.usual_sets)),
        covers: choice.covers,
        sums: [
            worth.main_sets * often,
            worth.slots_filled,
            worth.template_order - waits,
            worth.light_sets * often,
            worth.preferences * often,
        ],
        moves,
    }
}

/// Lower entries win, then more sets, then the earlier session.
fn code(choice: &Choice, sets: u32, from: usize) -> u64 {
    let fewer = u64::from(choice.sets() - sets);
    (u64::try_from(choice.entry).unwrap_or(u64::MAX >> 16) << 16)
        | (fewer << 8)
        | u64::try_from(from).unwrap_or(0xff)
}

/// What is left of each slot at each level: at level 0 all ways; at level 1 those that give the most to the first
/// aim that is a sum; at level 2 those of them that give the most to the second as well; and so on.
///
/// While a sum is to reach what the slots could add to it at most, each slot has to add its own most.
pub(super) fn levels<'a>(tiers: &[Tier], ways: &'a [Vec<Way>]) -> Vec<Vec<Left<'a>>> {
    let all: Vec<Left<'a>> =
        ways.iter().map(|ways| Left { ways: ways.iter().collect(), empty: true }).collect();
    let mut levels = vec![all];
    for tier in tiers {
        if let (Tier::Summed(at), Some(last)) = (tier, levels.last()) {
            levels.push(last.iter().map(|it| it.tight(*at)).collect());
        }
    }
    levels
}

impl Left<'_> {
    /// Those ways that add the most to a sum.
    fn tight(&self, at: usize) -> Self {
        let most = self.most(at);
        let ways = self.ways.iter().filter(|it| it.sums[at] == most).copied().collect();
        Self { ways, empty: self.empty && most == 0 }
    }

    /// The most that the slot can add to a sum.
    pub(super) fn most(&self, at: usize) -> i64 {
        let empty = self.empty.then_some(0);
        self.ways.iter().map(|it| it.sums[at]).chain(empty).max().unwrap_or(NEVER)
    }
}

/// What a slot adds that cannot be filled and may not stay empty: so little that nothing makes up for it.
pub(super) const NEVER: i64 = i64::MIN / 64;

/// What the slots from each place on can add; the last one is nothing.
pub(super) fn rests(model: &WeekModel, slots: &[Left<'_>]) -> Vec<Rest> {
    let mut rests = vec![Rest::default()];
    for slot in slots.iter().rev() {
        let mut rest = rests.last().copied().unwrap_or_default();
        add(model, slot, &mut rest);
        rests.push(rest);
    }
    rests.reverse();
    rests
}

impl Rest {
    /// What can still be covered of a list when some days may take nothing new any more.
    pub(super) fn can_cover(&self, at: usize, model: &WeekModel, used: &[InDay; DAYS_MAX]) -> u64 {
        let days = model.days.iter().zip(used).enumerate();
        days.fold(0, |bits, (day, (limits, used))| {
            bits | if used.takes_new(limits) { self.covers[day][at] } else { self.known[day][at] }
        })
    }
}

fn add(model: &WeekModel, slot: &Left<'_>, rest: &mut Rest) {
    let ways = &slot.ways;
    for (at, covers) in model.covers.iter().enumerate() {
        if !covers.is_empty() {
            for way in ways {
                rest.covers[way.day][at] |= way.covers[at];
                rest.known[way.day][at] |= if way.fresh { 0 } else { way.covers[at] };
            }
            let weights = ways.iter().map(|it| super::list::weight(covers, it.covers[at]));
            rest.weights[at] += weights.max().unwrap_or_default();
        }
    }
    for at in 0..SUMS {
        rest.sums[at] = (rest.sums[at] + slot.most(at)).max(NEVER);
    }
    let empty = slot.empty.then_some(0);
    for at in 0..model.shares.len().min(SHARES_MAX) {
        let moves = || ways.iter().map(|it| it.moves[at]).chain(empty);
        rest.moves_min[at] += moves().min().unwrap_or_default();
        rest.moves_max[at] += moves().max().unwrap_or_default();
    }
    rest.over_cut_min += ways.iter().map(|it| it.over_cut).chain(empty).min().unwrap_or_default();
    rest.filled += i64::from(!ways.is_empty());
}
