//! Invented charts for the pages behind signing in.

use assessment::{Intake, Outcome, Source, TestResult, Trial, Why};
use chart::roster::Card;
use chart::{Alarm, Asked, Author, Body, Entry, Examined, FORM, Measured, Role};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use knowledge::Pack;
use model::{Answer, Effort, Given, Nprs, QuestionKey, Side};
use prescription::{Input, Prescription, Request, SESSION_FORM, Session, SessionLog, plan};
use std::collections::BTreeMap;
use store::{Booking, Class, ClassId, MemberId, NewClass};
use uuid::Uuid;

use crate::member::MICRO;

use super::{TODAY, all_no, pack, reading};

pub(super) fn entry(number: u64, role: Role, body: Body) -> Entry {
    let moment: Timestamp = format!("{TODAY}T08:00:00Z").parse().unwrap();
    let asked =
        if let Body::Intake(it) = &body { Some(Asked::of(pack(), knowledge::Locale::En, it)) } else { None };
    Entry {
        form: FORM,
        id: Uuid::from_u128(u128::from(number)),
        author: Author { account: "invented".to_owned(), role, proxy_for: None },
        occurred_at: moment,
        recorded_at: Some(moment),
        seq: Some(number),
        supersedes: None,
        asked,
        body,
    }
}

/// Somebody with plain back pain who has answered everything.
pub(crate) fn screened() -> Vec<Entry> {
    vec![entry(1, Role::Member, Body::Intake(reading(pack(), &all_no(pack())).intake))]
}

/// Puts six weeks in force behind the screen of a chart.
fn begin(chart: &mut Vec<Entry>, start: Date) -> Prescription {
    let standing = chart::standing(pack(), chart, start).unwrap();
    let request = Request { template: "six-week".to_owned(), start, parent: None };
    let clearance = standing.clearance.as_ref().unwrap();
    let made = plan(pack(), clearance, Input::from(&standing.assessment), &request).unwrap();
    chart.push(entry(2, Role::Engine, Body::Decision(chart::decision(&made, start, 1))));
    made
}

/// The same with a programme from today on.
pub(crate) fn running() -> Vec<Entry> {
    let mut chart = screened();
    begin(&mut chart, TODAY);
    chart
}

/// Somebody whose six weeks are over and were all told, and who was screened again today.
pub(crate) fn over() -> Vec<Entry> {
    let start = TODAY.saturating_sub(43.days());
    let screen = |date: Date| {
        let mut intake = Intake { date, ..reading(pack(), &all_no(pack())).intake };
        // Without a measure nobody can say that nothing has got better (RF-23).
        intake.answers.retain(|key, _| key.as_str() != "rmdq");
        Body::Intake(intake)
    };
    let mut chart = vec![entry(1, Role::Member, screen(start))];
    let made = begin(&mut chart, start);
    for session in made.weeks().iter().flat_map(|it| &it.sessions) {
        let number = u64::try_from(chart.len()).unwrap() + 1;
        chart.push(entry(number, Role::Member, Body::Session(told(session))));
    }
    let number = u64::try_from(chart.len()).unwrap() + 1;
    chart.push(entry(number, Role::Member, screen(TODAY)));
    chart
}

/// Somebody in their fourth week, with measures at the start and three weeks later.
pub(crate) fn measured() -> Vec<Entry> {
    let start = TODAY.saturating_sub(22.days());
    let key = |name: &str| QuestionKey::try_from(name).unwrap();
    let pain = |value: i64| (key("pain_7d_average"), Given::Answered(Answer::Number(value * 1000)));
    let mut intake = Intake { date: start, ..reading(pack(), &all_no(pack())).intake };
    intake.answers.extend([pain(6)]);
    let mut chart = vec![entry(1, Role::Member, Body::Intake(intake))];
    begin(&mut chart, start);
    let again = Measured { date: TODAY.yesterday().unwrap(), answers: [pain(3)].into(), overall: Some(2) };
    chart.push(entry(3, Role::Member, Body::Measured(again)));
    chart
}

/// A session as it was planned, with nothing to complain of.
fn told(session: &Session) -> SessionLog {
    let no = |key: &str| (QuestionKey::try_from(key).unwrap(), Given::Answered(Answer::YesNo(false)));
    SessionLog {
        form: SESSION_FORM,
        date: session.date,
        part: session.part,
        answers: MICRO.iter().map(|it| no(it)).collect(),
        pain_before: None,
        leg_before: None,
        leg_after: None,
        effort: None,
        items: Vec::new(),
        events: [].into(),
    }
}

