//! What comes next: one page, the emergency advice, "check your answers", the home tests, or the outcome.
//!
//! Every step starts from all answers so far. A page is reached only when every page before it is in order, so a
//! changed or invented hidden field leads back to its page and never further on. An emergency answer ends the
//! check whatever else was sent.

use assessment::{Disposition, Intake};
use jiff::civil::Date;
use knowledge::Pack;
use model::{Given, QuestionKey, TestId, TriageLevel};

use super::home;
use super::reading::{self, Born, Fault, Reading, is_asked};
use super::sent::{Action, Sent};
use crate::answers::BIRTH_YEAR;

/// The page "check your answers".
pub(crate) const REVIEW: &str = "review";
/// The page that offers the home tests.
pub(crate) const HOME: &str = "home";
/// The page that asks one question again; the question's key follows.
pub(crate) const AGAIN: &str = "again:";

/// What comes next.
pub(crate) enum Step {
    /// A page of questions, with what is wrong on it.
    Ask { page: String, faults: Vec<Fault> },
    /// One question again, after "I pressed this by mistake" (RF-44).
    AskAgain { key: QuestionKey, faults: Vec<Fault> },
    /// The person may be under eighteen.
    TooYoung,
    /// An emergency answer was given.
    Emergency(Box<Emergency>),
    /// "Check your answers".
    Review,
    /// The offer of home tests.
    OfferTests,
    /// One home test, with what is wrong with what was written down.
    Test { test: TestId, wrong: bool },
    /// The outcome.
    Outcome,
}

/// An emergency, and the questions whose answers gave it.
pub(crate) struct Emergency {
    pub(crate) disposition: Disposition,
    pub(crate) questions: Vec<QuestionKey>,
}

/// What comes next, with everything that could be read on the way.
pub(crate) struct Next {
    pub(crate) step: Step,
    /// Missing only as long as the year of birth is.
    pub(crate) reading: Option<Reading>,
}

/// Works out what comes after what was sent. Records a mistake or a skipped test in the answers.
pub(crate) fn next(pack: &Pack, sent: &mut Sent, today: Date) -> Next {
    if let Action::Mistake(key) = &sent.action {
        sent.answers.call_a_mistake(key);
    }
    home::record(pack, sent);
    let birth_year = match reading::born(&sent.answers, today) {
        Born::Adult(year) => year,
        Born::Young => return Next { step: Step::TooYoung, reading: None },
        Born::Fault(fault) => {
            let faults = if sent.action == Action::Back { Vec::new() } else { vec![fault] };
            return Next { step: ask(first_page(pack), faults), reading: None };
        }
    };
    let reading = reading::read(pack, &sent.answers, birth_year, today);
    let step = Way { pack, sent, reading: &reading, pages: shown(pack, &reading.intake) }.step();
    Next { step, reading: Some(reading) }
}

/// The first page of the form; it also asks for the year of birth.
pub(crate) fn first_page(pack: &Pack) -> &str {
    pack.public_pages.first().map_or(REVIEW, String::as_str)
}

/// Which page this is, and of how many: those behind it that are asked of everybody count, the others may not come.
pub(crate) fn place(pack: &Pack, intake: &Intake, page: &str) -> Option<(usize, usize)> {
    let pages = shown(pack, intake);
    let at = pages.iter().position(|it| *it == page)?;
    let asks_everybody =
        |page: &&&str| pack.questions.iter().any(|it| it.raw.page == **page && it.ask_when.is_none());
    Some((at + 1, at + 1 + pages[at + 1..].iter().filter(asks_everybody).count()))
}

/// The pages that this person is shown, in order.
pub(crate) fn shown<'a>(pack: &'a Pack, intake: &Intake) -> Vec<&'a str> {
    let asks = |page: &&str| {
        *page == first_page(pack)
            || pack.questions.iter().any(|it| it.raw.page == *page && is_asked(pack, intake, it))
    };
    pack.public_pages.iter().map(String::as_str).filter(asks).collect()
}

fn ask(page: &str, faults: Vec<Fault>) -> Step {
    Step::Ask { page: page.to_owned(), faults }
}

