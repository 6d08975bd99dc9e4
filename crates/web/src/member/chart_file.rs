//! `GET …/chart.ndjson` and `…/chart.csv`: a member's own chart, whole: in the form that every Plumbline reads, and as a table.

use axum::http::header;
use axum::response::{IntoResponse, Response};

use crate::identity::At;
use crate::pages::{Page, PageError};

/// The file that every Plumbline reads.
pub(crate) async fn show(at: At) -> Page {
    let file = chart::write(&at.chart().await?).map_err(|_| NOT_WRITTEN)?;
    Ok(saved(file, "application/x-ndjson", "attachment; filename=\"chart.ndjson\""))
}

/// The same as a table.
pub(crate) async fn table(at: At) -> Page {
    let file = chart::table(&at.chart().await?).map_err(|_| NOT_WRITTEN)?;
    Ok(saved(file, "text/csv; charset=utf-8", "attachment; filename=\"chart.csv\""))
}

const NOT_WRITTEN: PageError = PageError::Ours("a chart could not be written");

fn saved(file: String, media_type: &'static str, attached: &'static str) -> Response {
    ([(header::CONTENT_TYPE, media_type), (header::CONTENT_DISPOSITION, attached)], file).into_response()
}
