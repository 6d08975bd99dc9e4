//! The emergency page (E0, WS-04): whom to call, and nothing else.
//!
//! Short, no talk of exercise, no plan. The only ways on are the letter for whoever helps, and "I pressed this by
//! mistake", which asks that one question again and keeps both answers (RF-44).

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use model::TriageLevel;

use crate::answers::{Answers, Hidden};
use crate::check::steps::Emergency;
use crate::frame::{Frame, Words, html};

/// Whom to call, and why.
#[derive(Template)]
#[template(path = "pages/emergency.html")]
pub(crate) struct EmergencyPage {
    pub(crate) frame: Frame,
    /// The emergency number of the person's country (RF-47).
    pub(crate) number: String,
    /// Why: what was answered, one rule a line.
    pub(crate) because: Vec<String>,
    /// The questions that may have been answered by mistake: key and label.
    pub(crate) mistakes: Vec<(String, String)>,
    /// The page on which it was answered.
    pub(crate) page: String,
    pub(crate) hidden: Vec<Hidden>,
}

impl EmergencyPage {
    pub(crate) fn of(
        words: Words,
        emergency: &Emergency,
        number: String,
        page: &str,
        answers: &Answers,
    ) -> Self {
        let fired = emergency.disposition.fired.iter().filter(|it| it.level == Some(TriageLevel::Emergency));
        let rules: Vec<&str> = fired.map(|it| it.cause.id()).collect();
        let mut because: Vec<String> = rules.iter().map(|id| words.say(&format!("{id}.because"))).collect();
        because.dedup();
        let mistake = |key: &model::QuestionKey| (key.to_string(), words.say(&format!("q-{key}.label")));
        Self {
            frame: Frame::new(words, rules.into_iter().chain(["RF-44", "RF-47"])),
            number,
            because,
            mistakes: emergency.questions.iter().map(mistake).collect(),
            page: page.to_owned(),
            hidden: answers.hidden(|_| false),
        }
    }

    /// Draws it.
    pub(crate) fn show(&self) -> Response {
        html(StatusCode::OK, self)
    }
}

#[cfg(test)]
impl super::Samples for EmergencyPage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        let pack = words.pack;
        let page = |fields: &[(&str, &str)]| {
            let answers = crate::tests::answers(pack, fields);
            let reading = crate::tests::reading(pack, &answers);
            let emergency = crate::check::steps::emergency(pack, &reading.intake, None).unwrap();
            Self::of(words, &emergency, "999".to_owned(), "nerves", &answers)
        };
        let born = ("a.birth_year", "1968");
        vec![
            ("one sign", page(&[born, ("a.both_legs_weak", "yes")])),
            ("two signs", page(&[born, ("a.both_legs_weak", "yes"), ("a.stroke_signs", "yes")])),
        ]
    }
}