/// One person's way through the pages.
struct Way<'a> {
    pack: &'a Pack,
    sent: &'a Sent,
    reading: &'a Reading,
    pages: Vec<&'a str>,
}

impl Way<'_> {
    fn step(&self) -> Step {
        if let Some(key) = self.question_again() {
            return Step::AskAgain { key, faults: Vec::new() };
        }
        if let Some(emergency) = self.emergency() {
            return Step::Emergency(Box::new(emergency));
        }
        match &self.sent.action {
            Action::Change(page) if self.pages.contains(&page.as_str()) => ask(page, Vec::new()),
            Action::Back => self.back(),
            Action::Next | Action::Skip | Action::Hurt | Action::Change(_) | Action::Mistake(_) => self.on(),
        }
    }

    /// The question that was called a mistake.
    fn question_again(&self) -> Option<QuestionKey> {
        let Action::Mistake(key) = &self.sent.action else { return None };
        let question = self.pack.questions.iter().find(|it| it.raw.key.as_str() == key)?;
        is_asked(self.pack, &self.reading.intake, question).then(|| question.raw.key.clone())
    }

    /// The emergency that was answered, unless the very next page asks what may still explain it.
    ///
    /// How long a change has been there, and whether it is new, is asked on the page after the change itself; left
    /// out there, the emergency stands.
    fn emergency(&self) -> Option<Emergency> {
        let next_page = self.place_of_page().and_then(|at| self.pages.get(at + 1));
        emergency(self.pack, &self.reading.intake, next_page.copied())
    }

    fn place_of_page(&self) -> Option<usize> {
        self.pages.iter().position(|it| *it == self.sent.page)
    }

    fn back(&self) -> Step {
        if let Some(test) = self.sent.page.strip_prefix("home-") {
            return self.before_test(test);
        }
        if self.sent.page == HOME || self.sent.to_review {
            return self.refusal(self.pages.len()).unwrap_or(Step::Review);
        }
        let at = if self.sent.page == REVIEW { self.pages.len() } else { self.place_of_page().unwrap_or(0) };
        ask(self.pages[..at].last().copied().unwrap_or_else(|| first_page(self.pack)), Vec::new())
    }

    /// The next page, or back to the first one that is not in order.
    fn on(&self) -> Step {
        if let Some(key) = self.sent.page.strip_prefix(AGAIN) {
            return self.after_again(key);
        }
        if let Some(at) = self.place_of_page() {
            let next = if self.sent.to_review { self.pages.len() } else { at + 1 };
            return self.refusal(next).unwrap_or_else(|| match self.pages.get(next) {
                Some(page) => ask(page, Vec::new()),
                None => Step::Review,
            });
        }
        self.refusal(self.pages.len()).unwrap_or_else(|| self.after_review())
    }

    /// After a question was asked again: back to where the check was, the first page without answers.
    fn after_again(&self, key: &str) -> Step {
        let mut faults = self.faults().into_iter().filter(|fault| fault.key == key).peekable();
        if faults.peek().is_some()
            && let Ok(key) = QuestionKey::try_from(key)
        {
            return Step::AskAgain { key, faults: faults.collect() };
        }
        let untouched = |page: &&&str| {
            let mut questions = self.pack.questions.iter().filter(|it| it.raw.page == **page);
            questions.all(|it| self.reading.intake.given(it.raw.key.as_str()).is_none())
        };
        let at = self.pages.iter().position(|page| untouched(&page)).unwrap_or(self.pages.len());
        self.refusal(at)
            .unwrap_or_else(|| self.pages.get(at).map_or(Step::Review, |page| ask(page, Vec::new())))
    }

    /// The first page that is not in order: with an unreadable answer anywhere, or a missing one before `until`.
    fn refusal(&self, until: usize) -> Option<Step> {
        let missing = reading::missing(self.pack, self.reading);
        let on = |fault: &Fault, page: &str| self.page_of(&fault.key) == Some(page);
        let broken = |page: &&str| self.reading.faults.iter().any(|it| on(it, page));
        let lacking = |page: &&str| missing.iter().any(|it| on(it, page));
        let before =
            self.pages[..until.min(self.pages.len())].iter().find(|page| broken(page) || lacking(page));
        let page = before.or_else(|| self.pages.iter().find(|page| broken(page)))?;
        let faults = self.faults().into_iter().filter(|it| on(it, page)).collect();
        Some(ask(page, faults))
    }

    /// Everything that is wrong or missing, in the order of the form.
    fn faults(&self) -> Vec<Fault> {
        let mut faults = reading::missing(self.pack, self.reading);
        faults.extend(self.reading.faults.iter().cloned());
        let place =
            |fault: &Fault| self.pack.questions.iter().position(|it| it.raw.key.as_str() == fault.key);
        faults.sort_by_key(place);
        faults
    }

    fn page_of(&self, key: &str) -> Option<&str> {
        if key == BIRTH_YEAR {
            return Some(first_page(self.pack));
        }
        self.pack.questions.iter().find(|it| it.raw.key.as_str() == key).map(|it| it.raw.page.as_str())
    }

    /// After "check your answers": the home tests one by one, if a plan can be made at all, then the outcome.
    fn after_review(&self) -> Step {
        let disposition = assessment::screen(self.pack, &self.reading.intake, self.reading.intake.date);
        let tests = home::offered(self.pack, &self.reading.intake, &disposition, &self.sent.answers);
        let known = [REVIEW, HOME].contains(&self.sent.page.as_str()) || self.sent.page.starts_with("home-");
        if !disposition.level.permits_programme() || tests.is_empty() {
            return if known { Step::Outcome } else { Step::Review };
        }
        match (self.sent.page.as_str(), &self.sent.action) {
            (HOME, Action::Skip) => Step::Outcome,
            (HOME, _) => Step::Test { test: tests[0].id.clone(), wrong: false },
            (REVIEW, _) => Step::OfferTests,
            (page, _) => {
                let Some(at) = tests.iter().position(|it| home::page(&it.id) == page) else {
                    return if known { Step::Outcome } else { Step::Review };
                };
                if home::is_wrong(tests[at], &self.sent.answers) {
                    return Step::Test { test: tests[at].id.clone(), wrong: true };
                }
                tests.get(at + 1).map_or(Step::Outcome, |it| Step::Test { test: it.id.clone(), wrong: false })
            }
        }
    }

    fn before_test(&self, test: &str) -> Step {
        if let Some(refusal) = self.refusal(self.pages.len()) {
            return refusal;
        }
        let disposition = assessment::screen(self.pack, &self.reading.intake, self.reading.intake.date);
        let tests = home::offered(self.pack, &self.reading.intake, &disposition, &self.sent.answers);
        let at = tests.iter().position(|it| it.id.as_str() == test).unwrap_or(0);
        tests[..at].last().map_or(Step::OfferTests, |it| Step::Test { test: it.id.clone(), wrong: false })
    }
}

