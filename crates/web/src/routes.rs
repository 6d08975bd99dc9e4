//! Every address of the public door.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, post};

use crate::pages::{about, check, downloads, error, landing, learn, podcast, safety, share};
use crate::state::AppState;
use crate::{headers, statics};

/// The most that any form here sends, several times over.
const BODY_BYTES_MAX: usize = 64 * 1024;

/// The public door.
pub fn router(state: AppState) -> Router {
    Router::new()
        .route("/", get(landing::show))
        .route("/check", get(check::start).post(check::step))
        .route("/plan.pdf", post(downloads::plan_pdf))
        .route("/plan.ics", post(downloads::plan_calendar))
        .route("/card.pdf", post(downloads::waiting_pdf))
        .route("/letter.pdf", post(downloads::letter_pdf))
        .route("/letter-inflammation.pdf", post(downloads::inflammation_pdf))
        .route("/letter-mood.pdf", post(downloads::mood_pdf))
        .route("/learn", get(learn::list))
        .route("/learn/{card}", get(learn::card))
        .route("/safety", get(safety::show))
        .route("/about", get(about::show))
        .route("/share", get(share::show))
        .route("/podcast.xml", get(podcast::feed))
        .route("/static/{*name}", get(statics::show))
        .fallback(error::not_found)
        .method_not_allowed_fallback(error::wrong_method)
        .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
        .layer(from_fn_with_state(state.clone(), error::dress))
        .layer(from_fn(headers::add))
        .with_state(state)
}
