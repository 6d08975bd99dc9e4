//! "Check your answers": everything that was given, with a way to change each page.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use knowledge::Question;
use knowledge::raw::question::Kind;

use crate::answers::{Answers, BIRTH_YEAR, Hidden};
use crate::check::fields::{choice_words, instrument, unit};
use crate::check::reading::{Reading, is_asked};
use crate::check::steps;
use crate::frame::{Frame, Words, html};

/// Every answer, page by page.
#[derive(Template)]
#[template(path = "pages/review.html")]
pub(crate) struct ReviewPage {
    pub(crate) frame: Frame,
    pub(crate) groups: Vec<Group>,
    pub(crate) hidden: Vec<Hidden>,
}

/// The answers of one page.
pub(crate) struct Group {
    pub(crate) page: String,
    pub(crate) topic: String,
    pub(crate) rows: Vec<Row>,
}

/// One answer.
pub(crate) struct Row {
    pub(crate) label: String,
    pub(crate) said: String,
    /// The answer that was given first and called a mistake (RF-44).
    pub(crate) before: Option<String>,
    /// Whether the words are the person's own.
    pub(crate) typed: bool,
}

impl ReviewPage {
    /// The answers of a form that is in order.
    pub(crate) fn of(words: Words, answers: &Answers, reading: &Reading) -> Self {
        let pack = words.pack;
        let group = |page: &&str| {
            let on_page = pack
                .questions
                .iter()
                .filter(|it| it.raw.page == **page && is_asked(pack, &reading.intake, it));
            let born = (**page == *steps::first_page(pack)).then(|| Row {
                label: words.say("birth-year-label"),
                said: answers.to(BIRTH_YEAR).join(" "),
                before: None,
                typed: true,
            });
            let rows = born.into_iter().chain(on_page.map(|it| row(words, it, answers))).collect();
            Group { page: (*page).to_owned(), topic: words.say(&format!("page-{page}")), rows }
        };
        let told = |page: &&str| {
            let mut keys = pack.questions.iter().filter(|it| it.raw.page == **page).map(|it| &it.raw.key);
            keys.any(|key| reading.intake.given(key.as_str()).is_some())
        };
        let optional: Vec<&str> = pack.public_optional.iter().map(String::as_str).filter(told).collect();
        let shown = steps::shown(pack, &reading.intake);
        let groups = shown.iter().chain(&optional).map(group);
        Self {
            frame: Frame::new(words, ["RF-44", "RF-45"]),
            groups: groups.chain(clearance(words, answers)).collect(),
            hidden: answers.hidden(|_| false),
        }
    }

    /// Draws it.
    pub(crate) fn show(&self) -> Response {
        html(StatusCode::OK, self)
    }
}

/// What a clinician is reported to have said.
fn clearance(words: Words, answers: &Answers) -> Option<Group> {
    let one = |part: &str| answers.clearance(part).first().copied().unwrap_or_default();
    let chosen = |part: &str| match one(part) {
        "" => words.say("answer-left-open"),
        word => words.find(&format!("clearance-{part}.choice-{word}")).unwrap_or_else(|| word.to_owned()),
    };
    let row = |part: &str, said: String, typed| Row {
        label: words.say(&format!("clearance-{part}.label")),
        said,
        before: None,
        typed,
    };
    let date = ["day", "month", "year"].map(one).join(" ");
    let rows = vec![
        row("who", one("who").to_owned(), true),
        row("profession", chosen("profession"), false),
        row("day", date.trim().to_owned(), true),
        row("verdict", chosen("verdict"), false),
        row("limits", one("limits").to_owned(), true),
    ];
    let begun = crate::check::clearance::PARTS.iter().any(|part| !one(part).is_empty());
    begun.then(|| Group { page: steps::CLEARANCE.to_owned(), topic: words.say("clearance-title"), rows })
}

fn row(words: Words, question: &Question, answers: &Answers) -> Row {
    let key = question.raw.key.as_str();
    let mistaken = answers.mistaken(key);
    Row {
        label: words.say(&format!("q-{key}.label")),
        said: said(words, question, &answers.to(key)),
        before: (!mistaken.is_empty()).then(|| said(words, question, &mistaken)),
        typed: question.raw.kind == Kind::Words && !answers.to(key).is_empty(),
    }
}

/// What was given to a question, as people read it.
pub(crate) fn said(words: Words, question: &Question, given: &[&str]) -> String {
    if given.is_empty() {
        return words.say("answer-left-open");
    }
    let special = [("unsure", "answer-unsure"), ("prefer_not", "answer-prefer-not")];
    if let Some((_, message)) = special.iter().find(|(word, _)| given.contains(word)) {
        return words.say(message);
    }
    let with_unit = |value: &str| match unit(words, &question.raw.unit) {
        unit if unit.is_empty() => value.to_owned(),
        unit => format!("{value} {unit}"),
    };
    let one = |value: &&str| match question.raw.kind {
        Kind::YesNo if *value == "yes" => words.say("answer-yes"),
        Kind::YesNo => words.say("answer-no"),
        Kind::Multi if *value == "none" => words.say("answer-none"),
        Kind::Choice | Kind::Multi => choice_words(words, question, value),
        Kind::Numbers => item_words(words, question, value).unwrap_or_else(|| with_unit(value)),
        Kind::Int | Kind::Decimal => with_unit(value),
        Kind::Words => (*value).to_owned(),
    };
    given.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// The words of one item's number, where a published form has words for it.
fn item_words(words: Words, question: &Question, value: &str) -> Option<String> {
    words.find(&format!("{}.choice-{value}", instrument(words, question)?.id))
}

#[cfg(test)]
impl super::Samples for ReviewPage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        let pack = words.pack;
        let page = |answers: &Answers| Self::of(words, answers, &crate::tests::reading(pack, answers));
        let plain = crate::tests::all_no(pack);
        let mut mistaken = crate::tests::answers(pack, &[("a.birth_year", "1968"), ("a.ces_saddle", "yes")]);
        mistaken.call_a_mistake("ces_saddle");
        let more = [
            ("a.birth_year", "1968"),
            ("a.rmdq", "i03"),
            ("a.phq4.1", "2"),
            ("a.phq4.2", "2"),
            ("a.phq4.3", "0"),
            ("a.phq4.4", "1"),
            ("c.who", "Dr Invented"),
            ("c.verdict", "ok"),
        ];
        let more = crate::tests::answers(pack, &more);
        vec![
            ("more told", page(&more)),
            ("every answer no", page(&plain)),
            ("hardly anything, and a mistake", page(&mistaken)),
        ]
    }
}
