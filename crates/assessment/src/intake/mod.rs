//! Intake: what a person, or somebody beside them, tells before anything else.
//!
//! The record holds answers by the keys of the knowledge questions, so that the TOML form, the web form, the
//! rules and the data share one vocabulary. It keeps what was given and judges nothing.

mod example;
mod read;
mod record;
mod schema;

use jiff::civil::Date;
use model::{Answer, Given, QuestionKey};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

pub use example::example;
pub use read::{AnswerFault, IntakeFault, answer_from_words, read, validate, validate_birth_year};
pub(crate) use read::{in_bounds, is_intake_question, sex_of};
pub use record::{answer_misfits, misfits, once_each, session_misfits, test_misfits};
pub use schema::json_schema;

use crate::clearance::Attested;
use crate::examination::TestResult;

/// The version of the intake form that this program reads and writes.
pub const FORM: u32 = 1;

/// One person's intake.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Intake {
    /// The version of the form.
    pub form: u32,
    /// The day on which the answers were given.
    pub date: Date,
    /// Year of birth.
    pub birth_year: i16,
    /// The answers; a key that is absent was not answered.
    #[serde(deserialize_with = "record::once_each")]
    pub answers: BTreeMap<QuestionKey, Given>,
    /// Test results that were brought along or done at home.
    pub tests: Vec<TestResult>,
    /// Clearances that the person reports (RF-46).
    pub clearances: Vec<Attested>,
}

impl Intake {
    /// The age reached in the year of `date`, in whole years.
    ///
    /// The year of birth alone is asked, so the age may be one too high: the more cautious end for every rule
    /// that starts at an age.
    pub fn age_years(&self, date: Date) -> i64 {
        i64::from(date.year()) - i64::from(self.birth_year)
    }

    /// What was given to a question.
    pub fn given(&self, key: &str) -> Option<&Given> {
        self.answers.iter().find(|(name, _)| name.as_str() == key).map(|(_, given)| given)
    }

    /// The answer to a question; "not sure" and "prefer not to say" are not answers.
    pub fn answer(&self, key: &str) -> Option<&Answer> {
        match self.given(key)? {
            Given::Answered(answer) => Some(answer),
            Given::Unsure | Given::PreferNot => None,
        }
    }

    /// The answer to a number question in whole units, if it has one.
    pub fn whole(&self, key: &str) -> Option<i64> {
        if let Some(Answer::Number(value)) = self.answer(key) { Some(value.div_euclid(1000)) } else { None }
    }

    /// The choice made in a choice question.
    pub fn choice(&self, key: &str) -> Option<&str> {
        if let Some(Answer::Choice(choice)) = self.answer(key) { Some(choice) } else { None }
    }

    /// Whether a multi question has this choice ticked.
    pub fn has(&self, key: &str, choice: &str) -> bool {
        matches!(self.answer(key), Some(Answer::Multi(choices)) if choices.contains(choice))
    }

    /// The choices ticked in a multi question; none when it was not answered.
    pub fn choices(&self, key: &str) -> Vec<&str> {
        if let Some(Answer::Multi(choices)) = self.answer(key) {
            choices.iter().map(String::as_str).collect()
        } else {
            Vec::new()
        }
    }

    /// The words given to a question.
    pub fn words(&self, key: &str) -> Option<&str> {
        if let Some(Answer::Words(words)) = self.answer(key) { Some(words) } else { None }
    }

    /// The numbers given to a question, in thousandths.
    pub fn numbers(&self, key: &str) -> Option<&[i64]> {
        if let Some(Answer::Numbers(numbers)) = self.answer(key) { Some(numbers) } else { None }
    }
}
