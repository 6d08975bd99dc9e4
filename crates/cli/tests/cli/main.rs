//! The binary from end to end: what people and scripts see of it.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on ends where it stands")]

mod adapt;
mod block;
mod chart;
mod files;
mod held;
mod knowledge;
mod programme;
mod refused;
mod simulate;
mod stores;

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const EXAMPLE: &str = include_str!("../../../../examples/office-worker-58.toml");
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

fn folder_of(file: &str) -> &Path {
    Path::new(file).parent().unwrap()
}
