//! One call from an intake to everything the planner may know.

use jiff::civil::Date;
use knowledge::Pack;

use crate::clearance::derive;
use crate::findings::Grounds;
use crate::screening::screen_with;
use crate::{
    Clearance, ClinicianReply, Disposition, Examination, Finding, Held, Intake, Measures, Priority, Profile,
};

/// Everything that follows from an intake on a day.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// The day.
    pub as_of: Date,
    /// What screening concluded.
    pub disposition: Disposition,
    /// Whether, and within which limits, a programme may be made.
    pub clearance: Result<Clearance, Held>,
    /// Results that still count.
    pub examination: Examination,
    /// Scores.
    pub measures: Measures,
    /// Findings, the surest first.
    pub findings: Vec<Finding>,
    /// Training decisions, the surest first.
    pub priorities: Vec<Priority>,
    /// Level, stage, irritability, preferences.
    pub profile: Profile,
}

/// Assesses an intake as it stands on `as_of`, with the clinicians' replies that the chart holds.
pub fn assess(pack: &Pack, intake: &Intake, replies: &[ClinicianReply], as_of: Date) -> Assessment {
    let measures = Measures::of(pack, intake);
    let examination = Examination::of(pack, intake, as_of);
    let disposition = screen_with(pack, intake, as_of, &measures, &examination);
    let clearance = derive(pack, &disposition, intake, replies, as_of);
    let grounds = Grounds {
        pack,
        intake,
        as_of,
        measures: &measures,
        examination: &examination,
        disposition: &disposition,
    };
    let findings = grounds.findings();
    let priorities = grounds.priorities();
    let profile = Profile::of(pack, intake, as_of, &measures, &examination).answered(pack, &disposition);
    Assessment { as_of, disposition, clearance, examination, measures, findings, priorities, profile }
}
