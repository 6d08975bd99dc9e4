//! The knowledge files as they are written: one struct a form, mirroring the TOML key by key.
//!
//! Unknown keys are refused, so that a misspelt key is a fault and never a forgotten rule. Nothing here is
//! checked against anything else; that is `check`'s work.

pub mod adaptation;
pub mod battery;
pub mod document;
pub mod dosage;
pub mod exercise;
pub mod instrument;
pub mod most_days;
pub mod outcomes;
pub mod planner;
pub mod question;
pub mod roster;
pub mod rule;
pub mod tag;
pub mod template;
pub mod test;

use model::{ReferenceKey, ReviewStatus, RuleId};
use serde::Deserialize;

/// Where an item comes from and how far it can be relied on; every clinical item has these.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// How far the item has been reviewed.
    pub status: ReviewStatus,
    /// References it rests on; may be empty only with status `H`.
    #[serde(default)]
    pub source: Vec<ReferenceKey>,
    /// What part of a mixed item the status speaks of.
    #[serde(default)]
    pub note: String,
}

/// `references.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct References {
    /// The register, one row a reference.
    pub reference: Vec<Reference>,
}

/// One reference.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// The key other files cite.
    pub key: ReferenceKey,
    /// The citation.
    pub citation: String,
    /// Whether it has been read.
    pub status: ReviewStatus,
    /// What the status speaks of, when it is mixed.
    #[serde(default)]
    pub note: String,
}

/// `guidance/*.toml`: rules that guide people and wording rather than the engine (G, WS, CT, OM-3x, DP prose).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guidance {
    /// The rules, one row each.
    pub rule: Vec<GuidanceRule>,
}

/// One rule of guidance.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuidanceRule {
    /// Its id: `G-10`, `WS-01`, `OM-31`.
    pub id: RuleId,
    /// What it says, in one or two sentences of our own.
    pub says: String,
    /// Evidence.
    pub evidence: Evidence,
}

/// `wording.toml`: words that no text for people may contain (WS-01, WS-03, 11.1).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// Phrases to avoid, in small letters, by language.
    pub avoid: std::collections::BTreeMap<String, Vec<String>>,
    /// Brand names that must not appear, in small letters.
    pub brands: Vec<String>,
}

/// `screening/adults.toml`: whom Plumbline is for (CT-16).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Adults {
    /// The youngest age that may be planned for.
    pub age_min: i16,
    /// The oldest age that is taken for one and not for a slip.
    pub age_max: i16,
    /// Evidence.
    pub evidence: Evidence,
}

/// `countries.toml`: emergency and advice numbers (RF-47).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Countries {
    /// The country used when none is chosen.
    pub default: String,
    /// One row a country.
    pub country: Vec<Country>,
}

/// The numbers to call in one country.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Country {
    /// ISO 3166-1 alpha-2 code.
    pub code: String,
    /// The emergency number.
    pub emergency: String,
    /// The number for medical advice that is not an emergency, where there is one.
    pub advice: Option<String>,
    /// How far this was reviewed.
    pub status: ReviewStatus,
}

/// `education.toml`: the short cards shown one a day (G-12); their words are in the text files by id.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Education {
    /// The cards, in the order in which they are shown.
    pub card: Vec<EducationCard>,
}

/// One education card.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EducationCard {
    /// Its id: `ED-01`.
    pub id: RuleId,
    /// The theme in one or two words.
    pub theme: String,
    /// Whether the "while you wait" card may show it (it speaks of no exercise).
    pub while_waiting: bool,
    /// Evidence.
    pub evidence: Evidence,
}

/// `signatures.toml`: who signed which item. Nobody is ever added by hand; see `plumbline knowledge sign`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signatures {
    /// The signatures, oldest first.
    #[serde(default)]
    pub signature: Vec<Signature>,
}

/// One clinician's signature under one item.
#[derive(Clone, Debug, Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct Signature {
    /// The signed item.
    pub id: String,
    /// The clinician's name.
    pub name: String,
    /// Professional registration, with the register's name.
    pub registration: String,
    /// The date of signing.
    pub date: String,
    /// SHA-256 of the item's file part and words when it was signed, in hexadecimal.
    pub text_hash: String,
}
