//! What comes of an intake: the one place that calls the crates which decide and word it.
//!
//! Every call starts from the answers alone, so whoever sends the same answers gets the same outcome, on the page,
//! on paper and in the calendar.

use assessment::{Assessment, Intake};
use jiff::Zoned;
use knowledge::Pack;
use model::{QuestionKey, TriageLevel};
use outcomes::{CalendarSession, Handout, Letter, SafetyCard, WaitingCard};

use crate::frame::Words;
use crate::state::AppState;

mod stand_in;

/// What came of the answers.
pub(crate) enum Made {
    /// A sign that needs help today; there is no plan, only the letter for whoever helps.
    Emergency(Box<Letter>),
    /// A clinician within a day or two; no exercise (E1).
    Urgent(Box<Urgent>),
    /// A clinician before exercise; the card for the days until then (E2).
    SeeClinician(Box<WaitingCard>),
    /// Questions that have to be answered first.
    Incomplete(Vec<QuestionKey>),
    /// The seven-day plan.
    Plan(Box<Plan>),
}

/// What a person with an urgent sign is told.
pub(crate) struct Urgent {
    /// Why, one rule a line.
    pub(crate) because: Vec<String>,
    /// Whether it should be the same day.
    pub(crate) same_day: bool,
    pub(crate) letter: Letter,
    pub(crate) safety: SafetyCard,
}

/// A plan, for the page, for paper and for the calendar.
pub(crate) struct Plan {
    pub(crate) handout: Handout,
    pub(crate) sessions: Vec<CalendarSession>,
    /// The hash of the plan, from which its calendar entries get their identifiers.
    pub(crate) hash: String,
}

/// Works out what comes of an intake.
pub(crate) fn made(app: &AppState, intake: &Intake) -> Made {
    let now = app.clock.now();
    let words = app.words();
    let assessment = assessment::assess(app.pack, intake, &[], now.date());
    match assessment.disposition.level {
        TriageLevel::Emergency => {
            Made::Emergency(Box::new(stand_in::red_flag_letter(words, intake, &assessment)))
        }
        TriageLevel::Urgent => Made::Urgent(Box::new(urgent(words, intake, &assessment))),
        TriageLevel::Incomplete => Made::Incomplete(assessment.disposition.unanswered),
        TriageLevel::SeeClinician | TriageLevel::Caution | TriageLevel::Ok => {
            plan(app, words, intake, &assessment, &now)
        }
    }
}

fn urgent(words: Words, intake: &Intake, assessment: &Assessment) -> Urgent {
    let urgent = || assessment.disposition.fired.iter().filter(|it| it.level == Some(TriageLevel::Urgent));
    Urgent {
        because: stand_in::because(words, assessment, TriageLevel::Urgent),
        same_day: urgent().any(|it| it.same_day),
        letter: stand_in::red_flag_letter(words, intake, assessment),
        safety: safety_card(words, intake.choice("country")),
    }
}

/// A clearance that was reported may let a programme be made although screening holds it (RF-46).
fn plan(app: &AppState, words: Words, intake: &Intake, assessment: &Assessment, now: &Zoned) -> Made {
    if assessment.clearance.is_err() {
        return Made::SeeClinician(Box::new(stand_in::waiting_card(words, intake, assessment)));
    }
    Made::Plan(Box::new(stand_in::plan(app, words, intake, assessment, now)))
}

/// The signs that need help straight away, with the numbers of a country (RF-42, RF-47).
pub(crate) fn safety_card(words: Words, country: Option<&str>) -> SafetyCard {
    stand_in::safety_card(words, country)
}

/// The emergency number of a country, or of the default one.
pub(crate) fn emergency_number(pack: &Pack, country: Option<&str>) -> String {
    pack.country(country).map(|it| it.emergency.clone()).unwrap_or_default()
}
