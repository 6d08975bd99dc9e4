//! The body's answer to a session: a light for each exercise and for the whole, with what it rests on.

mod baseline;
mod light;

pub(crate) use baseline::Mornings;
pub use light::Light;
pub(crate) use light::{Readings, Said, in_words, light};
