//! `GET` and `POST …/messages`: words between a member and the studio. The box says that it is not for urgent matters.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use chart::{Body, Entry, Message, Role};
use store::By;

use crate::doors::Doors;
use crate::frame::{Frame, Words, html};
use crate::identity::{At, Fields};
use crate::pages::Page;

/// One message.
pub(crate) struct Said {
    /// The message that says whose words they are.
    pub(crate) who: &'static str,
    pub(crate) when: String,
    pub(crate) text: String,
}

/// All of them, the newest last, and room for another.
#[derive(Template)]
#[template(path = "member/messages.html")]
pub(crate) struct MessagesPage {
    frame: Frame,
    base: String,
    /// Whether somebody of the studio reads them: they answer as themselves, or write down what the member said.
    is_staff: bool,
    back: String,
    messages: Vec<Said>,
    entry: String,
}

impl MessagesPage {
    fn of(
        words: Words,
        (base, back, is_staff): (&str, String, bool),
        messages: Vec<Said>,
        entry: String,
    ) -> Self {
        Self { frame: Frame::new(words, []), base: base.to_owned(), is_staff, back, messages, entry }
    }
}

/// The messages of a chart, the oldest first.
pub(crate) fn said(words: Words, zone: &jiff::tz::TimeZone, entries: &[Entry]) -> Vec<Said> {
    let message = |it: &Entry| {
        let Body::Message(message) = &it.body else { return None };
        let is_members = it.author.role == Role::Member || it.author.proxy_for.is_some();
        let at = it.occurred_at.to_zoned(zone.clone());
        let date = outcomes::Words::new(words.pack, words.locale, None).date(at.date());
        Some(Said {
            who: if is_members { "message-member" } else { "message-studio" },
            when: words
                .say_with("message-when", &[("date", &date), ("time", &at.strftime("%H:%M").to_string())]),
            text: message.text.clone(),
        })
    };
    entries.iter().filter_map(message).collect()
}

/// Shows them.
pub(crate) async fn show(at: At) -> Page {
    let entries = at.chart().await?;
    let zone = at.doors.app.clock.now().time_zone().clone();
    let messages = said(at.words(), &zone, &entries);
    let back = if at.is_staff() { at.base.trim_end_matches("/door").to_owned() } else { at.base.clone() };
    let page =
        MessagesPage::of(at.words(), (&at.base, back, at.is_staff()), messages, at.fresh()?.to_string());
    Ok(html(StatusCode::OK, &page))
}

/// Keeps one.
pub(crate) async fn send(State(doors): State<Doors>, at: At, fields: Fields) -> Page {
    let text = fields.text("text");
    if !text.is_empty() {
        let mut draft =
            at.draft(fields.entry(doors.now())?, Body::Message(Message { text: text.to_owned() }));
        // A coach answers in their own name, and says so where they write down what the member said.
        if at.is_staff() && fields.text("whose") != "member" {
            draft.by = By::Writer;
        }
        at.keep(vec![draft], None).await?;
    }
    Ok(Redirect::to(&format!("{}/messages", at.base)).into_response())
}

#[cfg(test)]
impl crate::pages::Samples for MessagesPage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        let said = |who| Said { who, when: words.say("message-when"), text: "May I swim?".to_owned() };
        let page = |is_staff, messages| {
            Self::of(words, ("/my/1", "/my/1".to_owned(), is_staff), messages, "entry".to_owned())
        };
        vec![
            ("none", page(false, Vec::new())),
            ("some", page(false, vec![said("message-member"), said("message-studio")])),
            ("studio", page(true, vec![said("message-member")])),
        ]
    }
}
