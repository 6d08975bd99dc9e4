//! What a visit measures and tests: how it counts beside the screen in force, and what it locks.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop")]

use assessment::{Attested, ClinicianReply, Outcome, Source, TestResult, Trial, Verdict};
use chart::roster::{Card, Need};
use chart::{Author, Body, Entry, Examined, FORM, Role, Standing, entry_misfits, standing};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use knowledge::Pack;
use model::{Answer, Given, QuestionKey, TriageLevel};
use std::collections::BTreeMap;
use uuid::Uuid;

const EXAMPLE: &str = include_str!("../../../examples/office-worker-58.toml");
const SCREENED: Date = date(2026, 11, 20);
const VISIT: Date = date(2026, 11, 21);
const TODAY: Date = date(2026, 11, 24);

fn pack() -> &'static Pack {
    knowledge::bundled().unwrap_or_else(|faults| panic!("{faults:#?}"))
}

fn entry(number: u128, role: Role, day: Date, body: Body) -> Entry {
    Entry {
        form: FORM,
        id: Uuid::from_u128(number),
        author: Author { account: "invented".to_owned(), role, proxy_for: None },
        occurred_at: format!("{day}T10:00:00Z").parse::<Timestamp>().unwrap(),
        recorded_at: None,
        seq: None,
        supersedes: None,
        asked: None,
        body,
    }
}

fn screened() -> Entry {
    let text = EXAMPLE.replacen("date = 2026-11-20", &format!("date = {SCREENED}"), 1);
    let intake =
        assessment::intake::read(pack(), text.as_bytes(), TODAY).unwrap_or_else(|it| panic!("{it:#?}"));
    entry(1, Role::Member, SCREENED, Body::Intake(intake))
}

fn key(name: &str) -> QuestionKey {
    QuestionKey::try_from(name).unwrap()
}

fn numbers(of: &[i64]) -> Given {
    Given::Answered(Answer::Numbers(of.iter().map(|it| it * 1000).collect()))
}

fn visit(readings: &[(&str, Given)]) -> Examined {
    let readings = readings.iter().map(|(name, given)| (key(name), given.clone())).collect();
    Examined { date: VISIT, before: BTreeMap::new(), readings, tests: Vec::new() }
}

fn pressure(systolic: i64, diastolic: i64) -> Examined {
    visit(&[("bp_sys", numbers(&[systolic])), ("bp_dia", numbers(&[diastolic]))])
}

fn measured(number: u128, of: Examined) -> Entry {
    entry(number, Role::Coach, of.date, Body::Examination(of))
}

fn reply(day: Date, rule: &str) -> Entry {
    let reply = Attested {
        who: "Invented".to_owned(),
        profession: "family doctor".to_owned(),
        date: day,
        rules: [rule.to_owned()].into(),
        verdict: Verdict::Ok,
        limits: String::new(),
        tags: [].into(),
        effort_cap: None,
        expires: None,
    };
    let reply = ClinicianReply { reply, registration: "invented register 1".to_owned() };
    entry(90, Role::Clinician, day, Body::ClinicianReply(reply))
}

fn stands(entries: &[Entry]) -> Standing {
    standing(pack(), entries, TODAY).unwrap()
}

fn level(entries: &[Entry]) -> Option<TriageLevel> {
    stands(entries).clearance.err().map(|it| it.level)
}

#[test]
fn a_pressure_that_a_coach_measures_holds_at_once_and_is_an_alarm() {
    assert_eq!(level(&[screened()]), None, "the example is cleared");
    let chart = [screened(), measured(2, pressure(186, 100))];
    assert_eq!(level(&chart), Some(TriageLevel::Urgent));
    let card = Card::of(pack(), &chart);
    let needs = card.needs(pack(), TODAY);
    assert!(needs.iter().any(|it| matches!(it, Need::Alarm { .. })), "{needs:?}");
}

#[test]
fn a_later_normal_pressure_does_not_lift_an_urgent_one_and_neither_does_a_correction() {
    let mut again = measured(3, Examined { date: date(2026, 11, 23), ..pressure(128, 80) });
    assert_eq!(
        level(&[screened(), measured(2, pressure(186, 100)), again.clone()]),
        Some(TriageLevel::Urgent)
    );
    again.supersedes = Some(Uuid::from_u128(2));
    let chart = [screened(), measured(2, pressure(186, 100)), again.clone()];
    assert_eq!(level(&chart), Some(TriageLevel::Urgent));
    let answered = [chart.as_slice(), &[reply(date(2026, 11, 22), "BP-01")]].concat();
    assert_eq!(level(&answered), None, "a clinician's word that is younger than the reading lifts it");
}

