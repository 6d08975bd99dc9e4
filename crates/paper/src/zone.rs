//! Time zones for a calendar file: `VTIMEZONE` from the bundled IANA database.
//!
//! Where a zone changes its clocks by one rule a year each way (Toronto, London), the definition is that
//! rule, which is the form that every calendar program reads. Where it does not (Gaza, whose changes also
//! follow Ramadan), each change up to the last session is listed. The rule is not copied from anywhere: it is
//! kept only if it foretells every change of the next years.

use icalendar::parser::Component;
use jiff::civil::{DateTime, Weekday};
use jiff::tz::{Offset, TimeZone, TimeZoneTransition};
use jiff::{SignedDuration, Timestamp};

use crate::calendar::property;

/// How many years ahead to look.
const YEARS: i64 = 12;

/// In how many years a rule must hold to be believed: enough to tell "fourth" from "last Sunday".
const YEARS_MIN: usize = 10;

/// The definition of `zone`, good for every moment from `first` to `last`.
pub(crate) fn component(id: &str, zone: &TimeZone, first: Timestamp, last: Timestamp) -> Component<'static> {
    let in_force = onset_in_force(zone, first);
    let horizon =
        first.saturating_add(SignedDuration::from_hours(24 * 366 * YEARS)).unwrap_or(Timestamp::MAX);
    let coming: Vec<Onset> = zone
        .following(first)
        .take_while(|change| change.timestamp() <= horizon.max(last))
        .map(|change| Onset::of(&change, zone))
        .collect();
    let components = match yearly(&in_force, &coming) {
        Some(both) => both.into(),
        None => std::iter::once(&in_force)
            .chain(coming.iter().take_while(|onset| onset.moment <= last))
            .map(|onset| onset.component(None))
            .collect(),
    };
    Component { name: "VTIMEZONE".into(), properties: vec![property("TZID", id)], components }
}

/// A change of the clocks.
#[derive(Clone)]
struct Onset {
    moment: Timestamp,
    /// On the clock as it stood before the change.
    local: DateTime,
    from: Offset,
    to: Offset,
    name: String,
    summer: bool,
}

impl Onset {
    fn of(change: &TimeZoneTransition<'_>, zone: &TimeZone) -> Self {
        let moment = change.timestamp();
        let before = moment.saturating_sub(SignedDuration::from_secs(1)).unwrap_or(Timestamp::MIN);
        let from = zone.to_offset(before);
        Self {
            moment,
            local: from.to_datetime(moment),
            from,
            to: change.offset(),
            name: change.abbreviation().to_owned(),
            summer: change.dst().is_dst(),
        }
    }

    fn component(&self, rule: Option<String>) -> Component<'static> {
        let mut properties = vec![
            property("DTSTART", self.local.strftime("%Y%m%dT%H%M%S").to_string()),
            property("TZOFFSETFROM", offset(self.from)),
            property("TZOFFSETTO", offset(self.to)),
            property("TZNAME", self.name.clone()),
        ];
        properties.extend(rule.map(|rule| property("RRULE", rule)));
        let name = if self.summer { "DAYLIGHT" } else { "STANDARD" };
        Component { name: name.into(), properties, components: Vec::new() }
    }
}

/// The change whose offset is in force at `moment`; for a zone that never changed, a stand-in long ago.
fn onset_in_force(zone: &TimeZone, moment: Timestamp) -> Onset {
    let just_after = moment.saturating_add(SignedDuration::from_secs(1)).unwrap_or(moment);
    if let Some(change) = zone.preceding(just_after).next() {
        return Onset::of(&change, zone);
    }
    let info = zone.to_offset_info(moment);
    Onset {
        moment,
        local: DateTime::constant(1970, 1, 1, 0, 0, 0, 0),
        from: info.offset(),
        to: info.offset(),
        name: info.abbreviation().to_owned(),
        summer: info.dst().is_dst(),
    }
}

/// The two yearly rules, if two yearly rules are all there is to this zone.
fn yearly(in_force: &Onset, coming: &[Onset]) -> Option<[Component<'static>; 2]> {
    let next = coming.first()?;
    let all: Vec<&Onset> = std::iter::once(in_force).chain(coming).collect();
    let rule_of = |one: &Onset| {
        let same: Vec<&Onset> = all.iter().copied().filter(|onset| onset.summer == one.summer).collect();
        let steady = same.iter().all(|onset| onset.from == one.from && onset.to == one.to);
        (steady && same.len() >= YEARS_MIN).then(|| rule(&same)).flatten()
    };
    let rules = [rule_of(in_force)?, rule_of(next)?];
    let [first, second] = (in_force.summer != next.summer).then_some(rules)?;
    Some([in_force.component(Some(first)), next.component(Some(second))])
}

/// The rule "nth weekday of a month, every year" that foretells all of `onsets`, if there is one.
fn rule(onsets: &[&Onset]) -> Option<String> {
    let first = onsets.first()?.local;
    let candidates = [(first.day() - 1) / 7 + 1, -1];
    let nth = candidates.into_iter().find(|nth| {
        onsets.iter().zip(first.year()..).all(|(onset, year)| {
            let foretold = first
                .date()
                .with()
                .year(year)
                .day(1)
                .build()
                .and_then(|month| month.nth_weekday_of_month(*nth, first.weekday()));
            foretold.is_ok_and(|date| date.to_datetime(first.time()) == onset.local)
        })
    })?;
    Some(format!("FREQ=YEARLY;BYMONTH={};BYDAY={nth}{}", first.month(), weekday(first.weekday())))
}

/// The two letters of a weekday.
fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "MO",
        Weekday::Tuesday => "TU",
        Weekday::Wednesday => "WE",
        Weekday::Thursday => "TH",
        Weekday::Friday => "FR",
        Weekday::Saturday => "SA",
        Weekday::Sunday => "SU",
    }
}

/// An offset as `-0500`.
fn offset(offset: Offset) -> String {
    let seconds = offset.seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let (hours, rest) = (seconds.abs() / 3600, seconds.abs() % 3600);
    match (rest / 60, rest % 60) {
        (minutes, 0) => format!("{sign}{hours:02}{minutes:02}"),
        (minutes, seconds) => format!("{sign}{hours:02}{minutes:02}{seconds:02}"),
    }
}
