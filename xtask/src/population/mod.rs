//! The hold rate: how many of an invented population the screening holds, at which level, and for which rules.
//!
//! The people are stated in `docs/population.toml`, where every share is an assumption. `draw` makes a person from
//! it and a seed, `count` screens them all, `report` writes the page. Zero missed flags can also be had by holding
//! everybody; this page is where that would show.

mod count;
mod draw;
mod mix;
mod report;

use anyhow::Context as _;
use knowledge::Pack;

use crate::files;
use count::Variation;
use draw::Population;
use mix::Mix;

/// Where the page stands.
pub(crate) const PAGE: &str = "docs/population.md";
/// Where the population is stated.
const MIX: &str = "docs/population.toml";

/// Screens the population and writes the page about it.
pub(crate) fn page(pack: &Pack) -> anyhow::Result<String> {
    let mix: Mix = toml::from_str(&files::read(MIX)?).with_context(|| format!("cannot read {MIX}"))?;
    let population = Population::new(pack, &mix, &files::read(&mix.base)?)?;
    let counts = Variation::ALL.map(|variation| (variation, count::count(pack, &population, variation)));
    Ok(report::page(pack, &mix, &counts))
}
