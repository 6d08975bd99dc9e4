//! `plumbline simulate`: the same whatever the threads and interruptions, plain about what it is not, and careful with files.
//!
//! Whether the engine breaks anything is not asked here but with 2,000 members in `./test`, so that these tests fail only when the
//! command is wrong.

use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::{code, folder, json as object, plumbline, words};

/// More than one chunk, and a short last one.
const MEMBERS: &str = "60";

fn simulate(more: &[&str]) -> Output {
    plumbline(&[&["simulate", "--weeks", "1"], more].concat())
}

fn path(file: &Path) -> &str {
    file.to_str().unwrap()
}

/// The exit status that a report asks for.
fn expected(report: &Value) -> i32 {
    let found = report["violations"].as_object().unwrap().values();
    i32::from(found.map(|it| it["violations"].as_u64().unwrap()).sum::<u64>() > 0)
}

/// A finished run of one member, kept in a file, with nothing found.
fn kept(test: &str) -> PathBuf {
    let file = folder(test).join("run.json");
    simulate(&["--members", "1", "--seed", "1", "--resume", path(&file)]);
    change(&file, |it| {
        it["totals"]["found"]["counts"] = json!({});
        it["totals"]["found"]["examples"] = json!({});
    });
    let output = simulate(&["--members", "1", "--seed", "1", "--resume", path(&file)]);
    assert_eq!(code(&output), 0, "{}", words(&output.stderr));
    file
}

/// Changes what is kept in a file.
fn change(file: &Path, change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let mut content: Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    change(&mut content);
    let bytes = serde_json::to_vec(&content).unwrap();
    std::fs::write(file, &bytes).unwrap();
    bytes
}

#[test]
fn the_same_comes_out_of_one_thread_and_of_two() {
    let run =
        |threads: &str| simulate(&["--members", MEMBERS, "--seed", "3", "--json", "--threads", threads]);
    let (one, two) = (run("1"), run("2"));
    assert_eq!(words(&one.stdout), words(&two.stdout));
    let report = object(&one);
    assert_eq!((code(&one), code(&two)), (expected(&report), expected(&report)));
    assert!(!words(&one.stderr).contains(" left"), "a bar without a terminal: {}", words(&one.stderr));
    assert_eq!((&report["members_done"], &report["complete"]), (&json!(60), &json!(true)));
    assert_eq!(report["violations"].as_object().unwrap().len(), 8);
    for (invariant, checked) in report["violations"].as_object().unwrap() {
        assert!(checked["checks"].as_u64().unwrap() > 0, "{invariant} was never looked at");
    }
    let policies: Vec<_> = report["policies"].as_object().unwrap().keys().collect();
    assert_eq!(policies, ["fixed", "linear", "ours"]);
}

