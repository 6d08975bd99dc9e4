//! `GET` and `POST …/check`: the health history, asked page by page as at the public door, and kept in the chart.
//!
//! An emergency answer is kept at once, with everything answered before it. "I pressed this by mistake" asks that one question
//! again; the finished screen then corrects the one that was kept, and both answers stay (RF-44).

use axum::extract::State;
use axum::response::{IntoResponse, Redirect};
use chart::{Asked, Body};
use knowledge::Locale;
use store::Draft;

use crate::answers::{Answers, Sitting};
use crate::check::reading::Reading;
use crate::check::sent::Sent;
use crate::check::steps::{self, Step};
use crate::doors::Doors;
use crate::identity::{At, last_seq, opened};
use crate::pages::check;
use crate::pages::question::QuestionPage;
use crate::pages::{Page, PageError};

/// How often a screen is sent to the store while others write: nothing that comes in between changes what was answered.
const ATTEMPTS: usize = 3;

/// The first page.
pub(crate) async fn start(at: At) -> Page {
    let mut answers = Answers::default();
    answers.sit(&Sitting { entry: at.fresh()?, before: None });
    let page = steps::first_page(at.pack());
    Ok(QuestionPage::of(at.words(), page, &answers, None, &[]).show())
}

/// The next page, whatever it is.
pub(crate) async fn step(State(doors): State<Doors>, at: At, mut sent: Sent) -> Page {
    let sitting = sent.answers.sitting().ok_or(PageError::Unreadable)?;
    let next = steps::next(at.pack(), &mut sent, at.today());
    match (&next.step, &next.reading) {
        (Step::Outcome, Some(reading)) => {
            keep(&at, &sitting, reading).await?;
            Ok(Redirect::to(&at.base).into_response())
        }
        (Step::Emergency(_), Some(reading)) => {
            // The advice comes whether or not the store answers; only then does it say that the studio knows.
            if keep(&at, &sitting, reading).await.is_err() {
                return check::show(&doors.app, doors.app.words(), &sent, next);
            }
            sent.answers.sit(&Sitting { entry: at.fresh()?, before: Some(sitting.entry) });
            check::show(&doors.app, at.words(), &sent, next)
        }
        _ => check::show(&doors.app, at.words(), &sent, next),
    }
}

/// Keeps what was answered as a screen.
async fn keep(at: &At, sitting: &Sitting, reading: &Reading) -> Result<(), PageError> {
    let when = opened(sitting.entry, at.doors.now())?;
    let asked = Asked::of(at.pack(), Locale::En, &reading.intake);
    let draft = Draft {
        supersedes: sitting.before,
        asked: Some(asked.with_mistaken(reading.first.iter().cloned())),
        ..at.draft(when, Body::Intake(reading.intake.clone()))
    };
    let mut kept = Err(PageError::Stale);
    for _ in 0..ATTEMPTS {
        let seen = last_seq(&at.chart().await?);
        kept = at.keep(vec![draft.clone()], Some(seen)).await;
        if kept != Err(PageError::Stale) {
            break;
        }
    }
    kept
}
