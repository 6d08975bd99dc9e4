//! The hold for answers that are still missing: which, and the way back to them.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use model::QuestionKey;

use crate::answers::{Answers, Hidden};
use crate::frame::{Frame, Words, html};

/// The questions that are still open.
#[derive(Template)]
#[template(path = "pages/incomplete.html")]
pub(crate) struct IncompletePage {
    pub(crate) frame: Frame,
    /// The questions, each with its page where this door asks it.
    pub(crate) open: Vec<(String, Option<String>)>,
    pub(crate) hidden: Vec<Hidden>,
}

impl IncompletePage {
    pub(crate) fn of(words: Words, questions: &[QuestionKey], answers: &Answers) -> Self {
        let open = questions.iter().map(|key| {
            let page = words.pack.question(key).map(|it| it.raw.page.clone());
            (words.say(&format!("q-{key}")), page.filter(|it| words.pack.public_pages.contains(it)))
        });
        let open = open.collect();
        let used = questions.iter().map(QuestionKey::as_str).chain(["RF-45"]);
        Self { frame: Frame::new(words, used), open, hidden: answers.hidden(|_| false) }
    }

    /// Draws it.
    pub(crate) fn show(&self) -> Response {
        html(StatusCode::OK, self)
    }
}

#[cfg(test)]
impl super::Samples for IncompletePage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        let keys: Vec<QuestionKey> = words.pack.questions.iter().map(|it| it.raw.key.clone()).collect();
        vec![("all open", Self::of(words, &keys, &Answers::default()))]
    }
}
