//! The plan, card and letter as files. Each is made afresh from the hidden fields; none is kept.
//!
//! A download is a step of the self-check like any other: answers that do not lead to it lead where they lead.

use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use paper::Paper;

use super::{Page, PageError, check};
use crate::check::sent::{Action, Sent};
use crate::check::steps::{self, MORE, Step};
use crate::made::{self, Made};
use crate::state::AppState;

/// `POST /plan.pdf`.
pub(crate) async fn plan_pdf(State(app): State<AppState>, sent: Sent) -> Page {
    made_from(&app, sent, |made, sheet| match made {
        Made::Plan(plan) => Some(pdf(paper::handout_pdf(&plan.handout, sheet).ok(), "plan.pdf")),
        Made::Emergency(_) | Made::Urgent(_) | Made::SeeClinician(_) | Made::Incomplete(_) => None,
    })
}

/// `POST /plan.ics`.
pub(crate) async fn plan_calendar(State(app): State<AppState>, sent: Sent) -> Page {
    let now = app.clock.now().timestamp();
    made_from(&app, sent, |made, _| match made {
        Made::Plan(plan) => {
            let calendar = paper::calendar(&plan.hash, &plan.sessions, now).ok();
            Some(file(calendar.map(String::into_bytes), "text/calendar; charset=utf-8", "plan.ics"))
        }
        Made::Emergency(_) | Made::Urgent(_) | Made::SeeClinician(_) | Made::Incomplete(_) => None,
    })
}

/// `POST /card.pdf`: the card for the days until a clinician was seen, with its letter.
pub(crate) async fn waiting_pdf(State(app): State<AppState>, sent: Sent) -> Page {
    made_from(&app, sent, |made, sheet| match made {
        Made::SeeClinician(waiting) => {
            Some(pdf(paper::waiting_pdf(&waiting.card, sheet).ok(), "while-you-wait.pdf"))
        }
        Made::Emergency(_) | Made::Urgent(_) | Made::Plan(_) | Made::Incomplete(_) => None,
    })
}

/// `POST /letter.pdf`: the letter to take along (CT-01, CT-02).
pub(crate) async fn letter_pdf(State(app): State<AppState>, sent: Sent) -> Page {
    made_from(&app, sent, |made, sheet| {
        let letter = match made {
            Made::Emergency(letter) => letter,
            Made::Urgent(urgent) => &urgent.letter,
            Made::SeeClinician(waiting) => &waiting.card.letter,
            Made::Plan(_) | Made::Incomplete(_) => return None,
        };
        Some(pdf(paper::letter_pdf(letter, sheet).ok(), "letter.pdf"))
    })
}

/// `POST /letter-inflammation.pdf`: the letter that is offered beside a plan (CT-05).
pub(crate) async fn inflammation_pdf(State(app): State<AppState>, sent: Sent) -> Page {
    offered(&app, sent, "CT-05")
}

/// `POST /letter-mood.pdf`: the letter that is offered beside a plan (CT-06).
pub(crate) async fn mood_pdf(State(app): State<AppState>, sent: Sent) -> Page {
    offered(&app, sent, "CT-06")
}

fn offered(app: &AppState, sent: Sent, id: &str) -> Page {
    made_from(app, sent, |made, sheet| match made {
        Made::Plan(plan) => {
            let wanted = plan.letters.iter().find(|it| it.id == id)?;
            Some(pdf(paper::letter_pdf(&wanted.letter, sheet).ok(), "letter.pdf"))
        }
        Made::Emergency(_) | Made::Urgent(_) | Made::SeeClinician(_) | Made::Incomplete(_) => None,
    })
}

/// Makes the outcome and the file from it, or shows the step that the answers lead to instead.
fn made_from(app: &AppState, mut sent: Sent, file: impl FnOnce(&Made, Paper) -> Option<Page>) -> Page {
    MORE.clone_into(&mut sent.page);
    sent.action = Action::Next;
    let next = steps::next(app.pack, &mut sent, app.today());
    if let (Step::Outcome | Step::Emergency(_), Some(reading)) = (&next.step, &next.reading) {
        let made = made::made(app, reading).map_err(|_| PageError::Ours("there is no seven-day template"))?;
        if let Some(file) = file(&made, sheet(reading.intake.choice("country"))) {
            return file;
        }
    }
    check::show(app, app.words(), &sent, next)
}

/// The sheet that printers of the person's country hold.
pub(crate) fn sheet(country: Option<&str>) -> Paper {
    match country {
        Some("CA" | "US") | None => Paper::Letter,
        Some(_) => Paper::A4,
    }
}

/// A PDF to be saved.
pub(crate) fn pdf(bytes: Option<Vec<u8>>, name: &'static str) -> Page {
    file(bytes, "application/pdf", name)
}

fn file(bytes: Option<Vec<u8>>, media_type: &'static str, name: &'static str) -> Result<Response, PageError> {
    let bytes = bytes.ok_or(PageError::Ours("a file could not be made"))?;
    let mut response = ([(header::CONTENT_TYPE, media_type)], bytes).into_response();
    let attached = HeaderValue::try_from(format!("attachment; filename=\"{name}\""));
    let attached = attached.map_err(|_| PageError::Ours("a file name"))?;
    response.headers_mut().insert(header::CONTENT_DISPOSITION, attached);
    Ok(response)
}
