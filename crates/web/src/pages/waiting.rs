//! The hold for somebody who should see a clinician first (E2): what to do meanwhile, and the letter to take along.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use outcomes::WaitingCard;

use crate::answers::{Answers, Hidden};
use crate::check::steps::REVIEW;
use crate::frame::{Frame, Words, html};

/// Why to wait, seven days until then, and the letter.
#[derive(Template)]
#[template(path = "pages/waiting.html")]
pub(crate) struct WaitingPage {
    pub(crate) frame: Frame,
    pub(crate) card: WaitingCard,
    pub(crate) hidden: Vec<Hidden>,
}

impl WaitingPage {
    pub(crate) fn of(words: Words, card: WaitingCard, answers: &Answers) -> Self {
        let mut frame = Frame::new(words, ["RF-46", "CT-02", "RF-42"]);
        frame.banner |= !card.status.is_empty();
        Self { frame, card, hidden: answers.hidden(|_| false) }
    }

    /// Draws it.
    pub(crate) fn show(&self) -> Response {
        html(StatusCode::OK, self)
    }

    #[expect(clippy::unused_self, reason = "the template calls it on the page it draws")]
    fn page(&self) -> &'static str {
        REVIEW
    }
}

#[cfg(test)]
impl super::Samples for WaitingPage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        vec![("card", Self::of(words, crate::tests::made::waiting(words), &Answers::default()))]
    }
}
