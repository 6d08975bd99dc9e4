//! What a calendar program must find in the file.

use icalendar::{Calendar, CalendarComponent, CalendarDateTime, Component as _, DatePerhapsTime, Event};

use super::*;

fn session(key: &str, date: &str, time: &str, zone: &str) -> CalendarSession {
    CalendarSession {
        key: key.to_owned(),
        date: date.to_owned(),
        time: time.to_owned(),
        zone: zone.to_owned(),
        minutes: 24,
        title: "Strength A: heel slide, hip bridge; and more".to_owned(),
        description:
            "Before you start:\n1. Any new numbness? Then stop, and read the card.\nHeel slide \\ 2 × 5, "
                .repeat(3),
    }
}

fn made_at() -> Timestamp {
    "2026-11-22T15:04:05Z".parse().unwrap()
}

/// Three sessions around the night on which Toronto's clocks go forward.
fn around_the_change() -> Vec<CalendarSession> {
    vec![
        session("w1-d1-s1", "2027-03-13", "09:00", "America/Toronto"),
        session("w1-d2-s1", "2027-03-14", "09:00", "America/Toronto"),
        session("w1-d3-s1", "2027-03-15", "02:30", "America/Toronto"),
    ]
}

fn events(calendar: &Calendar) -> Vec<&Event> {
    calendar.components.iter().filter_map(CalendarComponent::as_event).collect()
}

#[test]
fn it_reads_back_with_every_event_its_own_identifier_words_and_reminder() {
    let sessions = around_the_change();
    let file = calendar("7f3a91c2", &sessions, made_at()).unwrap();
    let read: Calendar = file.parse().unwrap();
    let events = events(&read);
    let ids: BTreeSet<_> = events.iter().filter_map(|event| event.get_uid()).collect();
    assert_eq!((events.len(), ids.len()), (3, 3));
    assert!(ids.contains("7f3a91c2-w1-d1-s1@plumbline.invalid"));
    for (event, session) in events.iter().zip(&sessions) {
        assert_eq!(event.get_summary(), Some(session.title.as_str()));
        assert_eq!(event.get_description(), Some(session.description.as_str()));
        assert_eq!(event.property_value("DTSTAMP"), Some("20261122T150405Z"));
        assert_eq!(event.property_value("DURATION"), Some("PT24M"));
        let [alarm] = event.components() else { panic!("one reminder") };
        assert_eq!(alarm.property_value("TRIGGER"), Some("-PT30M"));
    }
}

#[test]
fn nine_oclock_stays_nine_oclock_when_the_clocks_change() {
    let file = calendar("7f3a91c2", &around_the_change(), made_at()).unwrap();
    let read: Calendar = file.parse().unwrap();
    for (event, day) in events(&read).iter().zip(13..=14) {
        let Some(DatePerhapsTime::DateTime(CalendarDateTime::WithTimezone { date_time, tzid })) =
            event.get_start()
        else {
            panic!("local time with its zone")
        };
        assert_eq!(tzid, "America/Toronto");
        assert_eq!(date_time.to_string(), format!("2027-03-{day} 09:00:00"));
    }
    let lines: Vec<&str> = file.lines().collect();
    let zone = lines.iter().position(|line| *line == "BEGIN:VTIMEZONE").unwrap();
    assert_eq!(
        &lines[zone..zone + 16],
        [
            "BEGIN:VTIMEZONE",
            "TZID:America/Toronto",
            "BEGIN:STANDARD",
            "DTSTART:20261101T020000",
            "TZOFFSETFROM:-0400",
            "TZOFFSETTO:-0500",
            "TZNAME:EST",
            "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
            "END:STANDARD",
            "BEGIN:DAYLIGHT",
            "DTSTART:20270314T020000",
            "TZOFFSETFROM:-0500",
            "TZOFFSETTO:-0400",
            "TZNAME:EDT",
            "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
            "END:DAYLIGHT",
        ]
    );
}

#[test]
fn a_time_that_the_clocks_skip_moves_forward_with_them() {
    let file = calendar("x", &[session("a", "2027-03-14", "02:30", "America/Toronto")], made_at()).unwrap();
    assert!(file.contains("DTSTART;TZID=America/Toronto:20270314T033000"));
}

#[test]
fn the_last_sunday_is_told_from_the_fourth() {
    let file = calendar("x", &[session("a", "2026-11-23", "09:00", "Europe/London")], made_at()).unwrap();
    assert!(file.contains("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"), "{file}");
    assert!(file.contains("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"));
}

#[test]
fn zones_without_a_yearly_rule_list_their_changes() {
    let file = |zone, last| {
        let sessions = [session("a", "2026-11-23", "09:00", zone), session("b", last, "09:00", zone)];
        calendar("x", &sessions, made_at()).unwrap()
    };
    for zone in ["America/Regina", "Etc/UTC", "Asia/Tokyo"] {
        assert_eq!(file(zone, "2027-12-30").matches("TZOFFSETTO").count(), 1, "{zone}");
    }
    // Gaza's clocks also follow Ramadan, so that no yearly rule holds for long.
    let gaza = file("Asia/Gaza", "2028-12-30");
    assert!(!gaza.contains("RRULE"), "{gaza}");
    assert_eq!(gaza.matches("TZOFFSETTO").count(), 5, "{gaza}");
}

#[test]
fn every_line_fits_and_ends_as_the_standard_asks() {
    let file = calendar("7f3a91c2", &around_the_change(), made_at()).unwrap();
    assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
    assert!(file.split("\r\n").all(|line| line.len() <= 75));
}

#[test]
fn the_same_sessions_give_the_same_file() {
    let file = || calendar("7f3a91c2", &around_the_change(), made_at()).unwrap();
    assert_eq!(file(), file());
    assert_eq!(calendar("x", &[], made_at()).unwrap().matches("BEGIN").count(), 1);
}

#[test]
fn what_cannot_be_a_session_is_refused_by_name() {
    let fault = |one: CalendarSession| calendar("x", &[one], made_at()).unwrap_err().to_string();
    assert!(fault(session("a", "2027-03-14", "09:00", "Mars/Olympus")).contains("Mars/Olympus"));
    assert!(fault(session("a", "2027-02-30", "09:00", "Europe/London")).contains("2027-02-30"));
    assert!(fault(session("a", "2027-03-14", "9 am", "Europe/London")).contains("9 am"));
    let twice = session("a", "2027-03-14", "09:00", "Europe/London");
    let fault = calendar("x", &[twice.clone(), twice], made_at());
    assert!(matches!(fault, Err(PaperError::Twice { .. })));
}
