//! The file form of a chart: one entry a line. Every fault is reported, with its line; nothing is dropped.

use assessment::intake::{misfits, session_misfits};
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
    let misfits = entry_misfits(pack, &entry);
    if misfits.is_empty() { Ok(entry) } else { Err(misfits.join("; ")) }
}

/// What is wrong with an entry's record, with who wrote it, or with what it says was asked. Whoever keeps entries that did not come
/// from a file asks this first, or the chart could not be read back.
pub fn entry_misfits(pack: &Pack, entry: &Entry) -> Vec<String> {
    let mut wrong: Vec<String> = not_theirs(entry).map(str::to_owned).into_iter().collect();
    if entry.asked.is_some() && !matches!(entry.body, Body::Intake(_)) {
        wrong.push("only an intake says what was asked (RF-43)".to_owned());
    }
    wrong.extend(match &entry.body {
        Body::Intake(intake) => {
            let asked = entry.asked.iter().flat_map(|it| it.misfits(pack, intake));
            misfits(pack, intake).into_iter().chain(asked).collect()
        }
        Body::Message(it) => it.misfits(),
        Body::Acknowledgement(it) => it.misfits(),
        Body::Consent(it) => it.misfits(),
        Body::Contact(it) => it.misfits(),
        Body::AdverseEvent(it) => it.misfits(),
        Body::Alarm(it) => it.misfits(pack, entry.occurred_at),
        Body::Examination(it) => it.misfits(pack, entry),
        Body::Measured(it) => it.misfits(pack),
        Body::Session(it) => session_misfits(pack, &it.answers),
        Body::ClinicianReply(_)
        | Body::FollowUp(_)
        | Body::DirectionalTest(_)
        | Body::Wish(_)
        | Body::Order(_)
        | Body::Decision(_)
        | Body::LeadCoach(_)
        | Body::Note(_) => Vec::new(),
    });
    wrong
}

/// Why this role cannot have written such a record.
fn not_theirs(entry: &Entry) -> Option<&'static str> {
    let role = entry.author.role;
    match &entry.body {
        // A reply that anybody else wrote down is at most self-attested, and belongs in the intake.
        Body::ClinicianReply(_) => (role != Role::Clinician)
            .then_some("a clinician's own reply must be written by a clinician (RF-46)"),
        // A member who could take their own alarm off the roster would be alone with it.
        Body::LeadCoach(_) => {
            (role != Role::Coach).then_some("who answers for a member must be written by a coach")
        }
        Body::Acknowledgement(_) => (!matches!(role, Role::Coach | Role::Clinician))
            .then_some("that an entry was dealt with must be written by a coach or a clinician"),
        Body::Examination(_)
        | Body::Measured(_)
        | Body::Message(_)
        | Body::Consent(_)
        | Body::Contact(_)
        | Body::AdverseEvent(_)
        | Body::Alarm(_) => (role == Role::Engine).then_some("this must be written by a person"),
        Body::Intake(_)
        | Body::Session(_)
        | Body::FollowUp(_)
        | Body::DirectionalTest(_)
        | Body::Wish(_)
        | Body::Order(_)
        | Body::Decision(_)
        | Body::Note(_) => None,
    }
}

/// Writes a chart file: one entry a line, in the order given.
pub fn write(entries: &[Entry]) -> Result<String, serde_json::Error> {
    entries.iter().map(|entry| serde_json::to_string(entry).map(|line| line + "\n")).collect()
}
