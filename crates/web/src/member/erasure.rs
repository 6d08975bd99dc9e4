//! `GET` and `POST …/erase`: everything that is kept of a member is erased, asked for by the member or by the owner for them.
//!
//! The page says what goes and what stays, and offers the file to take along first. A member proves that it is them with their
//! password, an owner that it is this member with the name; a coach alone erases nobody.

use askama::Template;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use store::{StudioRole, Token};

use crate::doors::Doors;
use crate::frame::{Frame, Words, html};
use crate::identity::{At, Fields, SignedIn, cookie};
use crate::pages::{Page, PageError};

/// What is erased, and the proof that is asked for.
#[derive(Template)]
#[template(path = "member/erase.html")]
pub(crate) struct ErasePage {
    frame: Frame,
    base: String,
    name: String,
    /// Whether the owner erases somebody.
    is_owner: bool,
    is_wrong: bool,
}

impl ErasePage {
    fn of(words: Words, (base, name): (&str, &str), is_owner: bool, is_wrong: bool) -> Self {
        Self {
            frame: Frame::new(words, []),
            base: base.to_owned(),
            name: name.to_owned(),
            is_owner,
            is_wrong,
        }
    }
}

/// That it is done.
#[derive(Template)]
#[template(path = "member/erased.html")]
pub(crate) struct ErasedPage {
    frame: Frame,
}

impl ErasedPage {
    fn of(words: Words) -> Self {
        Self { frame: Frame::new(words, []) }
    }
}

/// Whether the owner has it open; nobody else of the studio may.
fn is_owner(at: &At) -> Result<bool, PageError> {
    match at.studio.access().role() {
        StudioRole::Owner => Ok(true),
        StudioRole::Member(_) => Ok(false),
        StudioRole::Coach => Err(PageError::NotFound),
    }
}

/// Says what will go.
pub(crate) async fn show(at: At) -> Page {
    let page = ErasePage::of(at.words(), (&at.base, &at.member.name), is_owner(&at)?, false);
    Ok(html(StatusCode::OK, &page))
}

/// Erases it.
pub(crate) async fn send(State(doors): State<Doors>, at: At, who: SignedIn, fields: Fields) -> Page {
    let is_owner = is_owner(&at)?;
    if !is_proven(&doors, &at, &who, (&fields, is_owner)).await? {
        let page = ErasePage::of(at.words(), (&at.base, &at.member.name), is_owner, true);
        return Ok(html(StatusCode::UNPROCESSABLE_ENTITY, &page));
    }
    let words = at.words();
    if !doors.store.erase(at.studio.access(), at.member.id, doors.now()).await? {
        return Err(PageError::NotFound);
    }
    if is_owner {
        return Ok(Redirect::to(&format!("/studio/{}", at.studio.access().studio())).into_response());
    }
    signed_out(&doors, words, &who.token).await
}

/// Whether it is who they say, and meant: the password, or the member's name for an owner. Wrong passwords count as they do
/// when signing in.
async fn is_proven(
    doors: &Doors,
    at: &At,
    who: &SignedIn,
    (fields, is_owner): (&Fields, bool),
) -> Result<bool, PageError> {
    if is_owner {
        return Ok(fields.text("name") == at.member.name);
    }
    if !doors.attempts.may_try(&who.account.mail, doors.now()) {
        return Ok(false);
    }
    let known = doors.store.known(&who.account.mail, fields.exact("password")).await?;
    if known.is_none() {
        doors.attempts.was_wrong(&who.account.mail, doors.now());
    }
    Ok(known == Some(who.account.id))
}

/// The last page, with the cookie taken back. The account may belong to another studio and stay.
async fn signed_out(doors: &Doors, words: Words, token: &Token) -> Result<Response, PageError> {
    doors.store.sign_out(token).await?;
    let cookie = cookie::taken_back(&doors.app).ok_or(PageError::Ours("a cookie could not be made"))?;
    Ok(([(header::SET_COOKIE, cookie)], html(StatusCode::OK, &ErasedPage::of(words))).into_response())
}

#[cfg(test)]
impl crate::pages::Samples for ErasePage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        let page = |is_owner, is_wrong| Self::of(words, ("/my/1", "Invented Person"), is_owner, is_wrong);
        vec![("member", page(false, false)), ("owner", page(true, true))]
    }
}

#[cfg(test)]
impl crate::pages::Samples for ErasedPage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        vec![("erased", Self::of(words))]
    }
}
