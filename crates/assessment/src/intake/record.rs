//! Checks an intake that came as a record, out of a chart, against the questions it claims to answer.
//!
//! A record that does not fit is refused whole: an answer that no rule can read would otherwise be silence that
//! nobody notices.

use knowledge::raw::question::Kind;
use knowledge::{Pack, Question};
use model::{Answer, Given, QuestionKey};
use serde::de::{Deserializer, Error, MapAccess, Visitor};
use std::collections::BTreeMap;

use super::read::WORDS_MAX;
use super::{FORM, Intake, in_bounds, is_intake_question, validate, validate_birth_year};
use crate::examination::{Outcome, TestResult};

/// Everything in a record that does not fit the questions, tests and rules of the pack.
pub fn misfits(pack: &Pack, intake: &Intake) -> Vec<String> {
    let mut misfits = Vec::new();
    if intake.form != FORM {
        misfits.push(format!("the intake has form {}; this program reads form {FORM}", intake.form));
    }
    misfits.extend(validate_birth_year(pack, i64::from(intake.birth_year), intake.date).err());
    misfits.extend(answer_misfits(pack, &intake.answers));
    misfits.extend(test_misfits(pack, &intake.tests));
    for rule in intake.clearances.iter().flat_map(|it| &it.rules) {
        if !can_be_cleared(pack, rule) {
            misfits.push(format!("a clearance names {rule}, which is neither a rule nor a question"));
        }
    }
    misfits.extend(validate(pack, intake).into_iter().map(|(key, problem)| format!("`{key}` {problem}")));
    misfits
}

/// Everything in answers that does not fit the questions of an intake.
pub fn answer_misfits(pack: &Pack, answers: &BTreeMap<QuestionKey, Given>) -> Vec<String> {
    let misfit =
        |(key, given): (&QuestionKey, &Given)| match pack.question(key).filter(|it| is_intake_question(it)) {
            None => Some(format!("`{key}` is not a question of the intake")),
            Some(question) if !fits(question, given) => {
                Some(format!("what was given to `{key}` is not an answer to it"))
            }
            Some(_) => None,
        };
    answers.iter().filter_map(misfit).collect()
}

/// Everything in results that does not fit the tests of the pack.
pub fn test_misfits(pack: &Pack, results: &[TestResult]) -> Vec<String> {
    let misfit = |result: &TestResult| {
        let Some(test) = pack.tests.get(&result.test) else {
            return Some(format!("there is no test {}", result.test));
        };
        let in_range = match &result.outcome {
            Outcome::NotTested(_) => true,
            Outcome::Trials(trials) => trials.iter().all(|it| in_bounds(it.value, test.min, test.max)),
        };
        let fits = in_range && test.sided == result.side.is_some();
        (!fits).then(|| format!("the result of {} has a value or a side that it cannot have", result.test))
    };
    results.iter().filter_map(misfit).collect()
}

/// Everything in answers given in a session, or outside one, that does not fit the questions of a session.
pub fn session_misfits(pack: &Pack, answers: &BTreeMap<QuestionKey, Given>) -> Vec<String> {
    let misfit = |(key, given): (&QuestionKey, &Given)| match pack
        .question(key)
        .filter(|it| !is_intake_question(it))
    {
        None => Some(format!("`{key}` is not a question of a session")),
        Some(question) if !fits(question, given) => {
            Some(format!("what was given to `{key}` is not an answer to it"))
        }
        Some(_) => None,
    };
    answers.iter().filter_map(misfit).collect()
}

/// Whether a clearance can name this: a rule, or a question whose silence holds (RF-45).
pub(super) fn can_be_cleared(pack: &Pack, id: &str) -> bool {
    pack.rules.iter().any(|it| it.raw.id.as_str() == id)
        || pack.questions.iter().any(|it| it.raw.key.as_str() == id)
}

fn fits(question: &Question, given: &Given) -> bool {
    let raw = &question.raw;
    let number =
        |value: &i64| in_bounds(*value, raw.min, raw.max) && (raw.kind != Kind::Int || value % 1000 == 0);
    let choice = |word: &String| raw.choices.contains(word);
    match given {
        Given::Unsure => raw.offers_unsure,
        Given::PreferNot => raw.offers_prefer_not,
        Given::Answered(answer) => match (raw.kind, answer) {
            (Kind::YesNo, Answer::YesNo(_)) => true,
            (Kind::Choice, Answer::Choice(word)) => choice(word),
            (Kind::Multi, Answer::Multi(words)) => words.iter().all(choice),
            (Kind::Int | Kind::Decimal, Answer::Number(value)) => number(value),
            (Kind::Numbers, Answer::Numbers(values)) => {
                values.len() <= raw.count_max.unwrap_or(1) as usize && values.iter().all(number)
            }
            (Kind::Words, Answer::Words(words)) => words.chars().count() <= WORDS_MAX,
            _ => false,
        },
    }
}

/// Reads answers by key and refuses a key that stands there twice: the second would silently replace the first.
pub fn once_each<'de, D: Deserializer<'de>>(from: D) -> Result<BTreeMap<QuestionKey, Given>, D::Error> {
    struct OnceEach;

    impl<'de> Visitor<'de> for OnceEach {
        type Value = BTreeMap<QuestionKey, Given>;

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("answers by the key of their question, each once")
        }

        fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Self::Value, M::Error> {
            let mut answers = BTreeMap::new();
            while let Some((key, given)) = map.next_entry::<QuestionKey, Given>()? {
                if answers.insert(key.clone(), given).is_some() {
                    return Err(M::Error::custom(format!("`{key}` is answered twice")));
                }
            }
            Ok(answers)
        }
    }

    from.deserialize_map(OnceEach)
}
