//! Harm that was told: what happened to a member in a session or because of it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::words::fault_of;

/// Something bad that happened. It is for people to look at and to count: what stops a programme is told as an answer or an alarm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdverseEvent {
    /// The day on which it happened.
    pub date: Date,
    /// What happened, in somebody's words.
    pub what: String,
    /// Whether it needed treatment or had consequences that last, as whoever wrote it judged.
    pub serious: bool,
    /// The day of the session in which it happened, if it was in one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_session: Option<Date>,
    /// What somebody who was there saw and did, where an incident was written down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub incident: Option<Incident>,
}

/// What somebody of the studio writes down after a fall or an emergency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Incident {
    /// What kind of thing it was.
    pub kind: IncidentKind,
    /// Who was called.
    pub called: Called,
    /// What was done at once, in somebody's words.
    pub done: String,
}

/// A kind of incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum IncidentKind {
    /// Somebody fell.
    Fall,
    /// Somebody became unwell.
    Unwell,
    /// Somebody was hurt otherwise.
    Injury,
    /// Something else.
    Other,
}

/// Who was called after an incident; the furthest that was gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Called {
    /// Nobody.
    Nobody,
    /// The member's emergency contact.
    Contact,
    /// A doctor.
    Doctor,
    /// The emergency number.
    Emergency,
}

impl IncidentKind {
    /// Every kind, as a form lists them.
    pub const ALL: [Self; 4] = [Self::Fall, Self::Unwell, Self::Injury, Self::Other];

    /// Its name in messages and forms.
    pub fn id(self) -> &'static str {
        match self {
            Self::Fall => "fall",
            Self::Unwell => "unwell",
            Self::Injury => "injury",
            Self::Other => "other",
        }
    }
}

impl Called {
    /// Everybody, as a form lists them.
    pub const ALL: [Self; 4] = [Self::Emergency, Self::Doctor, Self::Contact, Self::Nobody];

    /// Its name in messages and forms.
    pub fn id(self) -> &'static str {
        match self {
            Self::Nobody => "nobody",
            Self::Contact => "contact",
            Self::Doctor => "doctor",
            Self::Emergency => "emergency",
        }
    }
}

impl AdverseEvent {
    /// What is wrong with it.
    pub(crate) fn misfits(&self) -> Vec<String> {
        let done = self.incident.as_ref().and_then(|it| fault_of("what was done", &it.done));
        fault_of("what happened", &self.what).into_iter().chain(done).collect()
    }
}
