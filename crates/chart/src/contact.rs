//! Whom to call for a member.

use serde::{Deserialize, Serialize};

use crate::words::fault_of_line;

/// What somebody is called for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ContactKind {
    /// When something has happened.
    Emergency,
    /// The member's doctor.
    Doctor,
}

/// Somebody to call. The latest of each kind counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// What for.
    pub kind: ContactKind,
    /// Who it is.
    pub name: String,
    /// The number as it is dialled, kept as it was given.
    pub telephone: String,
}

impl Contact {
    /// What is wrong with it.
    pub(crate) fn misfits(&self) -> Vec<String> {
        let name = fault_of_line("the name of a contact", &self.name);
        let telephone = fault_of_line("the telephone number of a contact", &self.telephone);
        name.into_iter().chain(telephone).collect()
    }
}
