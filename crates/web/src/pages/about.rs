//! `GET /about`: what Plumbline is and is not, who has reviewed it, and what happens to answers.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use knowledge::Signed;

use super::Page;
use crate::frame::{Frame, Words, html};
use crate::state::AppState;

/// The status of all this.
#[derive(Debug, Template)]
#[template(path = "pages/about.html")]
pub(crate) struct AboutPage {
    pub(crate) frame: Frame,
    /// How many items there are.
    pub(crate) items: usize,
    /// How many of them are signed as they stand.
    pub(crate) signed: usize,
    /// The fingerprint of the knowledge in use.
    pub(crate) pack: String,
}

impl AboutPage {
    fn of(words: Words) -> Self {
        let items = words.pack.items();
        let signed = items.iter().filter(|(id, ..)| words.pack.signed(id) == Signed::Valid).count();
        Self {
            frame: Frame::new(words, items.iter().map(|(id, ..)| id.as_str())),
            items: items.len(),
            signed,
            pack: words.pack.hash.chars().take(12).collect(),
        }
    }
}

/// Shows the status.
pub(crate) async fn show(State(app): State<AppState>) -> Page {
    Ok(html(StatusCode::OK, &AboutPage::of(app.words())))
}

#[cfg(test)]
impl super::Samples for AboutPage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        vec![("status", Self::of(words)), ("some signed", Self { signed: 3, ..Self::of(words) })]
    }
}
