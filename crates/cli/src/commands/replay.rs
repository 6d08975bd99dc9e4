//! `plumbline replay`: every stored decision of a chart, recomputed and compared.

use knowledge::Pack;
use serde_json::json;
use std::path::PathBuf;

use chart::Replayed;

use crate::Done;
use crate::commands::chart_file::ChartFile;
use crate::commands::person::pack;
use crate::print;

/// What to replay.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// A chart (NDJSON).
    chart: PathBuf,
    /// One JSON object instead of words.
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(args: &Args) -> Done {
    let pack = pack()?;
    let file = ChartFile::read(pack, &args.chart)?;
    let replayed = chart::replay(pack, &file.entries);
    if args.json {
        let rows: Vec<_> = replayed.iter().map(|it| row(pack, it)).collect();
        print::line(&serde_json::to_string_pretty(&json!({ "version": 1, "decisions": rows }))?);
    } else {
        replayed.iter().enumerate().for_each(|(index, it)| say(pack, index + 1, it));
        let same = replayed.iter().filter(|it| it.is_same()).count();
        print::line(&format!("{same} of {} decisions come out as they were stored", replayed.len()));
    }
    if replayed.iter().all(Replayed::is_same) {
        Ok(())
    } else {
        Err(file.fault("at least one decision does not come out as it was stored"))
    }
}

/// What may explain that a decision comes out otherwise.
fn cause(pack: &Pack, it: &Replayed) -> &'static str {
    if it.stored.knowledge != pack.hash {
        "made with other knowledge"
    } else if it.stored.engine != env!("CARGO_PKG_VERSION") {
        "made by another version of the engine"
    } else {
        "same knowledge, same engine: the chart was changed, or this is a fault of the program"
    }
}

fn say(pack: &Pack, number: usize, it: &Replayed) {
    let stored = &it.stored;
    let name = format!("decision {number} of {}", stored.as_of);
    match &it.now {
        Ok(_) if it.is_same() => print::line(&format!("{name}: the same, {}", short(&stored.prescription))),
        Ok(now) => {
            let (was, is) = (short(&stored.prescription), now.hash());
            print::line(&format!("{name}: was {was}, comes out as {} ({})", short(&is), cause(pack, it)));
            let (was, is) = it.otherwise();
            let lines = was.iter().map(|it| ("was", it)).chain(is.iter().map(|it| ("is ", it)));
            for (which, line) in lines {
                print::line(&format!("  {which} {line}"));
            }
        }
        Err(why) => print::line(&format!("{name}: cannot be made again: {why} ({})", cause(pack, it))),
    }
}

fn row(pack: &Pack, it: &Replayed) -> serde_json::Value {
    let now = it.now.as_ref();
    let (was, is) = it.otherwise();
    json!({
        "as_of": it.stored.as_of,
        "stored": it.stored.prescription,
        "recomputed": now.map(prescription::Prescription::hash).ok(),
        "same": it.is_same(),
        "why": now.err(),
        "cause": (!it.is_same()).then(|| cause(pack, it)),
        "was": was,
        "is": is,
    })
}

fn short(hash: &str) -> &str {
    hash.get(..12).unwrap_or(hash)
}