/// Starts a run, interrupts it once its first chunk is kept, and waits for its end.
#[cfg(unix)]
fn interrupted(run: &[&str], file: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plumbline"));
    command.args(run).args(["--threads", "1", "--resume", path(file)]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    while !std::fs::read_to_string(file).is_ok_and(|it| it.contains(r#""done":{"0":"#)) {
        assert!(child.try_wait().unwrap().is_none(), "it ended before its first chunk was kept");
        std::thread::yield_now();
    }
    let pid = child.id().to_string();
    assert!(Command::new("sh").args(["-c", "kill -INT $0", &pid]).status().unwrap().success());
    child.wait_with_output().unwrap()
}

#[cfg(unix)]
#[test]
fn an_interrupted_run_says_what_is_known_and_goes_on_to_the_same_end() {
    let file = folder("simulate-interrupted").join("run.json");
    let run = ["simulate", "--members", "160", "--weeks", "1", "--seed", "5", "--policy", "ours"];
    let output = interrupted(&run, &file);
    let said = words(&output.stdout);
    assert!(said.starts_with("PARTIAL: ended before its end. "), "{said}\n{}", words(&output.stderr));
    assert!(said.contains(" of 160 members are in what follows"), "{said}");
    assert_eq!(code(&output), i32::from(said.contains("BROKEN")), "{}", words(&output.stderr));
    assert!(words(&output.stderr).contains("ending after the chunks in hand"));
    let whole = plumbline(&[&run[..], &["--json"]].concat());
    for _ in 0..2 {
        // The second time there is nothing left to run.
        let resumed = plumbline(&[&run[..], &["--json", "--resume", path(&file)]].concat());
        assert_eq!(words(&resumed.stdout), words(&whole.stdout));
        assert_eq!(code(&resumed), code(&whole));
    }
    assert_eq!(object(&whole)["complete"], true);
}

#[test]
fn a_file_of_another_run_is_refused_by_what_differs_and_left_as_it_is() {
    let file = kept("simulate-foreign");
    let before = std::fs::read(&file).unwrap();
    let refused = |more: &[&str], named: &[&str]| {
        let before = std::fs::read(&file).unwrap();
        let output = simulate(&[more, &["--resume", path(&file)]].concat());
        let said = words(&output.stderr);
        assert_eq!(code(&output), 2, "{more:?}: {said}");
        for it in named {
            assert!(said.contains(it), "{more:?} does not name {it}: {said}");
        }
        assert!(output.stdout.is_empty() && std::fs::read(&file).unwrap() == before, "{more:?}");
    };
    refused(
        &["--members", "2", "--seed", "9", "--policy", "linear,ours"],
        &[
            "--members is 1 there and 2 here",
            "--seed is 1 there and 9 here",
            "--policy is ours,fixed,linear there and ours,linear here",
        ],
    );
    let same = ["--members", "1", "--seed", "1"];
    change(&file, |it| it["world"] = json!("another"));
    refused(&same, &["knowledge and assumptions is another there"]);
    std::fs::write(&file, &before).unwrap();
    change(&file, |it| it["engine"] = json!("9.9.9"));
    refused(&same, &["version of the engine is 9.9.9 there"]);
    std::fs::write(&file, &before).unwrap();
    change(&file, |it| it["done"] = json!({}));
    refused(&same, &["damaged"]);
    std::fs::write(&file, b"mode = \"plain\"\n").unwrap();
    refused(&same, &["not the progress of a simulation"]);
    std::fs::write(&file, &before[..before.len() / 2]).unwrap();
    refused(&same, &["not the progress of a simulation"]);
}

#[test]
fn a_folder_in_place_of_the_file_is_refused() {
    let place = folder("simulate-folder");
    let output = simulate(&["--members", "1", "--resume", path(&place)]);
    assert_eq!(code(&output), 2);
    assert!(words(&output.stderr).contains("cannot read it"), "{}", words(&output.stderr));
}

#[test]
fn a_place_that_cannot_be_written_to_is_known_before_the_first_member() {
    let file = folder("simulate-nowhere").join("no-such-folder/run.json");
    let output = simulate(&["--members", MEMBERS, "--json", "--resume", path(&file)]);
    assert_eq!(code(&output), 1);
    assert!(words(&output.stderr).contains("cannot write"), "{}", words(&output.stderr));
    assert_eq!(object(&output)["members_done"], 0);
}

#[test]
fn a_violation_is_shown_and_ends_with_one() {
    let file = kept("simulate-violation");
    change(&file, |it| {
        it["totals"]["found"]["counts"]["sound"] = json!(1);
        let example = json!({ "member": 0, "day": "2026-11-25", "what": "invented for this test" });
        it["totals"]["found"]["examples"]["sound"] = json!([example]);
    });
    let output = simulate(&["--members", "1", "--seed", "1", "--resume", path(&file)]);
    assert_eq!(code(&output), 1);
    assert!(words(&output.stderr).contains("violations: 1"), "{}", words(&output.stderr));
    let said = words(&output.stdout);
    assert!(
        said.contains("BROKEN") && said.contains("member 0, 2026-11-25: invented for this test"),
        "{said}"
    );
}

#[test]
fn the_words_say_what_it_does_not_show() {
    let output = simulate(&["--members", "5"]);
    let said = words(&output.stdout);
    for it in ["invented people", "no clinical effect", "below 3/N", "What must never happen", "below 1 in"] {
        assert!(said.contains(it), "nothing of {it}: {said}");
    }
    assert!(!said.contains("PARTIAL"), "{said}");
    let tables = said.lines().filter(|it| !it.contains(": member "));
    let wide = tables.map(|it| it.chars().count()).max();
    assert!(wide < Some(130), "{wide:?} letters wide:\n{said}");
}

#[test]
fn what_cannot_be_run_is_refused() {
    for wrong in [
        &["--members", "0"][..],
        &["--members", "1", "--weeks", "7"],
        &["--members", "1", "--threads", "0"],
        &["--members", "1", "--policy", "ours,best"],
    ] {
        let output = plumbline(&[&["simulate"], wrong].concat());
        assert_eq!(code(&output), 2, "{wrong:?}: {}", words(&output.stderr));
        assert!(output.stdout.is_empty(), "{wrong:?}");
    }
}
