//! Prints what must be the same in every process and on every platform; `scripts/same-bytes.sh` compares it.
//!
//! Of each golden chart the hash of every decision as it comes out here, which is over the whole prescription; then what
//! some invented members come to in their six weeks, each planned anew some fifteen times.

#![expect(clippy::print_stdout, reason = "what it prints is its result")]

use simulator::{Policy, Settings, World, run_chunk};
use std::error::Error;

const CHARTS: [(&str, &[u8]); 3] = [
    ("goes-well", include_bytes!("../../../crates/chart/tests/golden/charts/goes-well.ndjson")),
    ("hurts", include_bytes!("../../../crates/chart/tests/golden/charts/hurts.ndjson")),
    ("says-little", include_bytes!("../../../crates/chart/tests/golden/charts/says-little.ndjson")),
];

const MEMBERS: u64 = 20;

fn main() -> Result<(), Box<dyn Error>> {
    let pack = knowledge::bundled().map_err(|faults| format!("{faults:?}"))?;
    for (name, bytes) in CHARTS {
        let entries = chart::read(pack, bytes).map_err(|faults| format!("{name}: {faults:?}"))?;
        for (number, decision) in (1..).zip(chart::replay(pack, &entries)) {
            println!("{name} {number} {}", decision.now?.hash());
        }
    }
    let world = World::new(pack)?;
    let policies = vec![Policy::Ours, Policy::Fixed, Policy::Linear];
    let settings = Settings { members: MEMBERS, weeks: 6, seed: 1, policies };
    println!("{}", serde_json::to_string(&run_chunk(&world, &settings, 0))?);
    Ok(())
}
