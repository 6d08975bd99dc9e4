//! `GET /podcast.xml`: the education cards as a feed. There is no sound yet, and the feed says so.

use askama::Template;
use axum::extract::State;
use axum::http::header;
use axum::response::IntoResponse;

use super::learn::{paragraphs, titles};
use super::{Page, PageError};
use crate::frame::{Frame, Words};
use crate::state::AppState;

/// The feed.
#[derive(Debug, Template)]
#[template(path = "pages/podcast.xml", escape = "html")]
pub(crate) struct Podcast {
    pub(crate) frame: Frame,
    pub(crate) address: String,
    pub(crate) episodes: Vec<Episode>,
}

/// One card.
#[derive(Debug)]
pub(crate) struct Episode {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) words: String,
}

impl Podcast {
    pub(crate) fn of(words: Words, address: &str) -> Self {
        let episode = |(id, title): (String, String)| {
            let text = paragraphs(&words.say(&format!("{id}.body"))).join(" ");
            Episode { words: text, title, id }
        };
        let ids = words.pack.education.iter().map(|it| it.id.as_str());
        Self {
            frame: Frame::new(words, ids),
            address: address.to_owned(),
            episodes: titles(words).into_iter().map(episode).collect(),
        }
    }
}

/// Shows the feed.
pub(crate) async fn feed(State(app): State<AppState>) -> Page {
    let feed = Podcast::of(app.words(), &app.public_address);
    let feed = feed.render().map_err(|_| PageError::Ours("the feed could not be drawn"))?;
    Ok(([(header::CONTENT_TYPE, "application/rss+xml; charset=utf-8")], feed).into_response())
}
