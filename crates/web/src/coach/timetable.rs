//! `GET` and `POST /studio/STUDIO/classes`: the timetable, and the form that puts a class on it.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::ToSpan;
use jiff::civil::{Date, Time};
use std::ops::RangeInclusive;
use store::{Class, NewClass};

use crate::doors::Doors;
use crate::frame::{Door, Frame, Words, html};
use crate::identity::{Fields, Staff};
use crate::pages::{Page, PageError};

/// How many days back and ahead the timetable shows.
const SHOWN_DAYS: (i32, i32) = (7, 28);
/// How long a class can be.
const MINUTES: RangeInclusive<u32> = 5..=240;
/// How many a class can hold.
const CAPACITY: RangeInclusive<u32> = 1..=60;
/// For how many weeks in a row a class is put on the timetable.
const WEEKS: RangeInclusive<u32> = 1..=26;

/// The timetable.
#[derive(Template)]
#[template(path = "coach/timetable.html")]
pub(crate) struct TimetablePage {
    frame: Frame,
    base: String,
    /// Days with their classes, in order.
    days: Vec<(String, Vec<Row>)>,
    /// What is filled in: title, day, time, minutes, capacity, weeks.
    filled: [String; 6],
    is_wrong: bool,
}

/// One class.
struct Row {
    address: String,
    time: String,
    title: String,
    taken: String,
}

impl TimetablePage {
    fn of(words: Words, base: &str, today: Date, classes: &[Class], sent: Option<&Fields>) -> Self {
        let said = outcomes::Words::new(words.pack, words.locale, None);
        let mut days: Vec<(String, Vec<Row>)> = Vec::new();
        for class in classes {
            let day = said.weekday(class.plan.starts_at.date());
            let row = Row {
                address: format!("{base}/classes/{}", class.id),
                time: class.plan.starts_at.strftime("%H:%M").to_string(),
                title: class.plan.title.clone(),
                taken: taken(words, class),
            };
            match days.last_mut().filter(|it| it.0 == day) {
                Some((_, rows)) => rows.push(row),
                None => days.push((day, vec![row])),
            }
        }
        let usual = ["", &today.to_string(), "18:00", "60", "8", "6"].map(str::to_owned);
        let filled = sent.map_or(usual, |it| FIELDS.map(|name| it.text(name).to_owned()));
        Self { frame: Frame::new(words, []), base: base.to_owned(), days, filled, is_wrong: sent.is_some() }
    }
}

/// How many places are taken, and how many wait.
pub(super) fn taken(words: Words, class: &Class) -> String {
    let (all, waiting) = (class.bookings.len(), class.waiting());
    let places = [
        ("taken", &*(all - waiting).to_string()),
        ("capacity", &*class.plan.capacity.to_string()),
        ("waiting", &*waiting.to_string()),
    ];
    words.say_with(if waiting == 0 { "class-taken" } else { "class-waiting" }, &places)
}

/// The fields of the form.
const FIELDS: [&str; 6] = ["title", "date", "time", "minutes", "capacity", "weeks"];

/// Shows it.
pub(crate) async fn show(State(doors): State<Doors>, staff: Staff) -> Page {
    page(&doors, &staff, None).await
}

async fn page(doors: &Doors, staff: &Staff, sent: Option<&Fields>) -> Result<Response, PageError> {
    let today = doors.app.today();
    let (back, ahead) = SHOWN_DAYS;
    let (from, to) = (today.saturating_sub(back.days()), today.saturating_add(ahead.days()));
    let classes = staff.studio.classes(from, to).await?;
    let status = if sent.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let words = doors.app.words_of(Door::Member);
    Ok(html(status, &TimetablePage::of(words, &staff.base(), today, &classes, sent)))
}

/// Puts a class on it.
pub(crate) async fn add(State(doors): State<Doors>, staff: Staff, fields: Fields) -> Page {
    let Some((class, weeks)) = read(&fields) else { return page(&doors, &staff, Some(&fields)).await };
    staff.studio.add_classes(class, weeks, doors.now()).await?;
    Ok(Redirect::to(&format!("{}/classes", staff.base())).into_response())
}

/// What was filled in; none while something is missing or beyond what a class can be.
fn read(fields: &Fields) -> Option<(NewClass, u32)> {
    let number = |name: &str, range: RangeInclusive<u32>| {
        fields.text(name).parse().ok().filter(|it: &u32| range.contains(it))
    };
    let date: Date = fields.text("date").parse().ok()?;
    let time: Time = fields.text("time").parse().ok()?;
    let class = NewClass {
        title: Some(fields.text("title").to_owned()).filter(|it| !it.is_empty())?,
        starts_at: date.to_datetime(time),
        minutes: number("minutes", MINUTES)?,
        capacity: number("capacity", CAPACITY)?,
    };
    Some((class, number("weeks", WEEKS)?))
}

#[cfg(test)]
impl crate::pages::Samples for TimetablePage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        let today = crate::tests::TODAY;
        let classes = [crate::tests::studio::class(1), crate::tests::studio::class(3)];
        let page =
            |classes: &[Class], sent: Option<&Fields>| Self::of(words, "/studio/1", today, classes, sent);
        vec![("empty", page(&[], None)), ("some", page(&classes, Some(&Fields::kept("title", "Yoga"))))]
    }
}