/// The emergency that the answers give, unless `next_page` still asks what may explain it.
pub(crate) fn emergency(pack: &Pack, intake: &Intake, next_page: Option<&str>) -> Option<Emergency> {
    let disposition = assessment::screening::emergency_answered(pack, intake, intake.date)?;
    let given = |key: &QuestionKey| intake.given(key.as_str()).is_some();
    let asked_next = |key: &QuestionKey| {
        next_page.is_some() && pack.question(key).map(|it| it.raw.page.as_str()) == next_page
    };
    let emergencies = disposition.fired.iter().filter(|it| it.level == Some(TriageLevel::Emergency));
    let standing: Vec<_> =
        emergencies.filter(|it| !it.questions.iter().any(|key| !given(key) && asked_next(key))).collect();
    if standing.is_empty() {
        return None;
    }
    let mut questions: Vec<QuestionKey> = Vec::new();
    for key in standing.iter().flat_map(|it| &it.questions) {
        let pressed = matches!(intake.given(key.as_str()), Some(Given::Answered(_)));
        // Where it hurts and who one is are not what gave the alarm.
        let about_the_person = pack.question(key).is_some_and(|it| it.raw.page == first_page(pack));
        if pressed && !about_the_person && !questions.contains(key) {
            questions.push(key.clone());
        }
    }
    Some(Emergency { disposition, questions })
}
