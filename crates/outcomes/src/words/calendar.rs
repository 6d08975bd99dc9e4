//! The sessions of a programme as a calendar needs them.

use prescription::Prescription;

use super::Words;
use crate::CalendarSession;

/// Start of the first session of a day in the calendar; the second follows after the hours that DP-08 asks for.
pub(super) const FIRST_HOUR: u32 = 9;

impl Words<'_> {
    /// The sessions of a programme's last block for a calendar, in a time zone, and its check-ins.
    pub fn calendar(&self, plan: &Prescription, zone: &str) -> Vec<CalendarSession> {
        let apart = self.pack.dosage.session.hours_apart_min.max(1);
        let mut sessions = Vec::new();
        for week in plan.block() {
            for session in &week.sessions {
                let part = u32::from(session.part.max(1));
                let names: Vec<String> = session.items.iter().map(|it| self.exercise(&it.exercise)).collect();
                let mut lines = self.list("micro-screen", "q");
                lines.push(self.say("micro-screen.if-yes"));
                lines.extend(
                    session
                        .items
                        .iter()
                        .map(|it| format!("{}: {}", self.exercise(&it.exercise), self.dose(&it.dose))),
                );
                sessions.push(CalendarSession {
                    key: format!("w{}-d{}-s{part}", week.number, session.day),
                    date: session.date.to_string(),
                    // The second session starts one hour later than the pause, since the first may take most of one.
                    time: format!("{:02}:00", FIRST_HOUR + (part - 1) * (apart + 1)),
                    zone: zone.to_owned(),
                    minutes: session.minutes,
                    title: format!("{}: {}", self.session_title(week, session), names.join(", ")),
                    description: lines.join("\n"),
                });
            }
        }
        sessions.extend(self.check_in_events(plan, zone));
        sessions
    }
}
