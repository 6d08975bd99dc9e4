//! `GET` and `POST /join/STUDIO/LINK`: takes what an invitation offers. Mail address and password; the name is there already where
//! a member's chart is waiting.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use store::{NotJoined, PASSWORD_CHARS, StudioId, Token};

use super::begin;
use crate::doors::Doors;
use crate::frame::{Door, Frame, Words, html};
use crate::identity::Fields;
use crate::pages::{Page, PageError};

/// What is wrong with what was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Problem {
    NoMail,
    NoName,
    PasswordLength,
    OtherPassword,
}

impl Problem {
    /// The message that says so, and the field.
    fn message(self) -> (&'static str, &'static str) {
        match self {
            Self::NoMail => ("join-no-mail", "mail"),
            Self::NoName => ("join-no-name", "name"),
            Self::PasswordLength => ("join-password-length", "password"),
            Self::OtherPassword => ("join-other-password", "password"),
        }
    }
}

/// A new account, or the one that has the mail address.
#[derive(Template)]
#[template(path = "account/join.html")]
pub(crate) struct JoinPage {
    frame: Frame,
    studio: String,
    name: String,
    mail: String,
    problem: Option<Problem>,
    chars_min: usize,
}

impl JoinPage {
    fn of(words: Words, studio: &str, (name, mail): (&str, &str), problem: Option<Problem>) -> Self {
        Self {
            frame: Frame::new(words, []),
            studio: studio.to_owned(),
            name: name.to_owned(),
            mail: mail.to_owned(),
            problem,
            chars_min: *PASSWORD_CHARS.start(),
        }
    }

    fn show(&self) -> Response {
        let wrong = self.problem.is_some();
        html(if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, self)
    }

    fn is_wrong(&self, field: &str) -> bool {
        self.problem.is_some_and(|it| it.message().1 == field)
    }
}

/// A link that was used, has run out, or never was one.
#[derive(Template)]
#[template(path = "account/closed.html")]
pub(crate) struct ClosedPage {
    frame: Frame,
}

impl ClosedPage {
    fn of(words: Words) -> Self {
        Self { frame: Frame::new(words, []) }
    }
}

/// Asks for a mail address and a password.
pub(crate) async fn show(State(doors): State<Doors>, Path((studio, link)): Path<(String, String)>) -> Page {
    let words = doors.app.words_of(Door::Member);
    let studio = studio.parse().map_err(|_| PageError::NotFound)?;
    let Some(invited) = invited(&doors, studio, &Token::sent(&link)).await? else { return Ok(closed(words)) };
    Ok(JoinPage::of(words, &invited.studio, (&invited.member, ""), None).show())
}

/// Joins.
pub(crate) async fn send(
    State(doors): State<Doors>,
    Path((studio, link)): Path<(String, String)>,
    fields: Fields,
) -> Page {
    let words = doors.app.words_of(Door::Member);
    let studio: StudioId = studio.parse().map_err(|_| PageError::NotFound)?;
    let link = Token::sent(&link);
    let Some(invited) = invited(&doors, studio, &link).await? else { return Ok(closed(words)) };
    let (name, mail, password) = (fields.text("name"), fields.text("mail"), fields.exact("password"));
    let again = |problem| Ok(JoinPage::of(words, &invited.studio, (name, mail), Some(problem)).show());
    if let Some(problem) = problem(name, mail, password) {
        return again(problem);
    }
    match doors.store.join((studio, &link), (mail, name), password, doors.now()).await? {
        Ok(account) => begin(&doors, account).await,
        Err(NotJoined::OtherPassword) => again(Problem::OtherPassword),
        Err(NotJoined::Closed) => Ok(closed(words)),
    }
}

pub(super) fn closed(words: Words) -> Response {
    html(StatusCode::GONE, &ClosedPage::of(words))
}

fn problem(name: &str, mail: &str, password: &str) -> Option<Problem> {
    let is_mail = mail.split_once('@').is_some_and(|(who, at)| !who.is_empty() && !at.is_empty());
    if name.is_empty() {
        return Some(Problem::NoName);
    }
    if !is_mail {
        return Some(Problem::NoMail);
    }
    (!PASSWORD_CHARS.contains(&password.chars().count())).then_some(Problem::PasswordLength)
}

/// Whom a link invites, and to which studio.
struct Invited {
    studio: String,
    member: String,
}

async fn invited(doors: &Doors, studio: StudioId, link: &Token) -> Result<Option<Invited>, PageError> {
    let Some(role) = doors.store.invitation(studio, link, doors.now()).await? else { return Ok(None) };
    let studios = doors.store.all_studios().await?;
    let Some((_, name)) = studios.into_iter().find(|(id, _)| *id == studio) else { return Ok(None) };
    let member = doors.store.invited_name(studio, role).await?.unwrap_or_default();
    Ok(Some(Invited { studio: name, member }))
}

#[cfg(test)]
impl crate::pages::Samples for JoinPage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        let page = |problem| Self::of(words, "Lindenhof", ("Invented Person", "a@example.invalid"), problem);
        vec![
            ("empty", Self::of(words, "Lindenhof", ("", ""), None)),
            ("no mail", page(Some(Problem::NoMail))),
            ("no name", page(Some(Problem::NoName))),
            ("password", page(Some(Problem::PasswordLength))),
            ("other password", page(Some(Problem::OtherPassword))),
        ]
    }
}

#[cfg(test)]
impl crate::pages::Samples for ClosedPage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        vec![("closed", Self::of(words))]
    }
}
