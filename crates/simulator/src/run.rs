//! A run: members in chunks, each counted by itself, so that neither the number of threads nor an interruption matters.

use jiff::civil::Date;
use prescription::{Input, PlanError, Prescription, Request, plan};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::sync::{Mutex, PoisonError};

use crate::life::{Terms, live};
use crate::member::{Member, draw};
use crate::policy::Policy;
use crate::tally::{Count, Totals};
use crate::telling::Keys;
use crate::watch::Watch;
use crate::world::{Stratum, World};

/// Members of a chunk: few enough that Ctrl-C need not be waited for.
pub const CHUNK: u64 = 50;

/// The template that everybody follows.
const TEMPLATE: &str = "six-week";

/// What is to be run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// How many members.
    pub members: u64,
    /// How many weeks.
    pub weeks: u64,
    /// What the drawing starts from.
    pub seed: u64,
    /// The policies, each with the same members on the same days.
    pub policies: Vec<Policy>,
}

impl Settings {
    /// How many chunks there are.
    pub fn chunks(&self) -> u64 {
        self.members.div_ceil(CHUNK)
    }

    /// The first member of a chunk; the number of members for the one after the last.
    fn first_of(&self, chunk: u64) -> u64 {
        (chunk * CHUNK).min(self.members)
    }
}

/// What has been run so far: it can be kept in a file and gone on with later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Progress {
    /// What is to be run.
    pub settings: Settings,
    /// The world and the knowledge that it was begun with.
    pub world: String,
    /// The version of the engine.
    pub engine: String,
    /// Chunks that are finished, as the first chunk of each unbroken row and the first after it.
    done: BTreeMap<u64, u64>,
    /// Their sums.
    pub totals: Totals,
}

impl Progress {
    /// Nothing yet.
    pub fn new(world: &World<'_>, settings: Settings) -> Self {
        Self {
            settings,
            world: world.identity(),
            engine: env!("CARGO_PKG_VERSION").to_owned(),
            done: BTreeMap::new(),
            totals: Totals::default(),
        }
    }

    /// Whether what is written of the finished chunks can be true. It is asked of what was read from a file.
    pub fn is_consistent(&self) -> bool {
        let mut after = None;
        let mut members = 0;
        for (start, end) in &self.done {
            // Rows that touch would have been joined.
            let apart = after.is_none_or(|after| after < *start);
            if !apart || start >= end || *end > self.settings.chunks() {
                return false;
            }
            after = Some(*end);
            members += self.settings.first_of(*end) - self.settings.first_of(*start);
        }
        members == self.totals.members
    }

    /// Whether a chunk is finished.
    pub fn is_done(&self, chunk: u64) -> bool {
        self.done.range(..=chunk).next_back().is_some_and(|(_, end)| chunk < *end)
    }

    /// How many chunks are finished.
    pub fn chunks_done(&self) -> u64 {
        self.done.iter().map(|(start, end)| end - start).sum()
    }

    /// Whether everything is.
    pub fn is_complete(&self) -> bool {
        self.settings.chunks() == 0 || self.done.get(&0) == Some(&self.settings.chunks())
    }

    /// Adds a chunk.
    pub fn add(&mut self, chunk: u64, totals: &Totals) {
        if self.is_done(chunk) {
            return;
        }
        self.totals.add(totals);
        let end = self.done.remove(&(chunk + 1)).unwrap_or(chunk + 1);
        let before = self.done.range(..chunk).next_back().filter(|(_, end)| **end == chunk);
        let start = before.map_or(chunk, |(start, _)| *start);
        self.done.insert(start, end);
    }
}

