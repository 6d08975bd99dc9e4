//! Programmes, cards and letters on paper, and sessions in a calendar.
//!
//! The words arrive ready chosen from [`outcomes`]; this crate gives them a page. [`handout_pdf`],
//! [`keeping_pdf`], [`waiting_pdf`] and [`letter_pdf`] make tagged PDF files (PDF/UA-1) through typst, from the templates in
//! `templates/` and the fonts in `fonts/`; [`calendar()`] makes an iCalendar file. Everything needed is
//! embedded: no function here reads a clock, a file or the network, and the same input gives the same bytes.
//!
//! To add a language, add `templates/words/<language>.json`; nothing else changes.
//!
//! Text never becomes markup: it reaches the templates as data. Nothing of one document is kept once it is
//! made.

mod calendar;
mod documents;
mod error;
mod fonts;
mod printable;
#[cfg(test)]
mod sample;
mod typeset;
mod zone;

pub use calendar::calendar;
pub use documents::{Paper, handout_pdf, keeping_pdf, letter_pdf, waiting_pdf};
pub use error::PaperError;
