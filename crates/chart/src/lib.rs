//! The chart: a member's append-only list of entries, its file form, and what follows from it on a day.
//!
//! Nothing is updated in place: a correction supersedes. Everything else is a pure fold over the entries, so
//! it can be rebuilt from them at any time. The file form is one entry a line (NDJSON) and is the same for
//! export, import and replay. Nothing here reads a clock or makes an id.

mod adverse_event;
mod alarm;
mod asked;
mod beginning;
mod block;
mod consent;
mod contact;
mod course;
mod entry;
mod examined;
mod fold;
mod lead_coach;
mod locks;
mod measured;
mod message;
mod mistake;
mod ndjson;
mod outcome;
mod outline;
mod programme;
pub mod roster;
mod table;
mod words;

pub use adverse_event::{AdverseEvent, Called, Incident, IncidentKind};
pub use alarm::Alarm;
pub use asked::{Asked, Wording, asked_differently};
pub use beginning::{Beginning, begin_block};
pub use block::block_decision;
pub use consent::{Consent, Document, Told as ConsentTold};
pub use contact::{Contact, ContactKind};
pub use course::Course;
pub use entry::{Author, Body, Decision, Entry, FORM, Role};
pub use examined::{Examined, readings_come_to};
pub use fold::{Standing, standing};
pub use lead_coach::LeadCoach;
pub use locks::{Lock, alarm_comes_to};
pub use measured::{Measured, Scores};
pub use message::{Acknowledgement, Message};
pub use ndjson::{ChartFault, entry_misfits, read, write};
pub use outcome::{Changed, Due, changes, due, overall};
pub use outline::outline;
pub use programme::{
    Next, NoProposal, Programme, Proposal, Replayed, decision, programme, proposal, proposal_from, replay,
};
pub use table::table;
