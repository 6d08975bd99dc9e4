//! For somebody who may be under eighteen: kind, and with a way to help.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

use crate::frame::{Frame, Words, html};

/// Why there is nothing here for young people, and where there is.
#[derive(Debug, Template)]
#[template(path = "pages/too_young.html")]
pub(crate) struct TooYoungPage {
    pub(crate) frame: Frame,
}

impl TooYoungPage {
    pub(crate) fn of(words: Words) -> Self {
        Self { frame: Frame::new(words, ["CT-16"]) }
    }

    /// Draws it.
    pub(crate) fn show(&self) -> Response {
        html(StatusCode::OK, self)
    }
}

#[cfg(test)]
impl super::Samples for TooYoungPage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        vec![("young", Self::of(words))]
    }
}
