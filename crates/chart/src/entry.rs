//! One entry: its envelope, and the record in it.

use assessment::{ClinicianReply, Intake};
use jiff::Timestamp;
use jiff::civil::Date;
use prescription::{DirectionalTest, FollowUp, Order, SessionLog, Wish};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::adverse_event::AdverseEvent;
use crate::alarm::Alarm;
use crate::asked::Asked;
use crate::consent::Consent;
use crate::contact::Contact;
use crate::examined::Examined;
use crate::lead_coach::LeadCoach;
use crate::measured::Measured;
use crate::message::{Acknowledgement, Message};

/// The version of the entry form that this program reads and writes.
pub const FORM: u32 = 1;

/// One entry of a chart.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Version of the form of the envelope and of the record.
    pub form: u32,
    /// Made by the client, version 7; the same id twice is one entry.
    pub id: Uuid,
    /// Who wrote it.
    pub author: Author,
    /// When it happened, by the device.
    pub occurred_at: Timestamp,
    /// When the server took it in; absent until it did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorded_at: Option<Timestamp>,
    /// Its place in the chart; absent until the server took it in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seq: Option<u64>,
    /// The entry that this one corrects.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supersedes: Option<Uuid>,
    /// What was asked, of an intake (RF-43).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked: Option<Asked>,
    /// The record.
    pub body: Body,
}

/// Who wrote an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Author {
    /// An opaque account id; never a name.
    pub account: String,
    /// In which role.
    pub role: Role,
    /// For whom, when somebody entered what another person said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proxy_for: Option<String>,
}

/// In which role an entry was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The person the chart is about.
    Member,
    /// A coach.
    Coach,
    /// A clinician.
    Clinician,
    /// Plumbline itself, for decisions.
    Engine,
}

/// The record in an entry.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind", content = "record")]
pub enum Body {
    /// A full screen: health history, answers, results.
    Intake(Intake),
    /// A clinician's own recorded reply (RF-46).
    ClinicianReply(ClinicianReply),
    /// A session as it was done.
    Session(SessionLog),
    /// The evening and the morning after a session.
    FollowUp(FollowUp),
    /// What was measured and tested on a day.
    Examination(Examined),
    /// A directional self-test.
    DirectionalTest(DirectionalTest),
    /// What the member wants otherwise.
    Wish(Wish),
    /// What a coach wants otherwise.
    Order(Order),
    /// A prescription that was put in force.
    Decision(Decision),
    /// Measures that were answered apart from a full screen.
    Measured(Measured),
    /// Words for people; nothing reads them.
    Note(String),
    /// Words between a member and a coach.
    Message(Message),
    /// A coach or clinician has dealt with an entry.
    Acknowledgement(Acknowledgement),
    /// A document that was agreed to, or not.
    Consent(Consent),
    /// Whom to call.
    Contact(Contact),
    /// The coach who answers for the member.
    LeadCoach(LeadCoach),
    /// Harm that was told.
    AdverseEvent(AdverseEvent),
    /// "Something is wrong", outside a session.
    Alarm(Alarm),
}

/// What is needed to recompute a prescription, and the hash to compare it with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// Hash of the prescription.
    pub prescription: String,
    /// Hash of the prescription it follows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// Hash of the knowledge pack.
    pub knowledge: String,
    /// Version of the engine.
    pub engine: String,
    /// The last entry it had read.
    pub read_seq: u64,
    /// The template.
    pub template: String,
    /// The day it was made for.
    pub as_of: Date,
    /// The first day of the programme.
    pub start: Date,
    /// What it planned, in the lines of [`outline`](crate::outline), so that it can be said what comes out otherwise; none in
    /// charts that are older than this.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub planned: Vec<String>,
}
