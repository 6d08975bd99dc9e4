//! Six weeks to their end, the block of maintenance behind them, and the words where there is none.

use chart::{Author, Body, Entry, FORM, Role};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use knowledge::Pack;
use model::{Answer, Given, Leg, LifeEvent, Nprs, QuestionKey, Sleep};
use prescription::{FollowUp, ItemLog, SESSION_FORM, SessionLog, SetLog};
use serde_json::Value;

use super::{EXAMPLE, WHEN, code, example, folder, json, plumbline, rows, words};

/// The first day behind the six weeks.
const BEHIND: Date = date(2027, 1, 4);

fn pack() -> &'static Pack {
    knowledge::bundled().unwrap_or_else(|faults| panic!("{faults:#?}"))
}

/// A chart with the example's programme in force, in which every session up to a day was told and went well.
fn lived(test: &str, until: Date) -> String {
    let chart = folder(test).join("chart.ndjson").to_str().unwrap().to_owned();
    let output = plumbline(&[&["plan", &example(), "--json", "--into", &chart], WHEN.as_slice()].concat());
    assert_eq!(code(&output), 0, "{}", words(&output.stderr));
    tell(&chart, &json(&output), until, &[]);
    chart
}

fn pain(value: i64) -> Nprs {
    Nprs::try_from(value).unwrap()
}

/// Writes what was done of a plan up to a day into a chart, with calm evenings and mornings.
fn tell(chart: &str, plan: &Value, until: Date, flares: &[Date]) {
    let mut entries = chart::read(pack(), &std::fs::read(chart).unwrap()).unwrap();
    let weeks = rows(&plan["programme"]["weeks"]).iter();
    for session in weeks.flat_map(|it| rows(&it["sessions"])) {
        let day: Date = session["date"].as_str().unwrap().parse().unwrap();
        if day > until {
            continue;
        }
        let mut log = done(session, day);
        log.events.extend(flares.contains(&day).then_some(LifeEvent::Flare));
        let sleep = Sleep::try_from(7).ok();
        let (evening, morning) = (Some(pain(2)), Some(pain(2)));
        let told = day.saturating_add(1.day());
        let follow_up = FollowUp { session: day, told, evening, morning, sleep };
        for body in [Body::Session(log), Body::FollowUp(follow_up)] {
            entries.push(Entry {
                form: FORM,
                id: uuid::Uuid::from_u128(1000 + entries.len() as u128),
                author: Author { account: "invented".to_owned(), role: Role::Member, proxy_for: None },
                occurred_at: format!("{day}T10:00:00Z").parse().unwrap(),
                recorded_at: None,
                seq: None,
                supersedes: None,
                asked: None,
                body,
            });
        }
    }
    std::fs::write(chart, chart::write(&entries).unwrap()).unwrap();
}

fn done(session: &Value, day: Date) -> SessionLog {
    let item = |it: &Value| {
        let amounts = ["duration_secs", "reps", "metres", "breaths", "hold_secs"];
        let asked = amounts.iter().find_map(|key| it["dose"][key].as_u64()).unwrap_or(1);
        let asked = u32::try_from(asked).unwrap();
        let sets = it["dose"]["sets"].as_u64().unwrap();
        ItemLog {
            exercise: it["id"].as_str().unwrap().parse().unwrap(),
            sets: (0..sets).map(|_| SetLog { prescribed: asked, done: asked, stopped: None }).collect(),
            pain_max: Some(pain(2)),
            effort: 5.try_into().ok(),
            form_faults: Some(0),
        }
    };
    let no = Given::Answered(Answer::YesNo(false));
    SessionLog {
        form: SESSION_FORM,
        date: day,
        part: u8::try_from(session["part"].as_u64().unwrap()).unwrap(),
        answers: ["micro_neuro", "micro_unwell"]
            .map(|it| (QuestionKey::try_from(it).unwrap(), no.clone()))
            .into(),
        pain_before: Some(pain(2)),
        leg_before: Some(Leg::None),
        leg_after: Some(Leg::None),
        effort: 5.try_into().ok(),
        items: rows(&session["exercises"]).iter().map(item).collect(),
        events: [].into(),
    }
}

