//! What a member has agreed to, and whether it still stands.

use serde::{Deserialize, Serialize};

use crate::words::fault_of_line;

/// A document that a studio asks every member to agree to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Document {
    /// What the exercises are, what they may do and what they may not.
    InformedConsent,
    /// Who answers for what.
    Waiver,
    /// What is kept about the member, for how long, and who sees it.
    PrivacyNotice,
}

impl Document {
    /// Every document, in order.
    pub const ALL: [Self; 3] = [Self::InformedConsent, Self::Waiver, Self::PrivacyNotice];
}

/// A document that was agreed to or refused, or an agreement that was taken back. The latest counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consent {
    /// Which document.
    pub document: Document,
    /// Which version of it was shown.
    pub version: String,
    /// Whether it was agreed to.
    pub given: bool,
}

impl Consent {
    /// What is wrong with it.
    pub(crate) fn misfits(&self) -> Vec<String> {
        fault_of_line("the version of a document", &self.version).into_iter().collect()
    }
}
