//! Models that no member brings about: every field takes values that the planner would not, so that every rule of the
//! search is needed somewhere.

use knowledge::raw::planner::Aim;
use model::ExerciseId;
use prescription::exact::{Choice, Cover, Day, ListItem, ListModel, Share, Slot, WeekModel, Worth};

use crate::dice::Dice;

/// What is the same of an entry wherever it stands.
struct Entry {
    heavy: bool,
    fresh: bool,
    first: bool,
    usual_sets: u32,
    shares: u64,
    covers: [u64; 5],
}

/// What this model is like.
struct Kind {
    /// Whether worth follows the planner's pattern; otherwise it is any number.
    plain: bool,
    /// Whether an entry covers the same wherever it stands.
    same: bool,
    shares: usize,
    covers: [usize; 5],
}

/// A week. `ids` are names for its entries, `aims` the aims in their usual order.
pub fn week(dice: &mut Dice, ids: &[ExerciseId], aims: &[Aim]) -> WeekModel {
    let kind = Kind {
        plain: dice.hits(60),
        same: dice.hits(60),
        shares: dice.below(6),
        covers: std::array::from_fn(|_| if dice.hits(70) { dice.below(5) } else { 0 }),
    };
    let days: Vec<Day> = (0..=dice.below(3)).map(|at| day(dice, at)).collect();
    let count = 2 + dice.below(ids.len().min(14) - 1);
    let entries: Vec<Entry> = (0..count).map(|_| entry(dice, &kind)).collect();
    let slots = 1 + dice.below(8);
    let slots: Vec<Slot> =
        (0..slots).map(|at| slot(dice, &kind, (slots - at, days.len()), &entries)).collect();
    WeekModel {
        aims: shuffled(dice, aims),
        days,
        slots,
        entries: ids.iter().take(count).cloned().collect(),
        covers: kind.covers.map(|it| covers(dice, it)),
        shares: (0..kind.shares).map(|_| share(dice)).collect(),
        sets_max: dice.hits(40).then(|| dice.from_to(0, 25)),
        kept_percent: dice.hits(35).then(|| dice.from_to(20, 100)),
        moves_max: dice.hits(40).then(|| dice.below(5)),
    }
}

fn shuffled(dice: &mut Dice, aims: &[Aim]) -> Vec<Aim> {
    let mut aims: Vec<Aim> = aims.iter().copied().filter(|it| *it != Aim::LowestIds).collect();
    if dice.hits(50) {
        for place in 1..aims.len() {
            aims.swap(place, dice.below(place + 1));
        }
    }
    aims.push(Aim::LowestIds);
    aims
}

fn day(dice: &mut Dice, at: usize) -> Day {
    let times = if dice.hits(5) { 0 } else { 1 + dice.below(3) };
    Day {
        name: format!("{at}"),
        times,
        secs_max: dice.from_to(100, 1500),
        items_max: if dice.hits(40) { 1 + dice.below(4) } else { usize::MAX },
        heavy_max: dice.below(4),
        fresh_max: (0..times).map(|_| if dice.hits(20) { usize::MAX } else { dice.below(3) }).collect(),
    }
}

fn entry(dice: &mut Dice, kind: &Kind) -> Entry {
    Entry {
        heavy: dice.hits(30),
        fresh: dice.hits(50),
        first: dice.hits(50),
        usual_sets: dice.from_to(1, 3),
        shares: bits(dice, kind.shares, 40),
        covers: kind.covers.map(|it| bits(dice, it, 25)),
    }
}

fn bits(dice: &mut Dice, count: usize, percent: usize) -> u64 {
    (0..count).fold(0, |bits, at| bits | u64::from(dice.hits(percent)) << at)
}

