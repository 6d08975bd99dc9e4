//! Signing in and out, joining a studio by its link, and choosing a new password by one. One page a file.

pub(crate) mod join;
pub(crate) mod recover;
pub(crate) mod sign_in;
pub(crate) mod sign_out;
pub(crate) mod studios;

use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use store::{AccountId, Token};

use crate::doors::Doors;
use crate::identity::cookie;
use crate::pages::PageError;

/// Begins a session and leads to the first page behind it.
async fn begin(doors: &Doors, account: AccountId) -> Result<Response, PageError> {
    let token: Token = doors.store.begin_session(account, doors.now()).await?;
    let cookie = cookie::given(&doors.app, &token).ok_or(PageError::Ours("a cookie could not be made"))?;
    Ok(([(header::SET_COOKIE, cookie)], Redirect::to("/home")).into_response())
}
