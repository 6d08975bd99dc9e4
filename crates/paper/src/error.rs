//! What can go wrong on the way to paper.
//!
//! Messages name the fault and never repeat what a person wrote, so that they may be logged.

/// Why a PDF or calendar file could not be made.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    /// The document's language has no file in `templates/words/`.
    #[error("there are no printed words for language \"{language}\"")]
    NoWords {
        /// The language asked for.
        language: String,
    },
    /// The content could not be handed to the template.
    #[error("the content could not be made ready for the template")]
    Content(#[source] serde_json::Error),
    /// A template or the typesetter refused.
    #[error("the page could not be set: {problems}")]
    Typesetting {
        /// The typesetter's own messages, joined.
        problems: String,
    },
    /// The time zone is not one of the IANA database.
    #[error("\"{zone}\" is not a known time zone")]
    Zone {
        /// The zone asked for.
        zone: String,
    },
    /// A session starts at no readable date and time.
    #[error("session {key} starts at \"{date}\" \"{time}\", which is not a date and a time")]
    Start {
        /// The session.
        key: String,
        /// Its date as given.
        date: String,
        /// Its time as given.
        time: String,
    },
    /// Two sessions share a key, so one would overwrite the other in a calendar.
    #[error("session {key} is there twice")]
    Twice {
        /// The key that is not unique.
        key: String,
    },
}
