//! Reads the person that a command is about, from an intake file or a chart file.

use anyhow::Context as _;
use assessment::{Assessment, Intake, assess};
use chart::{Standing, Wording};
use jiff::civil::Date;
use knowledge::Pack;
use model::QuestionKey;
use std::collections::BTreeMap;
use std::path::Path;

use crate::report::Failure;

/// A person as they stand on a day.
pub(crate) struct Person {
    /// What they told.
    pub(crate) intake: Intake,
    /// What follows from it; its clearance holds the locks of a chart too.
    pub(crate) assessment: Assessment,
    /// What else should be known about the answers.
    pub(crate) notes: Vec<String>,
}

/// The knowledge built into this program.
pub(crate) fn pack() -> Result<&'static Pack, Failure> {
    knowledge::bundled().map_err(|faults| Failure::Input(faults.iter().map(ToString::to_string).collect()))
}

/// Reads a file by its ending: `.ndjson` is a chart, anything else an intake.
pub(crate) fn read(pack: &Pack, file: &Path, as_of: Date) -> Result<Person, Failure> {
    let bytes = std::fs::read(file)
        .with_context(|| format!("cannot read {}", file.display()))
        .map_err(|error| Failure::input(format!("{error:#}")))?;
    let named = |fault: String| format!("{}: {fault}", file.display());
    if file.extension().is_some_and(|it| it == "ndjson") {
        let entries = chart::read(pack, &bytes)
            .map_err(|faults| Failure::Input(faults.iter().map(|it| named(it.to_string())).collect()))?;
        let standing = chart::standing(pack, &entries, as_of)
            .ok_or_else(|| Failure::input(named("the chart holds no intake by that day".to_owned())))?;
        return Ok(of_standing(pack, standing));
    }
    let intake = assessment::intake::read(pack, &bytes, as_of)
        .map_err(|faults| Failure::Input(faults.iter().map(|it| named(it.to_string())).collect()))?;
    let assessment = assess(pack, &intake, &[], as_of);
    Ok(Person { intake, assessment, notes: Vec::new() })
}

/// The person of a chart as it stands on a day.
pub(crate) fn of_standing(pack: &Pack, standing: Standing) -> Person {
    let assessment = Assessment { clearance: standing.clearance, ..standing.assessment };
    let notes = notes(pack, &standing.intake, &standing.asked_differently);
    Person { intake: standing.intake, assessment, notes }
}

/// Which answers were given to other words than today's (RF-43). They are used all the same.
fn notes(pack: &Pack, intake: &Intake, differently: &BTreeMap<QuestionKey, Wording>) -> Vec<String> {
    let of = |wording| differently.iter().filter(move |(_, it)| **it == wording).map(|(key, _)| key);
    let name = |key| pack.question(key).map_or_else(|| key.to_string(), |it| format!("{}.{key}", it.section));
    let other: Vec<String> = of(Wording::Other).map(name).collect();
    let not_kept = of(Wording::NotKept).count();
    let mut notes = Vec::new();
    if !other.is_empty() {
        notes.push(format!(
            "answered on {} to other words than today's (RF-43): {}",
            intake.date,
            other.join(", ")
        ));
    }
    if not_kept > 0 {
        let count = if not_kept == 1 { "1 answer".to_owned() } else { format!("{not_kept} answers") };
        notes.push(format!(
            "the chart does not say to which words {count} of {} were given (RF-43)",
            intake.date
        ));
    }
    notes
}
