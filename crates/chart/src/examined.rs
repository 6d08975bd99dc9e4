//! What was measured and tested on a day: readings of rest, and the results of tests.
//!
//! It belongs to the screen in force. Its results stand beside those of the screen, and a reading stands in the place of an older
//! one, so that what is measured at a visit counts at once. It never makes a screen younger (RF-40), and what it finds at "urgent" or
//! above locks as a screen does (RF-46), whatever is measured later.

use assessment::intake::{answer_misfits, once_each, session_misfits, test_misfits};
use assessment::{Cause, ClinicianReply, Fired, Intake, Source, TestResult, screen};
use jiff::Timestamp;
use jiff::civil::Date;
use knowledge::Pack;
use model::{Given, QuestionKey, TriageLevel};
use prescription::SessionLog;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

use crate::alarm::{as_session, latest_day};
use crate::entry::{Body, Entry, Role};
use crate::locks::{Lock, is_lifted};

/// What was measured and tested on a day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Examined {
    /// The day.
    pub date: Date,
    /// What was answered before anything was done: `micro_neuro`, `micro_unwell` (RF-41). Where one was answered, both must be
    /// "no", or it locks as it does before a session.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty", deserialize_with = "once_each")]
    pub before: BTreeMap<QuestionKey, Given>,
    /// Readings of rest, as answers to the questions that the battery names (BP-01 to BP-05).
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty", deserialize_with = "once_each")]
    pub readings: BTreeMap<QuestionKey, Given>,
    /// Results, each with who measured.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tests: Vec<TestResult>,
}

impl Examined {
    /// The session without exercises that the answers before it are judged as; none where nothing was asked.
    pub(crate) fn as_session(&self) -> Option<SessionLog> {
        (!self.before.is_empty()).then(|| as_session(self.date, &self.before))
    }

    /// What is wrong with it, or with who says to have measured it.
    pub(crate) fn misfits(&self, pack: &Pack, entry: &Entry) -> Vec<String> {
        let mut misfits = session_misfits(pack, &self.before);
        misfits.extend(answer_misfits(pack, &self.readings));
        misfits.extend(test_misfits(pack, &self.tests));
        let others = self.readings.keys().filter(|it| !pack.battery.readings.contains(it));
        misfits.extend(others.map(|it| format!("`{it}` is not a reading of a visit")));
        if self.date > latest_day(entry.occurred_at) || self.tests.iter().any(|it| it.date != self.date) {
            misfits.push("a result has another day than its visit, or a day to come".to_owned());
        }
        let is_measured_by = |it: &TestResult| match it.source {
            Source::Person | Source::Camera => true,
            Source::Coach => matches!(entry.author.role, Role::Coach | Role::Clinician),
            Source::Clinician => entry.author.role == Role::Clinician,
        };
        if !self.tests.iter().all(is_measured_by) {
            misfits.push("a coach's or clinician's result must be written by one".to_owned());
        }
        misfits
    }
}

/// The visits of a chart until a day, in order, without those that were corrected.
pub(crate) struct Visits<'a> {
    visits: Vec<(&'a Examined, Timestamp)>,
    /// Those that were corrected as well: what they found locks all the same.
    all: Vec<&'a Examined>,
}

impl<'a> Visits<'a> {
    pub(crate) fn until(entries: &'a [Entry], superseded: &BTreeSet<Uuid>, as_of: Date) -> Self {
        let mut found: Vec<(&Entry, &Examined)> = entries
            .iter()
            .filter_map(|it| if let Body::Examination(visit) = &it.body { Some((it, visit)) } else { None })
            .filter(|(_, visit)| visit.date <= as_of)
            .collect();
        found.sort_by_key(|(entry, visit)| (visit.date, entry.occurred_at, entry.id));
        let all = found.iter().map(|it| it.1).collect();
        let stand = found.into_iter().filter(|(entry, _)| !superseded.contains(&entry.id));
        Self { visits: stand.map(|(entry, visit)| (visit, entry.occurred_at)).collect(), all }
    }