#[test]
fn a_normal_pressure_at_a_visit_lifts_no_urgent_answer_of_the_screen() {
    let mut told = screened();
    let Body::Intake(intake) = &mut told.body else { panic!("a screen") };
    intake.answers.extend([(key("bp_sys"), numbers(&[190])), (key("bp_dia"), numbers(&[100]))]);
    intake.answers.insert(key("bp_signs"), Given::Answered(Answer::Multi([].into())));
    assert_eq!(level(&[told.clone()]), Some(TriageLevel::Urgent));
    let chart = [told, measured(2, pressure(128, 80))];
    assert_eq!(level(&chart), Some(TriageLevel::Urgent), "RF-46: a clinician's word alone");
    let answered = [&chart[..], &[reply(date(2026, 11, 22), "BP-01")]].concat();
    assert_eq!(level(&answered), None);
}

#[test]
fn a_clinician_s_older_word_says_nothing_of_a_newer_reading() {
    let fast = || visit(&[("rest_hr", Given::Answered(Answer::Number(112_000)))]);
    assert_eq!(level(&[screened(), measured(2, fast())]), Some(TriageLevel::SeeClinician));
    let older = [screened(), reply(SCREENED, "BP-05"), measured(2, fast())];
    assert_eq!(level(&older), Some(TriageLevel::SeeClinician));
    let younger = [screened(), measured(2, fast()), reply(date(2026, 11, 22), "BP-05")];
    assert_eq!(level(&younger), None);
    let slower = Examined {
        date: date(2026, 11, 23),
        ..visit(&[("rest_hr", Given::Answered(Answer::Number(70_000)))])
    };
    assert_eq!(
        level(&[screened(), measured(2, fast()), measured(3, slower)]),
        None,
        "the newest reading counts"
    );
}

#[test]
fn what_was_asked_because_of_a_reading_says_nothing_of_a_newer_one() {
    let none = Given::Answered(Answer::Multi(Vec::new().into_iter().collect()));
    let first = Examined { readings: [(key("bp_signs"), none)].into(), ..pressure(186, 100) };
    let second = Examined { date: date(2026, 11, 23), ..pressure(190, 100) };
    let seen = stands(&[screened(), measured(2, first), measured(3, second)]);
    assert!(!seen.intake.answers.contains_key(&key("bp_signs")), "it is asked again");
    assert!(seen.assessment.disposition.unanswered.contains(&key("bp_signs")));
}

#[test]
fn a_test_of_a_visit_counts_beside_those_of_the_screen_and_leaves_it_as_old_as_it_is() {
    let result = TestResult {
        test: "MT-61".parse().unwrap(),
        side: None,
        date: VISIT,
        source: Source::Coach,
        outcome: Outcome::Trials(vec![Trial { value: 0, error: None }]),
    };
    let chart = [screened(), measured(2, Examined { tests: vec![result.clone()], ..visit(&[]) })];
    let (before, after) = (stands(&chart[..1]), stands(&chart));
    assert_eq!(after.intake.date, before.intake.date);
    assert_eq!(after.intake.tests.len(), before.intake.tests.len() + 1);
    let hinge = |it: &Standing| it.assessment.priorities.iter().any(|it| it.rule.as_str() == "MP-05");
    assert!(!hinge(&before) && hinge(&after), "a bow that fails is something to train");
    let own = entry(3, Role::Member, VISIT, chart[1].body.clone());
    assert!(!entry_misfits(pack(), &own).is_empty(), "a member does not write a coach's result");
    assert_eq!(entry_misfits(pack(), &chart[1]), Vec::<String>::new());
}

#[test]
fn a_yes_before_a_visit_asks_everything_again() {
    let answers = [("micro_neuro", true), ("micro_unwell", false)];
    let before = answers.map(|(name, yes)| (key(name), Given::Answered(Answer::YesNo(yes))));
    let chart = [screened(), measured(2, Examined { before: before.into(), ..visit(&[]) })];
    assert_eq!(level(&chart), Some(TriageLevel::Incomplete));
}

#[test]
fn what_is_no_reading_of_a_visit_is_refused() {
    let given = Given::Answered(Answer::YesNo(false));
    let wrong = measured(2, visit(&[("ces_saddle", given)]));
    assert!(entry_misfits(pack(), &wrong).join(" ").contains("ces_saddle"));
    let high = measured(2, pressure(999, 80));
    assert!(!entry_misfits(pack(), &high).is_empty());
}
