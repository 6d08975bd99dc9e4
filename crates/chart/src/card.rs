//! The card: what a list of members shows of each chart, as stored days alone.
//!
//! It is a pure fold and holds no "today": what depends on the day is worked out from it when it is read. Nothing is planned for
//! it, so that it can be folded whenever a chart grows. A day that is missing says that there is nothing of the kind in the
//! chart; it never says that all is well.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::course::superseded;
use crate::entry::{Body, Decision, Entry};

/// What a list shows of a chart.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// Entries in the chart, corrected ones included.
    pub entries: u64,
    /// The day of the newest full screen that was not corrected.
    pub screened_on: Option<Date>,
    /// The day of the newest session that was told and not corrected.
    pub session_on: Option<Date>,
    /// The first day of the programme that was put in force last.
    pub programme_from: Option<Date>,
    /// The last day for which it planned a session.
    pub programme_to: Option<Date>,
}

impl Card {
    /// Folds a chart.
    pub fn of(entries: &[Entry]) -> Self {
        let corrected = superseded(entries);
        let mut card = Self { entries: u64::try_from(entries.len()).unwrap_or(u64::MAX), ..Self::default() };
        for entry in entries.iter().filter(|it| !corrected.contains(&it.id)) {
            match &entry.body {
                Body::Intake(it) => card.screened_on = card.screened_on.max(Some(it.date)),
                Body::Session(it) => card.session_on = card.session_on.max(Some(it.date)),
                Body::Decision(it) => {
                    card.programme_from = Some(it.start);
                    card.programme_to = last_planned(it).or(card.programme_to);
                }
                Body::ClinicianReply(_)
                | Body::FollowUp(_)
                | Body::DirectionalTest(_)
                | Body::Wish(_)
                | Body::Order(_)
                | Body::Note(_)
                | Body::Message(_)
                | Body::Acknowledgement(_)
                | Body::Consent(_)
                | Body::Contact(_)
                | Body::AdverseEvent(_)
                | Body::Alarm(_) => {}
            }
        }
        card
    }
}

/// The last day for which a decision planned a session, read from the lines that it keeps.
fn last_planned(decision: &Decision) -> Option<Date> {
    decision.planned.iter().filter_map(|line| line.split_once('.')?.0.parse().ok()).max()
}
