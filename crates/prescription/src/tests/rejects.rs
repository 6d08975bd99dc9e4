//! The validator refuses what is wrong: each test breaks a sound plan in one way.

use model::{Tag, TrainingLevel};

use super::{Person, id, outline};
use crate::validator::Problem;
use crate::{Item, Prescription, Role};

/// Breaks a sound plan and says what the validator finds.
fn broken(person: &Person, breaks: impl FnOnce(&mut Prescription)) -> Vec<Problem> {
    let mut plan = person.plan("six-week");
    assert_eq!(person.validate(&plan), Vec::new(), "the plan was to be sound\n{}", outline(&plan));
    breaks(&mut plan);
    person.validate(&plan).into_iter().map(|it| it.problem).collect()
}

fn someone() -> Person {
    Person::at(TrainingLevel::L2)
}

fn items(plan: &mut Prescription) -> impl Iterator<Item = &mut Item> {
    plan.weeks.iter_mut().flat_map(|it| &mut it.sessions).flat_map(|it| &mut it.items)
}

fn first(plan: &mut Prescription, role: Role) -> &mut Item {
    items(plan).find(|it| it.role == role).unwrap()
}

#[test]
fn a_blocked_exercise() {
    let person = someone().tagged(&[Tag::Op]);
    let found = broken(&person, |plan| first(plan, Role::Strength).exercise = id("C07"));
    assert!(found.contains(&Problem::Forbidden), "{found:?}");
}

#[test]
fn every_blocked_exercise_wherever_it_is_planted() {
    for tag in Tag::ALL {
        let person = someone().tagged(&[*tag]);
        let plan = person.plan("six-week");
        let blocked = plan
            .rationale()
            .left_out
            .iter()
            .filter(|(_, why)| why.iter().any(|it| matches!(it.why, crate::Why::BlockedByTag { .. })));
        for (blocked, _) in blocked {
            let mut bad = plan.clone();
            first(&mut bad, Role::Mobility).exercise = blocked.clone();
            let found = person.validate(&bad);
            assert!(found.iter().any(|it| it.problem == Problem::Forbidden), "{tag}: {blocked}");
        }
    }
}

#[test]
fn a_missing_limit() {
    let person = someone().tagged(&[Tag::Fall]);
    let found = broken(&person, |plan| first(plan, Role::Aerobic).limits.clear());
    assert!(found.iter().any(|it| matches!(it, Problem::LimitMissing(_))), "{found:?}");
}

#[test]
fn a_position_that_a_tag_takes_away() {
    let person = someone().tagged(&[Tag::Pg]);
    let found = broken(&person, |plan| first(plan, Role::Strength).positions = vec![model::Position::Supine]);
    assert!(found.contains(&Problem::Position), "{found:?}");
}

#[test]
fn too_many_sets() {
    let found = broken(&someone(), |plan| first(plan, Role::Strength).dose.sets += 5);
    assert!(found.contains(&Problem::TooMuch), "{found:?}");
}

#[test]
fn too_few_days_of_what_a_tag_asks_for() {
    let person = someone().tagged(&[Tag::Fall]);
    let balance = &super::pack().dosage.most_days[0];
    let found = broken(&person, |plan| {
        for session in plan.weeks.iter_mut().flat_map(|it| &mut it.sessions) {
            session.items.retain(|it| !balance.entries.contains(&it.exercise));
        }
    });
    assert!(found.contains(&Problem::TooFewDays(balance.name.clone())), "{found:?}");
}

#[test]
fn a_pattern_that_is_missing() {
    let found = broken(&someone(), |plan| {
        for session in plan.weeks.iter_mut().flat_map(|it| &mut it.sessions) {
            session.items.retain(|it| it.exercise != id("F11"));
        }
    });
    assert!(found.contains(&Problem::PatternMissing(model::Pattern::Pull)), "{found:?}");
}

#[test]
fn a_session_that_is_too_long() {
    let found = broken(&someone(), |plan| first(plan, Role::Aerobic).dose.duration_secs = Some(7200));
    assert!(found.contains(&Problem::Seconds) && found.contains(&Problem::TooMuch), "{found:?}");
    let found = broken(&someone(), |plan| plan.weeks[0].sessions[0].seconds = 36_000);
    assert!(found.contains(&Problem::SessionTooLong), "{found:?}");
}

#[test]
fn strength_on_following_days() {
    let found = broken(&someone(), |plan| {
        let session = &mut plan.weeks[0].sessions;
        let second = session
            .iter_mut()
            .filter(|it| matches!(it.kind, crate::SessionKind::Strength(_)))
            .nth(1)
            .unwrap();
        second.date = second.date.yesterday().unwrap();
        second.day -= 1;
    });
    assert!(found.contains(&Problem::TooClose), "{found:?}");
}

