//! Every clinical fact, read from plain files and checked once.
//!
//! `raw` mirrors the files, `check` resolves every link and reports all faults at once, and [`Pack`] is what
//! the rest of Plumbline works with: immutable, with a content hash. Nothing here decides anything about a
//! person, and no clinical number stands in this code.

mod check;
mod fault;
mod files;
mod pack;
mod read;
mod sign;

pub mod expression;
pub mod raw;
pub mod text;

pub use fault::Fault;
pub use files::{Files, bundled_files};
pub use pack::{Effect, HighImpact, Hold, Outcome, Pack, Question, Rule};
pub use sign::{Signed, item_hash, signing_record};
pub use text::{Locale, Text};

use std::sync::OnceLock;

/// The pack that is built into the program, read and checked once.
pub fn bundled() -> Result<&'static Pack, &'static [Fault]> {
    static PACK: OnceLock<Result<Pack, Vec<Fault>>> = OnceLock::new();
    PACK.get_or_init(|| Pack::from_files(&bundled_files())).as_ref().map_err(Vec::as_slice)
}
