//! The doors: the public one, a member's, and the studio's, as plain HTML.
//!
//! A request goes [`routes`] → a handler → a template of the same name. `pages` is the **public door**: a self-check that ends in a
//! seven-day plan or in a clear hold. The self-check itself is in `check`: it reads what a form sent, and says which page comes
//! next. What comes of the answers is worked out by the pure crates, called from `made` alone. Behind signing in, `identity` says
//! who is there and what they may reach, `account` is signing in and joining, `member` the **member's door**, and `coach` that of
//! **coaches and owners**. Every word is in `knowledge/text/<language>`: `pages.ftl` and `studio.ftl`.
//!
//! At the public door nothing a person answers is kept, put into an address, or logged: answers travel in hidden fields of POST
//! forms and are checked afresh at every step. A member's answers are kept in their chart and nowhere else. Everything works
//! without script.

mod account;
mod answers;
mod check;
mod coach;
mod doors;
mod frame;
mod headers;
mod identity;
mod made;
mod member;
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
