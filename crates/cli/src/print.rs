//! The two ways out: words on standard output, errors on standard error.

use std::io::Write as _;

/// Prints a line. A reader that has gone away (`| head`) is no error.
pub(crate) fn line(text: &str) {
    let _ = writeln!(std::io::stdout(), "{text}");
}

/// Prints a text that has its own ends of lines.
pub(crate) fn text(text: &str) {
    let _ = write!(std::io::stdout(), "{text}");
}

/// Prints a line of an error or a note.
pub(crate) fn error(text: &str) {
    let _ = writeln!(std::io::stderr(), "{text}");
}
