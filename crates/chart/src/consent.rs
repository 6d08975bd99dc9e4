//! What a member has agreed to, and whether it still stands.

use knowledge::{Locale, Pack};
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

    /// Its id in the knowledge: `informed-consent`.
    pub fn id(self) -> &'static str {
        match self {
            Self::InformedConsent => "informed-consent",
            Self::Waiver => "waiver",
            Self::PrivacyNotice => "privacy-notice",
        }
    }
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
    /// The name as it was signed; absent where nothing was, and in charts that are older than this.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub signed: String,
    /// How the member answered, where somebody else wrote it down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told: Option<Told>,
}

/// How a member answered whom somebody else wrote it down for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Told {
    /// They signed on paper, which the studio keeps.
    Paper,
    /// They said it.
    Spoken,
}

impl Consent {
    /// Whether it agrees to the words that stand today, in any language.
    pub fn stands(&self, pack: &Pack) -> bool {
        let id = self.document.id();
        let mut today = Locale::OFFERED.iter().filter_map(|it| pack.document_version(*it, id));
        self.given && today.any(|it| it == self.version)
    }

    /// What is wrong with it.
    pub(crate) fn misfits(&self) -> Vec<String> {
        let version = fault_of_line("the version of a document", &self.version);
        let signed = (!self.signed.is_empty()).then(|| fault_of_line("a signature", &self.signed)).flatten();
        version.into_iter().chain(signed).collect()
    }
}
