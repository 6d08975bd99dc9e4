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
    /// Whether what was sent is nobody's.
    wrong: bool,
}

impl SignInPage {
    fn of(words: Words, mail: &str, wrong: bool) -> Self {
        Self { frame: Frame::new(words, []), mail: mail.to_owned(), wrong }
    }

    fn show(&self) -> Response {
        let status = if self.wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
        html(status, self)
    }
}

/// Asks who it is.
pub(crate) async fn show(State(doors): State<Doors>) -> Page {
    Ok(SignInPage::of(doors.app.words_of(Door::Member), "", false).show())
}

/// Looks who it is. Whether the address or the password is wrong is not said: it would tell who is a member.
pub(crate) async fn send(State(doors): State<Doors>, fields: Fields) -> Page {
    let mail = fields.text("mail");
    match doors.store.known(mail, fields.exact("password")).await? {
        Some(account) => begin(&doors, account).await,
        None => Ok(SignInPage::of(doors.app.words_of(Door::Member), mail, true).show()),
    }
}

#[cfg(test)]
impl crate::pages::Samples for SignInPage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        vec![
            ("empty", Self::of(words, "", false)),
            ("wrong", Self::of(words, "somebody@example.invalid", true)),
        ]
    }
}
