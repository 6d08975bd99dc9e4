//! "Something is wrong", told outside a session.

use assessment::intake::{once_each, session_misfits};
use jiff::Timestamp;
use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use knowledge::Pack;
use model::{Given, QuestionKey};
use prescription::{SESSION_FORM, SessionLog};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What a member answers when they say that something is wrong. It locks as a session does.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alarm {
    /// The day.
    pub date: Date,
    /// Answers to the questions of a session: `micro_neuro`, `micro_unwell`, `stop_event` (RF-41, SN). None has to be
    /// answered: the alarm itself says enough for somebody to ask.
    #[serde(default, deserialize_with = "once_each")]
    pub answers: BTreeMap<QuestionKey, Given>,
}

impl Alarm {
    /// The session without exercises that its answers are judged as, so that one set of rules judges both.
    pub(crate) fn as_session(&self) -> SessionLog {
        as_session(self.date, &self.answers)
    }

    /// What is wrong with it: an answer that no rule can read would be silence that nobody notices, and an alarm of a day to
    /// come would not lock before that day.
    pub(crate) fn misfits(&self, pack: &Pack, occurred_at: Timestamp) -> Vec<String> {
        let mut misfits = session_misfits(pack, &self.answers);
        if self.date > latest_day(occurred_at) {
            misfits.push("the alarm has a day that is later than when it happened".to_owned());
        }
        misfits
    }
}

/// Answers to the questions of a session as a session without exercises.
pub(crate) fn as_session(date: Date, answers: &BTreeMap<QuestionKey, Given>) -> SessionLog {
    SessionLog {
        form: SESSION_FORM,
        date,
        part: 1,
        answers: answers.clone(),
        pain_before: None,
        leg_before: None,
        leg_after: None,
        effort: None,
        items: Vec::new(),
        events: BTreeSet::new(),
    }
}

/// The latest day that it can have been anywhere at a moment: the entry does not say in which zone.
pub(crate) fn latest_day(moment: Timestamp) -> Date {
    moment.to_zoned(TimeZone::UTC).date().saturating_add(1.day())
}