/// The same begun three days ago, with its first session told as hard and sore.
pub(crate) fn told_once() -> Vec<Entry> {
    let start = TODAY.saturating_sub(3.days());
    let intake = Intake { date: start, ..reading(pack(), &all_no(pack())).intake };
    let mut chart = vec![entry(1, Role::Member, Body::Intake(intake))];
    let made = begin(&mut chart, start);
    let session =
        made.weeks().iter().flat_map(|it| &it.sessions).min_by_key(|it| (it.date, it.part)).unwrap();
    let log =
        SessionLog { pain_before: Nprs::try_from(2).ok(), effort: Effort::try_from(7).ok(), ..told(session) };
    chart.push(entry(3, Role::Member, Body::Session(log)));
    chart.push(entry(4, Role::Coach, Body::Note("Likes the wall, not the floor.".to_owned())));
    chart
}

/// The same with an alarm that nobody has dealt with.
pub(crate) fn with_an_alarm() -> Vec<Entry> {
    let mut chart = running();
    chart.push(entry(3, Role::Member, Body::Alarm(Alarm { date: TODAY, answers: BTreeMap::new() })));
    chart
}

fn examined(number: u64, examined: Examined) -> Entry {
    entry(number, Role::Coach, Body::Examination(examined))
}

/// What a visit begins with: the short check, and a pressure at rest.
fn readings(systolic: i64) -> Examined {
    let key = |name: &str| QuestionKey::try_from(name).unwrap();
    let no = || Given::Answered(Answer::YesNo(false));
    let numbers = |value: i64| Given::Answered(Answer::Numbers(vec![value * 1000]));
    Examined {
        date: TODAY,
        before: MICRO.iter().map(|it| (key(it), no())).collect(),
        readings: [(key("bp_sys"), numbers(systolic)), (key("bp_dia"), numbers(80))].into(),
        tests: Vec::new(),
    }
}

/// Somebody whose pressure was measured and would stop everything.
pub(crate) fn with_high_pressure() -> Vec<Entry> {
    let mut chart = screened();
    chart.push(examined(2, readings(190)));
    chart
}

/// A visit under way: two tests have a result, and one is left out.
pub(crate) fn visited() -> Vec<Entry> {
    let result = |test: &str, side: Option<Side>, date: Date, outcome: Outcome| TestResult {
        test: test.parse().unwrap(),
        side,
        date,
        source: Source::Coach,
        outcome,
    };
    let trials = |value: i64| Outcome::Trials(vec![Trial { value, error: None }]);
    let before = TODAY.yesterday().unwrap();
    let earlier = Examined {
        date: before,
        before: [].into(),
        readings: [].into(),
        tests: vec![result("MT-11", None, before, trials(14_000))],
    };
    let tests = vec![
        result("MT-11", None, TODAY, trials(11_000)),
        result("MT-61", None, TODAY, trials(0)),
        result("MT-32", None, TODAY, Outcome::NotTested(Why::Pain)),
        result("OS-03", Some(Side::Left), TODAY, trials(1000)),
        result("OS-03", Some(Side::Right), TODAY, trials(0)),
    ];
    let mut chart = screened();
    chart.push(examined(2, earlier));
    chart.push(examined(3, readings(128)));
    chart.push(examined(4, Examined { date: TODAY, before: [].into(), readings: [].into(), tests }));
    chart
}

/// A class this evening with two places, booked by members with the ids 1, 2, ….
pub(crate) fn class(booked: u128) -> Class {
    let member = |number| Some(MemberId(Uuid::from_u128(number)));
    let starts_at = TODAY.at(18, 0, 0, 0);
    let plan = NewClass { title: "Gentle yoga".to_owned(), starts_at, minutes: 60, capacity: 2 };
    let bookings = (1..=booked).map(|it| Booking { member: member(it), came: None }).collect();
    Class { id: ClassId(Uuid::from_u128(9)), plan, bookings }
}

/// The cards of all of them.
pub(crate) fn cards(pack: &Pack) -> Vec<Card> {
    [Vec::new(), screened(), running(), with_an_alarm()].iter().map(|it| Card::of(pack, it)).collect()
}
