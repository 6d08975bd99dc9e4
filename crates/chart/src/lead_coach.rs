//! The coach who answers for a member: to whom an alarm goes by name.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A coach is named for a member. The latest counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeadCoach {
    /// The coach's account.
    pub account: Uuid,
}
