//! The programme in force, recomputed from the chart: every decision follows from the entries before it, so that each can be
//! replayed and compared with the hash that was stored.

use assessment::{Held, Profile};
use jiff::civil::Date;
use knowledge::Pack;
use prescription::{
    Adapted, Difference, Halt, InForce, Input, PlanError, Prescription, Request, Verdict, adapt, differences,
    next, plan,
};

use std::collections::BTreeSet;

use crate::beginning::{Beginning, begin_block};
use crate::course::{Course, screened};
use crate::entry::{Body, Decision, Entry};
use crate::fold::{Standing, standing};
use crate::outline::outline;

/// The programme in force and the days on which it and those before it were made.
#[derive(Clone, Debug)]
pub struct Programme {
    /// The last prescription.
    pub prescription: Prescription,
    /// The days of all decisions, in order.
    pub decided: Vec<Date>,
    /// The numbers, from 1, of decisions that come out otherwise than they were stored, for the knowledge or the engine are
    /// others now.
    pub remade: Vec<usize>,
}

/// What a chart asks for on a day.
#[derive(Clone, Debug)]
pub enum Proposal {
    /// The next prescription, to be put in force.
    Next(Box<Next>),
    /// Screening holds: no programme may go on.
    Held(Held),
    /// No session until something has happened.
    Halted(Halt),
    /// The programme is over.
    BlockDone,
}

/// The next prescription, and what is not as it was.
#[derive(Clone, Debug)]
pub struct Next {
    /// The prescription.
    pub prescription: Prescription,
    /// What was decided, and why.
    pub adapted: Adapted,
    /// What is not as it was.
    pub differences: Vec<Difference>,
}

/// Why a chart asks for nothing.
#[derive(Clone, Debug, thiserror::Error)]
pub enum NoProposal {
    /// There is no intake yet.
    #[error("the chart holds no intake by that day")]
    NoIntake,
    /// There is no programme yet.
    #[error("the chart holds no programme; `plumbline plan FILE --into CHART` makes the first")]
    NoProgramme,
    /// A stored decision does not follow from the entries before it.
    #[error("decision {number} of the chart does not follow from the entries before it: {why}")]
    NotReplayed {
        /// Its number, from 1.
        number: usize,
        /// Why not.
        why: String,
    },
    /// What was done under a decision is not what other knowledge or another engine would have planned.
    #[error(
        "decision {number} of the chart was made with other knowledge or by another version, and what was done on {day} would be \
         planned otherwise now, so that how it went says nothing of it; `plumbline plan FILE --into CHART` begins a new programme"
    )]
    OtherPast {
        /// Its number, from 1.
        number: usize,
        /// The day of a session that was told.
        day: Date,
    },
    /// The planner could not try.
    #[error(transparent)]
    Plan(#[from] PlanError),
}

/// One stored decision, recomputed.
#[derive(Clone, Debug)]
pub struct Replayed {
    /// As it was stored.
    pub stored: Decision,
    /// What it comes out as today, or why it cannot be made.
    pub now: Result<Prescription, String>,
}

impl Replayed {
    /// Whether it comes out as it was stored, byte for byte, with its template, its first day and its parent.
    pub fn is_same(&self) -> bool {
        let stored = &self.stored;
        self.now.as_ref().is_ok_and(|it| {
            let mut now = decision(it, stored.as_of, stored.read_seq);
            if stored.planned.is_empty() {
                now.planned.clear();
            }
            now == *stored
        })
    }

    /// Whether it was made with other knowledge or by another version of the engine, so that it may come out otherwise.
    pub fn is_of_another_version(&self) -> bool {
        let stored = &self.stored;
        self.now.as_ref().is_ok_and(|it| {
            (it.knowledge_hash(), it.engine()) != (stored.knowledge.as_str(), stored.engine.as_str())
        })
    }

    /// Fails if it had planned another session than it would today on one of the days on which somebody told one, as far as the
    /// next decision.
    fn past_holds(
        &self,
        number: usize,
        next: Option<&Self>,
        told: &BTreeSet<Date>,
    ) -> Result<(), NoProposal> {
        let from = self.stored.as_of;
        let until = next.map_or(Date::MAX, |it| it.stored.as_of).max(from);
        let day = told.range(from..=until).find(|day| self.plans_otherwise_on(**day));
        day.map_or(Ok(()), |day| Err(NoProposal::OtherPast { number, day: *day }))
    }

