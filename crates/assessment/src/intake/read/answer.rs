//! Reads the answer to one question, from a TOML value or from the words of a web form.

use knowledge::Question;
use knowledge::raw::question::Kind;
use model::{Answer, Given};
use std::collections::BTreeSet;
use toml::de::DeValue;

use super::value;

/// The most characters that free words may have.
pub(crate) const WORDS_MAX: usize = 2000;

/// Why words are not an answer to a question.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnswerFault {
    /// Not one of the choices.
    #[error("`{given}` is not a choice; one of: {choices}")]
    NotAChoice {
        /// What was given.
        given: String,
        /// The choices.
        choices: String,
    },
    /// Not a number.
    #[error("`{given}` is not a number{whole}", whole = if *whole { " without decimals" } else { "" })]
    NotANumber {
        /// What was given.
        given: String,
        /// Whether it must be whole.
        whole: bool,
    },
    /// Outside the range.
    #[error("is {given}, outside {min} to {max} {unit}")]
    OutOfRange {
        /// What was given.
        given: String,
        /// Lowest.
        min: String,
        /// Highest.
        max: String,
        /// Unit.
        unit: String,
    },
    /// Too many values, or too many characters.
    #[error("has more than {max} values or characters")]
    TooMany {
        /// How many are allowed.
        max: usize,
    },
    /// "None of these" together with something else.
    #[error("says \"none of these\" and something else")]
    NoneWithOthers,
}

/// Reads what a form sent for one question.
///
/// `unsure`, `prefer_not` and, for a multi, `none` are special words; nothing at all is no answer.
pub fn answer_from_words(question: &Question, words: &[&str]) -> Result<Option<Given>, AnswerFault> {
    let words: Vec<&str> = words.iter().map(|it| it.trim()).filter(|it| !it.is_empty()).collect();
    let Some(first) = words.first().copied() else { return Ok(None) };
    let raw = &question.raw;
    if words.contains(&"unsure") && raw.offers_unsure && raw.kind != Kind::Words {
        return Ok(Some(Given::Unsure));
    }
    if words.contains(&"prefer_not") && raw.offers_prefer_not {
        return Ok(Some(Given::PreferNot));
    }
    if raw.kind != Kind::Multi && raw.kind != Kind::Numbers && words.len() > 1 {
        return Err(AnswerFault::TooMany { max: 1 });
    }
    let answer = match raw.kind {
        Kind::YesNo => match first {
            "yes" => Answer::YesNo(true),
            "no" => Answer::YesNo(false),
            given => return Err(not_a_choice(given, &["yes".to_owned(), "no".to_owned()])),
        },
        Kind::Choice => Answer::Choice(choice(question, first)?),
        Kind::Multi => Answer::Multi(multi(question, &words)?),
        Kind::Int | Kind::Decimal => Answer::Number(number(question, first)?),
        Kind::Numbers => Answer::Numbers(numbers(question, &words)?),
        Kind::Words if first.chars().count() > WORDS_MAX => {
            return Err(AnswerFault::TooMany { max: WORDS_MAX });
        }
        Kind::Words => Answer::Words(first.to_owned()),
    };
    Ok(Some(Given::Answered(answer)))
}

fn not_a_choice(given: &str, choices: &[String]) -> AnswerFault {
    AnswerFault::NotAChoice { given: given.to_owned(), choices: choices.join(", ") }
}

fn choice(question: &Question, word: &str) -> Result<String, AnswerFault> {
    let choices = &question.raw.choices;
    if choices.iter().any(|it| it == word) { Ok(word.to_owned()) } else { Err(not_a_choice(word, choices)) }
}

fn multi(question: &Question, words: &[&str]) -> Result<BTreeSet<String>, AnswerFault> {
    if words.contains(&"none") {
        return if words.iter().all(|it| *it == "none") {
            Ok(BTreeSet::new())
        } else {
            Err(AnswerFault::NoneWithOthers)
        };
    }
    words.iter().map(|word| choice(question, word)).collect()
}

fn number(question: &Question, word: &str) -> Result<i64, AnswerFault> {
    let whole = question.raw.kind == Kind::Int;
    let value = value::from_words(word).filter(|it| !whole || it % 1000 == 0);
    let value = value.ok_or_else(|| AnswerFault::NotANumber { given: word.to_owned(), whole })?;
    bounded(question, value)
}

