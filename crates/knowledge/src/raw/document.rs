//! `documents.toml`: what a studio asks every member to agree to.

use serde::Deserialize;

use super::Evidence;

/// `documents.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Documents {
    /// One row each.
    pub document: Vec<Document>,
}

/// One document.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// By which its words are found: `document-ID`.
    pub id: String,
    /// Raised by its author when the meaning changes.
    pub version: u32,
    /// Evidence.
    pub evidence: Evidence,
}
