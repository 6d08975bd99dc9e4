//! The block behind the one that is over: whether it may begin, and what it begins with (section 6.7).
//!
//! Like every decision it follows from the chart alone, so that it can be replayed.

use assessment::Held;
use jiff::civil::Date;
use knowledge::Pack;
use prescription::{
    BlockDecision, Halt, Input, PlanError, Verdict, adapt, adapt_beyond, differences, next_in,
};

use crate::block::{block_decision, keeps};
use crate::course::Course;
use crate::entry::Entry;
use crate::fold::standing;
use crate::programme::{Next, NoProposal, Programme, in_force};

/// What becomes of the wish for a new block on a day.
#[derive(Clone, Debug)]
pub enum Beginning {
    /// It begins.
    Begins(Box<Next>),
    /// Screening holds: no programme may go on.
    Held(Held),
    /// No session until something has happened.
    Halted(Halt),
    /// The block before it is not over.
    NotOver {
        /// Its last day.
        last: Date,
    },
    /// What was measured leads elsewhere.
    Refused(BlockDecision),
    /// The last session is so long ago that a new programme begins instead (DP-34).
    Away {
        /// Its day.
        since: Date,
        /// Days since then.
        days: i32,
    },
}

/// Begins a block of a template that keeps what was reached, behind a programme that is over.
pub fn begin_block(
    pack: &Pack,
    entries: &[Entry],
    programme: &Programme,
    template: &str,
    as_of: Date,
) -> Result<Beginning, NoProposal> {
    if !keeps(pack, template) {
        return Err(PlanError::NoSuchTemplate(template.to_owned()).into());
    }
    let standing = standing(pack, entries, as_of).ok_or(NoProposal::NoIntake)?;
    let clearance = match &standing.clearance {
        Ok(clearance) => clearance,
        Err(held) => return Ok(Beginning::Held(*held)),
    };
    let course = Course::of(pack, entries);
    let (profile, in_force) = (&standing.assessment.profile, in_force(entries, &standing, programme));
    match adapt(pack, profile, in_force, course.told(), as_of) {
        Verdict::GoesOn(_) => return Ok(Beginning::NotOver { last: last_day(programme) }),
        Verdict::Halted(halt) => return Ok(Beginning::Halted(halt)),
        Verdict::BlockDone => {}
    }
    let decision = block_decision(pack, entries, &programme.prescription, as_of);
    if !decision.next.permits_maintenance() {
        return Ok(Beginning::Refused(decision));
    }
    let last = course.sessions().iter().map(|it| it.date).filter(|it| *it <= as_of).max();
    let since = last.unwrap_or(programme.prescription.start());
    let days = (as_of - since).get_days();
    if days > pack.adaptation.absence.reassess_after_days {
        return Ok(Beginning::Away { since, days });
    }
    let adapted = match adapt_beyond(pack, profile, in_force, course.told(), as_of) {
        Verdict::GoesOn(adapted) => *adapted,
        Verdict::Halted(halt) => return Ok(Beginning::Halted(halt)),
        Verdict::BlockDone => return Ok(Beginning::Refused(decision)),
    };
    let input = Input::from(&standing.assessment);
    let prescription = next_in(pack, clearance, input, in_force, (&adapted, template))?;
    let differences = differences(&programme.prescription, &prescription, as_of);
    Ok(Beginning::Begins(Box::new(Next { prescription, adapted, differences })))
}

fn last_day(programme: &Programme) -> Date {
    let sessions = programme.prescription.weeks().iter().flat_map(|it| &it.sessions);
    sessions.map(|it| it.date).max().unwrap_or(programme.prescription.start())
}
