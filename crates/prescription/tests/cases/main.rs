//! The case stories of `cases/`, each a page that a clinician can check. Add a file, get a test.
//!
//! A story lays a few answers over a complete intake of `cases/people/`, and says what must come of it. Here the two
//! are put together, read as an intake file, assessed and, where that is allowed, planned; then everything that the
//! story expects is looked up. `cases/README.md` lists the keys.
//!
//! A story that is wrong, or that the knowledge or the engine breaks, is listed with its file and what came instead:
//!
//! ```text
//! screening/saddle-numbness.md: level: expected emergency, got urgent
//! constraints/osteoporosis.md: removed C07: expected OP, got: EX-14
//! ```
//!
//! `a_wrong_story_is_reported` breaks a story on purpose. A story may never be bent to pass.

mod check;
mod laid;
mod story;

use knowledge::Pack;
use knowledge::raw::rule::Moment;
use model::{Tag, TrainingLevel, TriageLevel};
use std::collections::BTreeSet;

use check::check;
use story::{Story, read, stories};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../cases");

#[test]
fn every_story_comes_out_as_it_says() {
    let pack = knowledge::bundled().unwrap();
    let wrong = stories().into_iter().flat_map(|story| match story {
        Ok(story) => check(pack, &story).into_iter().map(|it| format!("{}: {it}", story.name)).collect(),
        Err(problem) => vec![problem],
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

/// Whether a tag takes any exercise away on its own; the others cap, limit or only speak (`cases/README.md`).
fn takes_away(pack: &Pack, tag: Tag) -> bool {
    let rows = pack.exercises.values().flat_map(|it| &it.swap);
    let nets = pack.tags.get(&tag).into_iter().flat_map(|it| &it.net);
    rows.clone().any(|it| it.tag == tag && it.limit.is_none()) || nets.clone().any(|it| it.limit.is_none())
}

#[test]
fn the_stories_cover_every_emergency_every_urgent_rule_every_tag_and_every_level() {
    let pack = knowledge::bundled().unwrap();
    let stories: Vec<Story> = stories().into_iter().filter_map(Result::ok).collect();
    let some = |holds: &dyn Fn(&Story) -> bool| stories.iter().any(holds);
    let mut missing = Vec::new();
    for rule in pack.rules.iter().filter(|it| it.raw.moment == Moment::Screen) {
        let levels: BTreeSet<TriageLevel> = rule.outcomes.iter().filter_map(|it| it.level).collect();
        for level in levels.range(TriageLevel::Urgent..) {
            let told =
                |it: &Story| it.expected.level == *level && it.expected.fired.contains(rule.raw.id.as_str());
            if !some(&told) {
                missing.push(format!("no story has {} fire at {level}", rule.raw.id));
            }
        }
    }
    for tag in Tag::ALL {
        let removes = |it: &Story| it.expected.removed.values().any(|because| because == tag.name());
        let attached = |it: &Story| it.expected.tags.contains(tag) && it.expected.effort_cap_max.is_some();
        if !some(if takes_away(pack, *tag) { &removes } else { &attached }) {
            missing.push(format!("no story shows what {tag} does"));
        }
    }
    for level in TrainingLevel::ALL {
        let ordinary =
            |it: &Story| it.overlay.is_empty() && it.expected.plan && it.expected.level == TriageLevel::Ok;
        if !some(&|it| ordinary(it) && it.expected.training_level == Some(*level)) {
            missing.push(format!("no story is about an ordinary person at {level}"));
        }
    }
    assert!(missing.is_empty(), "\n{}\n", missing.join("\n"));
    assert!(stories.len() >= 45, "{} stories", stories.len());
}

/// A story in line, with this expectation.
fn told(person: &str, expected: &str) -> Result<Story, String> {
    let person = format!("base = \"well-58\"\n{person}");
    read(
        "in-line",
        &format!(
            "# A title\nA paragraph.\n```toml person\n{person}\n```\n```toml expected\n{expected}\n```\n"
        ),
    )
}

#[test]
fn a_wrong_story_is_reported() {
    let pack = knowledge::bundled().unwrap();
    let numb = "[safety]\nces_saddle = true";
    let thin = "[health]\nosteoporosis = \"thin_bone\"";
    for (person, expected, problem) in [
        (numb, "level = \"urgent\"\nplan = false", "level: expected urgent, got emergency"),
        (numb, "level = \"emergency\"\nplan = true", "plan: expected true, got false"),
        (
            numb,
            "level = \"emergency\"\nplan = false\nfired = [\"RF-01\"]",
            "fired at that level: expected RF-01, got: RF-02",
        ),
        (
            numb,
            "level = \"emergency\"\nplan = false\nplanned = [\"C03\"]",
            "expects something of a plan, but there is none",
        ),
        (
            thin,
            "level = \"caution\"\nplan = true\n[removed]\nM10 = \"ST\"",
            "removed M10: expected ST, got: OP",
        ),
        (thin, "level = \"caution\"\nplan = true\nplanned = [\"M01\"]", "planned: expected M01, got: "),
        ("", "level = \"ok\"\nplan = true\neffort_cap_max = 4", "effort_cap_max: expected 4, got 6"),
        (
            "[safety]\nces_sadle = true",
            "level = \"emergency\"\nplan = false",
            "`safety.ces_sadle` is not a question",
        ),
    ] {
        let wrong = check(pack, &told(person, expected).unwrap());
        assert!(wrong.iter().any(|it| it.contains(problem)), "{problem} is not among {wrong:#?}");
    }
}

#[test]
fn a_story_with_an_unknown_key_or_without_an_expectation_is_refused() {
    for (person, expected, problem) in [
        ("", "level = \"ok\"\nplan = true\nfierd = []", "unknown field `fierd`"),
        ("", "", "missing field `level`"),
        ("", "level = \"ok\"", "missing field `plan`"),
        ("base = 1", "level = \"ok\"\nplan = true", "duplicate key"),
    ] {
        let refused = told(person, expected).err().unwrap_or_default();
        assert!(refused.contains(problem), "{problem} is not in {refused:?}");
    }
    assert!(read("in-line", "A paragraph without a title.").is_err());
}
