//! Screening: from answers to a disposition, with every rule that fired and every answer still missing.
//!
//! The highest level wins. Silence is never "no": each question says what its silence does, and rules are
//! evaluated in three-valued logic. Screening lowers nothing; only `clearance` does, by RF-46.

mod facts;
mod screen;

use knowledge::Pack;
use knowledge::expression::Fact;
use model::{QuestionKey, RuleId, Tag, TriageLevel};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

pub(crate) use facts::{Known, active_minutes, observed};
pub use screen::{asked, emergency_answered, screen, screen_session};
pub(crate) use screen::{prepared, screen_with};

/// What screening concluded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Disposition {
    /// The triage level: the highest that anything gave.
    pub level: TriageLevel,
    /// Everything that fired, the highest level first.
    pub fired: Vec<Fired>,
    /// Questions that must be answered before anything can be planned, in the order of the form.
    pub unanswered: Vec<QuestionKey>,
    /// Questions that were left out without consequence, or answered "not sure".
    pub unknown: Vec<QuestionKey>,
    /// Constraint tags, each with what attached it.
    pub tags: BTreeMap<Tag, BTreeSet<Cause>>,
    /// The lowest effort cap that screening set, with what set it.
    pub effort_cap: Option<(u8, Cause)>,
    /// Minutes that a cool-down takes at least.
    pub cool_down_minutes_min: u32,
    /// Whether the safety card must be shown now (RF-42).
    pub safety_card: bool,
    /// Whether no session takes place today.
    pub no_session: bool,
    /// Letters offered: `CT-01`.
    pub letters: BTreeSet<RuleId>,
}

/// One thing that fired.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a separate fact about what fired")]
pub struct Fired {
    /// What fired.
    pub cause: Cause,
    /// The level it gave, if any.
    pub level: Option<TriageLevel>,
    /// Whether a clinician should be seen the same day.
    pub same_day: bool,
    /// Whether it fired because something was not known.
    pub because_unknown: bool,
    /// Whether there is no session today for it.
    pub no_session: bool,
    /// Whether no clearance lowers it.
    pub never_lowered: bool,
    /// The words shown to the person, as a text id, where they differ from the rule's own.
    pub text: Option<String>,
    /// The observations it rests on: what was answered, in the words of the rule language.
    pub observations: Vec<String>,
    /// The questions it rests on.
    pub questions: BTreeSet<QuestionKey>,
}

/// What caused a hold, a tag or a cap: a rule, or the silence of a question.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cause {
    /// A rule fired.
    Rule(RuleId),
    /// A question was left out.
    Missing(QuestionKey),
    /// A question was answered "not sure".
    Unsure(QuestionKey),
    /// A question was answered "prefer not to say".
    PreferNot(QuestionKey),
}

impl Cause {
    /// The id of the rule or question, for reasons and text look-up.
    pub fn id(&self) -> &str {
        match self {
            Self::Rule(rule) => rule.as_str(),
            Self::Missing(key) | Self::Unsure(key) | Self::PreferNot(key) => key.as_str(),
        }
    }
}

impl std::fmt::Display for Cause {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Rule(rule) => write!(f, "{rule}"),
            Self::Missing(key) => write!(f, "RF-45 ({key} not answered)"),
            Self::Unsure(key) => write!(f, "RF-45 ({key} answered \"not sure\")"),
            Self::PreferNot(key) => write!(f, "RF-45 ({key}: prefer not to say)"),
        }
    }
}

/// The questions that a set of statements asks about, those inside named concepts included.
pub(crate) fn questions_of(pack: &Pack, facts: &BTreeSet<Fact>) -> BTreeSet<QuestionKey> {
    let mut keys = BTreeSet::new();
    let mut open: Vec<&Fact> = facts.iter().collect();
    let mut seen = BTreeSet::new();
    while let Some(fact) = open.pop() {
        let Some(key) = fact.key() else { continue };
        match pack.concepts.get(key) {
            Some(concept) if seen.insert(key) => open.extend(concept.facts()),
            Some(_) => {}
            None => {
                keys.insert(key.clone());
            }
        }
    }
    keys
}
