//! The latest run of the simulator as pictures and tables, for `docs/engine.md`.
//!
//! `run` reads one object of `plumbline simulate --json`, `charts` says what is drawn, `lines` and `bars` draw it, and `report`
//! writes the tables. Nothing is reckoned anew: what the object says is what is shown, with members and seed beside it.

mod bars;
mod charts;
mod lines;
mod report;
mod run;
mod svg;
#[cfg(test)]
mod tests;
mod words;

use std::path::Path;

use crate::files::Generated;
use run::Run;

/// Where pictures and tables stand.
const FOLDER: &str = "docs/engine";

/// Everything that is made from the object in a file.
pub(crate) fn pages(file: &Path) -> anyhow::Result<Vec<Generated>> {
    Ok(made(&Run::read(file)?))
}

fn made(run: &Run) -> Vec<Generated> {
    let file = |name: &str, content| Generated { path: format!("{FOLDER}/{name}"), content };
    let mut made: Vec<Generated> =
        charts::lines(run).iter().map(|it| file(it.file, lines::draw(it))).collect();
    made.push(file(charts::WARNINGS, bars::draw(&charts::warnings(run))));
    made.push(file("run.md", report::page(run)));
    made
}
