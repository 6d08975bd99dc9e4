//! What a person has sent so far, in their own words, as the hidden fields of the next form carry it.
//!
//! Nothing is believed here: words become answers in `check::reading`, afresh at every step. Fields of no
//! question are dropped. There is no `Debug` and no `Display`, so that answers cannot end up in a log.

use knowledge::Pack;
use std::collections::BTreeMap;
use uuid::Uuid;

/// The field for the year of birth, which is not a question of the pack.
pub(crate) const BIRTH_YEAR: &str = "birth_year";

/// Answers come as `a.KEY`.
const ANSWER: &str = "a.";
/// The first of two answers, after "I pressed this by mistake", comes as `m.KEY` (RF-44).
const MISTAKEN: &str = "m.";
/// Attempts at a home test come as `t.TEST.SIDE.NUMBER`, and why there are none as `t.TEST`.
const TEST: &str = "t.";
/// What the person reports of a clinician comes as `c.PART` (RF-46).
const CLEARANCE: &str = "c.";

/// The entry that a health history makes in a chart comes as `s.entry`, and the one that it corrects as `s.before`.
const SITTING: [&str; 2] = ["s.entry", "s.before"];

/// The most values kept for one field.
const VALUES_MAX: usize = 64;

/// The words given to each question, each mistaken first answer, and what was done of each test.
#[derive(Clone, Default, PartialEq, Eq)]
pub(crate) struct Answers {
    fields: BTreeMap<String, Vec<String>>,
}

/// The entry that a health history makes in a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sitting {
    /// Its id.
    pub(crate) entry: Uuid,
    /// The one that was kept before, after an emergency answer, and that it corrects.
    pub(crate) before: Option<Uuid>,
}

/// A hidden field.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Hidden {
    pub(crate) name: String,
    pub(crate) value: String,
}

impl Answers {
    /// Keeps the fields that belong to a question or a test of the pack, or to a clearance.
    pub(crate) fn from_fields(pack: &Pack, sent: &[(String, String)]) -> Self {
        let mut answers = Self::default();
        for (name, value) in
            sent.iter().filter(|(name, value)| is_ours(pack, name) && !value.trim().is_empty())
        {
            let values = answers.fields.entry(name.clone()).or_default();
            // A page that is sent with its hidden fields twice says the same thing once.
            if values.len() < VALUES_MAX {
                values.push(value.trim().to_owned());
            }
        }
        answers
    }

    /// The words given to a question; those of numbered fields (`a.KEY.1`, `a.KEY.2`, …) in their order.
    pub(crate) fn to(&self, key: &str) -> Vec<&str> {
        let numbered = (1..=VALUES_MAX).flat_map(|number| self.values(ANSWER, &format!("{key}.{number}")));
        self.values(ANSWER, key).into_iter().chain(numbered).collect()
    }

    /// The words given in one numbered field of a question.
    pub(crate) fn to_part(&self, key: &str, number: usize) -> Option<&str> {
        self.values(ANSWER, &format!("{key}.{number}")).first().copied()
    }

    /// The words that were given first and called a mistake.
    pub(crate) fn mistaken(&self, key: &str) -> Vec<&str> {
        self.values(MISTAKEN, key)
    }

    /// What was written for `part` of a test: `MT-10`, `MT-50.left.1`.
    pub(crate) fn test(&self, part: &str) -> Option<&str> {
        self.values(TEST, part).first().copied()
    }

    /// The words given in one part of what a clinician is reported to have said.
    pub(crate) fn clearance(&self, part: &str) -> Vec<&str> {
        self.values(CLEARANCE, part)
    }

    /// Which entry the answers make in a chart; none at the public door.
    pub(crate) fn sitting(&self) -> Option<Sitting> {
        let [entry, before] =
            SITTING.map(|it| self.fields.get(it).and_then(|it| it.first()).and_then(|it| it.parse().ok()));
        entry.map(|entry| Sitting { entry, before })
    }

    /// Says which entry the answers make.
    pub(crate) fn sit(&mut self, sitting: &Sitting) {
        let [entry, before] = SITTING;
        self.fields.insert(entry.to_owned(), vec![sitting.entry.to_string()]);
        self.fields.remove(before);
        let earlier = sitting.before.map(|it| (before.to_owned(), vec![it.to_string()]));
        self.fields.extend(earlier);
    }

