//! A form of the self-check as it came.

use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{FromRef, FromRequest, Request};
use axum::http::StatusCode;

use crate::answers::Answers;
use crate::pages::PageError;
use crate::state::AppState;

/// What a person sent: every answer so far, the page they were on, and the button they pressed.
pub(crate) struct Sent {
    pub(crate) answers: Answers,
    /// The page they were on.
    pub(crate) page: String,
    /// The button they pressed.
    pub(crate) action: Action,
    /// Whether they came from "check your answers" and want to go back there.
    pub(crate) to_review: bool,
}

/// The button that was pressed.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Action {
    /// "Continue", or the enter key.
    Next,
    /// "Back".
    Back,
    /// "Change", with the page to change.
    Change(String),
    /// A part of the check that nobody has to open, with its name.
    Open(String),
    /// "I pressed this by mistake", with the question.
    Mistake(String),
    /// "Skip", or "leave this part out".
    Skip,
    /// "It hurt, so I stopped".
    Hurt,
}

impl Action {
    fn read(word: &str) -> Self {
        match word.split_once(':') {
            Some(("change", page)) => Self::Change(page.to_owned()),
            Some(("open", name)) => Self::Open(name.to_owned()),
            Some(("mistake", key)) => Self::Mistake(key.to_owned()),
            _ => match word {
                "back" => Self::Back,
                "skip" => Self::Skip,
                "hurt" => Self::Hurt,
                _ => Self::Next,
            },
        }
    }
}

impl<S> FromRequest<S> for Sent
where
    S: Send + Sync,
    AppState: FromRef<S>,
{
    type Rejection = PageError;

    async fn from_request(request: Request, state: &S) -> Result<Self, PageError> {
        let app = AppState::from_ref(state);
        let fields = Form::<Vec<(String, String)>>::from_request(request, state).await;
        let Form(fields) = fields.map_err(|rejection| refused(&rejection))?;
        let control = |wanted: &str| {
            let found = fields.iter().find(|(name, _)| name == wanted);
            found.map(|(_, value)| value.as_str()).unwrap_or_default()
        };
        Ok(Self {
            answers: Answers::from_fields(app.pack, &fields),
            page: control("page").to_owned(),
            action: Action::read(control("action")),
            to_review: control("to") == "review",
        })
    }
}

/// What a form that could not be read comes to.
pub(crate) fn refused(rejection: &FormRejection) -> PageError {
    if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
        PageError::TooLarge
    } else {
        PageError::Unreadable
    }
}