    /// Whether it had planned something else for a day than it would today; without the lines of what it planned nobody can tell.
    fn plans_otherwise_on(&self, day: Date) -> bool {
        let begins = day.to_string();
        let on = |lines: &[String]| -> Vec<String> {
            lines.iter().filter(|it| it.starts_with(&begins)).cloned().collect()
        };
        let is = self.now.as_ref().map(outline).unwrap_or_default();
        self.stored.planned.is_empty() || on(&self.stored.planned) != on(&is)
    }

    /// The lines of what was stored that do not come out today, and those that come out instead.
    pub fn otherwise(&self) -> (Vec<String>, Vec<String>) {
        let (was, is) = (&self.stored.planned, self.now.as_ref().map(outline).unwrap_or_default());
        let not_in = |these: &[String], others: &[String]| {
            these.iter().filter(|it| !others.contains(it)).cloned().collect()
        };
        if was.is_empty() { (Vec::new(), Vec::new()) } else { (not_in(was, &is), not_in(&is, was)) }
    }
}

/// Recomputes every decision of a chart, each from the entries before it and the decision before it as it comes out
/// today.
pub fn replay(pack: &Pack, entries: &[Entry]) -> Vec<Replayed> {
    let mut replayed: Vec<Replayed> = Vec::new();
    let mut decided: Vec<Date> = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        let Body::Decision(stored) = &entry.body else { continue };
        let before: Vec<Entry> = entries[..index].iter().filter(|it| had_read(stored, it)).cloned().collect();
        let parent = replayed.last().and_then(|it| it.now.as_ref().ok());
        let now = match (&stored.parent, parent) {
            (None, _) => first(pack, &before, stored),
            (Some(_), None) => Err("the decision before it could not be made".to_owned()),
            (Some(_), Some(parent)) => {
                let prescription = parent.clone();
                let programme = Programme { prescription, decided: decided.clone(), remade: Vec::new() };
                again(pack, &before, &programme, stored)
            }
        };
        if stored.parent.is_none() {
            decided.clear();
        }
        decided.push(stored.as_of);
        replayed.push(Replayed { stored: stored.clone(), now });
    }
    replayed
}

/// Whether a decision had read an entry that stands before it.
fn had_read(decision: &Decision, entry: &Entry) -> bool {
    entry.seq.is_none_or(|seq| seq <= decision.read_seq)
}

fn first(pack: &Pack, before: &[Entry], stored: &Decision) -> Result<Prescription, String> {
    let standing = standing(pack, before, stored.as_of).ok_or("the chart holds no intake by that day")?;
    let clearance = standing.clearance.as_ref().map_err(|held| format!("held at {}", held.level))?;
    let request = Request { template: stored.template.clone(), start: stored.start, parent: None };
    plan(pack, clearance, Input::from(&standing.assessment), &request).map_err(|error| error.to_string())
}

/// A decision that has a parent: what the sessions asked for, or a new block once the last one was over.
fn again(
    pack: &Pack,
    before: &[Entry],
    programme: &Programme,
    stored: &Decision,
) -> Result<Prescription, String> {
    let proposal = proposal_from(pack, before, programme, stored.as_of).map_err(|error| error.to_string())?;
    match proposal {
        Proposal::Next(next) => Ok(next.prescription),
        Proposal::Held(held) => Err(format!("held at {}", held.level)),
        Proposal::Halted(halt) => Err(format!("halted by {}", halt.rule)),
        Proposal::BlockDone => begun(pack, before, programme, stored),
    }
}

fn begun(
    pack: &Pack,
    before: &[Entry],
    programme: &Programme,
    stored: &Decision,
) -> Result<Prescription, String> {
    let begun = begin_block(pack, before, programme, &stored.template, stored.as_of);
    match begun.map_err(|error| error.to_string())? {
        Beginning::Begins(next) => Ok(next.prescription),
        Beginning::Held(held) => Err(format!("held at {}", held.level)),
        Beginning::Halted(halt) => Err(format!("halted by {}", halt.rule)),
        Beginning::NotOver { last } => Err(format!("the block before it lasts until {last}")),
        Beginning::Refused(decision) => Err(format!("no block by {}", decision.rule)),
        Beginning::Away { days, .. } => Err(format!("no session for {days} days")),
    }
}

