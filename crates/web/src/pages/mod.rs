//! The pages, one file each: what stands on it, its samples, and its handler.
//!
//! A page is a struct with a template of the same name in `templates/pages`. Handlers gather and pass on; nothing
//! is decided here.

use axum::response::Response;

pub(crate) mod about;
pub(crate) mod check;
pub(crate) mod downloads;
pub(crate) mod emergency;
pub(crate) mod error;
pub(crate) mod home;
pub(crate) mod incomplete;
pub(crate) mod landing;
pub(crate) mod learn;
pub(crate) mod more;
pub(crate) mod plan;
pub(crate) mod podcast;
pub(crate) mod question;
pub(crate) mod review;
pub(crate) mod safety;
pub(crate) mod share;
pub(crate) mod too_young;
pub(crate) mod urgent;
pub(crate) mod waiting;

pub(crate) use error::PageError;

/// What a handler gives back.
pub(crate) type Page = Result<Response, PageError>;

/// Every state of a page that looks different, for the tests that draw them all.
#[cfg(test)]
pub(crate) trait Samples: Sized {
    /// The states, each with a name.
    fn samples(words: crate::frame::Words) -> Vec<(&'static str, Self)>;
}
