//! `docs/population.toml` as it is written.

use jiff::civil::Date;
use model::QuestionKey;
use serde::Deserialize;
use std::collections::BTreeMap;

/// What a share is out of.
pub(super) const WHOLE: u64 = 10_000;

/// The file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Mix {
    /// How many people.
    pub(super) people: u64,
    /// What the drawing starts from.
    pub(super) seed: u64,
    /// The day of the screening.
    pub(super) as_of: Date,
    /// The youngest and the oldest.
    pub(super) age: [i16; 2],
    /// The intake file that gives every answer which is not drawn.
    pub(super) base: String,
    /// Answers that count as a red flag, for a comparison.
    pub(super) red_flags: Vec<QuestionKey>,
    /// How questions are answered.
    pub(super) answer: Vec<Answer>,
    /// Blood pressure.
    pub(super) readings: Readings,
    /// People with a serious cause.
    pub(super) serious: Vec<Serious>,
}

/// How one question is answered.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Answer {
    /// The question.
    pub(super) key: QuestionKey,
    /// Share of "yes".
    pub(super) yes: Option<Share>,
    /// Shares of the choices; of a multi each on its own.
    #[serde(default)]
    pub(super) choices: BTreeMap<String, Share>,
    /// The choice of everybody else.
    pub(super) otherwise: Option<String>,
    /// Bands of a number.
    #[serde(default)]
    pub(super) bands: Vec<Band>,
    /// Share of "not sure".
    #[serde(default)]
    pub(super) unsure: Share,
    /// Share of "prefer not to say".
    #[serde(default)]
    pub(super) prefer_not: Share,
    /// Share of those who leave it out.
    #[serde(default)]
    pub(super) left_out: Share,
}

/// People in ten thousand, the same at every age or at the youngest and at the oldest.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Share {
    /// At every age.
    Same(u64),
    /// At the youngest and at the oldest, on a straight line between.
    Line([u64; 2]),
}

impl Default for Share {
    fn default() -> Self {
        Self::Same(0)
    }
}

/// A band of a whole number.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Band {
    /// Share of the band.
    pub(super) share: u64,
    /// Lowest.
    pub(super) from: i64,
    /// Highest.
    pub(super) to: i64,
}

/// Blood pressure of those who know it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Readings {
    /// Share of those who do not know it.
    pub(super) left_out: Share,
    /// Bands.
    pub(super) bands: Vec<Pressure>,
}

/// A band of blood pressure, in mmHg.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Pressure {
    /// Share of the band.
    pub(super) share: u64,
    /// Lowest and highest upper reading.
    pub(super) systolic: [i64; 2],
    /// Lowest and highest lower reading.
    pub(super) diastolic: [i64; 2],
}

/// A serious cause, and what people with it answer.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Serious {
    /// What it is.
    pub(super) name: String,
    /// Share.
    pub(super) share: u64,
    /// From this age; a younger person drawn for it is moved to this age.
    pub(super) age_min: Option<i16>,
    /// The answers.
    pub(super) answers: BTreeMap<QuestionKey, toml::Value>,
}
