//! `instruments/*.toml`: outcome and prognostic instruments with exact scoring (clinical reference 3).

use model::{InstrumentId, QuestionKey};
use serde::Deserialize;

use super::Evidence;

/// One instrument. Item words are in the text files, for licence A alone.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    /// `OM-01`.
    pub id: InstrumentId,
    /// Its usual name.
    pub name: String,
    /// Licence class.
    pub licence: Licence,
    /// Where the permission to ship is recorded; needed for the item words of a B or C instrument.
    pub permission_id: Option<String>,
    /// Version and language of the item words, for instruments that ship them.
    #[serde(default)]
    pub version: String,
    /// Whom to credit.
    pub credit: String,
    /// How many items; zero when only an externally scored total is stored.
    pub items: u8,
    /// Lowest item value.
    pub item_min: i32,
    /// Highest item value.
    pub item_max: i32,
    /// Fewest items that make a score; below it the measure is incomplete.
    pub items_needed: u8,
    /// How items become a score.
    pub scoring: Scoring,
    /// Lowest score.
    pub score_min: i32,
    /// Highest score.
    pub score_max: i32,
    /// Whether a higher score is better.
    pub higher_is_better: bool,
    /// Recall period, in words for clinicians.
    pub recall: String,
    /// The intake question that holds the answers, for the instruments of the core set.
    pub question: Option<QuestionKey>,
    /// Named parts of the score: PHQ-2, GAD-2.
    #[serde(default)]
    pub part: Vec<Part>,
    /// Bands of the score.
    #[serde(default)]
    pub band: Vec<Band>,
    /// Smallest change larger than error, in points.
    pub smallest_real_change: Option<f64>,
    /// Smallest change that matters to people, in points.
    pub important_change: Option<f64>,
    /// The same in per cent of the baseline.
    pub important_change_percent: Option<f64>,
    /// Evidence.
    pub evidence: Evidence,
}

/// Licence class (clinical reference 3 and 11.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Licence {
    /// Free to ship with item words.
    A,
    /// Permission needed.
    B,
    /// Not shipped.
    C,
    /// Our own.
    Own,
}

/// How items become a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scoring {
    /// The number of ticked items.
    Count,
    /// The sum.
    Sum,
    /// The mean of the rated items.
    Mean,
    /// The product of the first two items.
    Product,
    /// The value itself.
    Value,
    /// Scored elsewhere; the total alone is stored.
    External,
}

/// A named part of a score: the sum of some items.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// `PHQ-2`.
    pub name: String,
    /// Its items, counted from 1.
    pub items: Vec<u8>,
    /// At or above this it is positive.
    pub positive_from: Option<i32>,
}

/// A band of scores.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// Its name: `mild`.
    pub name: String,
    /// From this score.
    pub from: i32,
    /// To this score, inclusive.
    pub to: i32,
}
