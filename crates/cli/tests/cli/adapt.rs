//! Charts that go on: plan, adapt, coach, replay.

use super::{WHEN, code, example, folder, json, plumbline, with, words};

/// A chart with the example's intake and its first programme in force.
fn begun(test: &str) -> String {
    let chart = folder(test).join("chart.ndjson").to_str().unwrap().to_owned();
    let output = plumbline(&[&["plan", &example(), "--into", &chart], WHEN.as_slice()].concat());
    assert_eq!(code(&output), 0, "{}", words(&output.stderr));
    chart
}

/// A session file beside a chart.
fn session(chart: &str, content: &str) -> String {
    let file = chart.replace("chart.ndjson", "session.toml");
    std::fs::write(&file, content).unwrap();
    file
}

/// The first strength exercise of the chart's programme, and the day on which it comes.
fn first_exercise(chart: &str) -> (String, String) {
    let output = plumbline(&[
        "plan",
        chart,
        "--json",
        "--as-of",
        "2026-11-22",
        "--tz",
        "UTC",
        "--start",
        "2026-11-23",
    ]);
    let plan = json(&output);
    let sessions = plan["programme"]["weeks"][0]["sessions"].as_array().unwrap().clone();
    let session = sessions.iter().find(|it| it["kind"].get("strength").is_some()).unwrap();
    let exercises = session["exercises"].as_array().unwrap();
    let item = exercises.iter().find(|it| it["role"] == "strength").unwrap();
    (item["id"].as_str().unwrap().to_owned(), session["date"].as_str().unwrap().to_owned())
}

fn told(exercise: &str, date: &str, pain_max: u8, more: &str) -> String {
    format!(
        "[session]\ndate = {date}\nmicro_neuro = \"no\"\nmicro_unwell = \"no\"\npain_before = 3\n\
         leg_before = \"none\"\nleg_after = \"none\"\neffort = 5\n{more}\n\
         [[exercise]]\nid = \"{exercise}\"\ndone = [8]\npain_max = {pain_max}\nform_faults = 0\n"
    )
}

fn adapt(chart: &str, log: Option<&str>, as_of: &str, more: &[&str]) -> std::process::Output {
    let log: Vec<&str> = log.map_or(Vec::new(), |it| vec!["--log", it]);
    plumbline(&[&["adapt", chart, "--as-of", as_of, "--tz", "UTC"], log.as_slice(), more].concat())
}

#[test]
fn a_calm_session_changes_nothing_that_was_not_asked_for() {
    let chart = begun("adapt-calm");
    let (exercise, date) = first_exercise(&chart);
    let log = session(&chart, &told(&exercise, &date, 3, ""));
    let before = std::fs::read(&chart).unwrap();
    let output = adapt(&chart, Some(&log), &date, &[]);
    assert_eq!(code(&output), 0, "{}", words(&output.stderr));
    assert_eq!(std::fs::read(&chart).unwrap(), before, "without --record nothing is written");
}

#[test]
fn pain_that_rises_much_takes_the_exercise_out_and_names_the_rule() {
    let chart = begun("adapt-red");
    let (exercise, date) = first_exercise(&chart);
    let log = session(&chart, &told(&exercise, &date, 8, ""));
    let output = adapt(&chart, Some(&log), &date, &["--record"]);
    let said = words(&output.stdout);
    assert_eq!(code(&output), 0, "{}", words(&output.stderr));
    assert!(said.contains("SN-05") && said.contains("DP-42"), "{said}");
    let replayed = plumbline(&["replay", &chart]);
    assert_eq!(code(&replayed), 0, "{}{}", words(&replayed.stdout), words(&replayed.stderr));
    assert!(words(&replayed.stdout).contains("2 of 2 decisions come out as they were stored"));
}

#[test]
fn an_emergency_in_a_session_stops_the_programme_and_stays() {
    let chart = begun("adapt-emergency");
    let (exercise, date) = first_exercise(&chart);
    let log = session(&chart, &told(&exercise, &date, 3, "stop_event = [\"saddle_bladder_legs\"]"));
    assert_eq!(code(&adapt(&chart, Some(&log), &date, &["--record"])), 3);
    assert_eq!(code(&adapt(&chart, None, "2026-12-10", &[])), 3, "it is still locked weeks later");
    let later = plumbline(&["plan", &chart, "--as-of", "2026-12-10", "--tz", "UTC", "--start", "2026-12-14"]);
    assert_eq!(code(&later), 3, "a new plan is locked as well");
}

