//! `POST …/today`: the short check before a session (RF-41), and then the session.
//!
//! Nothing of the session is drawn before both questions were answered "no". Any other answer is kept as an alarm, which locks.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use chart::{Alarm, Body, Entry};
use jiff::civil::Date;
use model::{Answer, Given, QuestionKey};
use prescription::Prescription;
use std::collections::BTreeMap;
use store::{By, Draft};

use super::asked::{given, question};
use super::home::HomePage;
use super::session::{Before, SessionPage};
use super::stands::{Running, Stands};
use super::warned;
use crate::check::fields::Field;
use crate::doors::Doors;
use crate::frame::Words;
use crate::identity::{At, Fields, last_seq};
use crate::pages::{Page, PageError};

/// The questions before a session that must be answered (RF-41).
pub(crate) const MICRO: [&str; 2] = ["micro_neuro", "micro_unwell"];
/// The readings before a session; left open, nothing goes up (section 6.5).
pub(super) const READINGS: [&str; 2] = ["pain_now", "leg_furthest"];

/// The fields of the short check.
pub(super) fn check_fields(words: Words, given: &Fields, is_wrong: bool) -> Vec<Field> {
    let must = MICRO.into_iter().filter_map(|key| {
        let is_open = is_wrong && super::asked::given(words.pack, key, given).is_none();
        let asked = question(words, key, given, is_open.then(|| words.say("fault-missing-choice")))?;
        Some(Field { optional: false, ..asked })
    });
    let readings = READINGS.into_iter().filter_map(|key| question(words, key, given, None));
    must.chain(readings).collect()
}

/// Reads the short check.
pub(crate) async fn send(State(doors): State<Doors>, at: At, fields: Fields) -> Page {
    let entries = at.chart().await?;
    let answers: BTreeMap<QuestionKey, Given> =
        MICRO.iter().filter_map(|key| given(at.pack(), key, &fields)).collect();
    if answers.len() < MICRO.len() {
        return Ok(HomePage::of(&at, &entries, &fields, true)?.show(StatusCode::UNPROCESSABLE_ENTITY));
    }
    let day = day(&at, &fields)?;
    if !answers.values().all(|it| *it == Given::Answered(Answer::YesNo(false))) {
        let alarm = Alarm { date: day, answers };
        return Ok(warned::raise(&at, fields.entry(doors.now())?, &alarm).await);
    }
    open(&at, entries, day, &fields).await
}

/// The day of a session: today, or an earlier one that is told late.
pub(super) fn day(at: &At, fields: &Fields) -> Result<Date, PageError> {
    let day: Date = fields.text("day").parse().map_err(|_| PageError::Unreadable)?;
    if day > at.today() { Err(PageError::Unreadable) } else { Ok(day) }
}

/// The session of a day, as it stands after everything that was told. What the engine would change is put in force first: a red
/// session lowers the next one also when nobody of the studio is looking (docs/decisions/0017).
async fn open(at: &At, mut entries: Vec<Entry>, day: Date, fields: &Fields) -> Page {
    if let Stands::Runs(running) = Stands::of(at.pack(), &entries, at.today())
        && running.has_news()
        && day == at.today()
    {
        decide(at, &entries, &running.next.prescription).await?;
        entries = at.chart().await?;
    }
    match Stands::of(at.pack(), &entries, at.today()) {
        Stands::Runs(running) => shown(at, &entries, &running, day, fields),
        Stands::NotScreened
        | Stands::Held(_)
        | Stands::Halted(_)
        | Stands::NoProgramme(_)
        | Stands::Over
        | Stands::Broken(_) => Ok(HomePage::of(at, &entries, fields, false)?.show(StatusCode::OK)),
    }
}

fn shown(
    at: &At,
    entries: &[Entry],
    running: &Running,
    day: Date,
    fields: &Fields,
) -> Result<Response, PageError> {
    let open = running.open_sessions(day);
    let Some(session) = open.first() else {
        return Ok(HomePage::of(at, entries, fields, false)?.show(StatusCode::OK));
    };
    let before = Before::read(at.pack(), fields);
    Ok(SessionPage::of(at, (running, session, &before), fields, false)?.show(StatusCode::OK))
}

/// Puts a prescription in force that the engine made of these entries.
pub(crate) async fn decide(at: &At, entries: &[Entry], made: &Prescription) -> Result<(), PageError> {
    let seq = last_seq(entries);
    let decision = chart::decision(made, at.today(), seq);
    let draft = Draft { by: By::Engine, ..at.draft((at.fresh()?, at.doors.now()), Body::Decision(decision)) };
    at.keep(vec![draft], Some(seq)).await
}
