//! `GET` and `POST …/alarm`: "something is wrong" (SN-*), one tap from every page.
//!
//! Whom to call stands above the questions. None of them has to be answered: the alarm itself says enough for somebody to ask.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use chart::{Alarm, Body, Message};

use super::asked::{given, question};
use super::today::MICRO;
use super::warned;
use crate::check::fields::Field;
use crate::doors::Doors;
use crate::frame::{Frame, Words, html};
use crate::identity::{At, Fields};
use crate::made::emergency_number;
use crate::pages::{Page, PageError};

/// What is wrong.
#[derive(Template)]
#[template(path = "member/alarm.html")]
pub(crate) struct AlarmPage {
    frame: Frame,
    base: String,
    number: String,
    signs: Vec<String>,
    fields: Vec<Field>,
    entry: String,
}

impl AlarmPage {
    fn of(words: Words, base: &str, country: Option<&str>, entry: String) -> Self {
        let said = outcomes::Words::new(words.pack, words.locale, country);
        let keys = ["stop_event"].into_iter().chain(MICRO);
        Self {
            frame: Frame::new(words, ["RF-42", "RF-47", "SN-01", "SN-02"]),
            base: base.to_owned(),
            number: emergency_number(words.pack, country),
            signs: said.safety_card().signs,
            fields: keys.filter_map(|key| question(words, key, &Fields::default(), None)).collect(),
            entry,
        }
    }
}

/// Asks what is wrong.
pub(crate) async fn show(at: At) -> Page {
    let entries = at.chart().await?;
    let standing = chart::standing(at.pack(), &entries, at.today());
    let country = standing.as_ref().and_then(|it| it.intake.choice("country"));
    Ok(html(StatusCode::OK, &AlarmPage::of(at.words(), &at.base, country, at.fresh()?.to_string())))
}

/// Keeps it, and says what to do.
pub(crate) async fn send(State(doors): State<Doors>, at: Result<At, PageError>, fields: Fields) -> Page {
    // Somebody whose session has ended meanwhile is not asked to sign in first.
    let at = match at {
        Ok(at) => at,
        Err(PageError::SignIn | PageError::Unavailable) => return Ok(Redirect::to("/safety").into_response()),
        Err(error) => return Err(error),
    };
    let keys = ["stop_event"].into_iter().chain(MICRO);
    let answers = keys.filter_map(|key| given(at.pack(), key, &fields)).collect();
    let alarm = Alarm { date: at.today(), answers };
    let (id, opened) = fields.entry(doors.now())?;
    if !fields.text("text").is_empty() {
        let message = Message { text: fields.text("text").to_owned() };
        // The alarm must not wait for its words.
        let _ = at.keep(vec![at.draft((at.fresh()?, opened), Body::Message(message))], None).await;
    }
    Ok(warned::raise(&at, (id, opened), &alarm).await)
}

#[cfg(test)]
impl crate::pages::Samples for AlarmPage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        vec![("asked", Self::of(words, "/my/1", Some("GB"), "entry".to_owned()))]
    }
}