#[test]
fn an_answer_before_a_session_asks_for_all_questions_again() {
    let chart = begun("adapt-micro");
    let (exercise, date) = first_exercise(&chart);
    let unsure = told(&exercise, &date, 3, "").replace("micro_neuro = \"no\"", "micro_neuro = \"unsure\"");
    let output = adapt(&chart, Some(&session(&chart, &unsure)), &date, &[]);
    assert_eq!(code(&output), 3);
    assert!(words(&output.stdout).contains("RF-41"));
}

#[test]
fn pain_before_a_session_eases_it_and_is_on_its_scale() {
    let chart = begun("adapt-start");
    let start = |pain: &str| adapt(&chart, None, "2026-11-23", &["--pain-now", pain]);
    assert!(words(&start("2").stdout).contains("Nothing changes"));
    assert!(words(&start("8").stdout).contains("DP-44"), "{}", words(&start("8").stdout));
    assert_eq!(code(&start("11")), 2);
}

#[test]
fn a_session_file_with_faults_is_refused_and_nothing_is_written() {
    let chart = begun("adapt-faults");
    let before = std::fs::read(&chart).unwrap();
    for (content, says) in [
        ("[session]\ndate = 2026-11-23\npain_before = 11\n", "line 3"),
        ("[session]\ndate = 2026-11-23\nmood = 3\n", "unknown field `mood`"),
        ("[session]\ndate = 2027-11-23\n", "lies in the future"),
        ("[session]\ndate = 2026-11-23\nstop_event = [\"hiccups\"]\n", "`hiccups` is not one of"),
        ("[session]\ndate = 2026-11-23\n[[exercise]]\nid = \"X99\"\ndone = [8]\n", "no exercise X99"),
        ("[[exercise]]\nid = \"C02\"\ndone = [8]\nprescribed = [8]\n", "without a [session]"),
    ] {
        let log = session(&chart, content);
        let output = adapt(&chart, Some(&log), "2026-11-24", &["--record"]);
        assert_eq!(code(&output), 2, "{content}");
        assert!(words(&output.stderr).contains(says), "{}", words(&output.stderr));
    }
    assert_eq!(std::fs::read(&chart).unwrap(), before);
}

#[test]
fn a_coach_bans_and_pins_within_the_filters() {
    let chart = begun("coach");
    let (exercise, _) = first_exercise(&chart);
    let coach = |order: &[&str]| {
        plumbline(&[&["coach", &chart, "--as-of", "2026-11-23", "--tz", "UTC"], order].concat())
    };
    let banned = coach(&["ban", &exercise]);
    assert_eq!(code(&banned), 0, "{}", words(&banned.stderr));
    assert!(words(&banned.stdout).contains("No longer"), "{}", words(&banned.stdout));
    let nobody = coach(&["pin", "X99"]);
    assert_eq!(code(&nobody), 3);
    let too_much = coach(&["dose", &exercise, "--sets", "9"]);
    assert_eq!(code(&too_much), 3, "{}", words(&too_much.stdout));
}

#[test]
fn a_coach_cannot_pin_what_a_tag_blocks() {
    let bones = with("osteoporosis = \"no\"", "osteoporosis = \"thin_bone\"");
    let folder = folder("coach-blocked");
    let (intake, chart) = (folder.join("intake.toml"), folder.join("chart.ndjson"));
    std::fs::write(&intake, bones).unwrap();
    let chart = chart.to_str().unwrap();
    let begun = plumbline(&[&["plan", intake.to_str().unwrap(), "--into", chart], WHEN.as_slice()].concat());
    assert_eq!(code(&begun), 0, "{}{}", words(&begun.stdout), words(&begun.stderr));
    let output = plumbline(&["coach", chart, "--as-of", "2026-11-23", "--tz", "UTC", "pin", "M01"]);
    assert_eq!(code(&output), 3, "{}", words(&output.stdout));
    assert!(words(&output.stderr).contains("cannot come in"), "{}", words(&output.stderr));
}

