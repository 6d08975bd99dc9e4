//! The seven-day plan, with the short check before every day (RF-41).

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use outcomes::Handout;

use crate::answers::{Answers, Hidden};
use crate::check::steps::REVIEW;
use crate::frame::{Frame, Words, html};

/// A plan, made for one person's answers.
#[derive(Template)]
#[template(path = "pages/plan.html")]
pub(crate) struct PlanPage {
    pub(crate) frame: Frame,
    pub(crate) plan: Handout,
    pub(crate) hidden: Vec<Hidden>,
}

impl PlanPage {
    pub(crate) fn of(words: Words, plan: Handout, answers: &Answers) -> Self {
        let sessions = plan.weeks.iter().flat_map(|it| &it.days).flat_map(|it| &it.sessions);
        let exercises: Vec<String> = sessions.flat_map(|it| &it.items).map(|it| it.id.clone()).collect();
        let rules = ["RF-41", "RF-42", "AD-44", "seven-day"];
        let used = exercises.iter().map(String::as_str).chain(rules);
        let mut frame = Frame::new(words, used);
        frame.banner |= !plan.status.is_empty();
        Self { frame, hidden: answers.hidden(|_| false), plan }
    }

    /// Draws it.
    pub(crate) fn show(&self) -> Response {
        html(StatusCode::OK, self)
    }

    /// Whether the plan says further down how a move is done.
    fn explains(&self, exercise: &str) -> bool {
        self.plan.moves.iter().any(|it| it.id == exercise)
    }

    #[expect(clippy::unused_self, reason = "the template calls it on the page it draws")]
    fn page(&self) -> &'static str {
        REVIEW
    }
}

#[cfg(test)]
impl super::Samples for PlanPage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        let page = |weeks, full| {
            Self::of(words, crate::tests::made::handout(words, weeks, full), &Answers::default())
        };
        vec![("full", page(1, true)), ("sparse", page(1, false))]
    }
}
