//! What comes next: one page, the emergency advice, "check your answers", what nobody has to tell, or the outcome.
//!
//! Every step starts from all answers so far. A page is reached only when every page before it is in order, so a
//! changed or invented hidden field leads back to its page and never further on. An emergency answer ends the
//! check whatever else was sent.

use assessment::{Disposition, Intake};
use jiff::civil::Date;
use knowledge::Pack;
use knowledge::expression::Expression;
use model::{Given, QuestionKey, TestId, TriageLevel};

use super::reading::{self, Born, Fault, Reading, is_asked};
use super::sent::{Action, Sent};
use super::{clearance, home, more};
use crate::answers::BIRTH_YEAR;

/// The page "check your answers".
pub(crate) const REVIEW: &str = "review";
/// The page that offers what nobody has to tell: the optional parts, and the home tests.
pub(crate) const MORE: &str = "more";
/// The page that says what the home tests are.
pub(crate) const HOME: &str = "home";
/// The page for what a clinician said (RF-46).
pub(crate) const CLEARANCE: &str = "clearance";
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
    /// The offer of the optional parts and the home tests.
    OfferMore,
    /// What the home tests are.
    OfferTests,
    /// What a clinician said, with what is wrong with what was given.
    Clearance { faults: Vec<clearance::Fault> },
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
    /// Missing where the year of birth is asked for.
    pub(crate) reading: Option<Reading>,
}

/// Works out what comes after what was sent. Records a mistake, or what was left out, in the answers.
pub(crate) fn next(pack: &Pack, sent: &mut Sent, today: Date) -> Next {
    if let Action::Mistake(key) = &sent.action {
        sent.answers.call_a_mistake(key);
    }
    home::record(pack, sent);
    more::leave_out(pack, sent);
    let born = reading::born(pack, &sent.answers, today);
    let reading = reading::read(pack, &sent.answers, born.year(pack, today), today);
    let way = Way { pack, sent, reading: &reading, pages: shown(pack, &reading.intake) };
    let step = match (way.first(), born) {
        (Some(first), _) => first,
        (None, Born::Adult(_)) => way.step(),
        (None, Born::Young(_)) => return Next { step: Step::TooYoung, reading: None },
        (None, Born::Fault(fault)) => {
            let faults = if sent.action == Action::Back { Vec::new() } else { vec![fault] };
            return Next { step: ask(first_page(pack), faults), reading: None };
        }
    };
    Next { step, reading: Some(reading) }
}

/// The first page of the form; it also asks for the year of birth.
pub(crate) fn first_page(pack: &Pack) -> &str {
    pack.public_pages.first().map_or(REVIEW, String::as_str)
}

/// Which page this is, and of how many, as far as the answers so far tell.
///
/// A page that waits for an answer still to come is not counted: somebody to whom nothing applies will not see it.
pub(crate) fn place(pack: &Pack, intake: &Intake, page: &str) -> Option<(usize, usize)> {
    let pages = shown(pack, intake);
    let at = pages.iter().position(|it| *it == page)?;
    let settled = |key: &QuestionKey| {
        let own_page = pack.question(key).map(|it| it.raw.page.as_str());
        intake.given(key.as_str()).is_some() || pages[..at].iter().any(|it| Some(*it) == own_page)
    };
    let comes = |page: &&&str| {
        let mut asked =
            pack.questions.iter().filter(|it| it.raw.page == **page && is_asked(pack, intake, it));
        asked
            .any(|it| it.ask_when.as_ref().is_none_or(|when| asks_about(pack, when).into_iter().all(settled)))
    };
    Some((at + 1, at + 1 + pages[at + 1..].iter().filter(comes).count()))
}

/// The questions that a condition asks about, those inside named concepts included.
fn asks_about<'a>(pack: &'a Pack, when: &'a Expression) -> Vec<&'a QuestionKey> {
    let keys = when.facts().into_iter().filter_map(knowledge::expression::Fact::key);
    keys.flat_map(|key| match pack.concepts.get(key) {
        Some(concept) => asks_about(pack, concept),
        None => vec![key],
    })
    .collect()
}

