//! The roster's card of a member: what a studio must know of a chart to see who needs somebody today.
//!
//! [`Card::of`] is a pure fold that can be kept and rebuilt at any time. It holds stored days and no "today"; what depends on the
//! day is worked out by [`Card::needs`] when the roster is read. `open` finds what nobody has dealt with, `holding` what holds,
//! `running` the days of the programme, `needs` the reasons. Nothing is planned or replayed for it.
//!
//! It must never take silence for "all is well": a chart without an intake needs a screen, a session whose readings are missing
//! settles no red one, and an alarm stays until somebody says what they did about it.

mod harm;
mod holding;
mod needs;
mod open;
mod running;

use jiff::civil::Date;
use knowledge::Pack;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use uuid::Uuid;

pub use harm::{Harm, HarmCount, harm};
pub use holding::Holding;
pub use needs::Need;
pub use open::{OpenAdverseEvent, OpenAlarm, OpenMessage, RedSession};
pub use running::Running;

use crate::alarm::latest_day;
use crate::consent::Document;
use crate::course::{Course, superseded};
use crate::entry::{Body, Entry};
use crate::fold::{Standing, standing};
use crate::measured::Scores;
use open::{Open, consents_missing};

/// What a roster shows of a chart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// The number of the last entry that was folded; 0 when none has one.
    pub last_seq: u64,
    /// The day of the newest entry, as of which `held` and `clearance_until` are.
    pub as_of: Option<Date>,
    /// The day of the full screen in force.
    pub intake_on: Option<Date>,
    /// What holds, if anything does.
    pub held: Option<Holding>,
    /// The last day of the clearance; none while something holds, and none if it rests on no clinician's word.
    pub clearance_until: Option<Date>,
    /// The day on which the full screen is due again by its age (RF-40).
    pub screen_due_on: Option<Date>,
    /// The programme that was put in force last, over or not.
    pub programme: Option<Running>,
    /// The day of the last session that was told.
    pub last_session_on: Option<Date>,
    /// The last session that was red.
    pub red: Option<RedSession>,
    /// Alarms that nobody has dealt with, the most serious first.
    pub alarms: Vec<OpenAlarm>,
    /// What the member wrote and nobody has answered, the oldest first.
    pub messages: Vec<OpenMessage>,
    /// Harm that was told and nobody has dealt with, the serious first.
    pub adverse_events: Vec<OpenAdverseEvent>,
    /// Documents that the member has not agreed to, no longer, or in other words than today's.
    pub consents_missing: Vec<Document>,
    /// The scores that say which measures are due (OM-30); none in cards that are older than this.
    #[serde(default)]
    pub scores: Scores,
    /// The account of the coach who answers for the member, if one was named; none in cards that are older than this.
    #[serde(default)]
    pub lead_coach: Option<Uuid>,
    /// Harm among sessions; nothing in cards that are older than this.
    #[serde(default)]
    pub harm: HarmCount,
}

impl Card {
    /// Folds a chart. The order in which the entries came in makes no difference.
    pub fn of(pack: &Pack, entries: &[Entry]) -> Self {
        let entries: &[Entry] = &in_order(entries);
        let as_of = entries.iter().map(day).max();
        let standing = as_of.and_then(|it| standing(pack, entries, it));
        let course = Course::of(pack, entries);
        let open = Open::of(entries);
        let intake_on = standing.as_ref().map(|it| it.intake.date);
        Self {
            last_seq: entries.iter().filter_map(|it| it.seq).max().unwrap_or_default(),
            as_of,
            intake_on,
            held: standing.as_ref().and_then(|it| Holding::of(pack, entries, it, &course)),
            clearance_until: standing.as_ref().and_then(clearance_until),
            screen_due_on: intake_on.map(|it| due_on(it, pack.dosage.freshness.intake_days)),
            programme: Running::of(pack, entries, &course),
            last_session_on: course.sessions().iter().map(|it| it.date).max(),
            red: as_of.and_then(|it| open.red(pack, &course, it)),
            alarms: open.alarms(pack, standing.as_ref().map(|it| &it.intake)),
            messages: open.messages(),
            adverse_events: open.adverse_events(),
            consents_missing: consents_missing(pack, entries, &superseded(entries)),
            scores: Scores::of(pack, entries),
            lead_coach: open.lead_coach(),
            harm: open.harm_count(&course),
        }
    }
}

/// The entries by when they happened, so that a chart that came in otherwise folds to the same.
fn in_order(entries: &[Entry]) -> Cow<'_, [Entry]> {
    let key = |it: &Entry| (it.occurred_at, it.id);
    if entries.is_sorted_by_key(key) {
        return Cow::Borrowed(entries);
    }
    let mut sorted = entries.to_vec();
    sorted.sort_by_key(key);
    Cow::Owned(sorted)
}

/// The day of an entry: that of its record where it has one, for it is already tomorrow in the east. A day that cannot be true yet
/// must not carry the whole card with it.
fn day(entry: &Entry) -> Date {
    let latest = latest_day(entry.occurred_at);
    let told = match &entry.body {
        Body::Intake(it) => Some(it.date),
        Body::Session(it) => Some(it.date),
        Body::Examination(it) => Some(it.date),
        Body::Measured(it) => Some(it.date),
        Body::FollowUp(it) => Some(it.told),
        Body::DirectionalTest(it) => Some(it.date),
        Body::Wish(it) => Some(it.date),
        Body::Order(it) => Some(it.date),
        Body::Decision(it) => Some(it.as_of),
        Body::AdverseEvent(it) => Some(it.date),
        Body::Alarm(it) => Some(it.date),
        Body::ClinicianReply(it) => Some(it.reply.date),
        Body::Note(_)
        | Body::Message(_)
        | Body::Acknowledgement(_)
        | Body::Consent(_)
        | Body::Contact(_)
        | Body::LeadCoach(_) => None,
    };
    let happened = latest.yesterday().unwrap_or(latest);
    told.map_or(happened, |it| it.max(happened)).min(latest)
}

fn clearance_until(standing: &Standing) -> Option<Date> {
    standing.clearance.as_ref().ok().and_then(assessment::Clearance::expires)
}

/// The day that lies so many days behind another.
fn due_on(day: Date, days: impl Into<i64>) -> Date {
    day.saturating_add(jiff::Span::new().try_days(days).unwrap_or_default())
}

#[cfg(test)]
mod tests;
