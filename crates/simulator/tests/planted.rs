//! The simulator can see: for each invariant a fault is planted in the engine, and members are led until it shows. Run with
//! `cargo test -p simulator --features planted --test planted`.

use prescription::planted::{Bug, plant};
use simulator::{Found, Invariant, Policy, Settings, Totals, World, run_chunk};

/// What so many members find with a fault planted, all in this thread, where the fault is.
fn found(bug: Option<Bug>, members: u64) -> Found {
    let pack = knowledge::bundled().unwrap();
    let world = World::new(pack).unwrap();
    let settings = Settings { members, weeks: 4, seed: 11, policies: vec![Policy::Ours] };
    let mut totals = Totals::default();
    plant(bug);
    for chunk in 0..settings.chunks() {
        totals.add(&run_chunk(&world, &settings, chunk));
    }
    plant(None);
    totals.found().clone()
}

/// What the engine as it is does with the same members.
fn sound() -> &'static Found {
    static SOUND: std::sync::OnceLock<Found> = std::sync::OnceLock::new();
    SOUND.get_or_init(|| found(None, 120))
}

#[test]
fn the_engine_breaks_nothing() {
    for it in Invariant::ALL {
        assert_eq!(sound().count(it), 0, "{it:?}: {:#?}", sound().examples(it));
        assert!(sound().checks(it) > 0, "{it:?} was never looked at");
    }
}

/// Each fault shows as the invariant that it is meant to break.
#[track_caller]
fn catches(bug: Bug, invariant: Invariant) {
    let found = found(Some(bug), 120);
    assert!(found.count(invariant) > 0, "{bug:?} was not seen");
}

#[test]
fn sees_a_halt_that_is_not_heard() {
    catches(Bug::HaltUnheard, Invariant::StopsAfterWarning);
}

#[test]
fn sees_a_step_up_over_a_gap() {
    catches(Bug::MissingIsGreen, Invariant::NoStepOverGaps);
}

#[test]
fn sees_that_red_is_not_heard() {
    catches(Bug::RedUnheard, Invariant::RedNeverRises);
}

#[test]
fn sees_a_morning_compared_the_wrong_way_round() {
    catches(Bug::MorningReversed, Invariant::RedNeverRises);
}

#[test]
fn sees_a_plan_that_nobody_validated() {
    catches(Bug::Unvalidated, Invariant::Sound);
}

#[test]
fn sees_a_decision_without_a_rule() {
    catches(Bug::RuleUnnamed, Invariant::Explained);
}

#[test]
fn sees_a_plan_that_depends_on_when_it_was_made() {
    catches(Bug::Unsteady, Invariant::Repeatable);
}

#[test]
fn sees_steps_that_follow_too_soon() {
    catches(Bug::StepsUnbounded, Invariant::Bounded);
}

#[test]
fn sees_that_tags_are_forgotten() {
    catches(Bug::TagsForgotten, Invariant::Permitted);
}
