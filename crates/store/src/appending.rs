//! What may be added to a chart.
//!
//! - The same entry twice is one entry; the same id with other content is refused.
//! - A role writes its own records alone, and a correction is a record of the kind that it corrects, so that nobody takes back a
//!   clinician's word but a clinician.
//! - What puts something in force says which entry it has seen last, and is refused with what came since, if there is any. A decision
//!   has then read everything before it, and its entry says so.

use chart::{Asked, Body, Entry, Role};
use jiff::Timestamp;
use std::mem::discriminant;
use uuid::Uuid;

use crate::access::By;

/// An entry before the server takes it in: who wrote it follows from the access.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Made by whoever sends it, so that sending it again does no harm.
    pub id: Uuid,
    /// When it happened, by the device.
    pub occurred_at: Timestamp,
    /// Whose words it holds.
    pub by: By,
    /// The entry that it corrects.
    pub supersedes: Option<Uuid>,
    /// What was asked, of an intake.
    pub asked: Option<Asked>,
    /// The record.
    pub body: Body,
}

/// Why nothing was kept.
#[derive(Clone, Debug, PartialEq)]
pub enum Refused {
    /// For whoever asked there is no such member.
    NoSuchMember,
    /// The chart has grown since the entry that was seen last.
    Stale {
        /// The number of the last entry now.
        last_seq: u64,
        /// What has come since.
        since: Vec<Entry>,
    },
    /// What puts something in force must say which entry it has seen last.
    SeenNothing,
    /// An entry with this id is there, and says something else.
    OtherContent(Uuid),
    /// The role does not write this kind of record: only a clinician writes a clinician's reply (RF-46).
    NotTheirs(Uuid),
    /// What is corrected is not there, or is a record of another kind.
    CorrectsNothing(Uuid),
    /// The record cannot be what it says it is, or its author cannot have written it.
    Misfits {
        /// The entry.
        entry: Uuid,
        /// What is wrong with it; nothing that was told is repeated.
        problems: Vec<String>,
    },
    /// An entry that comes with a number does not come in its place.
    OutOfPlace {
        /// The number that its place has.
        place: u64,
    },
}

/// What was kept: the number of each entry, in the order in which they were sent.
pub type Kept = Result<Vec<u64>, Refused>;

/// The numbers of what was sent, and what of it is new, numbered; or why nothing is kept.
pub(crate) fn placed(
    chart: &[Entry],
    sent: Vec<Entry>,
    seen: Option<u64>,
) -> Result<(Vec<u64>, Vec<Entry>), Refused> {
    let last_seq = chart.last().and_then(|it| it.seq).unwrap_or_default();
    let (mut numbers, mut new) = (Vec::new(), Vec::<Entry>::new());
    for entry in sent {
        let before = || chart.iter().chain(&new);
        if let Some(known) = before().find(|it| it.id == entry.id) {
            if !is_same(known, entry.clone()) {
                return Err(Refused::OtherContent(entry.id));
            }
            numbers.push(known.seq.unwrap_or_default());
            continue;
        }
        if let Some(corrected) = entry.supersedes {
            let kind = discriminant(&entry.body);
            let is_there = before().any(|it| it.id == corrected && discriminant(&it.body) == kind);
            is_there.then_some(()).ok_or(Refused::CorrectsNothing(corrected))?;
        }
        if puts_in_force(&entry) {
            saw_all(chart, last_seq, seen)?;
        }
        let place = last_seq + 1 + u64::try_from(new.len()).unwrap_or_default();
        if entry.seq.is_some_and(|it| it != place) {
            return Err(Refused::OutOfPlace { place });
        }
        numbers.push(place);
        new.push(numbered(entry, place));
    }
    Ok((numbers, new))
}

/// Whether a role writes this kind of record.
pub(crate) fn writes(role: Role, body: &Body) -> bool {
    match body {
        Body::Decision(_) => role == Role::Engine,
        Body::ClinicianReply(_) => role == Role::Clinician,
        Body::Order(_) | Body::LeadCoach(_) => role == Role::Coach,
        Body::Acknowledgement(_) => matches!(role, Role::Coach | Role::Clinician),
        Body::Intake(_)
        | Body::Session(_)
        | Body::Examination(_)
        | Body::Measured(_)
        | Body::FollowUp(_)
        | Body::DirectionalTest(_)
        | Body::Wish(_)
        | Body::Note(_)
        | Body::Message(_)
        | Body::Consent(_)
        | Body::Contact(_)
        | Body::AdverseEvent(_)
        | Body::Alarm(_) => role != Role::Engine,
    }
}

/// Whether it puts something in force, and so may not be written without having seen everything before it.
fn puts_in_force(entry: &Entry) -> bool {
    entry.supersedes.is_some() || matches!(entry.body, Body::Decision(_) | Body::ClinicianReply(_))
}

/// Fails unless the last entry is the one that was seen last. One that was seen and is not there is as bad as one that was not
/// seen: the chart may have been brought back from an older copy.
fn saw_all(chart: &[Entry], last_seq: u64, seen: Option<u64>) -> Result<(), Refused> {
    let seen = seen.ok_or(Refused::SeenNothing)?;
    if seen == last_seq {
        return Ok(());
    }
    let since = chart.iter().filter(|it| it.seq.is_some_and(|it| it > seen)).cloned().collect();
    Err(Refused::Stale { last_seq, since })
}

/// The entry in its place. A decision has read everything before it; one that comes with its number from elsewhere says itself
/// what it had read.
fn numbered(mut entry: Entry, place: u64) -> Entry {
    let is_new = entry.seq.is_none();
    entry.seq = Some(place);
    if let Body::Decision(decision) = &mut entry.body
        && is_new
    {
        decision.read_seq = place.saturating_sub(1);
    }
    entry
}

/// Whether two entries say the same; where and when the server took them in does not count.
fn is_same(known: &Entry, sent: Entry) -> bool {
    let mut sent = numbered(sent, known.seq.unwrap_or_default());
    sent.recorded_at = known.recorded_at;
    *known == sent
}
