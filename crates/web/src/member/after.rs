//! `POST …/after`: the evening and the morning after a session.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect};
use chart::Body;
use jiff::civil::Date;
use model::{Nprs, Sleep};
use prescription::FollowUp;

use super::asked::scale;
use super::stands::Running;
use crate::check::fields::Field;
use crate::doors::Doors;
use crate::frame::Words;
use crate::identity::{At, Fields};
use crate::pages::{Page, PageError};

/// The last session whose evening and morning were not told, if it was before today and can still be told (DP-45).
pub(super) fn open(words: Words, running: &Running, today: Date) -> Option<Date> {
    let days_max = words.pack.adaptation.recall.days_max;
    let told = running.course.told();
    let sessions = told.sessions.iter().map(|it| it.date);
    let last = sessions
        .filter(|it| *it < today && i64::from((today - *it).get_days()) <= i64::from(days_max))
        .max()?;
    (!told.follow_ups.iter().any(|it| it.session == last)).then_some(last)
}

/// Its fields.
pub(super) fn fields(words: Words) -> Vec<Field> {
    let named = [("evening", "after-evening"), ("morning", "after-morning"), ("sleep", "after-sleep")];
    named.map(|(name, message)| scale(words, name, message, &Fields::default())).into()
}

/// Keeps it.
pub(crate) async fn send(State(doors): State<Doors>, at: At, fields: Fields) -> Page {
    let session: Date = fields.text("session").parse().map_err(|_| PageError::Unreadable)?;
    let number = |name| fields.text(name).parse::<i64>().ok();
    let after = FollowUp {
        session,
        told: at.today(),
        evening: number("evening").and_then(|it| Nprs::try_from(it).ok()),
        morning: number("morning").and_then(|it| Nprs::try_from(it).ok()),
        sleep: number("sleep").and_then(|it| Sleep::try_from(it).ok()),
    };
    if session > at.today() {
        return Err(PageError::Unreadable);
    }
    if (after.evening, after.morning, after.sleep) != (None, None, None) {
        at.keep(vec![at.draft(fields.entry(doors.now())?, Body::FollowUp(after))], None).await?;
    }
    Ok(Redirect::to(&at.base).into_response())
}
