//! What comes of an intake: the one place that calls the crates which decide and word it.
//!
//! Every call starts from the answers alone, so whoever sends the same answers on the same day gets the same
//! outcome, on the page, on paper and in the calendar.

use assessment::{Assessment, Intake};
use jiff::ToSpan;
use knowledge::Pack;
use model::{QuestionKey, TriageLevel};
use outcomes::{CalendarSession, Handout, Letter, SafetyCard, WaitingCard, Words};
use prescription::{PlanError, Request};

use crate::state::AppState;

/// The template of the public door.
const TEMPLATE: &str = "seven-day";

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
    /// What to do about it, one rule a line.
    pub(crate) advice: Vec<String>,
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
pub(crate) fn made(app: &AppState, intake: &Intake) -> Result<Made, PlanError> {
    let now = app.clock.now();
    let words = Words::of(app.pack, app.words().locale, intake);
    let assessment = assessment::assess(app.pack, intake, &[], now.date());
    Ok(match assessment.disposition.level {
        TriageLevel::Emergency => Made::Emergency(Box::new(words.red_flag_letter(intake, &assessment))),
        TriageLevel::Urgent => Made::Urgent(Box::new(urgent(words, intake, &assessment))),
        TriageLevel::Incomplete => Made::Incomplete(assessment.disposition.unanswered),
        // A clearance that was reported may let a programme be made although screening holds it (RF-46).
        TriageLevel::SeeClinician | TriageLevel::Caution | TriageLevel::Ok => match &assessment.clearance {
            // While a safety question is open there is no card either: its answer may still change what is right.
            Err(_) if !assessment.disposition.unanswered.is_empty() => {
                Made::Incomplete(assessment.disposition.unanswered)
            }
            Err(_) => Made::SeeClinician(Box::new(words.waiting_card(intake, &assessment))),
            Ok(clearance) => {
                let request = Request {
                    template: TEMPLATE.to_owned(),
                    // There is always an evening to print it, and to think of the first question again.
                    start: now.date().saturating_add(1.day()),
                    parent: None,
                };
                let plan = prescription::plan(app.pack, clearance, (&assessment).into(), &request)?;
                let self_check = format!("{}/check", app.public_address);
                Made::Plan(Box::new(Plan {
                    handout: words.handout(intake, &assessment, &plan, &self_check),
                    sessions: words.calendar(&plan, now.time_zone().iana_name().unwrap_or("UTC")),
                    hash: plan.hash(),
                }))
            }
        },
    })
}

fn urgent(words: Words<'_>, intake: &Intake, assessment: &Assessment) -> Urgent {
    let fired = || assessment.disposition.fired.iter().filter(|it| it.level == Some(TriageLevel::Urgent));
    let mut because: Vec<String> = fired().map(|it| words.because(it)).collect();
    because.dedup();
    let mut advice: Vec<String> = fired().filter_map(|it| words.advice_for(it)).collect();
    advice.dedup();
    Urgent {
        because,
        advice,
        same_day: fired().any(|it| it.same_day),
        letter: words.red_flag_letter(intake, assessment),
        safety: words.safety_card(),
    }
}

/// The emergency number of a country, or of the default one.
pub(crate) fn emergency_number(pack: &Pack, country: Option<&str>) -> String {
    pack.country(country).map(|it| it.emergency.clone()).unwrap_or_default()
}
