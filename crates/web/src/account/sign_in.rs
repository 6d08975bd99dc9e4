//! `GET` and `POST /sign-in`.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::begin;
use crate::doors::Doors;
use crate::frame::{Door, Frame, Words, html};
use crate::identity::Fields;
use crate::pages::Page;

/// Mail address and password.
#[derive(Template)]
#[template(path = "account/sign_in.html")]
pub(crate) struct SignInPage {
    frame: Frame,
    mail: String,
    /// The message that says why nobody was let in.
    wrong: Option<&'static str>,
}

impl SignInPage {
    fn of(words: Words, mail: &str, wrong: Option<&'static str>) -> Self {
        Self { frame: Frame::new(words, []), mail: mail.to_owned(), wrong }
    }

    fn show(&self) -> Response {
        let status = if self.wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
        html(status, self)
    }
}

/// Asks who it is.
pub(crate) async fn show(State(doors): State<Doors>) -> Page {
    Ok(SignInPage::of(doors.app.words_of(Door::Member), "", None).show())
}

/// Looks who it is. Whether the address or the password is wrong is not said: it would tell who is a member.
pub(crate) async fn send(State(doors): State<Doors>, fields: Fields) -> Page {
    let (mail, now) = (fields.text("mail"), doors.now());
    let words = doors.app.words_of(Door::Member);
    if !doors.attempts.may_try(mail, now) {
        return Ok(SignInPage::of(words, mail, Some("sign-in-too-often")).show());
    }
    let Some(account) = doors.store.known(mail, fields.exact("password")).await? else {
        doors.attempts.was_wrong(mail, now);
        return Ok(SignInPage::of(words, mail, Some("sign-in-wrong")).show());
    };
    begin(&doors, account).await
}

#[cfg(test)]
impl crate::pages::Samples for SignInPage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        vec![
            ("empty", Self::of(words, "", None)),
            ("wrong", Self::of(words, "somebody@example.invalid", Some("sign-in-wrong"))),
            ("too often", Self::of(words, "somebody@example.invalid", Some("sign-in-too-often"))),
        ]
    }
}
