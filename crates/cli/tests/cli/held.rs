//! Answers that hold the programme: what is said instead.

use serde_json::Value;

use crate::{WHEN, code, example, folder_of, intake, json, plan, plumbline, rows, with, words};

#[test]
fn a_missing_safety_answer_is_incomplete_and_listed() {
    let file = intake("incomplete", with("ces_bladder = false\n", ""));
    let output = plan(&file, &["--json"]);
    let object = json(&output);
    assert_eq!(code(&output), 3);
    assert_eq!(object["disposition"]["level"], "incomplete");
    assert_eq!(rows(&object["unanswered"]), ["ces_bladder"]);
    assert!(object["programme"].is_null());
    assert!(words(&plan(&file, &[]).stdout).contains("[safety.ces_bladder]"));
}

#[test]
fn not_sure_about_numbness_between_the_legs_gets_no_programme() {
    let file = intake("not-sure", with("ces_saddle = false", "ces_saddle = \"unsure\""));
    for days in [&["--json"][..], &["--json", "--days", "7"]] {
        let output = plan(&file, days);
        assert_eq!(code(&output), 3);
        let object = json(&output);
        assert_eq!(object["disposition"]["level"], "urgent");
        assert!(object["programme"].is_null());
        assert_eq!(rows(&object["excluded"]), [] as [Value; 0]);
    }
    let ics = folder_of(&file).join("plan.ics");
    assert_eq!(code(&plan(&file, &["--ics", ics.to_str().unwrap()])), 3);
    assert!(!ics.exists());
    assert_eq!(code(&plumbline(&[&["explain", &file, "C10"], &WHEN[..]].concat())), 3);
}

#[test]
fn an_emergency_names_the_number_to_call() {
    for (test, country, number) in [("emergency-ca", "CA", "911"), ("emergency-gb", "GB", "999")] {
        let text = with("acute_signs = []", "acute_signs = [\"chest\"]")
            .replace("country = \"CA\"", &format!("country = \"{country}\""));
        let output = plan(&intake(test, text), &[]);
        assert_eq!(code(&output), 3);
        assert!(words(&output.stdout).contains(&format!("Call {number} now")), "{}", words(&output.stdout));
    }
}

#[test]
fn answers_of_long_ago_are_said_to_be_old() {
    let output = plumbline(&["plan", &example(), "--as-of", "2027-03-01", "--tz", "America/Toronto"]);
    assert_eq!(code(&output), 3);
    let said = words(&output.stdout);
    assert!(said.contains("more than 42 days old") && !said.contains("in the list"), "{said}");
}

#[test]
fn an_emergency_in_answers_of_long_ago_comes_first_all_the_same() {
    let text = with("acute_signs = []", "acute_signs = [\"chest\"]");
    let file = intake("old-emergency", text);
    let output = plumbline(&["plan", &file, "--as-of", "2027-03-01", "--tz", "America/Toronto"]);
    assert_eq!(code(&output), 3);
    let said = words(&output.stdout);
    assert!(said.contains("Call 911 now") && !said.contains("42 days old"), "{said}");
}

#[test]
fn an_emergency_is_not_told_to_ask_somebody_if_unsure() {
    for (test, line, instead) in [
        ("help-emergency", "acute_signs = []", "acute_signs = [\"chest\"]"),
        ("help-urgent", "both_legs_pain_new = false", "both_legs_pain_new = true"),
    ] {
        let said = words(&plan(&intake(test, with(line, instead)), &[]).stdout);
        assert!(said.contains("This is not a diagnosis.") && !said.contains("if you are unsure"), "{said}");
    }
}

#[test]
fn why_something_holds_is_told_without_the_keys_of_the_rules() {
    let file = intake("not-sure-why", with("ces_saddle = false", "ces_saddle = \"unsure\""));
    let text = words(&plan(&file, &[]).stdout);
    assert!(
        text.contains("Numbness between the legs: not sure [RF-45]") && !text.contains("ces_saddle"),
        "{text}"
    );
}
