//! The binary from end to end: what people and scripts see of it.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on ends where it stands")]

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const EXAMPLE: &str = include_str!("../../../examples/office-worker-58.toml");
/// Nothing that is planned here depends on the day or the place of the machine.
const WHEN: [&str; 6] = ["--as-of", "2026-11-22", "--tz", "America/Toronto", "--start", "2026-11-23"];

fn example() -> String {
    format!("{}/../../examples/office-worker-58.toml", env!("CARGO_MANIFEST_DIR"))
}

/// A folder for one test, empty.
fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// An intake file of a test's own.
fn intake(test: &str, content: impl AsRef<[u8]>) -> String {
    let file = folder(test).join("intake.toml");
    std::fs::write(&file, content).unwrap();
    file.to_str().unwrap().to_owned()
}

/// The example with one line replaced; the line must be there.
fn with(line: &str, instead: &str) -> String {
    assert!(EXAMPLE.contains(line), "the example has no `{line}`");
    EXAMPLE.replacen(line, instead, 1)
}

fn plumbline(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_plumbline")).args(args).output().unwrap()
}

/// `plumbline plan FILE` on the day of these tests, with more arguments.
fn plan(file: &str, more: &[&str]) -> Output {
    plumbline(&[&["plan", file], more, &WHEN].concat())
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn words(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", words(&output.stdout)))
}

fn rows(value: &Value) -> &[Value] {
    value.as_array().unwrap_or_else(|| panic!("not a list: {value}"))
}

/// The file is refused with exit status 2, nothing on standard output, nothing written, and a fault for each
/// of these keys, which names the file and the line on which the key stands.
fn is_refused(test: &str, content: impl AsRef<[u8]>, keys: &[(&str, &str)]) {
    let written = String::from_utf8_lossy(content.as_ref()).into_owned();
    let file = intake(test, content);
    let (pdf, ics) = (folder_of(&file).join("plan.pdf"), folder_of(&file).join("plan.ics"));
    let output = plan(&file, &["--pdf", pdf.to_str().unwrap(), "--ics", ics.to_str().unwrap()]);
    let errors = words(&output.stderr);
    assert_eq!(code(&output), 2, "{errors}");
    assert!(output.stdout.is_empty(), "{}", words(&output.stdout));
    for (key, starts) in keys {
        let line = 1 + written.lines().position(|it| it.starts_with(starts)).unwrap();
        let fault = format!("{file}: line {line}: `{key}`");
        assert!(errors.lines().any(|it| it.starts_with(&fault)), "no `{fault}` in:\n{errors}");
    }
    let left: Vec<_> =
        std::fs::read_dir(folder_of(&file)).unwrap().map(|it| it.unwrap().file_name()).collect();
    assert_eq!(left, ["intake.toml"]);
}

fn folder_of(file: &str) -> &Path {
    Path::new(file).parent().unwrap()
}

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

#[test]
fn an_unknown_key_is_named() {
    let text = with("ces_saddle = false", "ces_saddel = false") + "\n[shoes]\nsize = 42\n";
    is_refused("unknown-key", text, &[("safety.ces_saddel", "ces_saddel"), ("shoes", "[shoes]")]);
}

#[test]
fn values_out_of_range_are_named() {
    let text = with("pain_now = 3", "pain_now = 11").replace("falls_12mo = 0", "falls_12mo = -1");
    is_refused("range", text, &[("pain.pain_now", "pain_now"), ("health.falls_12mo", "falls_12mo")]);
}

#[test]
fn a_wrong_unit_is_named() {
    let text =
        with("height_cm = 166", "height_cm = \"5 ft 5\"").replace("weight_kg = 70", "weight_kg = \"154 lb\"");
    is_refused("unit", text, &[("health.height_cm", "height_cm"), ("health.weight_kg", "weight_kg")]);
    is_refused("metres", with("height_cm = 166", "height_cm = 1.66"), &[("health.height_cm", "height_cm")]);
}

#[test]
fn answers_that_contradict_each_other_are_named() {
    let text = with("pain_7d_worst = 5", "pain_7d_worst = 1")
        .replace("falls_12mo = 0", "falls_12mo = 0\nfall_injury = true");
    is_refused(
        "contradiction",
        text,
        &[("pain.pain_7d_worst", "pain_7d_worst"), ("health.fall_injury", "fall_injury")],
    );
}

#[test]
fn children_and_people_not_yet_born_are_refused() {
    for (test, year) in [("future", "2030"), ("child", "2010")] {
        let text = with("birth_year = 1968", &format!("birth_year = {year}"));
        is_refused(test, text, &[("birth_year", "birth_year")]);
    }
}

#[test]
fn every_fault_is_named_at_once() {
    let text = with("ces_saddle = false", "ces_saddle = \"maybe\"")
        .replace("pain_now = 3", "pain_now = 30")
        .replace("rest_hr = 68", "rest_hr = \"fast\"");
    is_refused(
        "all",
        text,
        &[
            ("safety.ces_saddle", "ces_saddle"),
            ("pain.pain_now", "pain_now"),
            ("readings.rest_hr", "rest_hr"),
        ],
    );
}

#[test]
fn junk_is_refused() {
    for (test, content) in [
        ("junk", vec![b'x'; 5 * 1024 * 1024]),
        ("newlines", vec![b'\n'; 5 * 1024 * 1024]),
        ("brackets", vec![b'['; 400 * 1024]),
        ("utf-8", [EXAMPLE.as_bytes(), &[0xff, 0xfe, 0x80]].concat()),
        ("empty", Vec::new()),
    ] {
        is_refused(test, &content, &[]);
    }
    let output = plan(&intake("utf-8-line", [b"form = 1\nname = \"".as_slice(), &[0xff]].concat()), &[]);
    assert!(words(&output.stderr).contains("intake.toml: line 2: "), "{}", words(&output.stderr));
    assert_eq!(code(&plan("no-such-file.toml", &[])), 2);
}

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
fn the_bundled_knowledge_has_no_faults_and_no_signatures() {
    let output = plumbline(&["knowledge", "check"]);
    let text = words(&output.stdout);
    assert_eq!(code(&output), 0, "{}", words(&output.stderr));
    assert!(text.starts_with("no faults"), "{text}");
    let counted = text.lines().nth(1).and_then(|it| it.split_once(" of ")).unwrap();
    assert!(counted.1.starts_with(&format!("{} items", counted.0)), "{text}");
}

#[test]
fn a_change_voids_a_signature() {
    let knowledge = folder("sign").join("knowledge");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../knowledge"), &knowledge);
    let dir = knowledge.to_str().unwrap();
    let state = |id: &str| {
        let listed = words(&plumbline(&["knowledge", "list", "--knowledge", dir]).stdout);
        let line = listed.lines().find(|it| it.split_whitespace().next() == Some(id)).unwrap().to_owned();
        line.split_whitespace().nth(2).unwrap().to_owned()
    };
    assert_eq!(state("C10"), "unsigned");
    let sign = [
        "knowledge",
        "sign",
        "C10",
        "--name",
        "Invented for this test",
        "--registration",
        "none",
        "--date",
        "2026-11-22",
    ];
    let output = plumbline(&[&sign[..], &["--knowledge", dir]].concat());
    assert_eq!(code(&output), 0, "{}", words(&output.stderr));
    assert_eq!((state("C10").as_str(), state("C09").as_str()), ("signed", "unsigned"));
    let file = knowledge.join("exercises/C10.toml");
    let before = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, before.replacen("load = \"H\"", "load = \"M\"", 1)).unwrap();
    assert_eq!(state("C10"), "void");
    std::fs::write(&file, format!("# a comment says nothing clinical\n{before}")).unwrap();
    assert_eq!(state("C10"), "signed");
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            std::fs::copy(&path, &target).unwrap();
        }
    }
}

