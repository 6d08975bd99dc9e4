//! Pages for when something went wrong: what happened, what was kept, what to do next.
//!
//! A handler answers with a [`PageError`]; [`dress`] draws the page at the edge, once, where the words are at hand.

use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use store::{Refused, StoreError};

use crate::frame::{Frame, html};
use crate::state::AppState;

/// What went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PageError {
    /// There is no such page.
    NotFound,
    /// The page is reached through the self-check only, or the other way round.
    WrongMethod,
    /// More was sent than any form here sends.
    TooLarge,
    /// What was sent is no form of ours.
    Unreadable,
    /// Somebody has to sign in first.
    SignIn,
    /// A form that stands on another site.
    Elsewhere,
    /// The chart has grown since the page was opened, and nothing was kept.
    Stale,
    /// The form was kept before, and said something else then.
    KeptBefore,
    /// The store does not answer, and nothing was kept.
    Unavailable,
    /// A fault of ours; the words say which, for the log.
    Ours(&'static str),
}

impl PageError {
    fn status(self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Unreadable => StatusCode::UNPROCESSABLE_ENTITY,
            Self::SignIn => StatusCode::UNAUTHORIZED,
            Self::Elsewhere => StatusCode::FORBIDDEN,
            Self::Stale | Self::KeptBefore => StatusCode::CONFLICT,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Self::Ours(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The message with the words of the page.
    fn message(self) -> &'static str {
        match self {
            Self::NotFound => "error-not-found",
            Self::WrongMethod => "error-wrong-method",
            Self::TooLarge => "error-too-large",
            Self::Unreadable => "error-unreadable",
            Self::SignIn => "error-sign-in",
            Self::Elsewhere => "error-elsewhere",
            Self::Stale => "error-stale",
            Self::KeptBefore => "error-kept-before",
            Self::Unavailable => "error-unavailable",
            Self::Ours(_) => "error-ours",
        }
    }
}

impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        if self == Self::SignIn {
            return Redirect::to("/sign-in").into_response();
        }
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl From<StoreError> for PageError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Unavailable(_) | StoreError::Full(_) => Self::Unavailable,
            StoreError::Unreadable { .. } | StoreError::Foreign { .. } => {
                Self::Ours("a chart or account cannot be read; `plumbline verify` says which")
            }
            StoreError::Folder { .. }
            | StoreError::Newer { .. }
            | StoreError::NotMigrated { .. }
            | StoreError::RolePasses { .. } => Self::Ours("the store cannot be opened"),
            StoreError::Hashing | StoreError::NoRandomness => Self::Ours("the machine gave no random bytes"),
        }
    }
}

impl From<Refused> for PageError {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::NoSuchMember => Self::NotFound,
            Refused::Stale { .. } | Refused::SeenNothing => Self::Stale,
            Refused::OtherContent(_) => Self::KeptBefore,
            Refused::NotTheirs(_)
            | Refused::CorrectsNothing(_)
            | Refused::Misfits { .. }
            | Refused::OutOfPlace { .. } => Self::Unreadable,
        }
    }
}

/// What happened, what was kept, what to do next.
#[derive(Debug, Template)]
#[template(path = "pages/error.html")]
pub(crate) struct ErrorPage {
    pub(crate) frame: Frame,
    /// The message with the words of the page.
    pub(crate) message: &'static str,
}

/// Draws the page for whatever went wrong further in, and reports a fault of ours.
pub(crate) async fn dress(State(app): State<AppState>, request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    let Some(error) = response.extensions().get::<PageError>().copied() else { return response };
    if let PageError::Ours(what) = error {
        (app.report)(what);
    }
    html(error.status(), &ErrorPage { frame: Frame::new(app.words(), []), message: error.message() })
}

/// Any address that no route has.
pub(crate) async fn not_found() -> PageError {
    PageError::NotFound
}

/// A known address, asked for in the wrong way: a plan's address typed in, for example.
pub(crate) async fn wrong_method() -> PageError {
    PageError::WrongMethod
}

#[cfg(test)]
impl super::Samples for ErrorPage {
    fn samples(words: crate::frame::Words) -> Vec<(&'static str, Self)> {
        use PageError::{
            Elsewhere, KeptBefore, NotFound, Ours, Stale, TooLarge, Unavailable, Unreadable, WrongMethod,
        };
        let page = |error: PageError| Self { frame: Frame::new(words, []), message: error.message() };
        vec![
            ("not found", page(NotFound)),
            ("wrong method", page(WrongMethod)),
            ("too large", page(TooLarge)),
            ("unreadable", page(Unreadable)),
            ("elsewhere", page(Elsewhere)),
            ("stale", page(Stale)),
            ("kept before", page(KeptBefore)),
            ("unavailable", page(Unavailable)),
            ("ours", page(Ours("sample"))),
        ]
    }
}