#[test]
fn a_blocked_day() {
    let plan = someone().plan("six-week");
    let busy = someone().with(|it| it.blocked_days = [1].into());
    assert!(busy.validate(&plan).iter().any(|it| it.problem == Problem::BlockedDay));
}

#[test]
fn too_much_that_is_new() {
    let found = broken(&someone(), |plan| {
        let session = &mut plan.weeks[0].sessions[0];
        let model = session.items[0].clone();
        for planted in ["C17", "G05", "G07", "G12"] {
            session.items.push(Item { exercise: id(planted), ..model.clone() });
        }
    });
    assert!(found.contains(&Problem::TooMuchNew), "{found:?}");
}

#[test]
fn too_many_heavy_ones() {
    let found = broken(&someone(), |plan| {
        let session = &mut plan.weeks[5].sessions[0];
        let model = session.items[0].clone();
        for planted in ["C10", "C13", "C15"] {
            session.items.push(Item { exercise: id(planted), ..model.clone() });
        }
    });
    assert!(found.contains(&Problem::TooManyHeavy), "{found:?}");
}

#[test]
fn sets_and_minutes_that_rise_too_fast() {
    let found = broken(&someone(), |plan| {
        let extra = plan.weeks[1].sessions.clone();
        plan.weeks[1].sessions.extend(extra);
    });
    assert!(found.contains(&Problem::SetsRise) && found.contains(&Problem::AerobicRise), "{found:?}");
}

#[test]
fn a_deload_that_is_none() {
    let found = broken(&someone(), |plan| plan.weeks[3].sessions = plan.weeks[2].sessions.clone());
    assert!(found.contains(&Problem::NotCut), "{found:?}");
}

#[test]
fn an_effort_cap_that_is_too_high() {
    let person = someone().tagged(&[Tag::Ht]);
    let found = broken(&person, |plan| plan.weeks[2].effort_cap.value = 6);
    assert!(found.contains(&Problem::EffortCap), "{found:?}");
}

#[test]
fn vigorous_effort_before_its_week() {
    let mut plan = someone().plan("six-week");
    plan.weeks.iter_mut().for_each(|it| it.effort_cap.value = 7);
    let found = someone().validate(&plan);
    let weeks: Vec<_> = found.iter().filter(|it| it.rule == "PP-09").filter_map(|it| it.week).collect();
    assert_eq!(weeks, [1, 2, 3, 4], "{found:?}");
}

#[test]
fn what_goes_to_the_end_of_a_direction_that_hurts() {
    let plan = someone().plan("six-week");
    for (word, planted) in [("bending", "M01"), ("arching", "M09"), ("arching", "M10"), ("twisting", "M12")] {
        let hurts = someone().with(|it| it.aggravating = [word.to_owned()].into());
        let mut bad = plan.clone();
        first(&mut bad, Role::Mobility).exercise = id(planted);
        let found = hurts.validate(&bad);
        assert!(found.iter().any(|it| it.problem == Problem::KeptOut), "{word}: {found:?}");
    }
}

#[test]
fn no_easy_day() {
    let found = broken(&someone(), |plan| {
        let walk =
            plan.weeks[0].sessions.iter().find(|it| it.kind == crate::SessionKind::Aerobic).unwrap().clone();
        plan.weeks[0].sessions.push(crate::Session { day: 7, ..walk });
    });
    assert!(found.contains(&Problem::NoEasyDay), "{found:?}");
}

#[test]
fn a_reason_that_is_missing() {
    let found = broken(&someone(), |plan| {
        plan.rationale.left_out.pop_first();
    });
    assert!(found.contains(&Problem::RationaleIncomplete), "{found:?}");
}

#[test]
fn a_named_move_that_is_missing_and_a_move_too_many() {
    let person = someone();
    let mut plan = person.plan("seven-day");
    let spare: Vec<Item> =
        person.plan("six-week").weeks[5].sessions.iter().flat_map(|it| it.items.clone()).collect();
    for session in &mut plan.weeks[0].sessions {
        session.items.retain(|it| it.exercise != id("C10"));
    }
    plan.weeks[0].sessions[0].items.extend(spare);
    let found: Vec<Problem> = person.validate(&plan).into_iter().map(|it| it.problem).collect();
    assert!(found.contains(&Problem::TooManyMoves), "{found:?}");
    plan.weeks[0].sessions[0].items.retain(|it| it.exercise != id("C10"));
    let found: Vec<Problem> = person.validate(&plan).into_iter().map(|it| it.problem).collect();
    assert!(found.contains(&Problem::NamedMoveMissing), "{found:?}");
}

#[test]
fn equipment_that_is_not_there() {
    let plan = someone().plan("six-week");
    let found = someone().bare().validate(&plan);
    assert!(found.iter().any(|it| matches!(it.problem, Problem::Equipment(_))), "{found:?}");
}
