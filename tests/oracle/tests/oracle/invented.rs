//! Models that no member brings about, and errors planted in what HiGHS is shown.

use knowledge::Pack;
use knowledge::raw::planner::Aim;
use model::ExerciseId;
use oracle::dice::Dice;
use oracle::invented;
use oracle::program;
use oracle::week::Week;
use prescription::exact::WeekModel;

use crate::compare::{self, count};
use crate::solver::{Highs, Set};

fn week(number: u64) -> WeekModel {
    let pack: &Pack = knowledge::bundled().unwrap();
    let ids: Vec<ExerciseId> = pack.exercises.keys().take(16).cloned().collect();
    let aims: Vec<Aim> = pack.planner.objective.iter().map(|it| it.name).collect();
    invented::week(&mut Dice::new(2, number), &ids, &aims)
}

#[test]
fn invented_weeks_are_equal_in_every_tier() {
    for number in 0..count("ORACLE_WEEKS", 400) {
        let model = week(number);
        if let Err(difference) = compare::week(&model, &model, Set::Quick) {
            panic!("week {number}: {difference}\n{model:#?}");
        }
    }
}

/// The search once gave up too soon here: what must be covered could only be covered with fewer sets than an entry has.
#[test]
fn weeks_that_were_once_wrong_are_equal() {
    for number in [1, 26, 69, 91] {
        let model = week(number);
        assert!(compare::week(&model, &model, Set::Plain).is_ok(), "week {number}");
    }
}

#[test]
fn invented_lists_are_equal_in_every_tier() {
    for number in 0..count("ORACLE_WEEKS", 400) {
        let model = invented::list(&mut Dice::new(3, number));
        if let Err(difference) = compare::list(&model, &model, Set::Quick) {
            panic!("list {number}: {difference}\n{model:#?}");
        }
    }
}

#[test]
fn how_highs_is_set_makes_no_difference() {
    for number in 0..15 {
        let model = week(number);
        let quick = compare::week(&model, &model, Set::Quick);
        assert_eq!(compare::week(&model, &model, Set::Plain), quick);
        assert!(quick.is_ok());
    }
}

/// Each aim alone, whatever becomes of the others.
#[test]
fn no_week_exceeds_a_bound() {
    for number in 0..40 {
        let model = week(number);
        let bounds = model.solve().bounds;
        let stated = Week::new(&model);
        for (place, bound) in bounds.iter().enumerate() {
            let tiers = vec![stated.program.tiers[place].clone()];
            let alone = program::Program { tiers, ..stated.program.clone() };
            let mut highs = Highs::new(&alone, Set::Quick);
            let reckon = |it: &[bool]| Ok(vec![stated.reckon(&stated.picks(it))?[place]]);
            let best = program::solve(&alone, &mut highs, &reckon).unwrap();
            assert!(best.values[0] <= *bound, "week {number}, {:?}: {best:?} {bound}", model.aims[place]);
        }
    }
}

/// Whether an error is noticed in any of the first weeks that it changes.
fn is_noticed(plant: &dyn Fn(&mut WeekModel)) -> bool {
    (0..150).any(|number| {
        let model = week(number);
        let mut shown = model.clone();
        plant(&mut shown);
        shown != model && compare::week(&model, &shown, Set::Quick).is_err()
    })
}

#[test]
fn a_worth_that_is_off_by_one_is_noticed() {
    type Plant = fn(&mut prescription::exact::Choice);
    let plants: [Plant; 8] = [
        |it| it.worth.iter_mut().for_each(|it| it.main_sets -= 1),
        |it| it.worth.iter_mut().for_each(|it| it.slots_filled -= 1),
        |it| it.worth.iter_mut().for_each(|it| it.template_order -= 1),
        |it| it.worth.iter_mut().for_each(|it| it.light_sets -= 1),
        |it| it.worth.iter_mut().for_each(|it| it.preferences -= 1),
        |it| it.covers = [0; 5],
        |it| it.secs.iter_mut().for_each(|it| *it += 1),
        |it| it.shares ^= 1,
    ];
    for (at, plant) in plants.iter().enumerate() {
        let first =
            |it: &mut WeekModel| it.slots.iter_mut().flat_map(|it| &mut it.choices).take(1).for_each(plant);
        assert!(is_noticed(&first), "error {at}");
    }
}

#[test]
fn a_forgotten_rule_is_noticed() {
    let plants: [fn(&mut WeekModel); 9] = [
        |it| it.days.iter_mut().for_each(|it| it.secs_max = 100_000),
        |it| it.days.iter_mut().for_each(|it| it.items_max = usize::MAX),
        |it| it.days.iter_mut().for_each(|it| it.heavy_max = usize::MAX),
        |it| it.days.iter_mut().for_each(|it| it.fresh_max.fill(usize::MAX)),
        |it| it.sets_max = None,
        |it| it.kept_percent = None,
        |it| it.moves_max = None,
        |it| it.shares.iter_mut().for_each(|it| it.at_least = false),
        |it| it.covers.iter_mut().flatten().for_each(|it| it.done = false),
    ];
    for (at, plant) in plants.iter().enumerate() {
        assert!(is_noticed(plant), "rule {at}");
    }
}
