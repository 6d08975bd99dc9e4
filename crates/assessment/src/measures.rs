//! Measures: instruments scored exactly; an incomplete one has no score (OM-34).

use knowledge::Pack;
use knowledge::raw::instrument::{Instrument, Scoring};
use model::{Answer, InstrumentId};
use serde::Serialize;
use std::collections::BTreeMap;

use crate::Intake;

/// The scores of the instruments that were answered completely.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Measures {
    /// Scores by instrument.
    pub scores: BTreeMap<InstrumentId, Score>,
}

/// One score, in thousandths, with its named parts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Score {
    /// The score, in thousandths.
    pub value: i64,
    /// Named parts, in thousandths.
    pub parts: BTreeMap<String, i64>,
}

impl Measures {
    /// Scores every instrument whose items an intake holds completely.
    pub fn of(pack: &Pack, intake: &Intake) -> Self {
        let mut scores = BTreeMap::new();
        for instrument in pack.instruments.values() {
            let Some(key) = &instrument.question else { continue };
            if let Some(score) = intake.answer(key.as_str()).and_then(|answer| score(instrument, answer)) {
                scores.insert(instrument.id.clone(), score);
            }
        }
        Self { scores }
    }

    /// A score in whole points, if the instrument was answered completely.
    pub fn whole(&self, instrument: &str) -> Option<i64> {
        self.scores
            .iter()
            .find(|(id, _)| id.as_str() == instrument)
            .map(|(_, score)| score.value.div_euclid(1000))
    }
}

/// The score of one instrument; none when too few items were answered or one is off its scale.
pub(crate) fn score(instrument: &Instrument, answer: &Answer) -> Option<Score> {
    let items: Vec<i64> = match answer {
        // Tick-only: an untouched list is no answer at all, "none apply" is an empty one (OM-01).
        Answer::Multi(ticked) => {
            let value = i64::try_from(ticked.len()).ok()? * 1000;
            return (instrument.scoring == Scoring::Count).then(|| Score { value, parts: BTreeMap::new() });
        }
        Answer::Numbers(items) => items.clone(),
        Answer::Number(value) => vec![*value],
        Answer::YesNo(_) | Answer::Choice(_) | Answer::Words(_) => return None,
    };
    let on_scale = |it: &i64| {
        (i64::from(instrument.item_min) * 1000..=i64::from(instrument.item_max) * 1000).contains(it)
    };
    if items.len() < usize::from(instrument.items_needed).max(1) || !items.iter().all(on_scale) {
        return None;
    }
    let count = i64::try_from(items.len()).ok()?;
    let sum: i64 = items.iter().sum();
    let value = match instrument.scoring {
        Scoring::Sum => sum,
        Scoring::Mean => sum / count,
        Scoring::Value => *items.first()?,
        Scoring::Product => items.first()? * items.get(1)? / 1000,
        Scoring::Count | Scoring::External => return None,
    };
    let part = |numbers: &[u8]| {
        numbers.iter().map(|it| items.get(usize::from(*it) - 1).copied()).sum::<Option<i64>>()
    };
    let parts = instrument.part.iter().filter_map(|it| Some((it.name.clone(), part(&it.items)?))).collect();
    Some(Score { value, parts })
}
