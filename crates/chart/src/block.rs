//! The end of a block: the first screen against the last one, and how much was done (section 6.7).

use assessment::{Intake, Measures};
use jiff::civil::Date;
use knowledge::Pack;
use prescription::{BlockDecision, Outcomes, Pair, Prescription, after_keeping, next_block};
use std::collections::BTreeSet;

use crate::course::{Course, superseded};
use crate::entry::{Body, Entry};

/// The Roland–Morris questionnaire.
const RMDQ: &str = "OM-01";
/// Pain of the last seven days.
const NPRS: &str = "OM-02";
/// Activities of the person's own.
const PSFS: &str = "OM-03";

/// What is proposed after the last week of a programme's last block: what was measured before the block against what was measured
/// in it or after. A block that keeps what was reached is judged by that aim.
pub fn block_decision(
    pack: &Pack,
    entries: &[Entry],
    programme: &Prescription,
    as_of: Date,
) -> BlockDecision {
    let corrected = superseded(entries);
    let mut screens: Vec<&Intake> = entries
        .iter()
        .filter(|it| !corrected.contains(&it.id))
        .filter_map(|it| if let Body::Intake(intake) = &it.body { Some(intake) } else { None })
        .filter(|it| it.date <= as_of)
        .collect();
    screens.sort_by_key(|it| it.date);
    let began = programme.block_start();
    let start = screens.iter().rev().find(|it| it.date <= began);
    let end = screens.iter().rev().find(|it| it.date > began);
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
    if keeps(pack, programme.template()) {
        after_keeping(pack, &outcomes)
    } else {
        next_block(pack, &outcomes)
    }
}

/// Whether a template is a block that keeps what was reached.
pub(crate) fn keeps(pack: &Pack, template: &str) -> bool {
    pack.templates.get(template).is_some_and(|it| it.keeps.is_some())
}

/// Days with a session of those of the last block with one prescribed, per cent (OM-18).
fn adherence_percent(pack: &Pack, entries: &[Entry], programme: &Prescription) -> u32 {
    let sessions = programme.block().flat_map(|it| &it.sessions);
    let asked: BTreeSet<_> = sessions.map(|it| it.date).collect();
    let course = Course::of(pack, entries);
    let done: BTreeSet<_> =
        course.sessions().iter().map(|it| it.date).filter(|it| asked.contains(it)).collect();
    u32::try_from(done.len() * 100 / asked.len().max(1)).unwrap_or(100)
}
