//! `GET /safety`: the signs that need help straight away (RF-42), one tap from every page, and to be printed.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use outcomes::SafetyCard;

use super::Page;
use crate::frame::{Frame, Words, html};
use crate::made;
use crate::state::AppState;

/// The card, and the numbers of every country.
#[derive(Debug, Template)]
#[template(path = "pages/safety.html")]
pub(crate) struct SafetyPage {
    pub(crate) frame: Frame,
    pub(crate) card: SafetyCard,
    /// Country, emergency number, number for advice.
    pub(crate) numbers: Vec<(String, String, Option<String>)>,
}

impl SafetyPage {
    fn of(words: Words) -> Self {
        let row = |it: &knowledge::raw::Country| {
            let country = words.say(&format!("q-country.choice-{}", it.code));
            (country, it.emergency.clone(), it.advice.clone())
        };
        Self {
            frame: Frame::new(words, ["RF-42", "RF-47"]),
            card: made::safety_card(words, None),
            numbers: words.pack.countries.country.iter().map(row).collect(),
        }
    }
}

/// Shows the card.
pub(crate) async fn show(State(app): State<AppState>) -> Page {
    Ok(html(StatusCode::OK, &SafetyPage::of(app.words())))
}

#[cfg(test)]
impl super::Samples for SafetyPage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        vec![("card", Self::of(words))]
    }
}
