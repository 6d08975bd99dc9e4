//! `GET /safety`: the signs that need help straight away (RF-42), one tap from every page, and to be printed.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::Page;
use crate::frame::{Frame, Words, html};
use crate::state::AppState;

/// The signs, and the numbers of every country.
#[derive(Debug, Template)]
#[template(path = "pages/safety.html")]
pub(crate) struct SafetyPage {
    pub(crate) frame: Frame,
    /// The signs, one a line.
    pub(crate) signs: Vec<String>,
    /// When to stop exercising, one a line.
    pub(crate) stop: Vec<String>,
    /// Country, emergency number, number for advice.
    pub(crate) numbers: Vec<(String, String, Option<String>)>,
}

impl SafetyPage {
    fn of(words: Words) -> Self {
        let row = |it: &knowledge::raw::Country| {
            let country = words.say(&format!("q-country.choice-{}", it.code));
            (country, it.emergency.clone(), it.advice.clone())
        };
        // Nobody has said where they are, so no one country's number may stand in the sentences.
        let number = words.say("safety-your-number");
        let blanks = [("emergency", number.as_str())];
        Self {
            frame: Frame::new(words, ["RF-42", "RF-47"]),
            signs: words.pack.text.list_with(words.locale, "safety-card", "item", &blanks),
            stop: words.pack.text.list_with(words.locale, "stop-now", "item", &blanks),
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