#[test]
fn a_chart_that_was_changed_does_not_replay() {
    let chart = begun("replay-changed");
    let text = std::fs::read_to_string(&chart).unwrap();
    let changed = text.replacen("\"start\":\"2026-11-23\"", "\"start\":\"2026-11-30\"", 1);
    assert_ne!(text, changed);
    std::fs::write(&chart, changed).unwrap();
    let output = plumbline(&["replay", &chart]);
    assert_eq!(code(&output), 2);
    assert!(words(&output.stdout).contains("0 of 1 decisions"), "{}", words(&output.stdout));
    assert_eq!(code(&adapt(&chart, None, "2026-11-24", &[])), 2, "nothing is built on what does not replay");
}

/// The chart as if other knowledge had made its programme: another session on one of its days, under another hash.
fn by_other_knowledge(chart: &str, day: &str) -> String {
    let mut lines: Vec<serde_json::Value> =
        std::fs::read_to_string(chart).unwrap().lines().map(|it| serde_json::from_str(it).unwrap()).collect();
    let body = lines.iter_mut().find_map(|it| it.get_mut("body").filter(|it| it["kind"] == "decision"));
    let decision = &mut body.unwrap()["record"];
    decision["knowledge"] = "0".repeat(64).into();
    decision["prescription"] = "1".repeat(64).into();
    let mut planned = decision["planned"].as_array_mut().unwrap().iter_mut();
    let line = planned.find(|it| it.as_str().unwrap().starts_with(day)).unwrap();
    let was = line.as_str().unwrap().to_owned();
    *line = format!("{was} A99 600").into();
    let text: Vec<String> = lines.iter().map(serde_json::Value::to_string).collect();
    std::fs::write(chart, text.join("\n") + "\n").unwrap();
    was
}

#[test]
fn a_chart_of_other_knowledge_says_what_comes_out_otherwise_and_goes_on() {
    let chart = begun("replay-other-knowledge");
    let was = by_other_knowledge(&chart, "2026-11-30");
    let output = plumbline(&["replay", &chart]);
    let said = words(&output.stdout);
    assert_eq!(code(&output), 2, "{said}");
    assert!(said.contains("made with other knowledge"), "{said}");
    assert!(said.contains(&format!("  was {was} A99 600\n  is  {was}\n")), "{said}");
    let rows = json(&plumbline(&["replay", &chart, "--json"]));
    assert_eq!(
        (rows["decisions"][0]["is"].as_array().unwrap().len(), &rows["decisions"][0]["is"][0]),
        (1, &was.into())
    );

    let (exercise, date) = first_exercise(&chart);
    let log = session(&chart, &told(&exercise, &date, 3, ""));
    let output = adapt(&chart, Some(&log), &date, &["--record"]);
    assert_eq!(code(&output), 0, "{}", words(&output.stderr));
    assert!(words(&output.stdout).contains("have changed since it was made"), "{}", words(&output.stdout));
    let again = json(&adapt(&chart, None, "2026-11-26", &["--json"]));
    assert_eq!(again["remade"], serde_json::json!([1]), "the second decision is of today's knowledge");
}

#[test]
fn nothing_is_built_on_sessions_that_would_be_planned_otherwise_now() {
    let chart = begun("replay-other-past");
    let (exercise, date) = first_exercise(&chart);
    by_other_knowledge(&chart, &date);
    let log = session(&chart, &told(&exercise, &date, 3, ""));
    let first = adapt(&chart, Some(&log), &date, &["--record"]);
    assert_eq!(code(&first), 0, "nothing had been done yet: {}", words(&first.stderr));
    let output = adapt(&chart, None, "2026-11-26", &[]);
    assert_eq!(code(&output), 2);
    let said = words(&output.stderr);
    assert!(said.contains(&date) && said.contains("begins a new programme"), "{said}");
    let new = [
        "plan",
        &example(),
        "--into",
        &chart,
        "--as-of",
        "2026-11-26",
        "--tz",
        "UTC",
        "--start",
        "2026-11-27",
    ];
    assert_eq!(code(&plumbline(&new)), 0);
    let output = adapt(&chart, None, "2026-11-27", &["--json"]);
    assert_eq!(code(&output), 0, "{}", words(&output.stderr));
    assert_eq!(json(&output)["remade"], serde_json::json!([]));
}
