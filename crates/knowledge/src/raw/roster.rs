//! `roster.toml`: when a member who asks for nothing needs somebody all the same.

use serde::Deserialize;

use super::Evidence;

/// `roster.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RosterFile {
    /// Its one table.
    pub roster: Roster,
}

/// The numbers of a studio's roster. No plan follows from them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Roster {
    /// Somebody asks after this many days without a session told, if one was due.
    pub no_log_days: i32,
    /// A clearance that runs out is said this many days ahead.
    pub clearance_ahead_days: i32,
    /// Somebody should have dealt with an alarm within so many hours.
    pub alarm_due_hours: AlarmDueHours,
    /// Evidence.
    pub evidence: Evidence,
}

/// Hours by what the answers of an alarm come to.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AlarmDueHours {
    /// E0.
    pub emergency: i32,
    /// E1.
    pub urgent: i32,
    /// Anything else: somebody asks.
    pub other: i32,
}
