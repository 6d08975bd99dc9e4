//! The limits a plan must keep to, as plain values.
//!
//! The only source outside of tests is a `Clearance`; the planner and the validator read the values alone.

use assessment::{Cause, Clearance};
use model::Tag;
use std::collections::{BTreeMap, BTreeSet};

use crate::planted::{Bug, planted};

/// What a clearance says, as plain values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Constraints {
    /// Tags in force, each with what attached it.
    pub(crate) tags: BTreeMap<Tag, BTreeSet<Cause>>,
    /// Effort caps besides those of the tags, each with the rule that set it.
    pub(crate) effort_caps: Vec<(u8, String)>,
    /// Minutes that a cool-down takes at least.
    pub(crate) cool_down_minutes_min: u32,
    /// Whether a clinician's own written limits raise the caps of `CV` and `BB` (EX-11).
    pub(crate) clinician_limits: bool,
}

impl From<&Clearance> for Constraints {
    fn from(clearance: &Clearance) -> Self {
        Self {
            tags: if planted(Bug::TagsForgotten) { BTreeMap::new() } else { clearance.tags().clone() },
            effort_caps: clearance.effort_caps().to_vec(),
            cool_down_minutes_min: clearance.cool_down_minutes_min(),
            clinician_limits: clearance.clinician_limits(),
        }
    }
}
