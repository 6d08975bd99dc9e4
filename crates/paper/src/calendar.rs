//! Sessions as an iCalendar file (RFC 5545) that a phone or desk calendar opens.
//!
//! Each session keeps its identifier from one download to the next, so that a second import of the same plan
//! replaces its events and doubles none. Times are local with their zone (`TZID` and `VTIMEZONE`): nine
//! o'clock stays nine o'clock when the clocks change.
//!
//! The file is built from `icalendar`'s parser types, whose writer adds nothing. Its builder types would add
//! a random identifier and the time of the machine's clock to every alarm and time zone.

use std::collections::{BTreeMap, BTreeSet};

use icalendar::parser::{Calendar, Component, Parameter, Property};
use jiff::civil::{Date, Time};
use jiff::tz::{TimeZone, TimeZoneDatabase};
use jiff::{Timestamp, Zoned};
use outcomes::CalendarSession;

use crate::PaperError;
use crate::zone;

/// How long before a session its reminder comes.
const REMINDER: &str = "-PT30M";

/// The domain of every identifier: reserved, so that it can never be anybody's.
const DOMAIN: &str = "plumbline.invalid";

/// Makes the calendar file of a plan. `made_at` stamps every event; `plan_hash` and each session's key
/// identify it.
pub fn calendar(
    plan_hash: &str,
    sessions: &[CalendarSession],
    made_at: Timestamp,
) -> Result<String, PaperError> {
    let database = TimeZoneDatabase::bundled();
    let mut keys = BTreeSet::new();
    let mut spans: BTreeMap<&str, Span> = BTreeMap::new();
    let mut events = Vec::new();
    for session in sessions {
        if !keys.insert(&session.key) {
            return Err(PaperError::Twice { key: session.key.clone() });
        }
        let start = start(session, &database)?;
        spans.entry(&session.zone).or_insert_with(|| Span::at(&start)).include(start.timestamp());
        events.push(event(plan_hash, session, &start, made_at));
    }
    let zones = spans.iter().map(|(id, span)| zone::component(id, &span.zone, span.first, span.last));
    let calendar = Calendar {
        properties: vec![
            property("VERSION", "2.0"),
            property("PRODID", "-//Plumbline//Plumbline//EN"),
            property("CALSCALE", "GREGORIAN"),
            property("METHOD", "PUBLISH"),
        ],
        components: zones.chain(events).collect(),
    };
    Ok(calendar.to_string())
}

/// The time zone of some sessions, and the moments that its definition must cover.
struct Span {
    zone: TimeZone,
    first: Timestamp,
    last: Timestamp,
}

impl Span {
    fn at(start: &Zoned) -> Self {
        Self { zone: start.time_zone().clone(), first: start.timestamp(), last: start.timestamp() }
    }

    fn include(&mut self, moment: Timestamp) {
        self.first = self.first.min(moment);
        self.last = self.last.max(moment);
    }
}

/// When `session` starts. A time that the clocks skip that day moves forward with them.
fn start(session: &CalendarSession, database: &TimeZoneDatabase) -> Result<Zoned, PaperError> {
    let zone = database.get(&session.zone).map_err(|_| PaperError::Zone { zone: session.zone.clone() })?;
    let unreadable = || PaperError::Start {
        key: session.key.clone(),
        date: session.date.clone(),
        time: session.time.clone(),
    };
    let date: Date = session.date.parse().map_err(|_| unreadable())?;
    let time: Time = session.time.parse().map_err(|_| unreadable())?;
    date.to_datetime(time).to_zoned(zone).map_err(|_| unreadable())
}

/// One session as an event with its reminder.
fn event(
    plan_hash: &str,
    session: &CalendarSession,
    start: &Zoned,
    made_at: Timestamp,
) -> Component<'static> {
    let mut begins = property("DTSTART", start.strftime("%Y%m%dT%H%M%S").to_string());
    begins.params.push(Parameter { key: "TZID".into(), val: Some(session.zone.clone().into()) });
    Component {
        name: "VEVENT".into(),
        properties: vec![
            property("UID", text(&format!("{plan_hash}-{}@{DOMAIN}", session.key))),
            property("DTSTAMP", made_at.strftime("%Y%m%dT%H%M%SZ").to_string()),
            begins,
            // A length, where an end would be ambiguous in the hour that comes twice when the clocks go back.
            property("DURATION", format!("PT{}M", session.minutes)),
            property("SUMMARY", text(&session.title)),
            property("DESCRIPTION", text(&session.description)),
            property("CLASS", "PRIVATE"),
        ],
        components: vec![reminder(&session.title)],
    }
}

/// The reminder before a session.
fn reminder(title: &str) -> Component<'static> {
    Component {
        name: "VALARM".into(),
        properties: vec![
            property("ACTION", "DISPLAY"),
            property("TRIGGER", REMINDER),
            property("DESCRIPTION", text(title)),
        ],
        components: Vec::new(),
    }
}

/// A property without parameters; a text value must have gone through [`text`].
pub(crate) fn property(name: &'static str, value: impl Into<String>) -> Property<'static> {
    Property { name: name.into(), val: value.into().into(), params: Vec::new() }
}

/// Escapes a TEXT value (RFC 5545, 3.3.11). Control letters other than a line break may not stand in the
/// file.
fn text(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '\\' | ',' | ';' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push(' '),
            _ if letter.is_control() => {}
            _ => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests;
