//! The cookie that a browser is known by.
//!
//! Scripts cannot read it, and a form on another site is not sent with it. It goes over an encrypted line alone wherever the door
//! is reached over one.

use axum::http::{HeaderMap, HeaderValue, header};
use store::Token;

use crate::state::AppState;

/// Its name.
const NAME: &str = "plumbline";
/// How long a browser keeps it, in seconds; the session behind it ends no later.
const SECONDS: u32 = 30 * 24 * 60 * 60;

/// What the browser holds.
pub(crate) fn token(headers: &HeaderMap) -> Option<Token> {
    let pairs = headers.get_all(header::COOKIE).iter().filter_map(|it| it.to_str().ok());
    let own = pairs.flat_map(|it| it.split(';')).filter_map(|it| it.trim().split_once('='));
    own.filter(|(name, _)| *name == NAME).map(|(_, text)| Token::sent(text)).next()
}

/// The header that hands it out.
pub(crate) fn given(app: &AppState, token: &Token) -> Option<HeaderValue> {
    value(app, token.text(), SECONDS)
}

/// The header that takes it back.
pub(crate) fn taken_back(app: &AppState) -> Option<HeaderValue> {
    value(app, "", 0)
}

fn value(app: &AppState, text: &str, seconds: u32) -> Option<HeaderValue> {
    let secure = if app.public_address.starts_with("https://") { "; Secure" } else { "" };
    let cookie = format!("{NAME}={text}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}");
    let mut value = HeaderValue::from_str(&cookie).ok()?;
    value.set_sensitive(true);
    Some(value)
}
