//! The headers that every answer carries.
//!
//! They keep the browser from loading anything from elsewhere, from telling others where a person came from, and
//! from keeping what a person sent.

use axum::extract::Request;
use axum::http::Method;
use axum::http::header::{self, HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;

/// Everything from ourselves, nothing in frames, forms only back to us.
pub(crate) const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; \
                                 img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// Switched off: nothing here needs any of it.
const PERMISSIONS: &str = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

const ALWAYS: [(HeaderName, &str); 5] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (HeaderName::from_static("permissions-policy"), PERMISSIONS),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
];

/// Adds the headers. Whatever answers a POST is made from a person's answers and must not be stored anywhere.
pub(crate) async fn add(request: Request, next: Next) -> Response {
    let answers_inside = request.method() == Method::POST;
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in ALWAYS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if answers_inside || !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}
