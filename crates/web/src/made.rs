//! What comes of an intake: the one place that calls the crates which decide and word it.
//!
//! Every call starts from the answers alone, so whoever sends the same answers on the same day gets the same
//! outcome, on the page, on paper and in the calendar.

use assessment::{Assessment, Fired, Intake, Verdict};
use jiff::ToSpan;
use knowledge::Pack;
use model::{QuestionKey, TriageLevel};
use outcomes::{CalendarSession, Handout, Letter, OfferedLetter, SafetyCard, Support, WaitingCard, Words};
use prescription::{PlanError, Request};

use crate::check::reading::Reading;
use crate::frame;
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
    SeeClinician(Box<Waiting>),
    /// Questions that have to be answered first.
    Incomplete(Vec<QuestionKey>),
    /// The seven-day plan.
    Plan(Box<Plan>),
}

/// What a person who should see a clinician first is told.
pub(crate) struct Waiting {
    pub(crate) card: WaitingCard,
    /// What the report of a clinician's answer, if there is one, leaves open.
    pub(crate) reported: Option<Reported>,
    /// Whether the answer of a clinician, reported by the person, can open a plan at all.
    pub(crate) can_report: bool,
    pub(crate) support: Option<Support>,
}

/// Why a reported answer opens nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reported {
    /// The clinician said no, or wants to see the person first.
    Refused,
    /// It does not answer everything that holds, or it has run out.
    NotEnough,
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
    pub(crate) support: Option<Support>,
}

/// A plan, for the page, for paper and for the calendar.
pub(crate) struct Plan {
    pub(crate) handout: Handout,
    pub(crate) sessions: Vec<CalendarSession>,
    /// Letters that rules offer beside it.
    pub(crate) letters: Vec<OfferedLetter>,
    /// The hash of the plan, from which its calendar entries get their identifiers.
    pub(crate) hash: String,
}

/// Works out what comes of the answers.
pub(crate) fn made(app: &AppState, reading: &Reading) -> Result<Made, PlanError> {
    let intake = &reading.intake;
    let now = app.clock.now();
    let words = Words::of(app.pack, app.words().locale, intake);
    let assessment = assessment::assess(app.pack, intake, &[], now.date());
    Ok(match assessment.disposition.level {
        TriageLevel::Emergency => Made::Emergency(Box::new(handover(words, reading, &assessment))),
        TriageLevel::Urgent => Made::Urgent(Box::new(urgent(words, reading, &assessment))),
        TriageLevel::Incomplete => Made::Incomplete(assessment.disposition.unanswered),
        // A clearance that was reported may let a programme be made although screening holds it (RF-46).
        TriageLevel::SeeClinician | TriageLevel::Caution | TriageLevel::Ok => match &assessment.clearance {
            // While a safety question is open there is no card either: its answer may still change what is right.
            Err(_) if !assessment.disposition.unanswered.is_empty() => {
                Made::Incomplete(assessment.disposition.unanswered)
            }
            Err(_) => Made::SeeClinician(Box::new(waiting(app.pack, words, reading, &assessment))),
            Ok(clearance) => {
                let request = Request {
                    template: TEMPLATE.to_owned(),
                    // There is always an evening to print it, and to think of the first question again.
                    start: now.date().saturating_add(1.day()),
                    parent: None,
                };
                let plan = prescription::plan(app.pack, clearance, (&assessment).into(), &request)?;
                let self_check = app.address_given.then(|| format!("{}/check", app.public_address));
                Made::Plan(Box::new(Plan {
                    handout: words.handout(intake, &assessment, &plan, self_check.as_deref()),
                    letters: words.offered_letters(intake, &assessment),
                    sessions: words.calendar(&plan, now.time_zone().iana_name().unwrap_or("UTC")),
                    hash: plan.hash(),
                }))
            }
        },
    })
}

/// Whether a plan can be made, a reported clearance taken into account.
pub(crate) fn permits_plan(pack: &Pack, intake: &Intake) -> bool {
    assessment::assess(pack, intake, &[], intake.date).clearance.is_ok()
}

/// What a clinician's answer, reported by the person, may open (RF-46): each cause that holds, once, if none of them
/// holds come what may.
pub(crate) fn reportable(pack: &Pack, intake: &Intake) -> Vec<Fired> {
    let disposition = assessment::screen(pack, intake, intake.date);
    if disposition.level != TriageLevel::SeeClinician || !disposition.unanswered.is_empty() {
        return Vec::new();
    }
    let mut holding: Vec<Fired> =
        disposition.fired.into_iter().filter(|it| it.level == Some(TriageLevel::SeeClinician)).collect();
    holding.dedup_by(|a, b| a.cause == b.cause);
    if holding.iter().any(|it| it.never_lowered) { Vec::new() } else { holding }
}

/// Whether a clinician's answer may be reported: where it can open something, or to change what was reported before.
/// Never beside a sign that needs somebody sooner.
pub(crate) fn can_report(pack: &Pack, intake: &Intake) -> bool {
    let level = assessment::screen(pack, intake, intake.date).level;
    let reported = !intake.clearances.is_empty() && level <= TriageLevel::SeeClinician;
    reported || !reportable(pack, intake).is_empty()
}

/// Why something holds, as a sentence to the person.
pub(crate) fn because(words: frame::Words, fired: &Fired) -> String {
    Words::new(words.pack, words.locale, None).because(fired)
}

/// The supportive card, if answers about mood call for it.
pub(crate) fn support(words: frame::Words, intake: &Intake) -> Option<Support> {
    let assessment = assessment::assess(words.pack, intake, &[], intake.date);
    Words::of(words.pack, words.locale, intake).support(&assessment, assessment.clearance.is_ok())
}

/// The letter for whoever helps, with what was answered first and called a mistake.
fn handover(words: Words<'_>, reading: &Reading, assessment: &Assessment) -> Letter {
    let mut letter = words.red_flag_letter(&reading.intake, assessment);
    words.add_first_answers(&mut letter, &reading.first, &reading.intake);
    letter
}

fn waiting(pack: &Pack, words: Words<'_>, reading: &Reading, assessment: &Assessment) -> Waiting {
    let intake = &reading.intake;
    let mut card = words.waiting_card(intake, assessment);
    words.add_first_answers(&mut card.letter, &reading.first, intake);
    let reported = intake.clearances.first().map(|it| match it.verdict {
        Verdict::Ok | Verdict::OkWithLimits => Reported::NotEnough,
        Verdict::NotOk | Verdict::WantsToSee => Reported::Refused,
    });
    Waiting {
        card,
        reported,
        can_report: can_report(pack, intake),
        support: words.support(assessment, false),
    }
}

fn urgent(words: Words<'_>, reading: &Reading, assessment: &Assessment) -> Urgent {
    let fired = || assessment.disposition.fired.iter().filter(|it| it.level == Some(TriageLevel::Urgent));
    let mut because: Vec<String> = fired().map(|it| words.because(it)).collect();
    because.dedup();
    let mut advice: Vec<String> = fired().filter_map(|it| words.advice_for(it)).collect();
    advice.dedup();
    Urgent {
        because,
        advice,
        same_day: fired().any(|it| it.same_day),
        letter: handover(words, reading, assessment),
        safety: words.safety_card(),
        support: words.support(assessment, false),
    }
}

/// The emergency number of a country, or of the default one.
pub(crate) fn emergency_number(pack: &Pack, country: Option<&str>) -> String {
    pack.country(country).map(|it| it.emergency.clone()).unwrap_or_default()
}
