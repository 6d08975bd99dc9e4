//! Which measures are due (OM-30), how somebody has changed (OM-31, OM-32), and that what was not measured is never better.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop")]

use chart::{
    Author, Body, Entry, FORM, Measured, Role, Scores, changes, due, entry_misfits, overall, standing,
};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use knowledge::Pack;
use model::{Answer, Given, InstrumentId, QuestionKey, Truth};
use prescription::Change;
use proptest::prelude::*;
use std::collections::BTreeMap;
use uuid::Uuid;

const EXAMPLE: &str = include_str!("../../../examples/office-worker-58.toml");
const START: Date = date(2026, 11, 23);

fn pack() -> &'static Pack {
    knowledge::bundled().unwrap_or_else(|faults| panic!("{faults:#?}"))
}

fn id(name: &str) -> InstrumentId {
    InstrumentId::try_from(name).unwrap()
}

fn day(after: i32) -> Date {
    START.saturating_add(after.days())
}

/// Scores in whole points: instrument, day after the start, value.
fn scores(of: &[(&str, i32, i64)]) -> Scores {
    let mut scores = Scores::default();
    for (name, after, value) in of {
        scores.0.entry(id(name)).or_default().insert(day(*after), value * 1000);
    }
    scores
}

/// Everything of the first time, three days before the start.
const BASELINE: [(&str, i32, i64); 4] =
    [("OM-01", -3, 12), ("OM-02", -3, 6), ("OM-03", -3, 3), ("OM-10", -3, 2)];

fn asked(of: &[(&str, i32, i64)], today: i32) -> Vec<String> {
    let due = due(pack(), &scores(&[&BASELINE[..], of].concat()), START, day(today));
    due.map(|it| it.instruments.iter().map(ToString::to_string).collect()).unwrap_or_default()
}

#[test]
fn each_time_of_the_schedule_asks_what_belongs_to_it_until_it_is_answered() {
    let none: [String; 0] = [];
    assert_eq!(
        due(pack(), &Scores::default(), START, day(1)).unwrap().instruments.len(),
        4,
        "the first ones"
    );
    assert_eq!(asked(&[], 1), none);
    assert_eq!(asked(&[("OM-02", 18, 5)], 20), none);
    assert_eq!(asked(&[], 21), ["OM-01", "OM-02", "OM-03", "OM-12"], "week 3");
    let early = [("OM-01", 18, 10), ("OM-02", 18, 5), ("OM-03", 18, 4), ("OM-12", 18, 1)];
    assert_eq!(asked(&early, 21), none, "three days early");
    let too_early = early.map(|(name, _, value)| (name, 17, value));
    assert_eq!(asked(&too_early, 21).len(), 4);
    assert_eq!(asked(&early, 42), ["OM-01", "OM-02", "OM-03", "OM-10", "OM-12"], "week 6");
    let months = (START.checked_add(3.months()).unwrap() - START).get_days();
    let six = [("OM-01", 42, 8), ("OM-02", 42, 4), ("OM-03", 42, 5), ("OM-10", 42, 1), ("OM-12", 42, 2)];
    let weekly = ("OM-02", months - 4, 4);
    assert_eq!(asked(&[&six[..], &[weekly]].concat(), months - 1), none);
    assert_eq!(asked(&six, months).len(), 5, "month 3");
}

#[test]
fn pain_is_asked_every_week_and_a_rise_asks_the_rest_again() {
    let due = due(pack(), &scores(&BASELINE), START, day(5)).unwrap();
    assert!(!due.is_scheduled && due.instruments == [id("OM-02")]);
    assert_eq!(asked(&[("OM-02", 5, 6)], 8), [""; 0]);
    assert_eq!(asked(&[("OM-02", 5, 8)], 8), ["OM-01"], "two points more within two weeks");
    assert_eq!(asked(&[("OM-02", 5, 7)], 8), [""; 0]);
    assert_eq!(asked(&[("OM-02", 5, 8), ("OM-01", 5, 14)], 8), [""; 0], "it was asked since");
}

fn judged(of: &[(&str, i32, i64)]) -> Change {
    overall(pack(), &scores(&[&BASELINE[..], of].concat()), START, day(42))
}