/// The programme in force. Every decision that led to it must come out as it was stored, unless the knowledge or the engine are
/// others now: then the programme is what they make of the same facts, and [`Programme::remade`] says so. What was done must be
/// what comes out all the same: how it went tells nothing of another dose.
pub fn programme(pack: &Pack, entries: &[Entry]) -> Result<Programme, NoProposal> {
    let replayed = replay(pack, entries);
    let told: BTreeSet<Date> = Course::of(pack, entries).told().sessions.iter().map(|it| it.date).collect();
    // A programme before the last one is over: nothing more is built on what was done under it.
    let begins = replayed.iter().rposition(|it| it.stored.parent.is_none()).unwrap_or_default();
    let (mut decided, mut remade) = (Vec::new(), Vec::new());
    for (index, it) in replayed.iter().enumerate() {
        if it.is_of_another_version() {
            if index >= begins {
                it.past_holds(index + 1, replayed.get(index + 1), &told)?;
                remade.push(index + 1);
            }
        } else if !it.is_same() {
            let why = match &it.now {
                Ok(_) => "it comes out otherwise".to_owned(),
                Err(why) => why.clone(),
            };
            return Err(NoProposal::NotReplayed { number: index + 1, why });
        }
        if it.stored.parent.is_none() {
            decided.clear();
        }
        decided.push(it.stored.as_of);
    }
    let last = replayed.into_iter().next_back().ok_or(NoProposal::NoProgramme)?;
    let prescription = last.now.map_err(|_| NoProposal::NoProgramme)?;
    Ok(Programme { prescription, decided, remade })
}

/// What a chart asks for on a day.
pub fn proposal(pack: &Pack, entries: &[Entry], as_of: Date) -> Result<Proposal, NoProposal> {
    let programme = programme(pack, entries)?;
    proposal_from(pack, entries, &programme, as_of)
}

/// The same from a programme that is already known.
pub fn proposal_from(
    pack: &Pack,
    entries: &[Entry],
    programme: &Programme,
    as_of: Date,
) -> Result<Proposal, NoProposal> {
    let standing = standing(pack, entries, as_of).ok_or(NoProposal::NoIntake)?;
    let course = Course::of(pack, entries);
    let clearance = match &standing.clearance {
        Ok(clearance) => clearance,
        Err(held) => return Ok(Proposal::Held(*held)),
    };
    let in_force = in_force(entries, &standing, programme);
    let adapted = match adapt(pack, profile(&standing), in_force, course.told(), as_of) {
        Verdict::GoesOn(adapted) => *adapted,
        Verdict::Halted(halt) => return Ok(Proposal::Halted(halt)),
        Verdict::BlockDone => return Ok(Proposal::BlockDone),
    };
    let prescription = next(pack, clearance, Input::from(&standing.assessment), in_force, &adapted)?;
    let differences = differences(&programme.prescription, &prescription, as_of);
    Ok(Proposal::Next(Box::new(Next { prescription, adapted, differences })))
}

/// A programme with the screen that is in force beside it.
pub(crate) fn in_force<'a>(entries: &[Entry], standing: &Standing, programme: &'a Programme) -> InForce<'a> {
    InForce {
        prescription: &programme.prescription,
        decided: &programme.decided,
        screened: screened(entries, &standing.intake),
    }
}

fn profile(standing: &Standing) -> &Profile {
    &standing.assessment.profile
}

/// The record of a prescription that is put in force.
pub fn decision(prescription: &Prescription, as_of: Date, read_seq: u64) -> Decision {
    Decision {
        prescription: prescription.hash(),
        parent: prescription.parent().map(str::to_owned),
        knowledge: prescription.knowledge_hash().to_owned(),
        engine: prescription.engine().to_owned(),
        read_seq,
        template: prescription.template().to_owned(),
        as_of,
        start: prescription.start(),
        planned: outline(prescription),
    }
}
