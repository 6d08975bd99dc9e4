//! What the answers of a screen were given to (RF-43): the language, and the version of each question's words.
//!
//! When they were given is the entry's `occurred_at`: an intake has no times of its own for single answers. Words that
//! have changed since take nothing from an answer: screening uses it as before, and people are told.

use assessment::Intake;
use assessment::intake::{misfits, once_each, validate};
use knowledge::{Locale, Pack};
use model::{Given, QuestionKey};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

use crate::entry::{Body, Entry};

/// What was asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// The language of the questions, as a BCP 47 tag.
    pub locale: String,
    /// The version of the words of each question that was answered.
    pub words: BTreeMap<QuestionKey, String>,
    /// What was answered first to a question and then called a mistake (RF-44).
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty", deserialize_with = "once_each")]
    pub mistaken: BTreeMap<QuestionKey, Given>,
}

/// Why an answer cannot be taken as one to the words of today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wording {
    /// It was given to other words, or in a language that the pack does not have.
    Other,
    /// The entry does not say to which words it was given.
    NotKept,
}

impl Asked {
    /// What the pack asks today, for the answers of an intake that was just given in this language.
    pub fn of(pack: &Pack, locale: Locale, intake: &Intake) -> Self {
        let version = |key: &QuestionKey| Some((key.clone(), pack.question_version(locale, key)?));
        let words = intake.answers.keys().filter_map(version).collect();
        Self { locale: locale.tag().to_owned(), words, mistaken: BTreeMap::new() }
    }

    /// The same, with what was answered first to questions that were then asked again (RF-44). Of a question that has no answer
    /// now nothing is said here: it does not arise any more, or was left open, and an earlier entry holds what was answered first.
    #[must_use]
    pub fn with_mistaken(self, first: impl IntoIterator<Item = (QuestionKey, Given)>) -> Self {
        let mistaken = first.into_iter().filter(|(key, _)| self.words.contains_key(key)).collect();
        Self { mistaken, ..self }
    }

    /// What does not fit the answers: each must have its version, and nothing else may. What was called a mistake must be an
    /// answer to a question that was answered again.
    pub(crate) fn misfits(&self, pack: &Pack, intake: &Intake) -> Vec<String> {
        let without = intake.answers.keys().filter(|it| !self.words.contains_key(*it));
        let without =
            without.map(|it| format!("`asked` does not say to which words `{it}` was answered (RF-43)"));
        let beyond = self.words.keys().filter(|it| !intake.answers.contains_key(*it));
        let beyond = beyond.map(|it| format!("`asked` names `{it}`, which was not answered"));
        without.chain(beyond).chain(self.mistaken_misfits(pack, intake)).collect()
    }

    fn mistaken_misfits(&self, pack: &Pack, intake: &Intake) -> Vec<String> {
        if self.mistaken.is_empty() {
            return Vec::new();
        }
        let once = self.mistaken.keys().filter(|it| !intake.answers.contains_key(*it));
        let once = once.map(|it| format!("`{it}` is called a mistake, and was not asked again (RF-44)"));
        let (tests, clearances) = (Vec::new(), Vec::new());
        let first = Intake { answers: self.mistaken.clone(), tests, clearances, ..intake.clone() };
        // First answers need not agree with one another: they did not all stand at the same time.
        let disagree: BTreeSet<String> =
            validate(pack, &first).into_iter().map(|(key, problem)| format!("`{key}` {problem}")).collect();
        let unfit = misfits(pack, &first).into_iter().filter(|it| !disagree.contains(it));
        once.chain(unfit.map(|it| format!("before it was called a mistake: {it}"))).collect()
    }
}

/// The answers of an entry that were given to other words than the pack's, or to words that were not kept.
pub fn asked_differently(pack: &Pack, entry: &Entry) -> BTreeMap<QuestionKey, Wording> {
    let Body::Intake(intake) = &entry.body else { return BTreeMap::new() };
    let today = |asked: &Asked, key: &QuestionKey| {
        let locale = Locale::OFFERED.iter().find(|it| it.tag() == asked.locale)?;
        pack.question_version(*locale, key)
    };
    let wording = |key: &QuestionKey| match entry.asked.as_ref().map(|it| (it, it.words.get(key))) {
        Some((asked, Some(words))) => (today(asked, key).as_ref() != Some(words)).then_some(Wording::Other),
        Some((_, None)) | None => Some(Wording::NotKept),
    };
    intake.answers.keys().filter_map(|key| Some((key.clone(), wording(key)?))).collect()
}
