//! The few files that pages load: one style sheet, three scripts, two fonts, one icon. All of them are built in.
//!
//! Their addresses carry a part of their hash, so that a browser may keep them for good and still never shows an
//! old one with a new page.

use axum::extract::Path;
use axum::http::header;
use axum::response::IntoResponse;

use crate::pages::{Page, PageError};

/// One file.
pub(crate) struct Static {
    /// Its name.
    pub(crate) name: &'static str,
    media_type: &'static str,
    pub(crate) bytes: &'static [u8],
}

macro_rules! file {
    ($name:literal, $media_type:literal) => {
        Static { name: $name, media_type: $media_type, bytes: include_bytes!(concat!("../static/", $name)) }
    };
}

/// Every file there is.
pub(crate) static FILES: [Static; 7] = [
    file!("plumbline.css", "text/css; charset=utf-8"),
    file!("counter.js", "text/javascript; charset=utf-8"),
    file!("timer.js", "text/javascript; charset=utf-8"),
    file!("print.js", "text/javascript; charset=utf-8"),
    file!("icon.svg", "image/svg+xml"),
    file!("fonts/atkinson-hyperlegible-regular.woff2", "font/woff2"),
    file!("fonts/atkinson-hyperlegible-bold.woff2", "font/woff2"),
];

/// The address of a file, with a mark that changes when the file does.
pub(crate) fn address(name: &str) -> String {
    let mark = FILES.iter().find(|it| it.name == name).map_or(0, |it| checksum(it.bytes));
    format!("/static/{name}?{mark:08x}")
}

/// FNV-1a. It tells versions apart and protects nothing.
fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

/// `GET /static/{*name}`: one of the files, to be kept by the browser for a year.
pub(crate) async fn show(Path(name): Path<String>) -> Page {
    let file = FILES.iter().find(|it| it.name == name).ok_or(PageError::NotFound)?;
    let headers = [
        (header::CONTENT_TYPE, file.media_type),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    Ok((headers, file.bytes).into_response())
}
