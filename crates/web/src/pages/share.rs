//! `GET /share`: how to pass this on. What is passed on is always the self-check, never anybody's plan.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::Page;
use crate::frame::{Frame, Words, html};
use crate::state::AppState;

/// The address of the self-check.
#[derive(Debug, Template)]
#[template(path = "pages/share.html")]
pub(crate) struct SharePage {
    pub(crate) frame: Frame,
    pub(crate) address: String,
    /// A link that opens a mail with the address in it.
    pub(crate) mail: String,
}

impl SharePage {
    fn of(words: Words, public_address: &str) -> Self {
        let address = format!("{public_address}/check");
        let subject = encoded(&words.say("share-mail-subject"));
        let body = encoded(&words.say1("share-mail-body", "address", &address));
        Self { frame: Frame::new(words, []), address, mail: format!("mailto:?subject={subject}&body={body}") }
    }
}

/// Text as it stands in an address (RFC 3986).
fn encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    let one = |byte: u8| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    text.bytes().map(one).collect()
}

/// Shows the address.
pub(crate) async fn show(State(app): State<AppState>) -> Page {
    Ok(html(StatusCode::OK, &SharePage::of(app.words(), &app.public_address)))
}

#[cfg(test)]
impl super::Samples for SharePage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        vec![("address", Self::of(words, "https://back.example.org"))]
    }
}
