//! `POST /sign-out`, on this device or on every one.

use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Redirect};

use crate::doors::Doors;
use crate::identity::{Fields, SignedIn, cookie};
use crate::pages::{Page, PageError};

/// Ends the session.
pub(crate) async fn send(State(doors): State<Doors>, who: SignedIn, fields: Fields) -> Page {
    if fields.text("where") == "everywhere" {
        doors.store.sign_out_everywhere(who.account.id).await?;
    } else {
        doors.store.sign_out(&who.token).await?;
    }
    let cookie = cookie::taken_back(&doors.app).ok_or(PageError::Ours("a cookie could not be made"))?;
    Ok(([(header::SET_COOKIE, cookie)], Redirect::to("/sign-in")).into_response())
}
