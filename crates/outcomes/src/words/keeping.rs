//! What a block that keeps what was reached says besides: check-ins, the way back after a flare, and the letter when
//! it is not the time for such a block.

use assessment::Intake;
use jiff::ToSpan;
use jiff::civil::Date;
use prescription::{BlockDecision, Change, Prescription};

use super::Words;
use super::calendar::FIRST_HOUR;
use crate::{CalendarSession, Keeping, Letter, LetterPart};

impl Words<'_> {
    /// What belongs to the handout of a block that keeps; none for other programmes.
    pub fn keeping(&self, plan: &Prescription) -> Option<Keeping> {
        self.pack.templates.get(plan.template())?.keeps.as_ref()?;
        let line = |(months, date): (i8, Date)| {
            let blanks = [("months", months.to_string()), ("date", self.date(date))];
            let blanks: Vec<(&str, &str)> = blanks.iter().map(|(name, it)| (*name, it.as_str())).collect();
            self.with("keeping-check-in", &blanks)
        };
        let mut check_ins: Vec<String> = self.check_ins(plan).into_iter().map(line).collect();
        check_ins.extend(["keeping-asked", "keeping-tell"].map(|it| self.say(it)));
        Some(Keeping {
            check_ins_title: self.say("keeping-check-ins"),
            check_ins,
            flare_title: self.say("keeping-flare"),
            flare: self.list("keeping-flare", "step"),
        })
    }

    /// The check-ins from the block's first day on: months since the programme began, and the day (OM-30).
    pub fn check_ins(&self, plan: &Prescription) -> Vec<(i8, Date)> {
        let keeps = self.pack.templates.get(plan.template()).and_then(|it| it.keeps.as_ref());
        let months = keeps.into_iter().flat_map(|it| &it.check_in_months);
        let dates = months.map(|it| (*it, plan.start().saturating_add(i32::from(*it).months())));
        dates.filter(|(_, date)| *date >= plan.block_start()).collect()
    }

    /// The check-ins for a calendar.
    pub(super) fn check_in_events(&self, plan: &Prescription, zone: &str) -> Vec<CalendarSession> {
        let keeps = self.pack.templates.get(plan.template()).and_then(|it| it.keeps.as_ref());
        let Some(minutes) = keeps.map(|it| it.check_in_minutes) else { return Vec::new() };
        let event = |(months, date): (i8, Date)| CalendarSession {
            key: format!("check-month-{months}"),
            date: date.to_string(),
            time: format!("{FIRST_HOUR:02}:00"),
            zone: zone.to_owned(),
            minutes,
            title: self.say(&format!("check-month-{months}")),
            description: self.say("keeping-asked"),
        };
        self.check_ins(plan).into_iter().map(event).collect()
    }

    /// CT-04: why a block is not to begin before a clinician has had a look (OM-31, RF-23).
    pub fn outcome_letter(&self, intake: &Intake, decision: &BlockDecision, plan: &Prescription) -> Letter {
        let why = match decision.change {
            Change::Worse => self.say("letter-outcome-worse"),
            Change::Improved | Change::Uncertain => self.say("letter-outcome-no-gain"),
        };
        let last = plan.block().flat_map(|it| &it.sessions).map(|it| it.date).max();
        let days = [("from", self.date(plan.block_start())), ("to", self.date(last.unwrap_or(plan.start())))];
        let days: Vec<(&str, &str)> = days.iter().map(|(name, it)| (*name, it.as_str())).collect();
        let done =
            vec![self.say(&format!("handout-{}", plan.template())), self.with("letter-outcome-days", &days)];
        let mut status = vec![self.say("letter-provenance")];
        status.extend(self.status([decision.rule.as_str(), plan.template()]));
        let reason = self.with("letter-outcome-reason", &[("why", &why), ("rule", &decision.rule)]);
        Letter {
            language: self.locale.tag().to_owned(),
            title: self.say("letter-outcome-title"),
            urgency: self.with("letter-urgency-outcome", &[("why", &why)]),
            date: self.with("letter-date", &[("date", &self.date(intake.date))]),
            parts: vec![
                LetterPart::new(self.say("letter-reasons"), vec![reason]),
                LetterPart::new(self.say("letter-outcome-measured"), decision.observed.clone()),
                LetterPart::new(self.say("letter-outcome-done"), done),
                LetterPart::new(self.say("letter-told"), vec![self.say("block-see-clinician")]),
                LetterPart::new(self.say("letter-asked"), vec![self.say("letter-outcome-asked")]),
            ],
            reply: Vec::new(),
            status,
        }
    }
}