#[test]
fn better_needs_two_ways_and_worse_both_pain_and_disability() {
    assert_eq!(judged(&[("OM-01", 42, 7), ("OM-02", 42, 4)]), Change::Improved);
    assert_eq!(judged(&[("OM-01", 42, 7)]), Change::Uncertain);
    assert_eq!(judged(&[("OM-01", 42, 7), ("OM-02", 42, 5)]), Change::Uncertain);
    assert_eq!(judged(&[("OM-01", 42, 7), ("OM-12", 42, 2)]), Change::Improved);
    assert_eq!(judged(&[("OM-01", 42, 16), ("OM-02", 42, 8)]), Change::Worse);
    assert_eq!(judged(&[("OM-12", 42, -2)]), Change::Worse);
    assert_eq!(judged(&[]), Change::Uncertain);
}

#[test]
fn a_change_is_told_with_per_cent_and_whether_it_is_more_than_the_error() {
    let all = scores(&[&BASELINE[..], &[("OM-01", 42, 6), ("OM-02", 42, 4), ("OM-10", 42, 2)]].concat());
    let changes = changes(pack(), &all, START, day(42));
    let of = |name: &str| changes.iter().find(|it| it.instrument == id(name)).unwrap();
    assert_eq!((of("OM-01").percent, of("OM-01").beyond_error), (Some(-50), Truth::Yes));
    assert_eq!(of("OM-02").beyond_error, Truth::Unknown, "nobody gives an error for it");
    assert_eq!(of("OM-10").percent, Some(0));
    assert!(changes.iter().all(|it| it.instrument != id("OM-03")), "what was measured once has not changed");
    let five = scores(&[&BASELINE[..], &[("OM-01", 42, 7)]].concat());
    assert_eq!(
        chart::changes(pack(), &five, START, day(42))[0].beyond_error,
        Truth::No,
        "as much as the error"
    );
}

proptest! {
    /// Taking a measure away never makes "not sure" or "worse" of somebody "better".
    #[test]
    fn what_is_not_measured_is_never_better(values in proptest::array::uniform4(0..25_i64), gone in 0..4_usize) {
        let names = ["OM-01", "OM-02", "OM-03", "OM-12"];
        let capped = |at: usize| match at { 0 => values[0].min(24), 3 => values[3] % 11 - 5, _ => values[at] % 11 };
        let all: Vec<(&str, i32, i64)> = (0..4).map(|at| (names[at], 42, capped(at))).collect();
        let fewer: Vec<_> = all.iter().enumerate().filter(|(at, _)| *at != gone).map(|it| *it.1).collect();
        if judged(&all) != Change::Improved {
            prop_assert_ne!(judged(&fewer), Change::Improved);
        }
    }
}

fn entry(number: u128, day: Date, body: Body) -> Entry {
    Entry {
        form: FORM,
        id: Uuid::from_u128(number),
        author: Author { account: "invented".to_owned(), role: Role::Member, proxy_for: None },
        occurred_at: format!("{day}T10:00:00Z").parse().unwrap(),
        recorded_at: None,
        seq: None,
        supersedes: None,
        asked: None,
        body,
    }
}

#[test]
fn an_answer_apart_from_a_screen_counts_from_then_on_and_makes_it_no_younger() {
    let key = |name: &str| QuestionKey::try_from(name).unwrap();
    let intake = assessment::intake::read(pack(), EXAMPLE.as_bytes(), day(21)).unwrap();
    let screened = intake.date;
    let pain = |value: i64| {
        BTreeMap::from([(key("pain_7d_average"), Given::Answered(Answer::Number(value * 1000)))])
    };
    let measured = |answers, overall| Body::Measured(Measured { date: day(21), answers, overall });
    let chart = [entry(1, screened, Body::Intake(intake)), entry(2, day(21), measured(pain(1), Some(3)))];
    assert_eq!(entry_misfits(pack(), &chart[1]), Vec::<String>::new());
    let stands = standing(pack(), &chart, day(21)).unwrap();
    assert_eq!(stands.intake.whole("pain_7d_average"), Some(1));
    assert_eq!(stands.intake.date, screened);
    let scores = Scores::of(pack(), &chart);
    assert_eq!(scores.series(&id("OM-02")).count(), 2);
    assert_eq!(scores.newest(&id("OM-12"), day(0), day(21)), Some((day(21), 3000)));
    let other = BTreeMap::from([(key("ces_saddle"), Given::Answered(Answer::YesNo(false)))]);
    for wrong in [measured(other, None), measured(BTreeMap::new(), Some(6)), measured(pain(11), None)] {
        assert!(!entry_misfits(pack(), &entry(3, day(21), wrong)).is_empty());
    }
}
