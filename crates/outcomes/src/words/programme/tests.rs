//! How a programme is said: short titles, each reason once, times as people say them.

use assessment::{assess, intake};
use jiff::civil::date;
use knowledge::Locale;
use prescription::{Input, Request};
use std::collections::BTreeSet;

use super::Words;
use crate::Handout;

const EXAMPLE: &str = include_str!("../../../../../examples/office-worker-58.toml");

/// The handout of the invented office worker.
fn handout(template: &str, self_check: Option<&str>) -> Handout {
    let pack = knowledge::bundled().unwrap();
    let day = date(2026, 11, 22);
    let intake = intake::read(pack, EXAMPLE.as_bytes(), day).unwrap();
    let assessment = assess(pack, &intake, &[], day);
    let request = Request { template: template.to_owned(), start: date(2026, 11, 23), parent: None };
    let clearance = assessment.clearance.as_ref().unwrap();
    let plan = prescription::plan(pack, clearance, Input::from(&assessment), &request).unwrap();
    Words::of(pack, Locale::En, &intake).handout(&intake, &assessment, &plan, self_check)
}

fn titles(handout: &Handout) -> BTreeSet<String> {
    let sessions = handout.weeks.iter().flat_map(|it| &it.days).flat_map(|it| &it.sessions);
    sessions.map(|it| it.title.clone()).collect()
}

#[test]
fn a_letter_tells_two_strength_sessions_apart_and_one_needs_none() {
    let (one, several) = (titles(&handout("seven-day", None)), titles(&handout("six-week", None)));
    assert!(one.contains("Strength") && !one.contains("Strength A"), "{one:?}");
    assert!(several.contains("Strength A") && several.contains("Strength B"), "{several:?}");
    for titles in [one, several] {
        assert!(titles.contains("Walking") && !titles.iter().any(|it| it.contains("Aerobic")), "{titles:?}");
    }
}

#[test]
fn a_reason_is_said_once_and_the_level_is_no_reason() {
    let handout = handout("six-week", None);
    let sessions = handout.weeks.iter().flat_map(|it| &it.days).flat_map(|it| &it.sessions);
    let mut said = BTreeSet::new();
    for item in sessions.flat_map(|it| &it.items).filter(|it| !it.because.is_empty()) {
        assert!(said.insert((&item.id, &item.because)), "said twice: {} {}", item.id, item.because);
        assert!(!item.because.contains("your level"), "{}", item.because);
    }
    assert!(!said.is_empty());
}

#[test]
fn an_address_is_there_only_when_one_was_given() {
    assert_eq!(handout("seven-day", None).self_check, None);
    let given = handout("seven-day", Some("https://back.example.org/check")).self_check;
    assert_eq!(given.as_deref(), Some("https://back.example.org/check"));
}

#[test]
fn a_session_of_two_minutes_is_shown_as_a_part_of_the_other() {
    let pack = knowledge::bundled().unwrap();
    let day = date(2026, 11, 22);
    let intake = intake::read(pack, EXAMPLE.as_bytes(), day).unwrap();
    let assessment = assess(pack, &intake, &[], day);
    let request = Request { template: "six-week".to_owned(), start: date(2026, 11, 23), parent: None };
    let clearance = assessment.clearance.as_ref().unwrap();
    let plan = prescription::plan(pack, clearance, Input::from(&assessment), &request).unwrap();
    let words = Words::of(pack, Locale::En, &intake);
    let mut week = plan.weeks()[0].clone();
    assert_eq!(words.sessions(&week, request.start).len(), 2);
    week.sessions[1].minutes = 2;
    let shown = words.sessions(&week, request.start);
    assert_eq!(shown.len(), 1);
    assert_eq!(shown[0].title, "Strength A and walking");
    assert_eq!(shown[0].items.len(), week.sessions[0].items.len() + week.sessions[1].items.len());
}
