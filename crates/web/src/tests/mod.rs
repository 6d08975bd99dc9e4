//! Tests of the door as a whole: every page drawn from its samples, every word from the files, journeys through the
//! router.

mod draw;
mod first;
mod journeys;
pub(crate) mod made;
mod markup;
mod optional;
mod pages;
mod person;
pub(crate) mod studio;
mod studio_access;
mod studio_classes;
mod studio_journeys;
mod studio_visit;
mod visitor;
mod words;

use jiff::civil::{Date, date};
use knowledge::raw::question::Kind;
use knowledge::{Pack, Question};

use crate::AppState;
use crate::answers::Answers;
use crate::check::reading::{Reading, read};

/// The day on which all tests take place.
pub(crate) const TODAY: Date = date(2026, 11, 22);

/// The pack that is built in.
pub(crate) fn pack() -> &'static Pack {
    knowledge::bundled().unwrap_or_else(|faults| panic!("the knowledge has faults: {faults:?}"))
}

/// A door on the day of the tests.
pub(crate) fn app() -> AppState {
    let clock = || {
        jiff::civil::DateTime::from_parts(TODAY, jiff::civil::time(10, 0, 0, 0))
            .to_zoned(jiff::tz::TimeZone::UTC)
            .unwrap()
    };
    AppState::new(pack(), std::sync::Arc::new(clock), "https://back.example.org/")
}

/// What the English words say.
pub(crate) fn pack_says(id: &str) -> String {
    pack().text.say(knowledge::Locale::En, id)
}

/// Answers as a form would send them.
pub(crate) fn answers(pack: &Pack, fields: &[(&str, &str)]) -> Answers {
    let fields: Vec<(String, String)> =
        fields.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect();
    Answers::from_fields(pack, &fields)
}

/// What is read from the answers of somebody born in 1968.
pub(crate) fn reading(pack: &Pack, answers: &Answers) -> Reading {
    read(pack, answers, 1968, TODAY)
}

/// What is read when everything else is answered with no.
pub(crate) fn cleared_but_for(pack: &Pack, told: &Answers) -> Reading {
    let told: Vec<(String, String)> =
        told.hidden(|_| false).into_iter().map(|it| (it.name, it.value)).collect();
    let rest = all_no(pack).hidden(|field| told.iter().any(|(name, _)| name == field));
    let rest = rest.into_iter().map(|it| (it.name, it.value));
    reading(pack, &Answers::from_fields(pack, &rest.chain(told.iter().cloned()).collect::<Vec<_>>()))
}

/// The answers of somebody to whom nothing applies and who says so.
pub(crate) fn all_no(pack: &Pack) -> Answers {
    let own: Vec<(String, &str)> =
        pack.questions.iter().map(|it| (format!("a.{}", it.raw.key), no(it))).collect();
    let fields: Vec<(&str, &str)> = own.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    answers(pack, &[fields.as_slice(), &[("a.birth_year", "1968")]].concat())
}

/// The answer of somebody with plain back pain and nothing else; empty where a question may stay open.
pub(crate) fn no(question: &Question) -> &str {
    match question.raw.key.as_str() {
        "back_pain_area" => return "low",
        "country" => return "GB",
        "sex" => return "female",
        "floor_transfer" => return "alone",
        _ => {}
    }
    let required = crate::check::reading::is_required(question);
    match question.raw.kind {
        Kind::YesNo => "no",
        Kind::Multi => "none",
        Kind::Choice if required => {
            let choices = &question.raw.choices;
            choices.iter().find(|it| ["no", "none"].contains(&it.as_str())).map_or("unsure", String::as_str)
        }
        Kind::Int | Kind::Decimal if required => "0",
        Kind::Int | Kind::Decimal | Kind::Numbers | Kind::Words | Kind::Choice => "",
    }
}
