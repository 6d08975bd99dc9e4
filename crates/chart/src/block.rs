//! The end of a block: the first screen against the last one, and how much was done (section 6.7).

use assessment::{Intake, Measures};
use knowledge::Pack;
use prescription::{BlockDecision, Outcomes, Pair, Prescription, next_block};
use std::collections::BTreeSet;

use crate::course::{Course, superseded};
use crate::entry::{Body, Entry};

/// The Roland–Morris questionnaire.
const RMDQ: &str = "OM-01";
/// Pain of the last seven days.
const NPRS: &str = "OM-02";
/// Activities of the person's own.
const PSFS: &str = "OM-03";

/// What is proposed after the last week of a programme.
pub fn block_decision(pack: &Pack, entries: &[Entry], programme: &Prescription) -> BlockDecision {
    let corrected = superseded(entries);
    let mut screens: Vec<&Intake> = entries
        .iter()
        .filter(|it| !corrected.contains(&it.id))
        .filter_map(|it| if let Body::Intake(intake) = &it.body { Some(intake) } else { None })
        .collect();
    screens.sort_by_key(|it| it.date);
    // The start is the last screen before the programme; the end is one that was made in it or after.
    let start = screens.iter().rev().find(|it| it.date <= programme.start());
    let end = screens.iter().rev().find(|it| it.date > programme.start());
    let pair = |instrument: &str| -> Pair {
        let score = |it: &Intake| Measures::of(pack, it).whole(instrument);
        start.and_then(|it| score(it)).zip(end.and_then(|it| score(it)))
    };
    let outcomes = Outcomes {
        nprs: pair(NPRS),
        rmdq: pair(RMDQ),
        psfs: pair(PSFS),
        gpe: None,
        adherence_percent: Some(adherence_percent(pack, entries, programme)),
    };
    next_block(pack, &outcomes)
}

/// Days with a session of those with one prescribed, per cent (OM-18).
fn adherence_percent(pack: &Pack, entries: &[Entry], programme: &Prescription) -> u32 {
    let sessions = programme.weeks().iter().flat_map(|it| &it.sessions);
    let asked: BTreeSet<_> = sessions.map(|it| it.date).collect();
    let course = Course::of(pack, entries);
    let done: BTreeSet<_> =
        course.sessions().iter().map(|it| it.date).filter(|it| asked.contains(it)).collect();
    u32::try_from(done.len() * 100 / asked.len().max(1)).unwrap_or(100)
}