/// The pages that this person is shown, in order.
pub(crate) fn shown<'a>(pack: &'a Pack, intake: &Intake) -> Vec<&'a str> {
    let asks = |page: &&str| {
        *page == first_page(pack)
            || pack.questions.iter().any(|it| it.raw.page == *page && is_asked(pack, intake, it))
    };
    pack.public_pages.iter().map(String::as_str).filter(asks).collect()
}

pub(super) fn ask(page: &str, faults: Vec<Fault>) -> Step {
    Step::Ask { page: page.to_owned(), faults }
}

/// One person's way through the pages.
pub(super) struct Way<'a> {
    pub(super) pack: &'a Pack,
    pub(super) sent: &'a Sent,
    pub(super) reading: &'a Reading,
    pub(super) pages: Vec<&'a str>,
}

impl Way<'_> {
    /// What comes before anything else, even before the year of birth and what is missing: the question that was called
    /// a mistake, the emergency that was answered, or the page that asks what may explain it.
    fn first(&self) -> Option<Step> {
        if let Some(key) = self.question_again() {
            return Some(Step::AskAgain { key, faults: Vec::new() });
        }
        let next_page = self.place_of_page().and_then(|at| self.pages.get(at + 1)).copied();
        if let Some(emergency) = emergency(self.pack, &self.reading.intake, next_page) {
            return Some(Step::Emergency(Box::new(emergency)));
        }
        emergency(self.pack, &self.reading.intake, None)?;
        next_page.map(|page| ask(page, Vec::new()))
    }

    fn step(&self) -> Step {
        match &self.sent.action {
            Action::Change(page) if self.pages.contains(&page.as_str()) => ask(page, Vec::new()),
            Action::Change(name) | Action::Open(name) => self.open(name),
            Action::Back => self.back(),
            Action::Next | Action::Skip | Action::Hurt | Action::Mistake(_) => self.on(),
        }
    }

    /// The question that was called a mistake.
    fn question_again(&self) -> Option<QuestionKey> {
        let Action::Mistake(key) = &self.sent.action else { return None };
        let question = self.pack.questions.iter().find(|it| it.raw.key.as_str() == key)?;
        is_asked(self.pack, &self.reading.intake, question).then(|| question.raw.key.clone())
    }

    fn place_of_page(&self) -> Option<usize> {
        self.pages.iter().position(|it| *it == self.sent.page)
    }

    fn back(&self) -> Step {
        if let Some(test) = self.sent.page.strip_prefix(home::PAGE) {
            return self.before_test(test);
        }
        let page = self.sent.page.as_str();
        if [MORE, HOME, CLEARANCE].contains(&page) || self.sent.to_review || self.is_optional(page) {
            return self.refusal_before_more(self.pages.len()).unwrap_or_else(|| match page {
                _ if self.sent.to_review => Step::Review,
                CLEARANCE => Step::Outcome,
                MORE => Step::Review,
                _ => self.more(),
            });
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

    /// The first page that is not in order, an optional part that was begun among them.
    pub(super) fn refusal(&self, until: usize) -> Option<Step> {
        self.refusal_before_more(until).or_else(|| {
            let broken = |page: &&String| self.is_broken(page);
            self.pack.public_optional.iter().find(broken).map(|page| self.ask_again(page))
        })
    }

    /// The first page of the check itself that is not in order: with an unreadable answer anywhere, or a missing one
    /// before `until`.
    pub(super) fn refusal_before_more(&self, until: usize) -> Option<Step> {
        let missing = reading::missing(self.pack, self.reading);
        let lacking = |page: &&str| missing.iter().any(|it| self.page_of(&it.key) == Some(page));
        let mut before = self.pages[..until.min(self.pages.len())].iter();
        let page = before
            .find(|page| self.is_broken(page) || lacking(page))
            .or_else(|| self.pages.iter().find(|page| self.is_broken(page)))?;
        Some(self.ask_again(page))
    }

    fn is_broken(&self, page: &str) -> bool {
        self.reading.faults.iter().any(|it| self.page_of(&it.key) == Some(page))
    }

    fn ask_again(&self, page: &str) -> Step {
        ask(page, self.faults().into_iter().filter(|it| self.page_of(&it.key) == Some(page)).collect())
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
}

/// The emergency that the answers give, unless `next_page` still asks what may explain it.
///
/// How long a change has been there, and whether it is new, is asked on the page after the change itself; left out
/// there, the emergency stands.
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