fn slot(dice: &mut Dice, kind: &Kind, (rank, days): (usize, usize), entries: &[Entry]) -> Slot {
    let share = 20 + dice.below(70);
    let mut choices: Vec<Choice> = Vec::new();
    for (place, entry) in entries.iter().enumerate() {
        if dice.hits(share) {
            let cost = i64::try_from(choices.len()).unwrap_or_default();
            choices.push(choice(dice, kind, (rank, cost), (place, entry)));
        }
    }
    // The order in which choices are listed does not matter.
    for place in 1..choices.len() {
        choices.swap(place, dice.below(place + 1));
    }
    Slot { day: dice.below(days), choices }
}

fn choice(
    dice: &mut Dice,
    kind: &Kind,
    (rank, cost): (usize, i64),
    (place, entry): (usize, &Entry),
) -> Choice {
    let sets = 1 + dice.below(3);
    let rank = i64::try_from(rank).unwrap_or_default();
    let (light, taste, length) = (dice.hits(50), dice.between(-1, 1), dice.from_to(20, 250));
    let mut lengths: Vec<u32> = Vec::new();
    for _ in 0..sets {
        lengths.push(lengths.last().copied().unwrap_or_default() + length + dice.from_to(0, 30));
    }
    let worth = (1..=sets)
        .map(|it| if kind.plain { usual(rank, cost, (it, sets), (light, taste)) } else { any(dice) });
    let worth = worth.collect();
    let elsewhere = if kind.same { entry.covers } else { kind.covers.map(|it| bits(dice, it, 25)) };
    Choice {
        entry: place,
        secs: lengths,
        heavy: entry.heavy,
        fresh: entry.fresh,
        first: entry.first,
        usual_sets: entry.usual_sets,
        covers: elsewhere,
        worth,
        shares: entry.shares,
    }
}

/// Worth as the planner has it.
fn usual(rank: i64, cost: i64, (sets, whole): (usize, usize), (light, taste): (bool, i64)) -> Worth {
    let set = |it: usize| (8 - i64::try_from(it).unwrap_or_default()) * 16 + rank;
    let (kept, lost): (i64, i64) = ((2..=sets).map(set).sum(), (sets + 1..=whole).map(set).sum());
    Worth {
        main_sets: if light { 0 } else { -lost },
        slots_filled: 1 << rank,
        template_order: -cost,
        light_sets: if light { kept } else { 0 },
        preferences: taste,
    }
}

fn any(dice: &mut Dice) -> Worth {
    Worth {
        main_sets: dice.between(-20, 5),
        slots_filled: dice.between(-2, 10),
        template_order: dice.between(-8, 3),
        light_sets: dice.between(-5, 40),
        preferences: dice.between(-2, 2),
    }
}

fn covers(dice: &mut Dice, count: usize) -> Vec<Cover> {
    let mut cover = |at| Cover { name: format!("{at}"), weight: dice.between(1, 3), done: dice.hits(15) };
    (0..count).map(&mut cover).collect()
}

fn share(dice: &mut Dice) -> Share {
    Share { percent: dice.between(0, 60), over: dice.between(-200_000, 100_000), at_least: dice.hits(25) }
}

/// A list.
pub fn list(dice: &mut Dice) -> ListModel {
    let (pins, findings) = (dice.below(4), dice.below(6));
    let (few, many) = (dice.hits(50), dice.below(41));
    let item = |dice: &mut Dice| ListItem {
        secs: dice.from_to(20, 200),
        fresh: dice.hits(50),
        first: dice.hits(50),
        pins: bits(dice, pins, 15),
        findings: bits(dice, findings, 15),
    };
    let limit = |dice: &mut Dice| if dice.hits(40) { usize::MAX } else { dice.below(6) };
    ListModel {
        items: (0..if few { many / 4 } else { many }).map(|_| item(dice)).collect(),
        secs_max: dice.from_to(50, 2000),
        items_max: limit(dice),
        fresh_max: limit(dice),
        moves_max: limit(dice),
        pins: covers(dice, pins),
        findings: covers(dice, findings),
    }
}
