//! Small weeks that the search once got wrong. The independent solver of `tests/oracle` found them, much larger.

use knowledge::raw::planner::Aim;

use super::{Choice, Cover, Day, Slot, WeekModel, Worth};

/// A choice of one set that covers some pins, and comes so many steps behind the first.
fn choice(entry: usize, pins: u64, steps: i64) -> Choice {
    Choice {
        entry,
        secs: vec![60],
        heavy: false,
        fresh: false,
        first: true,
        usual_sets: 1,
        covers: [pins, 0, 0, 0, 0],
        worth: vec![Worth { template_order: -steps, ..Worth::default() }],
        shares: 0,
    }
}

/// A week of days with room for everything, and two pins.
fn week(days: usize, slots: Vec<Slot>, moves_max: Option<usize>) -> WeekModel {
    let day = |at: usize| Day {
        name: at.to_string(),
        times: 1,
        secs_max: 600,
        items_max: usize::MAX,
        heavy_max: usize::MAX,
        fresh_max: vec![usize::MAX],
    };
    let pin = |name: &str| Cover { name: name.to_owned(), weight: 1, done: false };
    WeekModel {
        aims: vec![Aim::Pins, Aim::TemplateOrder, Aim::LowestIds],
        days: (0..days).map(day).collect(),
        slots,
        entries: ["C01", "C02"].map(|it| it.parse().unwrap()).into(),
        covers: [vec![pin("one"), pin("two")], vec![], vec![], vec![], vec![]],
        shares: Vec::new(),
        sets_max: None,
        kept_percent: None,
        moves_max,
    }
}

#[test]
fn an_entry_that_a_later_slot_of_the_day_needs_is_kept_for_it() {
    let slots = vec![
        Slot { day: 0, choices: vec![choice(0, 0b01, 0), choice(1, 0b01, 1)] },
        Slot { day: 0, choices: vec![choice(0, 0b10, 0)] },
    ];
    let solution = week(1, slots, None).solve();
    assert_eq!(solution.values, [2, -1]);
}

#[test]
fn a_move_that_another_day_can_use_again_counts_once() {
    let slots = vec![
        Slot { day: 0, choices: vec![choice(0, 0b01, 0), choice(1, 0b01, 1)] },
        Slot { day: 1, choices: vec![choice(1, 0b10, 0)] },
    ];
    let solution = week(2, slots, Some(1)).solve();
    assert_eq!(solution.values, [2, -1]);
}

#[test]
fn slots_of_a_day_that_all_want_the_same_entries_are_soon_settled() {
    // Seven slots, seven entries, the same order of preference in each: by itself every slot could have the first.
    let choice = |slot: i64, at: usize| {
        let steps = i64::try_from(at * at).unwrap() * (slot + 1);
        let mut it = choice(at, 0, steps);
        it.worth[0].slots_filled = 1;
        it
    };
    let slots =
        (0..7).map(|slot| Slot { day: 0, choices: (0..7).map(|at| choice(slot, at)).collect() }).collect();
    let mut model = week(1, slots, None);
    model.aims = vec![Aim::SlotsFilled, Aim::TemplateOrder, Aim::LowestIds];
    model.entries = (1..8).map(|it| format!("C0{it}").parse().unwrap()).collect();
    model.covers = Default::default();
    let solution = model.solve();
    // The dearer a place is, the better its entry.
    let picked: Vec<usize> = solution.picks.iter().flatten().map(|it| it.choice).collect();
    assert_eq!(picked, [6, 5, 4, 3, 2, 1, 0]);
    // Without prices for what two slots want, all ways to share them out would have to be looked at: 7! of them.
    assert!(solution.proved && solution.nodes < 2_000, "{}", solution.nodes);
}
