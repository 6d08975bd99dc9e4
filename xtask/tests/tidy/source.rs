//! What Rust files may not contain, and what they must.

use crate::tree::{File, files};
use crate::{none, planted};

/// The most lines of a file, tests below it not counted.
const LINES_MAX: usize = 400;

/// Crates without clock, randomness, network, files or unordered maps.
const PURE: [&str; 6] = ["model", "knowledge", "assessment", "prescription", "chart", "outcomes"];

fn is_rust(file: &File) -> bool {
    file.path.rsplit_once('.').is_some_and(|(_, extension)| extension == "rs")
}

/// Whether a file holds nothing but tests.
fn is_test(path: &str) -> bool {
    path.contains("/tests/") || path.ends_with("/tests.rs") || path.contains("/benches/")
}

/// The part of a file above its tests.
fn without_tests(content: &str) -> &str {
    content.split("\n#[cfg(test)]\nmod tests {").next().unwrap_or(content)
}

/// Files that do not say at their head what they are for.
fn heads(files: &[File]) -> Vec<String> {
    let bare = |it: &&File| is_rust(it) && !it.content.starts_with("//!");
    files.iter().filter(bare).map(|it| format!("{}: does not begin with `//!`", it.path)).collect()
}

/// Files that are too long to be read at once.
fn lengths(files: &[File]) -> Vec<String> {
    let mut faults = Vec::new();
    for file in files.iter().filter(|it| is_rust(it) && !is_test(&it.path)) {
        let lines = without_tests(&file.content).lines().count();
        if lines > LINES_MAX {
            faults.push(format!("{}: {lines} lines, at most {LINES_MAX}", file.path));
        }
    }
    faults
}

/// Work that was left for later where nobody would see it.
fn unfinished(files: &[File]) -> Vec<String> {
    // Put together here, so that this file does not contain them.
    let marks = [concat!("to", "do!("), concat!("unimple", "mented!("), concat!("#[ig", "nore")];
    named(files.iter().filter(|it| is_rust(it)), &marks)
}

/// Pure crates that reach for the world outside.
fn impure(files: &[File]) -> Vec<String> {
    let marks = ["std::fs", "std::net", "SystemTime", "rand::", "HashMap", "HashSet"];
    let pure = |it: &&File| {
        PURE.iter().any(|name| it.path.starts_with(&format!("crates/{name}/src/")))
            && is_rust(it)
            && !is_test(&it.path)
    };
    let code: Vec<File> =
        files.iter().filter(pure).map(|it| planted(&it.path, without_tests(&it.content))).collect();
    named(code.iter(), &marks)
}

/// Files that name a folder of the machine they were written on.
fn machine(files: &[File]) -> Vec<String> {
    named(files.iter(), &[concat!("/wo", "rk/")])
}

/// Every line that contains one of the marks as a word of its own.
fn named<'f>(files: impl Iterator<Item = &'f File>, marks: &[&str]) -> Vec<String> {
    let mut faults = Vec::new();
    for file in files {
        for (number, line) in file.content.lines().enumerate() {
            for mark in marks {
                let word =
                    |(at, _): (usize, &str)| !line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
                if line.match_indices(mark).any(word) {
                    faults.push(format!("{}:{}: contains `{mark}`", file.path, number + 1));
                }
            }
        }
    }
    faults
}

#[test]
fn every_file_says_at_its_head_what_it_is_for() {
    none(&heads(&files()));
}

#[test]
fn a_file_without_a_head_is_caught() {
    assert_eq!(
        heads(&[planted("a.rs", "use b;\n"), planted("b.rs", "//! B.\n"), planted("c.md", "")]).len(),
        1
    );
}

#[test]
fn no_file_is_longer_than_can_be_read_at_once() {
    none(&lengths(&files()));
}

#[test]
fn a_long_file_is_caught_and_long_tests_are_not() {
    let code = "//! A.\n".repeat(LINES_MAX + 1);
    let tests = format!("//! A.\n\n#[cfg(test)]\nmod tests {{\n{code}}}\n");
    assert_eq!(lengths(&[planted("crates/a/src/a.rs", &code)]).len(), 1);
    assert_eq!(
        lengths(&[planted("crates/a/src/a.rs", &tests), planted("crates/a/src/a/tests.rs", &code)]),
        [""; 0]
    );
}

#[test]
fn nothing_is_left_unfinished() {
    none(&unfinished(&files()));
}

#[test]
fn unfinished_work_is_caught() {
    for mark in [
        concat!("    to", "do!(\"later\")"),
        concat!("unimple", "mented!()"),
        concat!("#[ig", "nore = \"slow\"]"),
    ] {
        assert_eq!(unfinished(&[planted("a.rs", mark)]).len(), 1, "{mark}");
    }
}

#[test]
fn pure_crates_do_not_reach_outside() {
    none(&impure(&files()));
}

#[test]
fn a_pure_crate_that_reaches_outside_is_caught() {
    let code = "//! A.\nuse std::fs;\nuse std::collections::HashMap;\n";
    assert_eq!(impure(&[planted("crates/chart/src/a.rs", code)]).len(), 2);
    assert_eq!(
        impure(&[planted("crates/cli/src/a.rs", code), planted("crates/chart/src/a/tests.rs", code)]),
        [""; 0]
    );
    assert_eq!(impure(&[planted("crates/chart/src/a.rs", "//! A brand::new word.\n")]), [""; 0]);
}

#[test]
fn no_file_names_the_machine_it_was_written_on() {
    none(&machine(&files()));
}

#[test]
fn a_path_of_the_machine_is_caught() {
    assert_eq!(machine(&[planted("a.md", concat!("see ", "/wo", "rk/notes"))]).len(), 1);
    assert_eq!(machine(&[planted("a.md", "a frame/work/shop")]), [""; 0]);
}