/// The screen of the last day, beside a chart, with pain and disability as they are then.
fn screen(chart: &str, day: Date, pain: u8, disability: &str) -> String {
    let text = EXAMPLE
        .replacen("date = 2026-11-20", &format!("date = {day}"), 1)
        .replacen("pain_7d_average = 3", &format!("pain_7d_average = {pain}"), 1)
        .replacen("rmdq = [\"i02\", \"i05\", \"i11\", \"i13\", \"i18\", \"i21\"]", disability, 1);
    let file = chart.replace("chart.ndjson", &format!("screen-{day}.toml"));
    std::fs::write(&file, text).unwrap();
    file
}

const BETTER: &str = "rmdq = [\"i02\", \"i05\"]";
const WORSE: &str = "rmdq = [\"i02\", \"i05\", \"i11\", \"i13\", \"i18\", \"i21\", \"i01\", \"i03\", \"i04\", \"i06\", \"i07\"]";
const SILENT: &str = "";

/// `plan SCREEN --block maintenance --into CHART` on a day, with more arguments.
fn block(file: &str, into: &[&str], day: Date, more: &[&str]) -> std::process::Output {
    let day = day.to_string();
    let when = ["plan", file, "--block", "maintenance", "--as-of", &day, "--tz", "UTC"];
    plumbline(&[&when[..], into, more].concat())
}

fn adapt(chart: &str, day: Date, more: &[&str]) -> std::process::Output {
    let day = day.to_string();
    plumbline(&[&["adapt", chart, "--as-of", &day, "--tz", "UTC"], more].concat())
}

#[test]
fn six_weeks_lead_to_maintenance_and_on_and_all_of_it_replays() {
    let chart = lived("block", date(2027, 1, 3));
    let over = adapt(&chart, date(2026, 12, 31), &[]);
    assert_eq!(code(&over), 0, "the last week goes on: {}", words(&over.stderr));
    let better = screen(&chart, date(2027, 1, 3), 1, BETTER);
    let folder = chart.replace("chart.ndjson", "");
    let (pdf, ics) = (format!("{folder}plan.pdf"), format!("{folder}plan.ics"));
    let files = ["--json", "--pdf", &pdf, "--ics", &ics];
    let output = block(&better, &["--into", &chart], BEHIND, &files);
    assert_eq!(code(&output), 0, "{}{}", words(&output.stdout), words(&output.stderr));
    let plan = json(&output);
    let programme = &plan["programme"];
    assert_eq!(programme["template"], "maintenance");
    assert_eq!((&programme["start"], &programme["block_from"]), (&"2026-11-23".into(), &7.into()));
    assert_eq!(programme["fell_back"], false);
    let numbers: Vec<u64> =
        rows(&programme["weeks"]).iter().map(|it| it["number"].as_u64().unwrap()).collect();
    assert_eq!(numbers, [7, 8, 9, 10, 11, 12]);
    let days: Vec<&str> =
        rows(&programme["check_ins"]).iter().map(|it| it["date"].as_str().unwrap()).collect();
    assert_eq!(days, ["2027-02-23", "2027-05-23", "2027-11-23"]);
    assert!(std::fs::read(&pdf).unwrap().starts_with(b"%PDF"));
    let calendar = std::fs::read_to_string(&ics).unwrap();
    assert!(calendar.contains("20270223T090000") && !calendar.contains("20261123T"), "the block alone");

    // It goes on as the six weeks did: told, adapted, and back after a flare.
    tell(&chart, &plan, date(2027, 1, 12), &[date(2027, 1, 12)]);
    let flare = adapt(&chart, date(2027, 1, 13), &["--record"]);
    let said = words(&flare.stdout);
    assert_eq!(code(&flare), 0, "{said}{}", words(&flare.stderr));
    assert!(said.contains("FL-02"), "{said}");
    let replayed = plumbline(&["replay", &chart]);
    assert_eq!(code(&replayed), 0, "{}{}", words(&replayed.stdout), words(&replayed.stderr));
    assert!(words(&replayed.stdout).contains("3 of 3 decisions come out as they were stored"));

    // A chart that was changed is found, whatever was changed.
    let text = std::fs::read_to_string(&chart).unwrap();
    for (from, to) in [
        ("\"template\":\"maintenance\"", "\"template\":\"six-week\""),
        ("\"as_of\":\"2027-01-04\"", "\"as_of\":\"2027-01-05\""),
        (
            "\"as_of\":\"2027-01-04\",\"start\":\"2026-11-23\"",
            "\"as_of\":\"2027-01-04\",\"start\":\"2027-01-04\"",
        ),
        (
            "\"pain_7d_average\":{\"answered\":{\"number\":1000}}",
            "\"pain_7d_average\":{\"answered\":{\"number\":5000}}",
        ),
    ] {
        assert!(text.contains(from), "{from}");
        std::fs::write(&chart, text.replacen(from, to, 1)).unwrap();
        let output = plumbline(&["replay", &chart]);
        assert_eq!(code(&output), 2, "{from}: {}", words(&output.stdout));
    }
}

