//! What nobody has to tell: the optional parts, the home tests, and what a clinician said.
//!
//! All of it comes after "check your answers". It is reached only when the questions before it are in order, and only if
//! it can change anything.

use knowledge::Pack;
use knowledge::raw::test::Test;
use model::TestId;

use super::sent::{Action, Sent};
use super::steps::{CLEARANCE, HOME, MORE, REVIEW, Step, Way, ask};
use super::{clearance, home};
use crate::answers::{belongs, is_clearance};
use crate::made;

/// Drops the answers of an optional part that the person wants to leave out after all.
pub(super) fn leave_out(pack: &Pack, sent: &mut Sent) {
    if sent.action != Action::Skip {
        return;
    }
    if sent.page == CLEARANCE {
        sent.answers.forget(is_clearance);
    }
    if pack.public_optional.contains(&sent.page) {
        let on_page = pack.questions.iter().filter(|it| it.raw.page == sent.page);
        on_page.for_each(|it| sent.answers.forget(|field| belongs(field, it.raw.key.as_str())));
    }
}

impl Way<'_> {
    /// A part that nobody has to open: reached only when the questions before it are in order, and if it can matter.
    pub(super) fn open(&self, name: &str) -> Step {
        if let Some(refusal) = self.refusal_before_more(self.pages.len()) {
            return refusal;
        }
        let permitted = self.permits_plan();
        match name {
            CLEARANCE if self.can_report() => Step::Clearance { faults: Vec::new() },
            MORE if permitted => Step::OfferMore,
            HOME if permitted && !self.tests().is_empty() => Step::OfferTests,
            part if permitted && self.is_optional(part) => ask(part, Vec::new()),
            _ => Step::Review,
        }
    }

    fn report_faults(&self) -> Option<Vec<clearance::Fault>> {
        clearance::read(self.pack, &self.sent.answers, &self.reading.intake).err()
    }

    fn can_report(&self) -> bool {
        made::can_report(self.pack, &self.reading.intake)
    }

    pub(super) fn is_optional(&self, page: &str) -> bool {
        self.pack.public_optional.iter().any(|it| it == page)
    }

    /// The home tests that are for this person.
    fn tests(&self) -> Vec<&Test> {
        let intake = &self.reading.intake;
        home::offered(self.pack, intake, &self.sent.answers)
    }

    /// The offer of more, if a plan can be made at all.
    pub(super) fn more(&self) -> Step {
        if self.permits_plan() { Step::OfferMore } else { Step::Outcome }
    }

    fn permits_plan(&self) -> bool {
        made::permits_plan(self.pack, &self.reading.intake)
    }

    /// After "check your answers": what nobody has to tell, if a plan can be made at all, then the outcome.
    pub(super) fn after_review(&self) -> Step {
        let page = self.sent.page.as_str();
        let sent_report = page == CLEARANCE && self.sent.action == Action::Next && self.can_report();
        if let Some(faults) = sent_report.then(|| self.report_faults()).flatten() {
            return Step::Clearance { faults };
        }
        if page == CLEARANCE && self.sent.to_review {
            return Step::Review;
        }
        match page {
            MORE => Step::Outcome,
            REVIEW | CLEARANCE => self.more(),
            HOME => self.first_test(),
            _ if self.is_optional(page) && self.sent.to_review => Step::Review,
            _ if self.is_optional(page) => self.more(),
            _ if page.starts_with(home::PAGE) => self.after_test(page),
            _ => Step::Review,
        }
    }

    fn first_test(&self) -> Step {
        match self.tests().first() {
            Some(first) if self.sent.action == Action::Next && self.permits_plan() => test(&first.id),
            _ => self.more(),
        }
    }

    /// The next test; behind the last one, the offer again.
    fn after_test(&self, page: &str) -> Step {
        let tests = self.tests();
        let at = tests.iter().position(|it| home::page(&it.id) == page);
        match at.filter(|_| self.permits_plan()) {
            None => self.more(),
            Some(at) if home::is_wrong(tests[at], &self.sent.answers) => {
                Step::Test { test: tests[at].id.clone(), wrong: true }
            }
            Some(at) => tests.get(at + 1).map_or(Step::OfferMore, |it| test(&it.id)),
        }
    }

    pub(super) fn before_test(&self, id: &str) -> Step {
        if let Some(refusal) = self.refusal(self.pages.len()) {
            return refusal;
        }
        let tests = self.tests();
        let at = tests.iter().position(|it| it.id.as_str() == id).unwrap_or(0);
        match tests[..at].last() {
            Some(before) => test(&before.id),
            None if self.permits_plan() => Step::OfferTests,
            None => self.more(),
        }
    }
}

fn test(id: &TestId) -> Step {
    Step::Test { test: id.clone(), wrong: false }
}
