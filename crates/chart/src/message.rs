//! Words between a member and a coach, and a coach's word that something has been dealt with.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::words::fault_of;

/// What a member writes to the studio, or a coach to the member; the entry's author says which.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Message {
    /// The words. People read them; nothing else does.
    pub text: String,
}

/// A coach or clinician says that they have dealt with an entry: an alarm, a session that went wrong, a message, harm that was told.
///
/// It takes the entry off the roster and lifts no lock: RF-46 alone does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Acknowledgement {
    /// The entry.
    pub of: Uuid,
    /// What was done about it.
    pub done: String,
}

impl Message {
    /// What is wrong with it.
    pub(crate) fn misfits(&self) -> Vec<String> {
        fault_of("a message", &self.text).into_iter().collect()
    }
}

impl Acknowledgement {
    /// What is wrong with it.
    pub(crate) fn misfits(&self) -> Vec<String> {
        fault_of("what was done", &self.done).into_iter().collect()
    }
}
