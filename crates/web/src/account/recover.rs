//! `GET` and `POST /recover/STUDIO/LINK`: a new password, by a link that somebody's studio made for them.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use store::{PASSWORD_CHARS, StudioId, Token};

use super::begin;
use super::join::closed;
use crate::doors::Doors;
use crate::frame::{Door, Frame, Words, html};
use crate::identity::Fields;
use crate::pages::{Page, PageError};

/// The form.
#[derive(Template)]
#[template(path = "account/recover.html")]
pub(crate) struct RecoverPage {
    frame: Frame,
    chars_min: usize,
    is_wrong: bool,
}

impl RecoverPage {
    fn of(words: Words, is_wrong: bool) -> Self {
        Self { frame: Frame::new(words, []), chars_min: *PASSWORD_CHARS.start(), is_wrong }
    }
}

/// Asks for the new password.
pub(crate) async fn show(State(doors): State<Doors>, Path((studio, link)): Path<(String, String)>) -> Page {
    let words = doors.app.words_of(Door::Member);
    let studio: StudioId = studio.parse().map_err(|_| PageError::NotFound)?;
    if !doors.store.recovers(studio, &Token::sent(&link), doors.now()).await? {
        return Ok(closed(words));
    }
    Ok(html(StatusCode::OK, &RecoverPage::of(words, false)))
}

/// Sets it, and signs in.
pub(crate) async fn send(
    State(doors): State<Doors>,
    Path((studio, link)): Path<(String, String)>,
    fields: Fields,
) -> Page {
    let words = doors.app.words_of(Door::Member);
    let studio: StudioId = studio.parse().map_err(|_| PageError::NotFound)?;
    let (link, password) = (Token::sent(&link), fields.exact("password"));
    if !doors.store.recovers(studio, &link, doors.now()).await? {
        return Ok(closed(words));
    }
    if !PASSWORD_CHARS.contains(&password.chars().count()) {
        return Ok(html(StatusCode::UNPROCESSABLE_ENTITY, &RecoverPage::of(words, true)));
    }
    match doors.store.recover((studio, &link), password, doors.now()).await? {
        Some(account) => begin(&doors, account).await,
        None => Ok(closed(words)),
    }
}

#[cfg(test)]
impl crate::pages::Samples for RecoverPage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        vec![("fresh", Self::of(words, false)), ("short", Self::of(words, true))]
    }
}
