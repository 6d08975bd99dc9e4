//! The file form of a chart: one entry a line. Every fault is reported, with its line; nothing is dropped.

use assessment::intake::misfits;
use knowledge::Pack;
use std::collections::BTreeMap;
use uuid::Uuid;

use crate::entry::{Body, Entry, FORM, Role};

/// The longest line that is read.
const LINE_BYTES_MAX: usize = 1024 * 1024;

/// One thing that is wrong in a chart file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
#[error("line {line}: {problem}")]
pub struct ChartFault {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong.
    pub problem: String,
}

/// Reads a chart file, or lists every fault in it. The same entry twice is one entry.
pub fn read(pack: &Pack, bytes: &[u8]) -> Result<Vec<Entry>, Vec<ChartFault>> {
    let mut faults = Vec::new();
    let mut by_id: BTreeMap<Uuid, usize> = BTreeMap::new();
    let mut entries: Vec<Entry> = Vec::new();
    for (number, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        match one(pack, line) {
            Err(problem) => faults.push(ChartFault { line: number + 1, problem }),
            Ok(entry) => match by_id.get(&entry.id).map(|at| &entries[*at]) {
                None => {
                    by_id.insert(entry.id, entries.len());
                    entries.push(entry);
                }
                Some(known) if *known == entry => {}
                Some(_) => {
                    let problem = format!("entry {} stands here again with other content", entry.id);
                    faults.push(ChartFault { line: number + 1, problem });
                }
            },
        }
    }
    if faults.is_empty() { Ok(entries) } else { Err(faults) }
}

fn one(pack: &Pack, line: &[u8]) -> Result<Entry, String> {
    if line.len() > LINE_BYTES_MAX {
        return Err(format!("the line has {} bytes; an entry has at most {LINE_BYTES_MAX}", line.len()));
    }
    let entry: Entry =
        serde_json::from_slice(line).map_err(|error| format!("this is not a chart entry: {error}"))?;
    if entry.form != FORM {
        return Err(format!("the entry has form {}; this program reads form {FORM}", entry.form));
    }
    // A reply that anybody else wrote down is at most self-attested, and belongs in the intake.
    if matches!(entry.body, Body::ClinicianReply(_)) && entry.author.role != Role::Clinician {
        return Err("a clinician's own reply must be written by a clinician (RF-46)".to_owned());
    }
    if let Body::Intake(intake) = &entry.body {
        let mut misfits = misfits(pack, intake);
        misfits.extend(entry.asked.iter().flat_map(|it| it.misfits(intake)));
        if !misfits.is_empty() {
            return Err(misfits.join("; "));
        }
    } else if entry.asked.is_some() {
        return Err("only an intake says what was asked (RF-43)".to_owned());
    }
    Ok(entry)
}

/// Writes a chart file: one entry a line, in the order given.
pub fn write(entries: &[Entry]) -> Result<String, serde_json::Error> {
    entries.iter().map(|entry| serde_json::to_string(entry).map(|line| line + "\n")).collect()
}
