//! The public door: a self-check that ends in a seven-day plan or in a clear hold, as plain HTML.
//!
//! A request goes [`routes`] → a file of `pages` → a template of `templates/pages`. The self-check itself is in
//! `check`: it reads what a form sent, and says which page comes next. What comes of the answers is worked out by
//! the pure crates, called from `made` alone. Every word is in `knowledge/text/<language>/pages.ftl`.
//!
//! Nothing a person answers is kept here, put into an address, or logged: answers travel in hidden fields of POST
//! forms and are checked afresh at every step. Everything works without script.

mod answers;
mod check;
mod frame;
mod headers;
mod made;
mod pages;
mod routes;
mod serve;
mod state;
mod statics;
#[cfg(test)]
mod tests;

pub use routes::router;
pub use serve::serve;
pub use state::{AppState, Clock, Studio};
