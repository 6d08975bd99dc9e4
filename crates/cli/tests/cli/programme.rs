//! What a programme looks like in words and as JSON, and why each exercise is in it.

use serde_json::Value;

use crate::{WHEN, code, example, intake, json, plan, plumbline, rows, with, words};

#[test]
fn the_example_gets_six_weeks_in_words() {
    let output = plan(&example(), &[]);
    assert_eq!(code(&output), 0, "{}", words(&output.stderr));
    let text = words(&output.stdout);
    for week in 1..=6 {
        assert!(text.contains(&format!("\nWeek {week}: ")), "no week {week} in:\n{text}");
    }
    for part in [
        "Fit For Life",
        "Effort up to",
        "Monday 23 November",
        "hold 2 seconds",
        "not a diagnosis",
        "not yet been reviewed by a clinician",
        "Running:",
    ] {
        assert!(text.contains(part), "no `{part}` in:\n{text}");
    }
}

#[test]
fn the_days_and_the_place_are_said_when_they_are_read_from_the_machine() {
    let output = plumbline(&["plan", &example(), "--tz", "Europe/Paris", "--as-of", "2026-11-22"]);
    assert_eq!(code(&output), 0);
    assert!(words(&output.stderr).contains("as of 2026-11-22, time zone Europe/Paris, starting 2026-11-23"));
    assert!(words(&plan(&example(), &[]).stderr).is_empty());
}

#[test]
fn the_json_has_the_documented_fields() {
    let output = plan(&example(), &["--json"]);
    assert_eq!(code(&output), 0, "{}", words(&output.stderr));
    let object = json(&output);
    assert_eq!(object["version"], 1);
    assert_eq!(object["as_of"], "2026-11-22");
    assert_eq!(object["disposition"]["level"], "ok");
    assert!(object["disposition"]["tags"].is_array() && object["disposition"]["because"].is_array());
    assert_eq!(rows(&object["unanswered"]), [] as [Value; 0]);
    let programme = &object["programme"];
    assert_eq!(programme["template"], "six-week");
    assert_eq!(programme["start"], "2026-11-23");
    assert_eq!(programme["fell_back"], false);
    assert_eq!(rows(&programme["weeks"]).len(), 6);
    for exercise in rows(&programme["weeks"])
        .iter()
        .flat_map(|it| rows(&it["sessions"]))
        .flat_map(|it| rows(&it["exercises"]))
    {
        assert!(exercise["id"].is_string() && exercise["dose"].is_object(), "{exercise}");
        assert!(!rows(&exercise["because"]).is_empty(), "no reason for {exercise}");
    }
    for out in rows(&object["excluded"]) {
        assert!(out["id"].is_string() && !rows(&out["because"]).is_empty(), "{out}");
    }
}

#[test]
fn every_exercise_is_in_the_programme_or_out_with_a_reason() {
    let object = json(&plan(&example(), &["--json"]));
    let listed = words(&plumbline(&["knowledge", "list"]).stdout);
    let planned = words(&plan(&example(), &[]).stdout);
    let out: Vec<&str> = rows(&object["excluded"]).iter().filter_map(|it| it["id"].as_str()).collect();
    for line in listed.lines() {
        let id = line.split(' ').next().unwrap_or_default();
        let exercise = id.len() >= 3
            && id.starts_with(|c: char| c.is_ascii_uppercase())
            && id[1..3].chars().all(|c| c.is_ascii_digit());
        if exercise {
            let chosen = planned.contains(&format!("      {id:<4} "));
            assert!(chosen != out.contains(&id), "{id} is in: {chosen}, out: {}", out.contains(&id));
        }
    }
}

#[test]
fn seven_days_have_at_most_five_moves_besides_walking() {
    let output = plan(&example(), &["--days", "7", "--json"]);
    assert_eq!(code(&output), 0, "{}", words(&output.stderr));
    let object = json(&output);
    assert_eq!(object["programme"]["template"], "seven-day");
    let weeks = rows(&object["programme"]["weeks"]);
    assert_eq!(weeks.len(), 1);
    let moves: std::collections::BTreeSet<&str> = rows(&weeks[0]["sessions"])
        .iter()
        .flat_map(|it| rows(&it["exercises"]))
        .filter_map(|it| it["id"].as_str())
        .filter(|it| *it != "A01")
        .collect();
    assert!((1..=5).contains(&moves.len()), "{moves:?}");
}

#[test]
fn other_lengths_are_refused() {
    for more in [["--days", "8"], ["--weeks", "5"]] {
        assert_eq!(code(&plan(&example(), &more)), 2, "{more:?}");
    }
}

#[test]
fn explain_tells_what_was_observed_in_the_words_of_tests_and_questions() {
    let explain =
        |file: &str, id: &str| words(&plumbline(&[&["explain", file, id], &WHEN[..]].concat()).stdout);
    let found = explain(&example(), "M03");
    assert!(found.contains("Hip turning inward: ") && !found.contains("MT-36"), "{found}");
    let file = intake("explain-bone", with("osteoporosis = \"no\"", "osteoporosis = \"thin_bone\""));
    let blocked = explain(&file, "M10");
    assert!(blocked.contains("[CM-01: ") && blocked.contains("hin"), "{blocked}");
}

#[test]
fn explain_says_why_in_or_why_not() {
    let explain = |id: &str| plumbline(&[&["explain", &example(), id], &WHEN[..]].concat());
    for id in ["M10", "C10"] {
        let output = explain(id);
        let text = words(&output.stdout);
        assert_eq!(code(&output), 0, "{}", words(&output.stderr));
        assert!(text.starts_with(&format!("{id} ")), "{text}");
        assert!(text.contains("in the programme") && text.contains("[Rule "), "{text}");
    }
    for id in ["C99", "nonsense"] {
        let output = explain(id);
        assert_eq!(code(&output), 2);
        assert!(words(&output.stderr).contains(id) && output.stdout.is_empty());
    }
}