fn numbers(question: &Question, words: &[&str]) -> Result<Vec<i64>, AnswerFault> {
    let parts: Vec<&str> =
        words.iter().flat_map(|it| it.split([' ', ';', '/'])).filter(|it| !it.is_empty()).collect();
    let max = question.raw.count_max.unwrap_or(1) as usize;
    if parts.len() > max {
        return Err(AnswerFault::TooMany { max });
    }
    parts.iter().map(|word| number(question, word)).collect()
}

fn bounded(question: &Question, value: i64) -> Result<i64, AnswerFault> {
    let raw = &question.raw;
    if in_bounds(value, raw.min, raw.max) {
        return Ok(value);
    }
    Err(AnswerFault::OutOfRange {
        given: knowledge::expression::thousandths(value),
        min: raw.min.unwrap_or_default().to_string(),
        max: raw.max.unwrap_or_default().to_string(),
        unit: raw.unit.clone(),
    })
}

/// Whether a value in thousandths lies between two plain numbers.
pub(crate) fn in_bounds(value: i64, min: Option<f64>, max: Option<f64>) -> bool {
    #[expect(clippy::cast_precision_loss, reason = "values of intake forms are far below 2^53 thousandths")]
    let value = value as f64 / 1000.0;
    min.is_none_or(|min| value >= min) && max.is_none_or(|max| value <= max)
}

/// Reads the answer to a question out of an intake file.
pub(super) fn from_toml(question: &Question, value: &DeValue<'_>) -> Result<Given, String> {
    let wanted = wanted(question);
    let words: Vec<String> = match value {
        DeValue::Boolean(true) => vec!["yes".to_owned()],
        DeValue::Boolean(false) => vec!["no".to_owned()],
        DeValue::String(word) if matches!(question.raw.kind, Kind::Int | Kind::Decimal | Kind::Numbers) => {
            // A number in quotation marks may hide a wrong unit ("68 in"): only the special words pass.
            let special = matches!(word.as_ref(), "unsure" | "prefer_not");
            if special { vec![word.to_string()] } else { return Err(format!("is `{word}`; {wanted}")) }
        }
        DeValue::String(word) => vec![word.to_string()],
        DeValue::Integer(_) | DeValue::Float(_) => vec![number_words(value).ok_or(wanted.clone())?],
        DeValue::Array(list) if list.is_empty() && question.raw.kind == Kind::Multi => {
            vec!["none".to_owned()]
        }
        DeValue::Array(list) => list
            .iter()
            .map(|it| it.get_ref().as_str().map(str::to_owned).or_else(|| number_words(it.get_ref())))
            .collect::<Option<_>>()
            .ok_or(wanted.clone())?,
        DeValue::Datetime(_) | DeValue::Table(_) => return Err(wanted),
    };
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let special = |word: &str| words.contains(&word);
    if special("unsure") && !question.raw.offers_unsure && question.raw.kind != Kind::Words {
        return Err(format!("cannot be answered \"unsure\"; {wanted}"));
    }
    if special("prefer_not") && !question.raw.offers_prefer_not && question.raw.kind != Kind::Words {
        return Err(format!("cannot be answered \"prefer_not\"; {wanted}"));
    }
    match answer_from_words(question, &words) {
        Ok(Some(given)) => Ok(given),
        Ok(None) => Err(wanted),
        Err(fault) => Err(format!("{fault}; {wanted}")),
    }
}

fn number_words(value: &DeValue<'_>) -> Option<String> {
    value::thousandths(value).map(knowledge::expression::thousandths)
}

/// What an answer to this question looks like in a file.
pub(crate) fn wanted(question: &Question) -> String {
    let raw = &question.raw;
    let range = || format!("{} to {} {}", raw.min.unwrap_or_default(), raw.max.unwrap_or_default(), raw.unit);
    let mut wanted = match raw.kind {
        Kind::YesNo => "should be true or false".to_owned(),
        Kind::Choice => format!("should be one of: {}", raw.choices.join(", ")),
        Kind::Multi => format!("should be a list of: {}; [] means none of these", raw.choices.join(", ")),
        Kind::Int => format!("should be a whole number, {}", range()),
        Kind::Decimal => format!("should be a number, {}", range()),
        Kind::Numbers => format!("should be a list of numbers, {}", range()),
        Kind::Words => "should be words in quotation marks".to_owned(),
    };
    if raw.offers_unsure {
        wanted.push_str("; or \"unsure\"");
    }
    if raw.offers_prefer_not {
        wanted.push_str("; or \"prefer_not\"");
    }
    wanted.trim_end().to_owned()
}
