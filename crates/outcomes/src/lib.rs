//! What people read: handouts, letters and cards, as plain words ready for a page, a PDF or a terminal.
//!
//! `words` turns records into sentences; `handout` holds the shapes they fill. Nothing here decides anything
//! clinical, and nothing here knows HTML, typst or terminals: those draw what stands here.

mod handout;
mod words;

pub use handout::{
    CalendarSession, Day, Handout, Item, Keeping, Letter, LetterPart, Move, OfferedLetter, Opportunity,
    SafetyCard, Session, Support, WaitingCard, Week,
};
pub use words::{DayAtAGlance, Words};
