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
}

impl AdverseEvent {
    /// What is wrong with it.
    pub(crate) fn misfits(&self) -> Vec<String> {
        fault_of("what happened", &self.what).into_iter().collect()
    }
}
