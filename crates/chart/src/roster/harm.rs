//! Harm that was told, for a studio's review: every event, and how many there were among how many sessions.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::open::Open;
use crate::adverse_event::AdverseEvent;
use crate::entry::Entry;

/// Sessions to which a rate refers.
const SESSIONS: u32 = 100;

/// How much harm was told, and in how many sessions it was asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HarmCount {
    /// Events.
    pub events: u32,
    /// Events that were serious.
    pub serious: u32,
    /// Sessions that were told.
    pub sessions: u32,
}

impl HarmCount {
    /// Both together.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self {
            events: self.events.saturating_add(other.events),
            serious: self.serious.saturating_add(other.serious),
            sessions: self.sessions.saturating_add(other.sessions),
        }
    }

    /// Events in a hundred sessions, in tenths, rounded to the nearest; none while no session was told.
    pub fn tenths_per_hundred(self) -> Option<u32> {
        let scaled = self.events.saturating_mul(SESSIONS * 10).saturating_add(self.sessions / 2);
        scaled.checked_div(self.sessions)
    }
}

/// One event, as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Harm {
    /// Its entry.
    pub entry: Uuid,
    /// What was told.
    pub event: AdverseEvent,
    /// What somebody wrote who dealt with it; none while nobody has.
    pub dealt: Option<String>,
}

/// Every event of a chart that was not corrected, the newest first.
pub fn harm(entries: &[Entry]) -> Vec<Harm> {
    let mut harm = Open::of(&super::in_order(entries)).harm();
    harm.sort_by_key(|it| std::cmp::Reverse(it.event.date));
    harm
}
