//! What nobody has dealt with: alarms, messages, harm, a red session, consents.

use assessment::{Intake, screen};
use jiff::Timestamp;
use jiff::civil::Date;
use knowledge::Pack;
use model::TriageLevel;
use prescription::{Light, session_lights};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

use super::harm::{Harm, HarmCount};
use crate::consent::Document;
use crate::course::{Course, superseded};
use crate::entry::{Author, Body, Entry, Role};
use crate::examined::readings_come_to;
use crate::locks::{halts_of, unknown};

/// An alarm, or a session or screen whose answers came to "urgent" or above, that nobody has dealt with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpenAlarm {
    /// The entry to acknowledge.
    pub entry: Uuid,
    /// When it happened.
    pub occurred_at: Timestamp,
    /// When the studio had it, if it was taken in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorded_at: Option<Timestamp>,
    /// How serious its answers are; [`TriageLevel::Incomplete`] where they say nothing: somebody has to ask.
    pub level: TriageLevel,
}

/// Words of the member that nobody has answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpenMessage {
    /// The entry to acknowledge, or to answer.
    pub entry: Uuid,
    /// When it was written.
    pub occurred_at: Timestamp,
}

/// Harm that nobody has dealt with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpenAdverseEvent {
    /// The entry to acknowledge.
    pub entry: Uuid,
    /// The day on which it happened.
    pub on: Date,
    /// Whether it was serious.
    pub serious: bool,
}

/// A session that was too much, too long, or spread (DP-42).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RedSession {
    /// The entry to acknowledge.
    pub entry: Uuid,
    /// Its day.
    pub on: Date,
    /// Whether it was acknowledged, or a session on a later day was told well enough to have a light and was not red.
    pub settled: bool,
}

/// A chart with what was corrected and what was acknowledged.
pub(super) struct Open<'a> {
    entries: &'a [Entry],
    corrected: BTreeSet<Uuid>,
    acknowledged: BTreeSet<Uuid>,
}

impl<'a> Open<'a> {
    /// Reads a chart whose entries are in order.
    pub(super) fn of(entries: &'a [Entry]) -> Self {
        let corrected = superseded(entries);
        let acknowledged = entries.iter().filter_map(|it| acknowledges(&corrected, it)).collect();
        Self { entries, corrected, acknowledged }
    }

