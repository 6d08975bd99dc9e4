//! The hold for somebody who should see a clinician first (E2): what to do meanwhile, and the letter to take along.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use outcomes::{Support, WaitingCard};

use crate::answers::{Answers, Hidden};
use crate::frame::{Frame, Words, html};
use crate::made::{Reported, Waiting};

/// Why to wait, seven days until then, and the letter.
#[derive(Template)]
#[template(path = "pages/waiting.html")]
pub(crate) struct WaitingPage {
    pub(crate) frame: Frame,
    pub(crate) card: WaitingCard,
    /// The message about a reported answer that opens nothing.
    pub(crate) reported: Option<&'static str>,
    /// Whether the answer of a clinician can be reported here.
    pub(crate) can_report: bool,
    pub(crate) support: Option<Support>,
    pub(crate) hidden: Vec<Hidden>,
}

impl WaitingPage {
    pub(crate) fn of(words: Words, waiting: Waiting, answers: &Answers) -> Self {
        let Waiting { card, reported, can_report, support } = waiting;
        let mut frame = Frame::new(words, ["RF-46", "CT-02", "RF-42"]);
        frame.banner |= !card.status.is_empty();
        let reported = reported.map(|it| match it {
            Reported::Refused => "clearance-refused",
            Reported::NotEnough => "clearance-not-enough",
        });
        Self { frame, card, reported, can_report, support, hidden: answers.hidden(|_| false) }
    }

    /// Draws it.
    pub(crate) fn show(&self) -> Response {
        html(StatusCode::OK, self)
    }
}

#[cfg(test)]
impl super::Samples for WaitingPage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        let page = |reported, can_report| {
            let made = crate::tests::made::waiting(words, reported, can_report);
            Self::of(words, made, &Answers::default())
        };
        vec![
            ("card", page(None, true)),
            ("nobody can lift it now", page(None, false)),
            ("a clinician said no", page(Some(Reported::Refused), true)),
            ("an answer that opens nothing", page(Some(Reported::NotEnough), true)),
        ]
    }
}
