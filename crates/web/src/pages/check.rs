//! `GET /check` and `POST /check`: the self-check, one page at a time.

use axum::extract::State;
use axum::response::{IntoResponse, Response};

use super::emergency::EmergencyPage;
use super::home::{HomePage, test_page};
use super::incomplete::IncompletePage;
use super::more::MorePage;
use super::plan::PlanPage;
use super::question::QuestionPage;
use super::review::ReviewPage;
use super::too_young::TooYoungPage;
use super::urgent::UrgentPage;
use super::waiting::WaitingPage;
use super::{Page, PageError};
use crate::answers::Answers;
use crate::check::home;
use crate::check::reading::Reading;
use crate::check::sent::{Action, Sent};
use crate::check::steps::{self, Next, Step};
use crate::frame::Words;
use crate::made::{self, Made};
use crate::state::AppState;

/// The first page.
pub(crate) async fn start(State(app): State<AppState>) -> Page {
    let page = steps::first_page(app.pack);
    Ok(QuestionPage::of(app.words(), page, &Answers::default(), None, &[]).show())
}

/// The next page, whatever it is.
pub(crate) async fn step(State(app): State<AppState>, mut sent: Sent) -> Page {
    let next = steps::next(app.pack, &mut sent, app.today());
    show(&app, app.words(), &sent, next)
}

/// Draws what comes next.
pub(crate) fn show(app: &AppState, words: Words, sent: &Sent, next: Next) -> Page {
    let answers = &sent.answers;
    let reading = next.reading.as_ref();
    let page = match next.step {
        Step::TooYoung => TooYoungPage::of(words).show(),
        Step::Ask { page, faults } => {
            let mut shown = QuestionPage::of(words, &page, answers, reading, &faults);
            shown.to_review = sent.to_review || matches!(sent.action, Action::Change(_));
            shown.show()
        }
        Step::AskAgain { key, faults } => {
            QuestionPage::again(words, &key, answers, &faults).ok_or(PageError::NotFound)?.show()
        }
        Step::Emergency(emergency) => {
            let country = reading.and_then(|it| it.intake.choice("country"));
            let number = made::emergency_number(app.pack, country);
            EmergencyPage::of(words, &emergency, number, &sent.page, answers).show()
        }
        Step::Test { test, wrong } => {
            test_page(words, &test, answers, wrong).ok_or(PageError::NotFound)?.show()
        }
        Step::Clearance { faults } => {
            let reading = reading.ok_or(PageError::Ours("a step without a reading"))?;
            let holding = made::reportable(app.pack, &reading.intake);
            let mut shown = QuestionPage::clearance(words, &holding, answers, &faults);
            shown.to_review = sent.to_review || matches!(sent.action, Action::Change(_));
            shown.show()
        }
        Step::Review | Step::OfferMore | Step::OfferTests | Step::Outcome => {
            let reading = reading.ok_or(PageError::Ours("a step without a reading"))?;
            after_questions(app, words, (answers, reading), &next.step)
        }
    };
    Ok(page)
}

/// "Check your answers" and what follows it.
fn after_questions(
    app: &AppState,
    words: Words,
    (answers, reading): (&Answers, &Reading),
    step: &Step,
) -> Response {
    match step {
        Step::OfferTests => {
            let tests = home::offered(app.pack, &reading.intake, answers);
            HomePage::of(words, &tests, answers).show()
        }
        Step::OfferMore => MorePage::of(words, answers, reading).show(),
        Step::Outcome => outcome(app, answers, reading),
        Step::Review
        | Step::Ask { .. }
        | Step::AskAgain { .. }
        | Step::TooYoung
        | Step::Emergency(_)
        | Step::Clearance { .. }
        | Step::Test { .. } => ReviewPage::of(words, answers, reading).show(),
    }
}

/// The plan, or the hold.
fn outcome(app: &AppState, answers: &Answers, reading: &Reading) -> Response {
    let words = app.words();
    let country = reading.intake.choice("country");
    let Ok(made) = made::made(app, reading) else {
        return PageError::Ours("there is no seven-day template").into_response();
    };
    match made {
        // An emergency has its own step, long before this.
        Made::Emergency(_) => PageError::Ours("an emergency got as far as the outcome").into_response(),
        Made::Urgent(urgent) => UrgentPage::of(words, *urgent, country, answers).show(),
        Made::SeeClinician(waiting) => WaitingPage::of(words, *waiting, answers).show(),
        Made::Incomplete(questions) => IncompletePage::of(words, &questions, answers).show(),
        Made::Plan(plan) => PlanPage::of(words, *plan, answers).show(),
    }
}
