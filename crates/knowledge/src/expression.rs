//! The small language of `when`: sentences over answers, tests and rules, with three truth values.
//!
//! Parsing stands here; what a name means is the business of whoever evaluates. An expression is pure data:
//! it can be printed, searched for the keys it rests on, and evaluated against any [`Facts`].

use model::{InstrumentId, QuestionKey, RuleId, Tag, TestId, TriageLevel, Truth};
use std::collections::BTreeSet;

mod parse;

pub use parse::{NotAnExpression, parse};
pub(crate) use parse::{in_thousandths, level_of};

/// A parsed expression.
#[derive(Clone, Debug, PartialEq)]
pub enum Expression {
    /// One plain statement.
    Fact(Fact),
    /// The opposite.
    Not(Box<Expression>),
    /// All hold.
    And(Vec<Expression>),
    /// Any holds.
    Or(Vec<Expression>),
    /// At least so many hold.
    AtLeast(u8, Vec<Expression>),
}

/// One plain statement that facts decide.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fact {
    /// A yes/no question was answered yes; or a named concept holds.
    Key(QuestionKey),
    /// A choice was made.
    Is(QuestionKey, String),
    /// A multi contains the choice; with `any`, at least one.
    Has(QuestionKey, String),
    /// A number compared, in thousandths.
    Compare(QuestionKey, Compare, i64),
    /// How many choices were made.
    Count(QuestionKey, Compare, i64),
    /// The rule's own points.
    Points(Compare, i64),
    /// A rule fired, at this level or above if one is named.
    Fired(RuleId, Option<TriageLevel>),
    /// A tag is attached.
    Tag(Tag),
    /// The question was answered "not sure".
    Unsure(QuestionKey),
    /// The question has an answer.
    Answered(QuestionKey),
    /// A test result, as `low`, `asymmetric`, `pain` or `done`.
    Test(TestId, TestOutcome),
    /// An instrument's score, or a named part of it.
    Score(InstrumentId, Option<String>, Compare, i64),
}

/// How a test came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TestOutcome {
    /// Flagged by its norm, or failed, or seen.
    Low,
    /// The sides differ by more than the flag.
    Asymmetric,
    /// It hurt.
    Pain,
    /// It was done.
    Done,
}

/// How numbers are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Compare {
    /// `<`
    Below,
    /// `<=`
    AtMost,
    /// `>`
    Above,
    /// `>=`
    AtLeast,
    /// `=`
    Equal,
}

impl Compare {
    /// Compares a known number.
    pub fn holds(self, left: i64, right: i64) -> bool {
        match self {
            Self::Below => left < right,
            Self::AtMost => left <= right,
            Self::Above => left > right,
            Self::AtLeast => left >= right,
            Self::Equal => left == right,
        }
    }

    /// Compares a number known only to lie between `low` and `high`: unknown when the two ends disagree.
    pub fn holds_between(self, low: i64, high: i64, right: i64) -> Truth {
        match (self.holds(low, right), self.holds(high, right)) {
            (a, b) if a == b && (self != Self::Equal || low == high) => Truth::from(a),
            _ if self == Self::Equal && (right < low || right > high) => Truth::No,
            _ => Truth::Unknown,
        }
    }
}

/// What decides plain statements.
pub trait Facts {
    /// Decides one statement.
    fn decide(&self, fact: &Fact) -> Truth;
}

/// An expression's truth, and the statements it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The truth.
    pub truth: Truth,
    /// The statements that made it so: the true ones of a "yes", the unknown ones of an "unknown".
    pub because: BTreeSet<Fact>,
}

impl Expression {
    /// Evaluates the expression in three-valued logic and says what the result rests on.
    pub fn evaluate(&self, facts: &dyn Facts) -> Verdict {
        match self {
            Self::Fact(fact) => {
                Verdict { truth: facts.decide(fact), because: BTreeSet::from([fact.clone()]) }
            }
            Self::Not(inner) => {
                let inner = inner.evaluate(facts);
                Verdict { truth: inner.truth.negate(), because: inner.because }
            }
            Self::And(parts) => join(parts, facts, Truth::Yes, Truth::and),
            Self::Or(parts) => join(parts, facts, Truth::No, Truth::or),
            Self::AtLeast(needed, parts) => at_least(*needed, parts, facts),
        }
    }

    /// Every plain statement in the expression.
    pub fn facts(&self) -> BTreeSet<&Fact> {
        match self {
            Self::Fact(fact) => BTreeSet::from([fact]),
            Self::Not(inner) => inner.facts(),
            Self::And(parts) | Self::Or(parts) | Self::AtLeast(_, parts) => {
                parts.iter().flat_map(Self::facts).collect()
            }
        }
    }
}

fn join(parts: &[Expression], facts: &dyn Facts, start: Truth, op: fn(Truth, Truth) -> Truth) -> Verdict {
    let verdicts: Vec<Verdict> = parts.iter().map(|part| part.evaluate(facts)).collect();
    let truth = verdicts.iter().fold(start, |truth, verdict| op(truth, verdict.truth));
    let because = verdicts.into_iter().filter(|it| it.truth == truth).flat_map(|it| it.because).collect();
    Verdict { truth, because }
}

fn at_least(needed: u8, parts: &[Expression], facts: &dyn Facts) -> Verdict {
    let verdicts: Vec<Verdict> = parts.iter().map(|part| part.evaluate(facts)).collect();
    let count = |truth: Truth| verdicts.iter().filter(|it| it.truth == truth).count();
    let truth = if count(Truth::Yes) >= usize::from(needed) {
        Truth::Yes
    } else if count(Truth::Yes) + count(Truth::Unknown) >= usize::from(needed) {
        Truth::Unknown
    } else {
        Truth::No
    };
    let because = verdicts.into_iter().filter(|it| it.truth == truth).flat_map(|it| it.because).collect();
    Verdict { truth, because }
}

impl Fact {
    /// The question this statement asks about, if it asks about one.
    pub fn key(&self) -> Option<&QuestionKey> {
        match self {
            Self::Key(key)
            | Self::Is(key, _)
            | Self::Has(key, _)
            | Self::Compare(key, ..)
            | Self::Count(key, ..)
            | Self::Unsure(key)
            | Self::Answered(key) => Some(key),
            Self::Points(..) | Self::Fired(..) | Self::Tag(_) | Self::Test(..) | Self::Score(..) => None,
        }
    }
}

/// Writes a number held in thousandths the way people write it.
pub fn thousandths(value: i64) -> String {
    let (whole, rest) = (value / 1000, (value % 1000).abs());
    if rest == 0 {
        return whole.to_string();
    }
    let sign = if value < 0 && whole == 0 { "-" } else { "" };
    format!("{sign}{whole}.{}", format!("{rest:03}").trim_end_matches('0'))
}

#[cfg(test)]
mod tests;
