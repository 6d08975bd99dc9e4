//! Measures that were answered apart from a full screen, and every score that a chart holds, in order.
//!
//! Answers stand in the place of the screen's as long as they are younger, so that what follows from a score follows from the newest one.
//! They make no screen younger (RF-40).

use assessment::intake::{answer_misfits, once_each};
use assessment::{Intake, Measures};
use jiff::Timestamp;
use jiff::civil::Date;
use knowledge::Pack;
use model::{Given, InstrumentId, QuestionKey};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

use crate::course::superseded;
use crate::entry::{Body, Entry};

/// The names of a person's own activities, which stand beside their scores.
const ACTIVITIES: &str = "psfs_activities";

/// Measures of a day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measured {
    /// The day.
    pub date: Date,
    /// Answers to the questions of instruments, as in an intake.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty", deserialize_with = "once_each")]
    pub answers: BTreeMap<QuestionKey, Given>,
    /// The overall change since the start, from −5 to 5 (OM-12).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overall: Option<i8>,
}

impl Measured {
    /// What is wrong with it.
    pub(crate) fn misfits(&self, pack: &Pack) -> Vec<String> {
        let mut misfits = answer_misfits(pack, &self.answers);
        let is_of_one = |key: &QuestionKey| {
            key.as_str() == ACTIVITIES
                || pack.instruments.values().any(|it| it.question.as_ref() == Some(key))
        };
        let others = self.answers.keys().filter(|it| !is_of_one(it));
        misfits.extend(others.map(|it| format!("`{it}` is not a question of an instrument")));
        let scale = pack.instruments.get(&pack.outcomes.follow_up).map(|it| it.item_min..=it.item_max);
        if self.overall.is_some_and(|it| scale.is_none_or(|scale| !scale.contains(&i32::from(it)))) {
            misfits.push("the overall change is off its scale".to_owned());
        }
        misfits
    }
}

/// Puts answers that are younger than the screen in the place of its own.
pub(crate) fn put_over(
    entries: &[Entry],
    corrected: &BTreeSet<Uuid>,
    (intake, given_at, as_of): (&mut Intake, Timestamp, Date),
) {
    let mut younger: Vec<(&Entry, &Measured)> =
        measured(entries, corrected).filter(|(_, it)| it.date <= as_of).collect();
    younger.sort_by_key(|(entry, it)| (it.date, entry.occurred_at, entry.id));
    let since = (intake.date, given_at);
    for (_, it) in younger.into_iter().filter(|(entry, it)| (it.date, entry.occurred_at) >= since) {
        intake.answers.extend(it.answers.iter().map(|(key, given)| (key.clone(), given.clone())));
    }
}

fn measured<'a>(
    entries: &'a [Entry],
    corrected: &BTreeSet<Uuid>,
) -> impl Iterator<Item = (&'a Entry, &'a Measured)> {
    let stand = entries.iter().filter(|it| !corrected.contains(&it.id));
    stand.filter_map(|it| if let Body::Measured(of) = &it.body { Some((it, of)) } else { None })
}

/// Every score of a chart: of each instrument the days and the values in thousandths, in order of the days.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Scores(pub BTreeMap<InstrumentId, BTreeMap<Date, i64>>);

impl Scores {
    /// Reads them. Of several on one day the last one counts; an incomplete instrument has no score (OM-34).
    pub fn of(pack: &Pack, entries: &[Entry]) -> Self {
        let corrected = superseded(entries);
        let mut scores = Self::default();
        for entry in entries.iter().filter(|it| !corrected.contains(&it.id)) {
            match &entry.body {
                Body::Intake(it) => scores.add(pack, it.date, &it.answers),
                Body::Measured(it) => {
                    scores.add(pack, it.date, &it.answers);
                    if let Some(overall) = it.overall {
                        let of = scores.0.entry(pack.outcomes.follow_up.clone()).or_default();
                        of.insert(it.date, i64::from(overall) * 1000);
                    }
                }
                Body::ClinicianReply(_)
                | Body::Session(_)
                | Body::FollowUp(_)
                | Body::Examination(_)
                | Body::DirectionalTest(_)
                | Body::Wish(_)
                | Body::Order(_)
                | Body::Decision(_)
                | Body::Note(_)
                | Body::Message(_)
                | Body::Acknowledgement(_)
                | Body::Consent(_)
                | Body::Contact(_)
                | Body::LeadCoach(_)
                | Body::AdverseEvent(_)
                | Body::Alarm(_) => {}
            }
        }
        scores
    }

    fn add(&mut self, pack: &Pack, date: Date, answers: &BTreeMap<QuestionKey, Given>) {
        let alone = Intake { answers: answers.clone(), ..crate::locks::unknown(date) };
        for (id, score) in Measures::of(pack, &alone).scores {
            self.0.entry(id).or_default().insert(date, score.value);
        }
    }

    /// The scores of an instrument, in order.
    pub fn series(&self, instrument: &InstrumentId) -> impl DoubleEndedIterator<Item = (Date, i64)> {
        self.0.get(instrument).into_iter().flatten().map(|(date, value)| (*date, *value))
    }

    /// The newest score from one day to another, both included.
    pub fn newest(&self, instrument: &InstrumentId, from: Date, to: Date) -> Option<(Date, i64)> {
        self.series(instrument).rev().find(|(date, _)| (from..=to).contains(date))
    }
}