    /// Drops every field that `unwanted` names, because the person takes back what stood there.
    pub(crate) fn forget(&mut self, unwanted: impl Fn(&str) -> bool) {
        self.fields.retain(|name, _| !unwanted(name));
    }

    /// Moves the answer to a question to the mistaken ones, so that the question can be asked again (RF-44).
    ///
    /// A second mistake keeps the first answer: that is the one the advice was for.
    pub(crate) fn call_a_mistake(&mut self, key: &str) {
        let words: Vec<String> = self.to(key).into_iter().map(str::to_owned).collect();
        self.fields.retain(|name, _| !belongs(name, key));
        if !words.is_empty() {
            self.fields.entry(format!("{MISTAKEN}{key}")).or_insert(words);
        }
    }

    /// Notes why a test was left out; what was written down for it is dropped.
    pub(crate) fn leave_out_test(&mut self, test: &str, why: &str) {
        self.fields.retain(|name, _| !name.starts_with(&format!("{TEST}{test}.")));
        self.fields.insert(format!("{TEST}{test}"), vec![why.to_owned()]);
    }

    /// Notes that a test was done after all.
    pub(crate) fn take_up_test(&mut self, test: &str) {
        self.fields.remove(&format!("{TEST}{test}"));
    }

    /// Everything as hidden fields, except the fields that `leave_out` names because the page shows them.
    pub(crate) fn hidden(&self, leave_out: impl Fn(&str) -> bool) -> Vec<Hidden> {
        let shown = self.fields.iter().filter(|(name, _)| !leave_out(name));
        shown
            .flat_map(|(name, values)| {
                values.iter().map(|value| Hidden { name: name.clone(), value: value.clone() })
            })
            .collect()
    }

    fn values(&self, prefix: &str, key: &str) -> Vec<&str> {
        let values = self.fields.get(&format!("{prefix}{key}"));
        values.into_iter().flatten().map(String::as_str).collect()
    }
}

/// Whether a field holds an answer, or a part of one, to a question.
pub(crate) fn belongs(name: &str, key: &str) -> bool {
    let rest = name.strip_prefix(ANSWER).and_then(|it| it.strip_prefix(key));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// The name of the field for a question.
pub(crate) fn field_name(key: &str) -> String {
    format!("{ANSWER}{key}")
}

/// The name of the field for a part of a test.
pub(crate) fn test_field_name(part: &str) -> String {
    format!("{TEST}{part}")
}

/// The name of the field for a part of what a clinician is reported to have said.
pub(crate) fn clearance_field_name(part: &str) -> String {
    format!("{CLEARANCE}{part}")
}

/// Whether a field belongs to what a clinician is reported to have said.
pub(crate) fn is_clearance(name: &str) -> bool {
    name.starts_with(CLEARANCE)
}

/// Whether a field belongs to a question or test of the pack, or to what a clinician is reported to have said.
fn is_ours(pack: &Pack, name: &str) -> bool {
    let is_question = |key: &str| {
        let (key, number) = key.split_once('.').unwrap_or((key, "1"));
        let numbered = number.parse().is_ok_and(|number: usize| (1..=VALUES_MAX).contains(&number));
        numbered && pack.questions.iter().any(|it| it.raw.key.as_str() == key)
    };
    if let Some(key) = name.strip_prefix(ANSWER) {
        return key == BIRTH_YEAR || is_question(key);
    }
    if let Some(key) = name.strip_prefix(MISTAKEN) {
        return is_question(key);
    }
    if let Some(part) = name.strip_prefix(CLEARANCE) {
        return crate::check::clearance::PARTS.contains(&part);
    }
    if SITTING.contains(&name) {
        return true;
    }
    let Some(part) = name.strip_prefix(TEST) else { return false };
    let (test, rest) = part.split_once('.').unwrap_or((part, ""));
    let known = pack.tests.values().any(|it| it.at_home && it.id.as_str() == test);
    known && (rest.is_empty() || crate::check::home::is_attempt(rest))
}
