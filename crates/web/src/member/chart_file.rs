//! `GET …/chart.ndjson`: a member's own chart, whole, in the form that every Plumbline reads.

use axum::http::header;
use axum::response::IntoResponse;

use crate::identity::At;
use crate::pages::{Page, PageError};

/// The file.
pub(crate) async fn show(at: At) -> Page {
    let entries = at.chart().await?;
    let file = chart::write(&entries).map_err(|_| PageError::Ours("a chart could not be written"))?;
    let headers = [
        (header::CONTENT_TYPE, "application/x-ndjson"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"chart.ndjson\""),
    ];
    Ok((headers, file).into_response())
}
