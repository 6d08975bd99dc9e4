//! Why a member needs somebody on a day, from the stored days of a card.

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use knowledge::Pack;
use model::TriageLevel;
use serde::Serialize;
use std::cmp::Reverse;
use uuid::Uuid;

use crate::outcome::due;

use super::{Card, OpenAlarm, Running, due_on};

/// One reason why somebody should look at a member today. The order is that of urgency: a smaller one comes first, so that a whole
/// roster can be sorted by the first need of each card. It is ours and to be confirmed by a clinician (H).
///
/// Levels and seriousness stand reversed, for the highest is the most urgent; what has waited longer comes first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Need {
    /// Something went wrong, and nobody has dealt with it.
    Alarm {
        /// How serious the answers are.
        level: Reverse<TriageLevel>,
        /// When somebody should have dealt with it.
        due: Timestamp,
        /// When it happened.
        occurred_at: Timestamp,
        /// The entry to acknowledge.
        entry: Uuid,
    },
    /// No session may be planned. An acknowledged alarm leaves this behind until it is lifted (RF-46).
    Held {
        /// The level that holds.
        level: Reverse<TriageLevel>,
    },
    /// Harm was told, and nobody has dealt with it.
    AdverseEvent {
        /// Whether it was serious.
        serious: Reverse<bool>,
        /// The day on which it happened.
        on: Date,
        /// The entry to acknowledge.
        entry: Uuid,
    },
    /// The member wrote, and nobody has answered.
    Message {
        /// When.
        occurred_at: Timestamp,
        /// The entry to acknowledge or to answer.
        entry: Uuid,
    },
    /// The last session that says how it is was red.
    Red {
        /// Its day.
        on: Date,
    },
    /// Sessions were due, and nothing was told.
    NoLog {
        /// The last session, or the first day of the programme.
        since: Date,
    },
    /// A full screen is due (RF-40).
    RetestDue {
        /// From this day on.
        on: Date,
    },
    /// Measures are due by the schedule (OM-30).
    MeasuresDue {
        /// Since when.
        since: Date,
    },
    /// The clearance runs out, or has run out.
    ClearanceExpiring {
        /// Its last day.
        on: Date,
    },
    /// There is no screen: nothing is known of the member.
    NotScreened,
    /// A programme could be made, and there is none.
    NoProgramme,
    /// The last week is over: somebody decides on what comes next.
    BlockDone,
}

impl Card {
    /// Why this member needs somebody on a day, the most urgent first. None means that everything that should be known is known
    /// and asks for nobody.
    pub fn needs(&self, pack: &Pack, today: Date) -> Vec<Need> {
        let mut needs = self.told(pack);
        match (self.intake_on, &self.held) {
            (None, _) => needs.push(Need::NotScreened),
            (Some(screened), held) => {
                needs.extend(held.as_ref().map(|it| Need::Held { level: Reverse(it.level) }));
                needs.extend(self.screen_due(pack, screened, today));
                needs.extend(self.measures_due(pack, today));
                needs.extend(self.clearance_expiring(pack, today));
                // What a hold keeps from happening is not asked for.
                if held.is_none() {
                    needs.extend(self.of_programme(pack, today));
                }
            }
        }
        needs.sort();
        needs
    }

    /// What was told and nobody has dealt with.
    fn told(&self, pack: &Pack) -> Vec<Need> {
        let alarms = self.alarms.iter().map(|it| Need::Alarm {
            level: Reverse(it.level),
            due: due_at(pack, it),
            occurred_at: it.occurred_at,
            entry: it.entry,
        });
        let events = self.adverse_events.iter().map(|it| Need::AdverseEvent {
            serious: Reverse(it.serious),
            on: it.on,
            entry: it.entry,
        });
        let messages =
            self.messages.iter().map(|it| Need::Message { occurred_at: it.occurred_at, entry: it.entry });
        let red = self.red.iter().filter(|it| !it.settled).map(|it| Need::Red { on: it.on });
        alarms.chain(events).chain(messages).chain(red).collect()
    }

    /// RF-40: by the age of the screen, or after a gap in the sessions of a programme.
    fn screen_due(&self, pack: &Pack, screened: Date, today: Date) -> Option<Need> {
        let gap = pack.adaptation.absence.rescreen_from_days;
        let last = self.last_session_on.filter(|it| self.programme.is_some() && screened <= *it);
        let on = self.screen_due_on.into_iter().chain(last.map(|it| due_on(it, gap))).min()?;
        (on <= today).then_some(Need::RetestDue { on })
    }

    fn clearance_expiring(&self, pack: &Pack, today: Date) -> Option<Need> {
        let on = self.clearance_until?;
        (on <= due_on(today, pack.roster.clearance_ahead_days)).then_some(Need::ClearanceExpiring { on })
    }

    /// OM-30: what the schedule asks of somebody with a programme.
    fn measures_due(&self, pack: &Pack, today: Date) -> Option<Need> {
        let running = self.programme.as_ref()?;
        let due = due(pack, &self.scores, running.start, today)?;
        (due.is_scheduled && today > running.start).then_some(Need::MeasuresDue { since: due.since })
    }

    fn of_programme(&self, pack: &Pack, today: Date) -> Option<Need> {
        match &self.programme {
            None => Some(Need::NoProgramme),
            Some(running) if today > running.last_day => Some(Need::BlockDone),
            Some(running) => self.no_log(pack, running, today),
        }
    }

    fn no_log(&self, pack: &Pack, running: &Running, today: Date) -> Option<Need> {
        let last = self.last_session_on.filter(|it| running.start <= *it);
        let since = last.unwrap_or(running.start);
        // A session may be due on the first day of the programme; on the day of the last one it was told.
        let after = last.unwrap_or(running.start.yesterday().unwrap_or(running.start));
        let days = (today - since).get_days();
        (days >= pack.roster.no_log_days && running.was_due_between(after, today))
            .then_some(Need::NoLog { since })
    }
}

/// When somebody should have dealt with an alarm: so many hours after it happened, or after the studio had it if that is later, for
/// nobody can have known before.
fn due_at(pack: &Pack, alarm: &OpenAlarm) -> Timestamp {
    let hours = pack.roster.alarm_due_hours;
    let hours = match alarm.level {
        TriageLevel::Emergency => hours.emergency,
        TriageLevel::Urgent => hours.urgent,
        TriageLevel::SeeClinician | TriageLevel::Incomplete | TriageLevel::Caution | TriageLevel::Ok => {
            hours.other
        }
    };
    let known = alarm.recorded_at.map_or(alarm.occurred_at, |it| it.max(alarm.occurred_at));
    known.saturating_add(SignedDuration::from_hours(hours.into())).unwrap_or(known)
}
