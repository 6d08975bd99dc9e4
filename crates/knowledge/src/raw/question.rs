//! `screening/questions/*.toml`: the one vocabulary for form, rules and data (clinical reference 2.7).

use model::{QuestionKey, Tag, TestId};
use serde::Deserialize;

use super::Evidence;

/// One file of questions: a section of the intake form.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionFile {
    /// The table of the intake file in which these answers stand: `safety`, `pain`, `health`.
    pub section: String,
    /// Where the section comes in the form; lower comes first.
    pub order: u32,
    /// The questions, in the order in which they are asked.
    pub question: Vec<Question>,
}

/// One question, and what its silence does.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The key used in forms, rules and data.
    pub key: QuestionKey,
    /// Raised whenever the wording changes its meaning (RF-43).
    pub version: u32,
    /// What kind of answer it takes.
    pub kind: Kind,
    /// The choices of a `choice` or `multi`; `none` is never among those of a `multi`.
    #[serde(default)]
    pub choices: Vec<String>,
    /// Lowest value of a number.
    pub min: Option<f64>,
    /// Highest value of a number.
    pub max: Option<f64>,
    /// Unit of a number, as shown beside the field: `years`, `mmHg`, `days`.
    #[serde(default)]
    pub unit: String,
    /// How many numbers a `numbers` question takes at most.
    pub count_max: Option<u32>,
    /// A test whose result counts beside the answer; rules see the lesser of the two.
    pub test: Option<TestId>,
    /// Asked only when this expression does not evaluate to "no".
    pub ask_when: Option<String>,
    /// Whether the form offers "not sure". Needs `unsure`.
    #[serde(default)]
    pub offers_unsure: bool,
    /// Whether the form offers "prefer not to say". Needs `prefer_not`.
    #[serde(default)]
    pub offers_prefer_not: bool,
    /// What a missing answer does; first matching effect of each kind counts.
    pub missing: Vec<Effect>,
    /// What "not sure" does.
    #[serde(default)]
    pub unsure: Vec<Effect>,
    /// What "prefer not to say" does.
    #[serde(default)]
    pub prefer_not: Vec<Effect>,
    /// The page of the web form on which the question stands; questions of one page are asked together.
    pub page: String,
    /// Evidence.
    pub evidence: Evidence,
}

/// The kind of answer a question takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Yes or no.
    YesNo,
    /// Exactly one choice.
    Choice,
    /// Any number of choices, or an explicit "none of these".
    Multi,
    /// A whole number.
    Int,
    /// A number with decimals.
    Decimal,
    /// Several numbers of the same unit.
    Numbers,
    /// Free words. No rule may look at them.
    Words,
}

/// What missing, "not sure" or "prefer not to say" does (RF-45). Exactly one of the fields is given, besides `when`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "each mirrors a key of the file")]
pub struct Effect {
    /// Applies only when this expression is "yes".
    pub when: Option<String>,
    /// No plan until it is answered; no triage level of its own.
    #[serde(default)]
    pub ask: bool,
    /// Holds at this level: `E0`, `E1`, `E2` or `C`.
    pub hold: Option<String>,
    /// Rules then see this value: `yes`, `no`, a choice, a number, or for a `multi` the choices as a list.
    pub value: Option<toml::Value>,
    /// These tags are attached.
    pub tags: Option<Vec<Tag>>,
    /// Effort is capped at this value.
    pub effort_cap: Option<u8>,
    /// Nothing happens; rules see "unknown".
    #[serde(default)]
    pub no_effect: bool,
    /// The safety card (RF-42) is shown.
    #[serde(default)]
    pub safety_card: bool,
    /// No session today or until answered (micro-screen, glucose).
    #[serde(default)]
    pub no_session: bool,
}
