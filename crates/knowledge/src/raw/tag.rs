//! `tags.toml`: what each constraint tag means and its part of the position net (EX-11).

use model::{Equipment, ExerciseId, Limit, Position, Spine, Tag, Trait};
use serde::Deserialize;

use super::Evidence;

/// The file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TagFile {
    /// One table a tag; all of them must be there.
    pub tag: Vec<TagEntry>,
}

/// One constraint tag.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TagEntry {
    /// The tag.
    pub id: Tag,
    /// The rule behind it, for reasons: `CM-01`, `EX-11`.
    pub rule: model::RuleId,
    /// Effort cap while the tag stands.
    pub effort_cap: Option<u8>,
    /// An effort cap that only a clinician's written limits may raise (`CV`, `BB`).
    #[serde(default)]
    pub cap_raised_by_clinician_only: bool,
    /// The cap that holds instead when none of these tags stand beside it (`BB` alone: 6).
    pub effort_cap_alone: Option<u8>,
    /// No hold longer than this; longer ones are cut into more, shorter holds.
    pub hold_secs_max: Option<u32>,
    /// Parts of the position net.
    #[serde(default)]
    pub net: Vec<Net>,
    /// Evidence.
    pub evidence: Evidence,
}

/// One part of the position net. An entry is caught when any of the lists catches it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Net {
    /// Positions that are taken away; an entry with another position left stays, in that one.
    #[serde(default)]
    pub positions: Vec<Position>,
    /// Spine directions that are taken away, unless the entry has a limit of its own for this tag.
    #[serde(default)]
    pub spine: Vec<Spine>,
    /// Caught only when the entry has *all* of these spine directions (combined F+R).
    #[serde(default)]
    pub spine_all: Vec<Spine>,
    /// Traits that are taken away, unless the entry has a limit of its own for this tag.
    #[serde(default)]
    pub traits: Vec<Trait>,
    /// Entries that are never caught.
    #[serde(default)]
    pub except: Vec<ExerciseId>,
    /// Instead of blocking, this limit is added (`FL`: supine and side-lying only on a bed).
    pub limit: Option<Limit>,
    /// The block or limit falls away when this equipment is at hand.
    pub unless: Option<Equipment>,
}
