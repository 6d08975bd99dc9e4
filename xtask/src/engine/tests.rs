//! The writer on a small object, and objects that it must refuse.

use super::run::Run;
use super::{charts, made};
use crate::files;

/// An object with **invented** numbers: no run gave them, they are here to be written.
fn sample() -> serde_json::Value {
    let week = |week: u32, members: u32, dose: f64, red: f64| {
        serde_json::json!({
            "week": week, "in_programme": members, "dose_percent": dose, "sets": 10.0, "aerobic_minutes": 30.0,
            "pain": 4.0, "adherence_percent": 70.5, "red_percent": red
        })
    };
    let fared = |members: u32, red: f64, last: u32, stopped: u32| {
        serde_json::json!({
            "members": members, "completed_percent": 80.0, "left_percent": 15.0, "stopped_percent": 5.0,
            "carried_through_percent": 90.0, "sessions_planned": 12345, "adherence_percent": 70.0, "red_percent": red,
            "counts": {}, "halts": {},
            "warnings": {
                "began": 4, "told": 4, "stopped": stopped, "stopped_same_day": stopped, "days_to_stop": 0.5,
                "sessions_to_stop": 1.0, "sessions_after_told": 7, "sessions_after_told_most": 3
            },
            "weeks": [week(1, members, 100.0, red), week(2, last, 97.5, red)]
        })
    };
    serde_json::json!({
        "version": 1, "note": "Invented for a test.", "members": 1500, "members_done": 1500, "complete": true, "weeks": 2,
        "seed": 3, "world": "abc", "engine": "0.1.0", "held_by_screening": 2000, "not_cleared": 0,
        "violations": {
            "sound": { "checks": 33130, "violations": 0, "below_one_in": 11043 },
            "explained": { "checks": 2, "violations": 0 },
            "bounded": {
                "checks": 10, "violations": 1, "examples": [{ "member": 6, "day": "2026-11-25", "what": "a | b" }]
            }
        },
        "policies": {
            "fixed": { "all": fared(1500, 9.0, 1400, 0) },
            "ours": { "all": fared(1500, 7.0, 1300, 4), "red-flag": fared(50, 8.0, 0, 4) }
        }
    })
}

fn read(sample: &serde_json::Value) -> Run {
    Run::from_json(&sample.to_string()).unwrap()
}

fn file(run: &Run, name: &str) -> String {
    made(run).into_iter().find(|it| it.path.ends_with(name)).unwrap().content
}

/// Why an object is refused, with all that it says about where.
fn refusal(change: impl Fn(&mut serde_json::Value)) -> String {
    let mut sample = sample();
    change(&mut sample);
    format!("{:#}", Run::from_json(&sample.to_string()).unwrap_err())
}

#[test]
fn every_picture_has_title_description_caption_and_a_sheet_of_its_own() {
    for it in made(&read(&sample())).iter().filter(|it| !it.path.ends_with("run.md")) {
        for part in ["<title id=\"title\">", "<desc id=\"description\">", "role=\"img\"", "fill=\"#ffffff\""]
        {
            assert!(it.content.contains(part), "{}: no {part}", it.path);
        }
        assert!(it.content.contains("1,500 invented members, 2 weeks, seed 3."), "{}", it.path);
        assert!(it.content.contains("no clinical effect"), "{}", it.path);
        assert!(it.content.ends_with("</svg>\n"), "{}", it.path);
    }
}

#[test]
fn lines_are_named_at_their_ends_ours_first() {
    let red = file(&read(&sample()), "red.svg");
    let ours = red.find(">7.0 ours (the engine)</text>").unwrap();
    assert!(red.contains(">9.0 fixed (first plan)</text>"), "{red}");
    assert!(red.find("ours (the engine): 7.0 in week 1, 7.0 in week 2.").unwrap() < ours);
}

#[test]
fn a_week_without_anybody_is_left_out_and_not_drawn_as_nought() {
    let dose = file(&read(&sample()), "dose.svg");
    assert!(dose.contains("warning sign: 100.0 in week 1, 100.0 in week 1."), "{dose}");
    assert!(dose.contains(">100.0 warning sign, to week 1</text>"), "{dose}");
    assert!(file(&read(&sample()), "run.md").contains("| 8.0 % | – | 4.0 |"));
    assert!(file(&read(&sample()), "run.md").contains("| warning sign | 100.0 % (50) | – (0) |"));
}

#[test]
fn who_stops_nobody_has_no_bar_of_nought_days() {
    let bars = file(&read(&sample()), charts::WARNINGS);
    assert!(bars.contains(">stopped none of 4</text>"), "{bars}");
    assert!(bars.contains(">0.5 days; stopped 4 of 4</text>"), "{bars}");
}

#[test]
fn the_tables_say_what_was_found_and_what_zero_means() {
    let page = file(&read(&sample()), "run.md");
    for part in
        ["| 33,130 | 0 | one in 11,043 |", "| 2 | 0 | too few checks to say |", "| 10 | 1 | **found** |"]
    {
        assert!(page.contains(part), "{part} is not in\n{page}");
    }
    assert!(page.contains("- `bounded`: member 6, 2026-11-25: `a | b`"));
    assert!(page.contains("Invented for a test."));
}

#[test]
fn a_run_that_was_interrupted_says_so_everywhere() {
    let mut sample = sample();
    sample["complete"] = false.into();
    sample["members_done"] = 50.into();
    for it in made(&read(&sample)) {
        assert!(it.content.contains("PARTIAL: 50 of 1,500 invented members"), "{}", it.path);
    }
}

#[test]
fn names_of_an_object_are_never_read_as_markup() {
    let mut sample = sample();
    sample["policies"]["<b>"] = sample["policies"]["fixed"].clone();
    assert!(file(&read(&sample), "red.svg").contains("&lt;b&gt;"));
}

#[test]
fn what_cannot_be_shown_is_refused_with_its_place() {
    let refused = refusal(|it| it["version"] = 2.into());
    assert_eq!(refused, "version is 2; this command understands 1");
    let refused = refusal(|it| it["members_done"] = 0.into());
    assert_eq!(refused, "members_done is 0: nobody is in the numbers");
    let refused = refusal(|it| it["policies"] = serde_json::json!({}));
    assert_eq!(refused, "policies is empty: nothing was run");
    let refused = refusal(|it| it["policies"]["ours"]["all"]["weeks"][1]["week"] = 3.into());
    assert_eq!(refused, "policies.ours.all: weeks are not 1 to 2");
    let refused = refusal(|it| it["policies"]["fixed"] = serde_json::json!({}));
    assert_eq!(refused, "policies.fixed has no `all`");
    let refused = refusal(|it| it["seed"] = "one".into());
    assert!(refused.contains("invalid type: string \"one\""), "{refused}");
    let refused = refusal(|it| it["policies"]["ours"]["all"]["weeks"][0]["pain"] = (-1).into());
    assert_eq!(refused, "policies.ours.all: week 1 has a value below 0");
}

#[test]
fn a_file_that_cannot_be_read_is_named() {
    let missing = Run::read("no/such/run.json".as_ref()).unwrap_err();
    assert!(missing.to_string().contains("no/such/run.json"));
    let other = Run::read(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml").as_ref()).unwrap_err();
    assert!(other.to_string().contains("Cargo.toml is not an object of `plumbline simulate --json`"));
}

#[test]
fn the_page_about_the_engine_shows_every_picture() {
    let page = files::read("docs/engine.md").unwrap();
    for it in made(&read(&sample())) {
        let link = format!("({})", it.path.trim_start_matches("docs/"));
        assert!(page.contains(&link), "docs/engine.md does not show {link}");
    }
}
