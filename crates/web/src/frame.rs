//! What every page has around it: its language, its words, and the status banner.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use knowledge::{Locale, Pack, Signed};
use std::fmt::Display;

use crate::statics;

/// Behind which door a page stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Door {
    /// Open to everybody; nothing is kept.
    Public,
    /// A member's: what is told is kept in their chart, and their studio reads it.
    Member,
}

/// The pack's words in one language, at one door.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words {
    pub(crate) pack: &'static Pack,
    pub(crate) locale: Locale,
    pub(crate) door: Door,
}

impl Words {
    /// The words for `id`.
    pub(crate) fn say(self, id: &str) -> String {
        self.pack.text.say(self.locale, id)
    }

    /// The words for `id` with one blank filled.
    pub(crate) fn say1(self, id: &str, name: &str, value: impl Display) -> String {
        self.pack.text.say_with(self.locale, id, &[(name, &value.to_string())])
    }

    /// The words for `id` with blanks filled.
    pub(crate) fn say_with(self, id: &str, blanks: &[(&str, &str)]) -> String {
        self.pack.text.say_with(self.locale, id, blanks)
    }

    /// The words for `id`, if there are any.
    pub(crate) fn find(self, id: &str) -> Option<String> {
        self.pack.text.find(self.locale, id)
    }

    /// The words of `message.name-1`, `message.name-2`, ….
    pub(crate) fn list(self, message: &str, name: &str) -> Vec<String> {
        self.pack.text.list(self.locale, message, name)
    }
}

/// What every page has around its own content.
#[derive(Clone, Debug)]
pub(crate) struct Frame {
    pub(crate) words: Words,
    /// Whether the status banner stands on the page.
    pub(crate) banner: bool,
}

impl Frame {
    /// The frame of a page that rests on the items `used`: rules, questions, exercises, cards.
    pub(crate) fn new<'a>(words: Words, used: impl IntoIterator<Item = &'a str>) -> Self {
        Self { words, banner: banner_for(words.pack, used) }
    }

    /// The language of the page.
    pub(crate) fn language(&self) -> &'static str {
        self.words.locale.tag()
    }

    /// The words for `id`.
    pub(crate) fn say(&self, id: &str) -> String {
        self.words.say(id)
    }

    /// The words for `id` with one blank filled.
    pub(crate) fn say1(&self, id: &str, name: &str, value: impl Display) -> String {
        self.words.say1(id, name, value)
    }

    /// The words of `message.name-1`, `message.name-2`, ….
    pub(crate) fn list(&self, message: &str, name: &str) -> Vec<String> {
        self.words.list(message, name)
    }

    /// The words for one id at the public door, and for another where what is told is kept.
    pub(crate) fn by_door(&self, public: &str, kept: &str) -> String {
        self.say(if self.keeps() { kept } else { public })
    }

    /// Whether what is told on the page is kept.
    pub(crate) fn keeps(&self) -> bool {
        self.words.door == Door::Member
    }

    /// The words of one attribute of a message.
    pub(crate) fn part(&self, message: &str, name: &str) -> String {
        self.words.say(&format!("{message}.{name}"))
    }

    /// The address of a file that the page loads.
    #[expect(clippy::unused_self, reason = "templates reach everything through the frame")]
    pub(crate) fn file(&self, name: &str) -> String {
        statics::address(name)
    }
}

/// Whether a page that rests on `used` must say that no clinician has reviewed it.
///
/// It leaves a page only when every item is signed as it stands; a page that names no item keeps it.
pub(crate) fn banner_for<'a>(pack: &Pack, used: impl IntoIterator<Item = &'a str>) -> bool {
    let mut used = used.into_iter().peekable();
    used.peek().is_none() || used.any(|id| pack.signed(id) != Signed::Valid)
}

/// Draws a page. A page that cannot be drawn is a fault of ours.
pub(crate) fn html(status: StatusCode, page: &impl askama::Template) -> Response {
    match page.render() {
        Ok(body) => (status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], body).into_response(),
        Err(_) => crate::pages::PageError::Ours("a page could not be drawn").into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::banner_for;
    use crate::tests::pack;

    #[test]
    fn the_banner_stays_while_one_item_is_not_signed() {
        assert!(banner_for(pack(), ["RF-02", "RF-42"]), "nobody has signed anything");
        assert!(banner_for(pack(), []), "a page that names nothing has proven nothing");
    }
}
