//! The seven-day plan, with the short check before every day (RF-41).

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use outcomes::{Handout, OfferedLetter};

use crate::answers::{Answers, Hidden};
use crate::frame::{Frame, Words, html};
use crate::made::Plan;

/// A plan, made for one person's answers.
#[derive(Template)]
#[template(path = "pages/plan.html")]
pub(crate) struct PlanPage {
    pub(crate) frame: Frame,
    pub(crate) plan: Handout,
    /// The letters offered beside it.
    pub(crate) letters: Vec<OfferedLetter>,
    pub(crate) hidden: Vec<Hidden>,
}

impl PlanPage {
    pub(crate) fn of(words: Words, made: Plan, answers: &Answers) -> Self {
        let Plan { handout: plan, letters, .. } = made;
        let sessions = plan.weeks.iter().flat_map(|it| &it.days).flat_map(|it| &it.sessions);
        let exercises: Vec<String> = sessions.flat_map(|it| &it.items).map(|it| it.id.clone()).collect();
        let rules = ["RF-41", "RF-42", "AD-44", "seven-day"];
        let used = exercises.iter().map(String::as_str).chain(rules);
        let mut frame = Frame::new(words, used);
        frame.banner |= !plan.status.is_empty();
        Self { frame, hidden: answers.hidden(|_| false), plan, letters }
    }

    /// Draws it.
    pub(crate) fn show(&self) -> Response {
        html(StatusCode::OK, self)
    }

    /// Where a letter is made, and the message that names it.
    #[expect(clippy::unused_self, reason = "the template calls it on the page it draws")]
    fn letter(&self, letter: &OfferedLetter) -> (&'static str, &'static str) {
        if letter.id == "CT-05" {
            ("/letter-inflammation.pdf", "plan-letter-inflammation")
        } else {
            ("/letter-mood.pdf", "plan-letter-mood")
        }
    }

    /// Whether the plan says further down how a move is done.
    fn explains(&self, exercise: &str) -> bool {
        self.plan.moves.iter().any(|it| it.id == exercise)
    }
}

#[cfg(test)]
impl super::Samples for PlanPage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        let page =
            |weeks, full| Self::of(words, crate::tests::made::plan(words, weeks, full), &Answers::default());
        vec![("full", page(1, true)), ("sparse", page(1, false))]
    }
}
