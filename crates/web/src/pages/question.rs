//! A page of questions: one topic, the questions that belong to it, and what is wrong with what was given.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use knowledge::Question;
use model::QuestionKey;

use crate::answers::{Answers, BIRTH_YEAR, Hidden, belongs};
use crate::check::fields::Field;
use crate::check::reading::{Fault, Reading, is_asked};
use crate::check::steps;
use crate::frame::{Frame, Words, html};

/// A topic and its questions.
#[derive(Template)]
#[template(path = "pages/question.html")]
pub(crate) struct QuestionPage {
    pub(crate) frame: Frame,
    /// The topic; shown as the heading unless the only question is.
    pub(crate) topic: String,
    /// The name of the page, to be sent along.
    pub(crate) page: String,
    pub(crate) fields: Vec<Field>,
    /// The other answers so far.
    pub(crate) hidden: Vec<Hidden>,
    /// Which page this is, and of how many.
    pub(crate) place: Option<(usize, usize)>,
    /// Whether the person came from "check your answers".
    pub(crate) to_review: bool,
    /// What was answered before, when the question is asked again after a mistake (RF-44).
    pub(crate) before: Option<String>,
}

impl QuestionPage {
    /// The page `name` of the form.
    pub(crate) fn of(
        words: Words,
        name: &str,
        answers: &Answers,
        reading: Option<&Reading>,
        faults: &[Fault],
    ) -> Self {
        let pack = words.pack;
        let is_first = name == steps::first_page(pack);
        let asked = |it: &&Question| {
            it.raw.page == name && reading.is_none_or(|reading| is_asked(pack, &reading.intake, it))
        };
        let questions: Vec<&Question> = pack.questions.iter().filter(asked).collect();
        let born = is_first.then(|| Field::birth_year(words, answers, faults));
        let fields = born.into_iter().chain(questions.iter().map(|it| Field::of(words, it, answers, faults)));
        let keys: Vec<&str> = questions.iter().map(|it| it.raw.key.as_str()).collect();
        let here = |field: &str| {
            keys.iter().any(|key| belongs(field, key)) || (is_first && belongs(field, BIRTH_YEAR))
        };
        Self {
            frame: Frame::new(words, keys.iter().copied().chain(["RF-45"])),
            topic: words.say(&format!("page-{name}")),
            page: name.to_owned(),
            fields: with_heading(fields.collect()),
            hidden: answers.hidden(here),
            place: reading.and_then(|reading| steps::place(pack, &reading.intake, name)),
            to_review: false,
            before: None,
        }
    }

    /// One question again, after its answer was called a mistake.
    pub(crate) fn again(
        words: Words,
        key: &QuestionKey,
        answers: &Answers,
        faults: &[Fault],
    ) -> Option<Self> {
        let question = words.pack.question(key)?;
        let before = super::review::said(words, question, &answers.mistaken(key.as_str()));
        Some(Self {
            frame: Frame::new(words, [key.as_str(), "RF-44"]),
            topic: words.say(&format!("page-{}", question.raw.page)),
            page: format!("{}{key}", steps::AGAIN),
            fields: with_heading(vec![Field::of(words, question, answers, faults)]),
            hidden: answers.hidden(|field| belongs(field, key.as_str())),
            place: None,
            to_review: false,
            before: Some(before),
        })
    }

    /// Draws it. A page with faults on it is not the next step but the same one again.
    pub(crate) fn show(&self) -> Response {
        html(StatusCode::OK, self)
    }

    fn wrong(&self) -> Vec<&Field> {
        self.fields.iter().filter(|it| it.error.is_some()).collect()
    }

    fn has_back(&self) -> bool {
        self.to_review || self.place.is_some_and(|(at, _)| at > 1)
    }

    fn heading_is_a_question(&self) -> bool {
        self.fields.iter().any(|it| it.is_heading)
    }
}

/// A question that stands alone is the heading of its page.
fn with_heading(mut fields: Vec<Field>) -> Vec<Field> {
    if let [only] = fields.as_mut_slice() {
        only.is_heading = true;
    }
    fields
}

#[cfg(test)]
impl super::Samples for QuestionPage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        use crate::check::reading::Problem;
        let pack = words.pack;
        let typed = crate::tests::answers(pack, &[("a.birth_year", "1968"), ("a.pain_months", "many")]);
        let mut samples: Vec<(&'static str, Self)> = Vec::new();
        for page in &pack.public_pages {
            let missing = |it: &Question| Fault { key: it.raw.key.to_string(), problem: Problem::Missing };
            let faults: Vec<Fault> = pack.questions.iter().map(missing).collect();
            samples.push((page.as_str(), Self::of(words, page, &Answers::default(), None, &[])));
            samples.push((page.as_str(), Self::of(words, page, &typed, None, &faults)));
        }
        if let Some(question) = pack.questions.iter().find(|it| it.raw.key.as_str() == "ces_saddle") {
            let mut mistaken = crate::tests::answers(pack, &[("a.ces_saddle", "yes")]);
            mistaken.call_a_mistake("ces_saddle");
            samples.extend(Self::again(words, &question.raw.key, &mistaken, &[]).map(|it| ("again", it)));
        }
        samples
    }
}
