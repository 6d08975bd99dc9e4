//! The end of a block: what was measured before it against what was measured since, and how much was done (section 6.7).

use jiff::civil::Date;
use knowledge::Pack;
use prescription::{BlockDecision, Outcomes, Prescription, after_keeping, next_block};
use std::collections::BTreeSet;

use crate::course::Course;
use crate::entry::Entry;
use crate::measured::Scores;
use crate::outcome::outcomes;

/// What is proposed after the last week of a programme's last block: what was measured before the block against what was measured
/// in it or after. A block that keeps what was reached is judged by that aim.
pub fn block_decision(
    pack: &Pack,
    entries: &[Entry],
    programme: &Prescription,
    as_of: Date,
) -> BlockDecision {
    let scores = Scores::of(pack, entries);
    let outcomes = Outcomes {
        adherence_percent: Some(adherence_percent(pack, entries, programme)),
        ..outcomes(pack, &scores, programme.block_start(), as_of)
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
