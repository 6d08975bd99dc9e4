//! Checks questions: every one says what its silence does (RF-45), with values that its kind allows.

use model::{Answer, QuestionKey, TriageLevel};
use std::collections::BTreeMap;

use super::Raw;
use crate::Fault;
use crate::expression::{Expression, parse};
use crate::pack::{Effect, Hold, Question};
use crate::raw::question::{Effect as RawEffect, Kind, Question as RawQuestion};

pub(super) fn check(
    raw: &Raw,
    concepts: &BTreeMap<QuestionKey, Expression>,
    faults: &mut Vec<Fault>,
) -> Vec<Question> {
    let mut files: Vec<_> = raw.questions.iter().collect();
    files.sort_by_key(|(path, file)| (file.order, path.clone()));
    let mut questions: Vec<Question> = Vec::new();
    for (path, file) in files {
        for question in &file.question {
            let seen = questions.iter().any(|it| it.raw.key == question.key);
            if seen || concepts.contains_key(&question.key) {
                faults.push(Fault::new(path, &question.key, "the key is used twice"));
            }
            questions.push(one(path, &file.section, question, faults));
        }
    }
    questions
}

fn one(path: &str, section: &str, question: &RawQuestion, faults: &mut Vec<Fault>) -> Question {
    let mut fault = |problem: &str| faults.push(Fault::new(path, &question.key, problem));
    if question.missing.is_empty() {
        fault("does not say what a missing answer does (RF-45)");
    }
    if question.offers_unsure == question.unsure.is_empty() {
        fault("`offers_unsure` and `unsure` must come together (RF-45)");
    }
    if question.offers_prefer_not == question.prefer_not.is_empty() {
        fault("`offers_prefer_not` and `prefer_not` must come together (RF-45)");
    }
    let chooses = matches!(question.kind, Kind::Choice | Kind::Multi);
    if chooses == question.choices.is_empty() {
        fault("only a choice or a multi has choices, and it needs some");
    }
    let counts = matches!(question.kind, Kind::Int | Kind::Decimal | Kind::Numbers);
    if counts != (question.min.is_some() && question.max.is_some()) {
        fault("only a number has `min` and `max`, and it needs both");
    }
    let effects = |list: &[RawEffect], faults: &mut Vec<Fault>| {
        list.iter().map(|it| effect(path, question, it, faults)).collect::<Vec<_>>()
    };
    Question {
        section: section.to_owned(),
        ask_when: question.ask_when.as_deref().and_then(|text| expression(path, &question.key, text, faults)),
        missing: effects(&question.missing, faults),
        unsure: effects(&question.unsure, faults),
        prefer_not: effects(&question.prefer_not, faults),
        raw: question.clone(),
    }
}

/// Reads an expression, or reports why it cannot be read.
pub(super) fn expression(
    path: &str,
    item: &impl ToString,
    text: &str,
    faults: &mut Vec<Fault>,
) -> Option<Expression> {
    match parse(text) {
        Ok(expression) => Some(expression),
        Err(error) => {
            faults.push(Fault::new(path, item.to_string(), error));
            None
        }
    }
}

fn effect(path: &str, question: &RawQuestion, raw: &RawEffect, faults: &mut Vec<Fault>) -> Effect {
    let says = [
        raw.ask,
        raw.hold.is_some(),
        raw.value.is_some(),
        raw.tags.is_some(),
        raw.effort_cap.is_some(),
        raw.no_effect,
        raw.safety_card,
        raw.no_session,
    ];
    if !says.contains(&true) {
        faults.push(Fault::new(
            path,
            &question.key,
            "an effect says nothing; write `no_effect = true` if that is meant",
        ));
    }
    let hold = match (&raw.hold, raw.ask) {
        (Some(code), _) => level(path, &question.key, code, faults).map_or(Hold::UntilAnswered, Hold::At),
        (None, true) => Hold::UntilAnswered,
        (None, false) => Hold::No,
    };
    let value = raw.value.as_ref().and_then(|value| {
        let read = answer(question, value);
        if read.is_none() {
            faults.push(Fault::new(
                path,
                &question.key,
                format!("`{value}` is not an answer to this question"),
            ));
        }
        read
    });
    Effect {
        when: raw.when.as_deref().and_then(|text| expression(path, &question.key, text, faults)),
        hold,
        value,
        tags: raw.tags.clone().unwrap_or_default(),
        effort_cap: raw.effort_cap,
        safety_card: raw.safety_card,
        no_session: raw.no_session,
    }
}

/// Reads a triage level's code, or reports it.
pub(super) fn level(
    path: &str,
    item: &impl ToString,
    code: &str,
    faults: &mut Vec<Fault>,
) -> Option<TriageLevel> {
    let level = crate::expression::level_of(code);
    if level.is_none() {
        faults.push(Fault::new(
            path,
            item.to_string(),
            format!("`{code}` is not a level; one of: E0, E1, E2, C"),
        ));
    }
    level
}

fn answer(question: &RawQuestion, value: &toml::Value) -> Option<Answer> {
    let is_choice = |word: &str| question.choices.iter().any(|it| it == word);
    match question.kind {
        Kind::YesNo => match value.as_str()? {
            "yes" => Some(Answer::YesNo(true)),
            "no" => Some(Answer::YesNo(false)),
            _ => None,
        },
        Kind::Choice => value.as_str().filter(|it| is_choice(it)).map(|it| Answer::Choice(it.to_owned())),
        Kind::Multi => {
            let list = value.as_array().map_or_else(|| std::slice::from_ref(value), Vec::as_slice);
            let words: Option<Vec<&str>> = list.iter().map(toml::Value::as_str).collect();
            let words = words.filter(|words| words.iter().all(|it| is_choice(it)))?;
            Some(Answer::Multi(words.into_iter().map(str::to_owned).collect()))
        }
        Kind::Int | Kind::Decimal => {
            let text =
                value.as_integer().map(|it| it.to_string()).or(value.as_float().map(|it| it.to_string()))?;
            crate::expression::in_thousandths(&text).map(Answer::Number)
        }
        Kind::Numbers | Kind::Words => None,
    }
}
