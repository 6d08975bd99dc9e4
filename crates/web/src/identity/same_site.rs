//! Forms of other sites are refused.
//!
//! The cookie is not sent with them in the first place (`SameSite`); a browser that also says where a form stands is believed.

use axum::extract::Request;
use axum::http::Method;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::pages::PageError;

/// Refuses what a browser says was sent from a page of another site.
pub(crate) async fn refuse_other_sites(request: Request, next: Next) -> Response {
    let from = request.headers().get("sec-fetch-site").and_then(|it| it.to_str().ok());
    let is_ours = matches!(from, None | Some("same-origin" | "none"));
    if request.method() == Method::POST && !is_ours {
        return PageError::Elsewhere.into_response();
    }
    next.run(request).await
}