    fn unacknowledged(&self) -> impl Iterator<Item = &'a Entry> {
        self.entries.iter().filter(|it| !self.acknowledged.contains(&it.id))
    }

    /// Entries that nobody has acknowledged or corrected.
    fn unsettled(&self) -> impl Iterator<Item = &'a Entry> {
        self.unacknowledged().filter(|it| !self.corrected.contains(&it.id))
    }

    /// Every alarm, and every session or screen that came to "urgent" or above. A correction takes none of these off, not even one
    /// that calls an answer a mistake (RF-44): somebody asks.
    pub(super) fn alarms(&self, pack: &Pack, in_force: Option<&Intake>) -> Vec<OpenAlarm> {
        let mut alarms: Vec<OpenAlarm> =
            self.unacknowledged().filter_map(|it| self.alarm(pack, in_force, it)).collect();
        alarms.sort_by_key(|it| (Reverse(it.level), it.occurred_at, it.entry));
        alarms
    }

    fn alarm(&self, pack: &Pack, in_force: Option<&Intake>, entry: &Entry) -> Option<OpenAlarm> {
        // Of somebody who was not screened nothing is known that could make it less.
        let least = if in_force.is_some() { TriageLevel::Incomplete } else { TriageLevel::Urgent };
        let unknown = unknown(super::day(entry));
        let halts = halts_of(pack, in_force.unwrap_or(&unknown), entry);
        let halted = halts.iter().map(|it| it.level).max();
        let level = if let Body::Intake(it) = &entry.body {
            // By its own answers, on its own day: what another screen says makes it no less.
            Some(screen(pack, it, it.date).level)
        } else if let Body::Examination(it) = &entry.body {
            readings_come_to(pack, in_force.unwrap_or(&unknown), it).max(halted)
        } else {
            halted
        };
        let stops = level.filter(|it| *it >= TriageLevel::Urgent);
        let is_alarm = matches!(entry.body, Body::Alarm(_)) && !self.corrected.contains(&entry.id);
        let level = if is_alarm { level.max(Some(least)) } else { stops }?;
        let (occurred_at, recorded_at) = (entry.occurred_at, entry.recorded_at);
        Some(OpenAlarm { entry: entry.id, occurred_at, recorded_at, level })
    }

    /// What the member wrote and nobody can have answered: an answer was written after the studio had the words.
    pub(super) fn messages(&self) -> Vec<OpenMessage> {
        let is_message = |it: &&Entry| matches!(it.body, Body::Message(_));
        let written = |it: &Entry| it.recorded_at.map_or(it.occurred_at, |at| at.min(it.occurred_at));
        let answers = self.entries.iter().filter(is_message).filter(|it| !self.corrected.contains(&it.id));
        let last_answer = answers.filter(|it| !is_members(&it.author)).map(written).max();
        self.unsettled()
            .filter(is_message)
            .filter(|it| is_members(&it.author))
            .filter(|it| last_answer.is_none_or(|at| at <= it.recorded_at.unwrap_or(it.occurred_at)))
            .map(|it| OpenMessage { entry: it.id, occurred_at: it.occurred_at })
            .collect()
    }

    /// Harm that nobody has dealt with.
    pub(super) fn adverse_events(&self) -> Vec<OpenAdverseEvent> {
        let open = |it: &Entry| {
            let Body::AdverseEvent(event) = &it.body else { return None };
            Some(OpenAdverseEvent { entry: it.id, on: event.date, serious: event.serious })
        };
        let mut events: Vec<OpenAdverseEvent> = self.unsettled().filter_map(open).collect();
        events.sort_by_key(|it| (Reverse(it.serious), it.on, it.entry));
        events
    }

    /// Harm that was told and not corrected, with what was done about it.
    pub(super) fn harm(&self) -> Vec<Harm> {
        let dealt = |of: Uuid| {
            let about = |it: &&Entry| acknowledges(&self.corrected, it) == Some(of);
            let entry = self.entries.iter().rev().find(about)?;
            if let Body::Acknowledgement(it) = &entry.body { Some(it.done.clone()) } else { None }
        };
        let told = |it: &Entry| {
            let Body::AdverseEvent(event) = &it.body else { return None };
            Some(Harm { entry: it.id, event: event.clone(), dealt: dealt(it.id) })
        };
        self.entries.iter().filter(|it| !self.corrected.contains(&it.id)).filter_map(told).collect()
    }

    /// How much of it there is.
    pub(super) fn harm_count(&self, course: &Course) -> HarmCount {
        let harm = self.harm();
        let count = |it: usize| u32::try_from(it).unwrap_or(u32::MAX);
        HarmCount {
            events: count(harm.len()),
            serious: count(harm.iter().filter(|it| it.event.serious).count()),
            sessions: count(course.sessions().len()),
        }
    }

    /// The coach who was named last.
    pub(super) fn lead_coach(&self) -> Option<Uuid> {
        let named = |it: &Entry| if let Body::LeadCoach(it) = &it.body { Some(it.account) } else { None };
        self.entries.iter().rev().filter(|it| !self.corrected.contains(&it.id)).find_map(named)
    }

    /// The last session that was red.
    pub(super) fn red(&self, pack: &Pack, course: &Course, as_of: Date) -> Option<RedSession> {
        let lights = session_lights(pack, course.told(), as_of);
        let on = lights.iter().filter(|it| it.2 == Light::Red).map(|it| it.0).max()?;
        let of_day = |it: &&Entry| matches!(&it.body, Body::Session(log) if log.date == on);
        let told = || self.entries.iter().filter(of_day).filter(|it| !self.corrected.contains(&it.id));
        let acknowledged = told().any(|it| self.acknowledged.contains(&it.id));
        // A session whose readings are missing says nothing of how it is now.
        let better = lights.iter().any(|(day, _, light)| *day > on && *light != Light::Hold);
        Some(RedSession { entry: told().next_back()?.id, on, settled: acknowledged || better })
    }
}

/// The entry that another one takes off the roster, if somebody of the care team wrote it and it stands.
fn acknowledges(corrected: &BTreeSet<Uuid>, entry: &Entry) -> Option<Uuid> {
    let is_theirs = matches!(entry.author.role, Role::Coach | Role::Clinician);
    let Body::Acknowledgement(it) = &entry.body else { return None };
    (is_theirs && !corrected.contains(&entry.id)).then_some(it.of)
}

/// Whether the words are the member's own, whoever typed them.
fn is_members(author: &Author) -> bool {
    author.role == Role::Member || author.proxy_for.is_some()
}

/// The documents whose latest entry does not agree to the words of today, or that have none.
pub(super) fn consents_missing(pack: &Pack, entries: &[Entry], corrected: &BTreeSet<Uuid>) -> Vec<Document> {
    let mut given: BTreeMap<Document, bool> = BTreeMap::new();
    for entry in entries.iter().filter(|it| !corrected.contains(&it.id)) {
        if let Body::Consent(it) = &entry.body {
            given.insert(it.document, it.stands(pack));
        }
    }
    Document::ALL.into_iter().filter(|it| given.get(it) != Some(&true)).collect()
}
