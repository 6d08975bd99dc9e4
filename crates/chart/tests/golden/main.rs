//! Golden charts: stored once, replayed by every later engine.
//!
//! `charts/NAME.ndjson` is a chart of an invented person, as an engine once wrote it. `charts/NAME.txt` says what each of
//! its decisions comes out as today, one session a line. A change of engine or knowledge that plans otherwise changes that text; whoever
//! makes it writes the text anew and explains it in CHANGELOG.md beside the text's first twelve digits:
//!
//! ```sh
//! GOLDEN=write cargo test -p chart --test golden      # the texts; GOLDEN=begin also makes the charts anew
//! ```

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop")]

mod story;

use chart::Entry;
use knowledge::Pack;
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::path::PathBuf;

const NAMES: [&str; 3] = ["goes-well", "hurts", "says-little"];
const CHANGELOG: &str = include_str!("../../../../CHANGELOG.md");

fn pack() -> &'static Pack {
    knowledge::bundled().unwrap_or_else(|faults| panic!("{faults:#?}"))
}

fn file(name: &str, ending: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests/golden/charts", &format!("{name}.{ending}")].iter().collect()
}

fn asked(what: &str) -> bool {
    std::env::var("GOLDEN").is_ok_and(|it| it == what)
}

fn stored(name: &str) -> Vec<Entry> {
    let bytes = std::fs::read(file(name, "ndjson")).unwrap();
    chart::read(pack(), &bytes).unwrap_or_else(|faults| panic!("{name}: {faults:?}"))
}

/// Every decision of a chart as it comes out today.
fn told(entries: &[Entry]) -> String {
    let mut text = String::new();
    for (number, decision) in (1..).zip(chart::replay(pack(), entries)) {
        let _ = writeln!(text, "decision {number}, for {}", decision.stored.as_of);
        match &decision.now {
            Ok(plan) => {
                for line in chart::outline(plan) {
                    let _ = writeln!(text, "  {line}");
                }
            }
            Err(why) => drop(writeln!(text, "  not made: {why}")),
        }
    }
    text
}

fn digits(text: &str) -> String {
    Sha256::digest(text.as_bytes())
        .iter()
        .take(6)
        .fold(String::new(), |digits, it| digits + &format!("{it:02x}"))
}

#[test]
fn every_golden_chart_comes_out_as_it_is_written_down_and_every_change_is_explained() {
    for name in NAMES {
        if asked("begin") {
            std::fs::write(file(name, "ndjson"), chart::write(&story::chart(name)).unwrap()).unwrap();
        }
        let now = told(&stored(name));
        if asked("begin") || asked("write") {
            std::fs::write(file(name, "txt"), &now).unwrap();
            continue;
        }
        let known = std::fs::read_to_string(file(name, "txt")).unwrap();
        let other = known.lines().zip(now.lines()).find(|(known, now)| known != now);
        assert_eq!(known.lines().count(), now.lines().count(), "{name}: the first other line: {other:#?}");
        assert_eq!(other, None, "{name} comes out otherwise; see the head of this file");
        let digits = digits(&known);
        assert!(CHANGELOG.contains(&digits), "CHANGELOG.md does not explain golden chart {name} {digits}");
    }
}

#[test]
fn a_golden_chart_has_what_it_is_there_for() {
    let text = |name: &str| std::fs::read_to_string(file(name, "txt")).unwrap();
    for name in NAMES {
        assert!(text(name).matches("decision ").count() >= 4, "{name}");
        assert!(!text(name).contains("not made"), "{name}");
    }
    assert!(text("hurts").contains("(eased)") && !text("goes-well").contains("(eased)"));
}
