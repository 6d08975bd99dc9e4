//! What people read: handouts, letters and cards, as plain words ready for a page, a PDF or a terminal.
//!
//! Everything here is text that has already been chosen and translated. Nothing here decides anything
//! clinical, and nothing here knows HTML, typst or terminals: those draw what stands here.

mod handout;

pub use handout::{
    CalendarSession, Day, Handout, Item, Letter, LetterPart, Move, Opportunity, SafetyCard, Session, WaitingCard, Week,
};