#[test]
fn every_fault_of_a_knowledge_folder_is_listed() {
    let knowledge = folder("faults").join("knowledge");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../knowledge"), &knowledge);
    for (name, from, to) in [("C10", "\"C09\"", "\"C99\""), ("G01", "family = ", "famly = ")] {
        let file = knowledge.join(format!("exercises/{name}.toml"));
        let before = std::fs::read_to_string(&file).unwrap();
        assert!(before.contains(from));
        std::fs::write(&file, before.replacen(from, to, 1)).unwrap();
    }
    let output = plumbline(&["knowledge", "check", "--knowledge", knowledge.to_str().unwrap()]);
    let errors = words(&output.stderr);
    assert_eq!(code(&output), 2);
    assert!(errors.contains("exercises/C10.toml") && errors.contains("exercises/G01.toml"), "{errors}");
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let folder = folder("twice");
    let file = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    for run in ["a", "b"] {
        let (pdf, ics) = (file(&format!("{run}.pdf")), file(&format!("{run}.ics")));
        let output = plan(&example(), &["--json", "--pdf", &pdf, "--ics", &ics]);
        assert_eq!(code(&output), 0, "{}", words(&output.stderr));
        std::fs::write(file(&format!("{run}.json")), output.stdout).unwrap();
    }
    for kind in ["json", "pdf", "ics"] {
        let bytes = |run: &str| std::fs::read(file(&format!("{run}.{kind}"))).unwrap();
        assert!(bytes("a") == bytes("b"), "two {kind} files differ");
    }
    assert_eq!(plan(&example(), &[]).stdout, plan(&example(), &[]).stdout);
}