/// Runs what is missing on so many threads. `each` hears of every chunk that was added.
///
/// Once `ended` is set, no chunk is begun; those in hand are finished and added, so that nothing is lost by it.
pub fn run(
    world: &World<'_>,
    progress: &mut Progress,
    threads: usize,
    ended: &AtomicBool,
    mut each: impl FnMut(&Progress),
) {
    let missing: Vec<u64> =
        (0..progress.settings.chunks()).rev().filter(|it| !progress.is_done(*it)).collect();
    let threads = threads.min(missing.len()).max(1);
    let todo = Mutex::new(missing);
    let settings = progress.settings.clone();
    let (sender, receiver) = mpsc::channel();
    std::thread::scope(|scope| {
        for _ in 0..threads {
            let (sender, todo, settings) = (sender.clone(), &todo, &settings);
            scope.spawn(move || {
                while !ended.load(Ordering::Relaxed) {
                    let next = todo.lock().unwrap_or_else(PoisonError::into_inner).pop();
                    let Some(chunk) = next else { return };
                    if sender.send((chunk, run_chunk(world, settings, chunk))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(sender);
        for (chunk, totals) in receiver {
            progress.add(chunk, &totals);
            each(progress);
        }
    });
}

/// Runs one chunk in this thread.
pub fn run_chunk(world: &World<'_>, settings: &Settings, chunk: u64) -> Totals {
    let mut totals = Totals::default();
    let Some(keys) = Keys::new() else { return totals };
    for number in settings.first_of(chunk)..settings.first_of(chunk + 1) {
        member(world, settings, &keys, number, &mut totals);
    }
    totals
}

fn member(world: &World<'_>, settings: &Settings, keys: &Keys, number: u64, totals: &mut Totals) {
    let Some(drawn) = draw(world, (settings.seed, number)) else { return };
    totals.members += 1;
    totals.held += drawn.held;
    let Some(member) = drawn.member else {
        totals.not_cleared += 1;
        return;
    };
    let Ok(first) = first_plan(world, &member, world.start()) else {
        totals.tally(Policy::Ours, drawn.stratum).count(Count::PlanErrors, 1);
        return;
    };
    for policy in &settings.policies {
        let terms = Terms { world, keys, policy: *policy, weeks: settings.weeks, tells_all: false };
        let mut watch = Watch::of(number);
        let lived = live(&terms, &member, &first, &mut watch);
        totals.found.add(&watch.found);
        let tally = totals.tally(*policy, drawn.stratum);
        tally.add(&lived.tally);
        let asks_why = *policy == Policy::Ours && member.stratum == Stratum::PoorLogger;
        if asks_why && lived.completed && !lived.progressed {
            // The same member on the same days, telling everything.
            let told = live(&Terms { tells_all: true, ..terms }, &member, &first, &mut Watch::of(number));
            tally.count(Count::NeverProgressedForGaps, u64::from(told.progressed));
        }
    }
}

fn first_plan(world: &World<'_>, member: &Member, start: Date) -> Result<Prescription, PlanError> {
    let request = Request { template: TEMPLATE.to_owned(), start, parent: None };
    plan(world.pack, &member.clearance, Input::from(&member.assessment), &request)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn progress(members: u64) -> Progress {
        let settings = Settings { members, weeks: 1, seed: 1, policies: vec![Policy::Fixed] };
        let (world, engine) = (String::new(), String::new());
        Progress { settings, world, engine, done: BTreeMap::new(), totals: Totals::default() }
    }

    fn add(progress: &mut Progress, chunk: u64) {
        let members = progress.settings.first_of(chunk + 1) - progress.settings.first_of(chunk);
        progress.add(chunk, &Totals { members, ..Totals::default() });
    }

    #[test]
    fn chunks_in_any_order_become_one_row() {
        let mut progress = progress(4 * CHUNK - 1);
        for (chunk, rows) in [(2, 1), (0, 2), (0, 2), (3, 2), (1, 1)] {
            assert!(!progress.is_complete());
            add(&mut progress, chunk);
            assert_eq!(progress.done.len(), rows, "after {chunk}: {:?}", progress.done);
            assert!(progress.is_done(chunk) && progress.is_consistent());
        }
        assert!(progress.is_complete() && progress.chunks_done() == 4);
        assert_eq!(progress.totals.members, 4 * CHUNK - 1);
    }

    /// One member under our policy, alone.
    fn found_in(number: u64) -> Totals {
        let world = World::new(knowledge::bundled().unwrap()).unwrap();
        let settings = Settings { members: number + 1, weeks: 6, seed: 1, policies: vec![Policy::Ours] };
        let mut totals = Totals::default();
        member(&world, &settings, &Keys::new().unwrap(), number, &mut totals);
        totals
    }

    #[test]
    fn members_who_were_reported_once_are_not_any_more() {
        // The engine was wrong in all but 103,239, in whom the watch was; in 90,600 both were.
        for number in [65_913, 90_600, 103_239, 117_421, 142_193, 168_684] {
            let totals = found_in(number);
            assert_eq!((totals.found.all(), totals.members), (0, 1), "{number}: {:#?}", totals.found);
        }
    }

    #[test]
    fn rows_that_cannot_be_true_are_seen() {
        let sound = |done: &[(u64, u64)], members: u64| {
            let totals = Totals { members, ..Totals::default() };
            Progress { done: done.iter().copied().collect(), totals, ..progress(3 * CHUNK) }.is_consistent()
        };
        assert!(sound(&[], 0) && sound(&[(0, 1), (2, 3)], 2 * CHUNK));
        for (rows, members) in
            [(&[(0, 1)][..], 0), (&[(0, 4)], 3 * CHUNK), (&[(1, 1)], 0), (&[(0, 1), (1, 2)], 2 * CHUNK)]
        {
            assert!(!sound(rows, members), "{rows:?} with {members}");
        }
    }
}
