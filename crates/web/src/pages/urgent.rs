//! The hold for somebody who should see a clinician within a day or two (E1, WS-04): no exercise, and a letter.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use outcomes::{SafetyCard, Support};

use crate::answers::{Answers, Hidden};
use crate::frame::{Frame, Words, html};
use crate::made::{Urgent, emergency_number};

/// Whom to see, how soon, and why.
#[derive(Template)]
#[template(path = "pages/urgent.html")]
pub(crate) struct UrgentPage {
    pub(crate) frame: Frame,
    pub(crate) because: Vec<String>,
    pub(crate) to_do: Vec<String>,
    pub(crate) same_day: bool,
    pub(crate) safety: SafetyCard,
    pub(crate) support: Option<Support>,
    /// The emergency number of the person's country.
    pub(crate) number: String,
    /// The number for advice, where there is one.
    pub(crate) advice: Option<String>,
    pub(crate) hidden: Vec<Hidden>,
}

impl UrgentPage {
    pub(crate) fn of(words: Words, urgent: Urgent, country: Option<&str>, answers: &Answers) -> Self {
        Self {
            frame: Frame::new(words, ["RF-42", "RF-46", "RF-47", "CT-01"]),
            because: urgent.because,
            to_do: urgent.advice,
            same_day: urgent.same_day,
            safety: urgent.safety,
            support: urgent.support,
            number: emergency_number(words.pack, country),
            advice: words.pack.country(country).and_then(|it| it.advice.clone()),
            hidden: answers.hidden(|_| false),
        }
    }

    /// Draws it.
    pub(crate) fn show(&self) -> Response {
        html(StatusCode::OK, self)
    }
}

#[cfg(test)]
impl super::Samples for UrgentPage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        let page = |same_day, country| {
            Self::of(words, crate::tests::made::urgent(words, same_day), Some(country), &Answers::default())
        };
        vec![("same day", page(true, "CA")), ("a country without a number for advice", page(false, "IE"))]
    }
}
