//! `cargo xtask`: what people and CI run besides the tests.
//!
//! `generate` writes the reference pages from the knowledge; `population` says how many invented people the
//! screening holds, and for which rules; `engine` draws a run of the simulator. None decides anything: they print what
//! the engine says.

mod engine;
mod files;
mod markdown;
mod population;
mod reference;

use anyhow::{Context as _, anyhow};
use clap::{Parser, Subcommand};
use knowledge::Pack;
use std::io::Write as _;
use std::path::PathBuf;

use files::Generated;

/// What people and CI run besides the tests.
#[derive(Parser)]
struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Writes the pages of `docs/reference/` from the knowledge that is built in.
    Generate {
        /// Writes nothing; fails and names the files that differ.
        #[arg(long)]
        check: bool,
    },
    /// Screens the invented population of `docs/population.toml` and writes `docs/population.md`.
    Population {
        /// Writes nothing; fails if the page differs.
        #[arg(long)]
        check: bool,
    },
    /// Writes the pictures and tables of `docs/engine/` from one run of the simulator.
    Engine {
        /// The object that `plumbline simulate --json` prints.
        #[arg(value_name = "FILE.json")]
        run: PathBuf,
    },
}

fn main() -> anyhow::Result<()> {
    let (generated, check) = match Args::parse().command {
        Command::Generate { check } => (reference::pages(pack()?)?, check),
        Command::Population { check } => {
            let page = population::page(pack()?)?;
            print(&page)?;
            (vec![Generated { path: population::PAGE.to_owned(), content: page }], check)
        }
        Command::Engine { run } => (engine::pages(&run)?, false),
    };
    if check { files::check(&generated) } else { files::write(&generated) }
}

/// The knowledge that is built in.
fn pack() -> anyhow::Result<&'static Pack> {
    knowledge::bundled().map_err(|faults| {
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        anyhow!("the knowledge has faults:\n{}", faults.join("\n"))
    })
}

fn print(text: &str) -> anyhow::Result<()> {
    std::io::stdout().write_all(text.as_bytes()).context("cannot print")
}
