//! `GET /learn` and `GET /learn/{card}`: the education cards (G-12).

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;

use super::{Page, PageError};
use crate::frame::{Frame, Words, html};
use crate::state::AppState;

/// All cards.
#[derive(Debug, Template)]
#[template(path = "pages/learn.html")]
pub(crate) struct LearnPage {
    pub(crate) frame: Frame,
    /// Id and title.
    pub(crate) cards: Vec<(String, String)>,
}

/// One card.
#[derive(Debug, Template)]
#[template(path = "pages/card.html")]
pub(crate) struct CardPage {
    pub(crate) frame: Frame,
    pub(crate) title: String,
    /// One paragraph a line.
    pub(crate) body: Vec<String>,
    /// One small thing to try.
    pub(crate) try_this: Option<String>,
    /// Where it comes from.
    pub(crate) sources: Vec<String>,
    /// Id and title of the card after it.
    pub(crate) next: Option<(String, String)>,
}

impl LearnPage {
    fn of(words: Words) -> Self {
        let ids = words.pack.education.iter().map(|it| it.id.as_str());
        Self { frame: Frame::new(words, ids), cards: titles(words) }
    }
}

impl CardPage {
    fn of(words: Words, id: &str) -> Option<Self> {
        let cards = &words.pack.education;
        let at = cards.iter().position(|it| it.id.as_str() == id)?;
        let sources = cards[at].evidence.source.iter().filter_map(|it| words.pack.references.get(it));
        Some(Self {
            frame: Frame::new(words, [id]),
            title: words.say(&format!("{id}.title")),
            body: paragraphs(&words.say(&format!("{id}.body"))),
            try_this: words.find(&format!("{id}.try")),
            sources: sources.map(|it| it.citation.clone()).collect(),
            next: titles(words).into_iter().nth(at + 1),
        })
    }
}

/// Id and title of every card.
pub(crate) fn titles(words: Words) -> Vec<(String, String)> {
    let title = |id: &str| (id.to_owned(), words.say(&format!("{id}.title")));
    words.pack.education.iter().map(|it| title(it.id.as_str())).collect()
}

/// The paragraphs of a text; a bracketed one stays bracketed.
pub(crate) fn paragraphs(text: &str) -> Vec<String> {
    let brackets: &[char] = &['⟦', '⟧'];
    let bracketed = text.starts_with('⟦');
    let parts = text.trim_matches(brackets).split("\n\n").map(str::trim).filter(|it| !it.is_empty());
    parts.map(|it| if bracketed { format!("⟦{it}⟧") } else { it.to_owned() }).collect()
}

/// Shows all cards.
pub(crate) async fn list(State(app): State<AppState>) -> Page {
    Ok(html(StatusCode::OK, &LearnPage::of(app.words())))
}

/// Shows one card.
pub(crate) async fn card(State(app): State<AppState>, Path(id): Path<String>) -> Page {
    let page = CardPage::of(app.words(), &id).ok_or(PageError::NotFound)?;
    Ok(html(StatusCode::OK, &page))
}

#[cfg(test)]
impl super::Samples for LearnPage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        vec![("all", Self::of(words))]
    }
}

#[cfg(test)]
impl super::Samples for CardPage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        words
            .pack
            .education
            .iter()
            .filter_map(|it| Some(("card", Self::of(words, it.id.as_str())?)))
            .collect()
    }
}
