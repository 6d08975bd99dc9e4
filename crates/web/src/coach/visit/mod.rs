//! The assessment visit: readings of rest first, then the battery in its order (MT-04), and what it shows while the person is there.
//!
//! Every form keeps what it holds at once, so that a tablet that goes dark loses nothing. What is measured again on the same day
//! corrects what was there.
//!
//! Must never: open a test before the short check of the day and the readings (or the reason why there are none), or while
//! anything holds; write down as "not seen" what nobody looked at.

pub(crate) mod checklist;
pub(crate) mod overview;
pub(crate) mod readings;
mod said;
pub(crate) mod test;

pub(crate) use overview::opportunities;

use assessment::{Outcome, TestResult};
use chart::{Body, Entry, Examined, Standing};
use jiff::Timestamp;
use jiff::civil::Date;
use model::{Side, TestId};
use std::collections::BTreeSet;
use store::{By, Draft};
use uuid::Uuid;

use crate::identity::{At, last_seq};
use crate::pages::PageError;

/// How often a result is sent to the store while others write: nothing that comes in between changes what was measured.
const ATTEMPTS: usize = 3;

/// A visit as far as it has come.
struct Visit {
    entries: Vec<Entry>,
    /// None before there is a health history.
    standing: Option<Standing>,
    today: Date,
}

impl Visit {
    async fn of(at: &At) -> Result<Self, PageError> {
        Ok(Self::from(at, at.chart().await?))
    }

    fn from(at: &At, entries: Vec<Entry>) -> Self {
        let standing = chart::standing(at.pack(), &entries, at.today());
        Self { entries, standing, today: at.today() }
    }

    /// Whether tests may be done now: nothing holds, and the visit has begun with what must come first.
    fn is_open(&self) -> bool {
        self.has_begun() && self.standing.as_ref().is_some_and(|it| it.clearance.is_ok())
    }

    /// Whether the short check and the readings of the day are there.
    fn has_begun(&self) -> bool {
        self.of_today().any(|(_, it)| !it.before.is_empty())
    }

    /// What was kept today and not corrected, in order.
    fn of_today(&self) -> impl Iterator<Item = (Uuid, &Examined)> {
        let corrected: BTreeSet<Uuid> = self.entries.iter().filter_map(|it| it.supersedes).collect();
        let stand = self.entries.iter().filter(move |it| !corrected.contains(&it.id));
        let visits = stand.filter_map(|it| {
            if let Body::Examination(visit) = &it.body { Some((it.id, visit)) } else { None }
        });
        visits.filter(|it| it.1.date == self.today)
    }

    /// Whether a form that comes was kept before.
    fn has(&self, entry: Uuid) -> bool {
        self.entries.iter().any(|it| it.id == entry)
    }

    /// Today's result of a test on a side.
    fn result(&self, test: &TestId, side: Option<Side>) -> Option<&TestResult> {
        let results =
            self.of_today().flat_map(|it| &it.1.tests).filter(|it| it.test == *test && it.side == side);
        results.last()
    }

    /// Every result in the chart.
    fn results(&self) -> &[TestResult] {
        self.standing.as_ref().map_or(&[], |it| it.intake.tests.as_slice())
    }

    /// The entry of today that new results stand in the place of: one that holds nothing else.
    fn corrected_by(&self, tests: &[TestResult]) -> Option<Uuid> {
        let is_new = |old: &TestResult| tests.iter().any(|it| (&it.test, it.side) == (&old.test, old.side));
        let same = self.of_today().filter(|(_, it)| {
            it.readings.is_empty()
                && it.before.is_empty()
                && !it.tests.is_empty()
                && it.tests.iter().all(is_new)
        });
        same.last().map(|it| it.0)
    }
}

/// Keeps results of today.
async fn keep_tests(at: &At, entry: (Uuid, Timestamp), tests: Vec<TestResult>) -> Result<(), PageError> {
    let mut kept = Err(PageError::Stale);
    for _ in 0..ATTEMPTS {
        let visit = Visit::of(at).await?;
        if visit.has(entry.0) {
            return Ok(());
        }
        if !visit.is_open() {
            return Err(PageError::Stale);
        }
        let examined = Examined { tests: tests.clone(), ..empty(visit.today) };
        let supersedes = visit.corrected_by(&tests);
        let draft = Draft { by: By::Writer, supersedes, ..at.draft(entry, Body::Examination(examined)) };
        kept = at.keep(vec![draft], Some(last_seq(&visit.entries))).await;
        if kept != Err(PageError::Stale) {
            break;
        }
    }
    kept
}

fn empty(date: Date) -> Examined {
    Examined { date, before: [].into(), readings: [].into(), tests: Vec::new() }
}

/// Whether a result says something about a test, if only why it was not done.
fn is_done(results: &[Option<&TestResult>]) -> bool {
    results
        .iter()
        .all(|it| it.is_some_and(|it| !matches!(&it.outcome, Outcome::Trials(trials) if trials.is_empty())))
}

/// The address of a coach's page about the member.
fn here(at: &At) -> String {
    at.base.trim_end_matches("/door").to_owned()
}

#[cfg(test)]
impl Visit {
    /// The visit of an invented chart.
    fn sample(pack: &knowledge::Pack, entries: Vec<Entry>) -> Self {
        let today = crate::tests::TODAY;
        Self { standing: chart::standing(pack, &entries, today), entries, today }
    }
}