#[test]
fn pdf_and_calendar_are_files_of_their_kind() {
    let folder = folder("files");
    let (pdf, ics) = (folder.join("plan.pdf"), folder.join("plan.ics"));
    let output =
        plan(&example(), &["--pdf", pdf.to_str().unwrap(), "--letter", "--ics", ics.to_str().unwrap()]);
    assert_eq!(code(&output), 0, "{}", words(&output.stderr));
    let pdf = std::fs::read(&pdf).unwrap();
    assert!(pdf.starts_with(b"%PDF-") && pdf.len() > 10_000);
    let ics = std::fs::read_to_string(&ics).unwrap();
    assert!(ics.starts_with("BEGIN:VCALENDAR\r\n") && ics.trim_end().ends_with("END:VCALENDAR"));
    assert!(ics.contains("BEGIN:VALARM") && ics.contains("TZID=America/Toronto"), "{ics}");
}

#[test]
fn a_file_that_cannot_be_written_is_an_error_and_leaves_nothing() {
    let folder = folder("unwritable");
    let target = folder.join("no-such-folder").join("plan.pdf");
    let output = plan(&example(), &["--pdf", target.to_str().unwrap()]);
    assert_eq!(code(&output), 1);
    assert!(words(&output.stderr).contains("cannot write"));
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0);
}

#[test]
fn the_written_example_is_read_back() {
    let text = words(&plumbline(&["intake", "--example"]).stdout);
    let started = text.replacen("# date =", "date =", 1).replacen("# birth_year =", "birth_year =", 1);
    let output = plan(&intake("written", started), &["--json"]);
    assert_eq!(code(&output), 3, "{}", words(&output.stderr));
    let object = json(&output);
    assert!(object["programme"].is_null());
    assert!(rows(&object["unanswered"]).iter().any(|it| it == "ces_saddle"), "{}", object["unanswered"]);
    let schema = plumbline(&["intake", "--schema"]);
    assert!(json(&schema)["properties"]["safety"].is_object());
}

#[test]
fn help_is_no_failure_and_nonsense_is() {
    assert_eq!(code(&plumbline(&["--help"])), 0);
    assert_eq!(code(&plumbline(&["plan"])), 2);
    assert_eq!(code(&plumbline(&["fly"])), 2);
}