#[test]
fn the_end_of_six_weeks_says_what_may_come_and_how() {
    let chart = lived("block-offer", date(2027, 1, 3));
    let better = screen(&chart, date(2026, 12, 31), 1, BETTER);
    // The screen goes into the chart although the weeks are not over, and no block begins.
    let early = block(&better, &["--into", &chart], date(2026, 12, 31), &[]);
    assert_eq!(code(&early), 3, "{}", words(&early.stderr));
    assert!(words(&early.stdout).contains("not over"), "{}", words(&early.stdout));
    let done = adapt(&chart, BEHIND, &[]);
    assert_eq!(code(&done), 3);
    assert!(words(&done.stdout).contains("--block maintenance"), "{}", words(&done.stdout));
    let as_json = json(&adapt(&chart, BEHIND, &["--json"]));
    assert_eq!(as_json["decision"]["next"], "go-on-or-maintain");
    let before = std::fs::read(&chart).unwrap();
    let shown = block(&chart, &[], BEHIND, &[]);
    let said = words(&shown.stdout);
    assert_eq!(code(&shown), 0, "{}", words(&shown.stderr));
    assert!(said.contains("3 months after you began: 23 February 2027"), "{said}");
    assert!(said.contains("the way back") && said.contains("Week 7: keep going"), "{said}");
    assert_eq!(std::fs::read(&chart).unwrap(), before, "without --into nothing is written");
}

#[test]
fn whoever_is_worse_gets_a_letter_and_no_block() {
    let chart = lived("block-worse", date(2027, 1, 3));
    let worse = screen(&chart, date(2027, 1, 3), 5, WORSE);
    let pdf = chart.replace("chart.ndjson", "letter.pdf");
    let output = block(&worse, &["--into", &chart], BEHIND, &["--json", "--pdf", &pdf]);
    assert_eq!(code(&output), 3, "{}", words(&output.stderr));
    let object = json(&output);
    assert_eq!((&object["outcome"], &object["decision"]["change"]), (&"refused".into(), &"worse".into()));
    assert!(std::fs::read(&pdf).unwrap().starts_with(b"%PDF"));
    let again = block(&chart, &["--into", &chart], BEHIND, &[]);
    assert_eq!(code(&again), 3, "the screen that was told is kept");
    let text = std::fs::read_to_string(&chart).unwrap();
    assert_eq!(text.matches("\"kind\":\"decision\"").count(), 1);
}

