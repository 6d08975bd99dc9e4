//! `GET /`: the studio's own page. Why exercise helps, what to expect, and the way into the self-check.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::Page;
use crate::frame::{Frame, html};
use crate::state::{AppState, Studio};

/// What the page says rests on these (clinical reference 8).
const USED: [&str; 5] = ["EF-01", "EF-05", "EF-10", "EF-11", "WS-03"];

/// Why exercise helps, what to expect, who we are.
#[derive(Debug, Template)]
#[template(path = "pages/landing.html")]
pub(crate) struct LandingPage {
    pub(crate) frame: Frame,
    pub(crate) studio: Studio,
    /// Whether members and coaches can sign in.
    pub(crate) signs_in: bool,
}

/// Shows the page.
pub(crate) async fn show(State(app): State<AppState>) -> Page {
    let studio = app.studio.clone();
    let signs_in = app.signs_in;
    Ok(html(StatusCode::OK, &LandingPage { frame: Frame::new(app.words(), USED), studio, signs_in }))
}

#[cfg(test)]
impl super::Samples for LandingPage {
    fn samples(words: crate::frame::Words) -> Vec<(&'static str, Self)> {
        let page = |studio: Studio| {
            let signs_in = studio.invented;
            Self { frame: Frame::new(words, USED), studio, signs_in }
        };
        let own = Studio {
            invented: false,
            address: Vec::new(),
            hours: Vec::new(),
            podcast: Some("https://studio.example/feed.xml".to_owned()),
            articles: Some("https://studio.example/articles".to_owned()),
            ..Studio::invented()
        };
        vec![("invented studio", page(Studio::invented())), ("own studio without an address", page(own))]
    }
}
