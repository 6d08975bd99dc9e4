//! The course of a programme as a chart tells it: sessions, evenings and mornings, wishes, orders, scores.

use assessment::Intake;
use jiff::civil::Date;
use knowledge::Pack;
use model::InstrumentId;
use prescription::{DirectionalTest, FollowUp, Order, Screened, SessionLog, Told, Wish};
use std::collections::BTreeSet;
use uuid::Uuid;

use crate::entry::{Body, Entry};
use crate::measured::Scores;

/// The Roland–Morris questionnaire.
const RMDQ: &str = "OM-01";

/// Everything that a chart tells since a programme began.
#[derive(Clone, Debug, Default)]
pub struct Course {
    sessions: Vec<SessionLog>,
    follow_ups: Vec<FollowUp>,
    wishes: Vec<Wish>,
    orders: Vec<Order>,
    directions: Vec<DirectionalTest>,
    rmdq: Vec<(Date, i64)>,
}

impl Course {
    /// Reads it out of a chart; what was corrected no longer counts.
    pub fn of(pack: &Pack, entries: &[Entry]) -> Self {
        let superseded = superseded(entries);
        let mut course = Self::default();
        for entry in entries.iter().filter(|it| !superseded.contains(&it.id)) {
            match &entry.body {
                Body::Session(it) => course.sessions.push(it.clone()),
                Body::FollowUp(it) => course.follow_ups.push(it.clone()),
                Body::DirectionalTest(it) => course.directions.push(it.clone()),
                Body::Wish(it) => course.wishes.push(it.clone()),
                Body::Order(it) => course.orders.push(it.clone()),
                // An alarm is no session: it locks (`locks.rs`), and no dose follows from it. Scores are read below, all at once.
                Body::Intake(_)
                | Body::Measured(_)
                | Body::ClinicianReply(_)
                | Body::Examination(_)
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
        let scores = Scores::of(pack, entries);
        let rmdq = InstrumentId::try_from(RMDQ);
        course.rmdq = rmdq
            .iter()
            .flat_map(|it| scores.series(it))
            .map(|(day, it)| (day, it.div_euclid(1000)))
            .collect();
        course
    }

    /// The same, to be judged.
    pub fn told(&self) -> Told<'_> {
        Told {
            sessions: &self.sessions,
            follow_ups: &self.follow_ups,
            wishes: &self.wishes,
            orders: &self.orders,
            directions: &self.directions,
            rmdq: &self.rmdq,
        }
    }

    /// The sessions in the order of the chart.
    pub fn sessions(&self) -> &[SessionLog] {
        &self.sessions
    }
}

/// The entries that another one corrects.
pub(crate) fn superseded(entries: &[Entry]) -> BTreeSet<Uuid> {
    entries.iter().filter_map(|it| it.supersedes).collect()
}

/// The full screen in force, and whether it came after the sessions of its day.
pub(crate) fn screened(entries: &[Entry], intake: &Intake) -> Screened {
    let at =
        |is: &dyn Fn(&Body) -> bool| entries.iter().filter(|it| is(&it.body)).map(|it| it.occurred_at).max();
    let screen = at(&|it| matches!(it, Body::Intake(has) if has.date == intake.date));
    let session = at(&|it| matches!(it, Body::Session(has) if has.date == intake.date));
    Screened {
        date: intake.date,
        after_sessions: screen.zip(session).is_some_and(|(screen, session)| screen > session),
    }
}