#[test]
fn no_gain_is_rf_23_and_a_little_gain_no_block_either() {
    let chart = lived("block-uncertain", date(2027, 1, 3));
    let same =
        screen(&chart, date(2027, 1, 3), 3, "rmdq = [\"i02\", \"i05\", \"i11\", \"i13\", \"i18\", \"i21\"]");
    let output = block(&same, &["--into", &chart], BEHIND, &[]);
    assert_eq!(code(&output), 3);
    assert!(words(&output.stdout).contains("RF-23"), "{}", words(&output.stdout));
    let little = screen(&chart, date(2027, 1, 4), 2, "rmdq = [\"i02\", \"i05\", \"i11\", \"i13\", \"i18\"]");
    let output = block(&little, &["--into", &chart], BEHIND, &[]);
    assert_eq!(code(&output), 3);
    assert!(words(&output.stdout).contains("physiotherapist"), "{}", words(&output.stdout));
}

#[test]
fn silence_keeps_what_there_is_and_lets_nothing_rise() {
    let chart = lived("block-silent", date(2027, 1, 3));
    let silent = screen(&chart, date(2027, 1, 3), 3, SILENT);
    let text = std::fs::read_to_string(&silent).unwrap();
    let text = text.replace("pain_7d_average = 3", "").replace("psfs_scores = [5, 4, 6]", "");
    std::fs::write(&silent, text).unwrap();
    let output = block(&silent, &["--into", &chart], BEHIND, &["--json"]);
    assert_eq!(code(&output), 0, "{}{}", words(&output.stdout), words(&output.stderr));
    let said = json(&plumbline(&["replay", &chart, "--json"]));
    assert!(rows(&said["decisions"]).iter().all(|it| it["same"] == true), "{said}");
}

#[test]
fn a_stale_screen_a_halt_and_a_long_absence_hold_the_block() {
    // No new screen: the first is stale (RF-40).
    let chart = lived("block-stale", date(2027, 1, 3));
    assert_eq!(code(&block(&chart, &["--into", &chart], BEHIND, &[])), 3);
    // An emergency answer in the screen holds, and stays in the chart.
    let better = screen(&chart, date(2027, 1, 3), 1, BETTER);
    let text = std::fs::read_to_string(&better).unwrap();
    std::fs::write(&better, text.replace("ces_saddle = false", "ces_saddle = true")).unwrap();
    assert_eq!(code(&block(&better, &["--into", &chart], BEHIND, &[])), 3);
    let calm = screen(&chart, date(2027, 1, 4), 1, BETTER);
    assert_eq!(code(&block(&calm, &["--into", &chart], BEHIND, &[])), 3, "an emergency locks (RF-46)");
    // More than four weeks away: a new programme, not a block.
    let chart = lived("block-away", date(2027, 1, 3));
    let late = screen(&chart, date(2027, 2, 5), 1, BETTER);
    let output = block(&late, &["--into", &chart], date(2027, 2, 5), &[]);
    assert_eq!(code(&output), 3);
    assert!(words(&output.stdout).contains("new programme"), "{}", words(&output.stdout));
    // Nine days away: a lighter week.
    let chart = lived("block-nine", date(2027, 1, 3));
    let late = screen(&chart, date(2027, 1, 12), 1, BETTER);
    let output = block(&late, &["--into", &chart], date(2027, 1, 12), &["--json"]);
    assert_eq!(code(&output), 0, "{}{}", words(&output.stdout), words(&output.stderr));
    assert_eq!(json(&output)["programme"]["weeks"][0]["deload"], true);
}

#[test]
fn a_block_without_a_programme_is_refused_in_words() {
    let folder = folder("block-none");
    let chart = folder.join("chart.ndjson");
    for (arguments, says) in [
        (vec![], "a block follows a programme"),
        (vec!["--into", chart.to_str().unwrap()], "cannot read"),
        (vec!["--start", "2027-01-04"], "cannot be used with"),
    ] {
        let output = block(&example(), &arguments, date(2026, 11, 22), &[]);
        assert_eq!(code(&output), 2, "{}", words(&output.stderr));
        assert!(words(&output.stderr).contains(says), "{}", words(&output.stderr));
    }
}
