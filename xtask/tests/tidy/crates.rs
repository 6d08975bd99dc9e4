//! The table of crates: who may use whom.

use std::collections::BTreeSet;

use crate::tree::{File, files};
use crate::{none, planted};

/// Each crate with those its row names, in the order of the design. A crate reaches what these reach, too.
const ROWS: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("knowledge", &["model"]),
    ("motion", &["model"]),
    ("figure", &["motion"]),
    ("assessment", &["knowledge", "motion"]),
    ("prescription", &["assessment"]),
    ("chart", &["prescription"]),
    ("outcomes", &["chart"]),
    ("simulator", &["chart"]),
    ("fhir", &["outcomes"]),
    ("paper", &["outcomes", "figure"]),
    ("store", &["chart"]),
    ("web", &["outcomes", "store", "fhir", "paper"]),
    ("cli", &["web", "simulator"]),
    ("wasm", &["figure", "chart"]),
    ("oracle", &["prescription"]),
    ("platforms", &["simulator"]),
];

/// Folders of crates. Those of tests are used by nobody.
const FOLDERS: [&str; 2] = ["crates/", "tests/"];

/// What one crate alone may use of others' work, and why.
const ALONE: &[(&str, &str, &str)] = &[("highs", "oracle", "it is built from C++, for a test")];

/// Crates that use what they must not, or have no row.
fn dependencies(files: &[File]) -> Vec<String> {
    let mut faults = Vec::new();
    for file in files {
        let Some(name) =
            FOLDERS.iter().find_map(|it| file.path.strip_prefix(it)?.strip_suffix("/Cargo.toml"))
        else {
            continue;
        };
        if !ROWS.iter().any(|(it, _)| *it == name) {
            faults.push(format!("{}: the table of crates has no row for {name}", file.path));
            continue;
        }
        let allowed = reached(name);
        for used in used(&file.content) {
            if let Some((_, only, why)) = ALONE.iter().find(|(it, only, _)| *it == used && *only != name) {
                faults.push(format!("{}: only {only} may use {used}: {why}", file.path));
            }
            if ROWS.iter().any(|(it, _)| *it == used) && !allowed.contains(used.as_str()) {
                faults.push(format!("{}: {name} may not use {used}", file.path));
            }
        }
    }
    faults
}

/// Every crate that a row reaches.
fn reached(name: &str) -> BTreeSet<&'static str> {
    let row = ROWS.iter().find(|(it, _)| *it == name).map_or(&[] as &[&str], |(_, row)| row);
    row.iter().flat_map(|it| reached(it).into_iter().chain([*it])).collect()
}

/// Every crate that a manifest names, for whatever purpose and target, by its own name where it is renamed.
fn used(manifest: &str) -> BTreeSet<String> {
    let table: toml::Table = toml::from_str(manifest).unwrap_or_default();
    let targets =
        table.get("target").and_then(toml::Value::as_table).into_iter().flat_map(toml::Table::values);
    let tables: Vec<&toml::Table> = targets.filter_map(toml::Value::as_table).chain([&table]).collect();
    let lists = ["dependencies", "dev-dependencies", "build-dependencies"];
    let lists = tables.iter().flat_map(|table| lists.iter().filter_map(|it| table.get(*it)?.as_table()));
    let own = |value: &toml::Value| value.get("package").and_then(toml::Value::as_str).map(str::to_owned);
    lists.flatten().map(|(name, value)| own(value).unwrap_or_else(|| name.clone())).collect()
}

#[test]
fn crates_use_only_what_their_row_reaches() {
    none(&dependencies(&files()));
}

#[test]
fn a_crate_that_uses_one_below_it_is_caught() {
    let manifest = |uses: &str| planted("crates/knowledge/Cargo.toml", uses);
    assert_eq!(dependencies(&[manifest("[dependencies]\nmodel.workspace = true\nserde = \"1\"\n")]), [""; 0]);
    for uses in [
        "[dependencies]\nchart.workspace = true\n",
        "[dev-dependencies]\nchart = { path = \"../chart\" }\n",
        "[target.'cfg(unix)'.dependencies]\nchart = \"0.1\"\n",
        "[dependencies]\nother = { package = \"chart\", path = \"../chart\" }\n",
    ] {
        assert_eq!(dependencies(&[manifest(uses)]).len(), 1, "{uses}");
    }
}

#[test]
fn a_crate_without_a_row_is_caught() {
    assert_eq!(dependencies(&[planted("crates/utils/Cargo.toml", "")]).len(), 1);
}

#[test]
fn what_one_crate_alone_may_use_is_caught_elsewhere() {
    let manifest = "[dev-dependencies]\nhighs = \"2\"\n";
    assert_eq!(dependencies(&[planted("tests/oracle/Cargo.toml", manifest)]), [""; 0]);
    assert_eq!(dependencies(&[planted("crates/prescription/Cargo.toml", manifest)]).len(), 1);
}

#[test]
fn a_crate_that_is_a_test_is_used_by_nobody() {
    let manifest = planted("crates/web/Cargo.toml", "[dev-dependencies]\noracle = \"0.1\"\n");
    assert_eq!(dependencies(&[manifest]).len(), 1);
}

#[test]
fn rows_reach_through_other_rows() {
    assert!(reached("web").contains("model"));
    assert!(!reached("chart").contains("outcomes"));
}