    /// The screen with what was measured and tested: every result, the readings since it was given at `given_at`, and older ones,
    /// as long as a test counts, where it says nothing itself.
    pub(crate) fn over(&self, pack: &Pack, screen: &Intake, given_at: Timestamp, as_of: Date) -> Intake {
        let mut intake = screen.clone();
        intake.tests.extend(self.visits.iter().flat_map(|it| it.0.tests.iter().cloned()));
        let is_since = |it: &(&Examined, Timestamp)| (it.0.date, it.1) >= (screen.date, given_at);
        let (since, before): (Vec<&(&Examined, Timestamp)>, Vec<_>) =
            self.visits.iter().partition(|it| is_since(it));
        let counts =
            |it: &Examined| i64::from((as_of - it.date).get_days()) <= pack.dosage.freshness.test_days;
        for (visit, _) in before.iter().rev().filter(|it| counts(it.0)) {
            for (key, given) in visit.readings.iter().filter(|it| !is_asked_for_a_reading(pack, it.0)) {
                intake.answers.entry(key.clone()).or_insert_with(|| given.clone());
            }
        }
        for (visit, _) in since {
            measured(pack, &mut intake, visit);
        }
        intake
    }

    /// What the readings found and nobody has lifted: "urgent" and above by any visit, "see a clinician" by the newest reading,
    /// for which a clinician's older word was not given.
    pub(crate) fn locks(&self, pack: &Pack, screen: &Intake, replies: &[ClinicianReply]) -> Vec<Lock> {
        let newest = self.visits.iter().rev().find(|it| !it.0.readings.is_empty()).map(|it| it.0);
        let of_visit = |visit: &&'a Examined| {
            let is_newest = newest.is_some_and(|it| std::ptr::eq(it, *visit)) && visit.date >= screen.date;
            let least = if is_newest { TriageLevel::SeeClinician } else { TriageLevel::Urgent };
            let locks = found(pack, screen, visit).into_iter().filter_map(move |it| {
                let level = it.level.filter(|it| *it >= least)?;
                Some(Lock { level, rule: it.cause.id().to_owned(), since: visit.date })
            });
            locks.collect::<Vec<_>>()
        };
        let is_open = |it: &Lock| {
            !is_lifted(&it.rule, it.level, it.since, screen, replies)
                && (it.level >= TriageLevel::Urgent || !is_reported(screen, it))
        };
        self.all.iter().flat_map(of_visit).filter(is_open).collect()
    }
}

/// What the readings of a visit come to, over the screen: the rules that rest on one of them.
fn found(pack: &Pack, screen_in_force: &Intake, visit: &Examined) -> Vec<Fired> {
    let mut intake = screen_in_force.clone();
    measured(pack, &mut intake, visit);
    let rests_on_it = |it: &Fired| it.questions.iter().any(|key| visit.readings.contains_key(key));
    // What is not answered is open only while it is unanswered.
    let is_found = |it: &Fired| !matches!(it.cause, Cause::Missing(_)) && rests_on_it(it);
    screen(pack, &intake, visit.date.max(screen_in_force.date)).fired.into_iter().filter(is_found).collect()
}

/// What the readings of a visit come to over the screen in force; none where they find nothing.
pub fn readings_come_to(pack: &Pack, in_force: &Intake, visit: &Examined) -> Option<TriageLevel> {
    found(pack, in_force, visit).iter().filter_map(|it| it.level).max()
}

/// Puts the readings of a visit in the place of older ones. What is asked only because of a reading says nothing of a newer one.
fn measured(pack: &Pack, intake: &mut Intake, visit: &Examined) {
    if visit.readings.is_empty() {
        return;
    }
    if visit.readings.keys().any(|key| !is_asked_for_a_reading(pack, key)) {
        let depends =
            |key: &QuestionKey| pack.battery.readings.contains(key) && is_asked_for_a_reading(pack, key);
        intake.answers.retain(|key, _| !depends(key));
    }
    intake.answers.extend(visit.readings.iter().map(|(key, given)| (key.clone(), given.clone())));
}

/// Whether a question is asked only because of what was measured.
fn is_asked_for_a_reading(pack: &Pack, key: &QuestionKey) -> bool {
    pack.question(key).is_some_and(|it| it.ask_when.is_some())
}

/// Whether the person reports a clinician's word about it that is younger than the reading (RF-46).
fn is_reported(screen: &Intake, lock: &Lock) -> bool {
    screen.clearances.iter().any(|it| it.rules.contains(&lock.rule) && it.date > lock.since)
}
