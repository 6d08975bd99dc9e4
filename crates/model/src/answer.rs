//! What a person answered to one question.

/// The content of an answer, by the kind of its question.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// Yes (`true`) or no (`false`).
    YesNo(bool),
    /// One of the question's choices.
    Choice(String),
    /// Any of the question's choices; empty means that "none of these" was ticked.
    Multi(std::collections::BTreeSet<String>),
    /// A number in the question's unit, held in thousandths so that comparing is exact.
    Number(i64),
    /// Words, kept as they were given.
    Words(String),
    /// A list of numbers in the question's unit, in thousandths, in the order given.
    Numbers(Vec<i64>),
}

/// What was given to a question that may also be answered "not sure" or "prefer not to say".
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Given {
    /// An answer.
    Answered(Answer),
    /// "Not sure."
    Unsure,
    /// "Prefer not to say."
    PreferNot,
}
