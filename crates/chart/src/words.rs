//! How long people's words may be.

/// The most characters of a text that somebody writes.
const TEXT_CHARS_MAX: usize = 2000;
/// The most characters of a name, a number or a version.
const LINE_CHARS_MAX: usize = 200;

/// Why a text cannot be kept. The text is not repeated: it may say things that belong nowhere else.
pub(crate) fn fault_of(what: &str, text: &str) -> Option<String> {
    fault_within(what, text, TEXT_CHARS_MAX)
}

/// The same of a name, a number or a version.
pub(crate) fn fault_of_line(what: &str, text: &str) -> Option<String> {
    fault_within(what, text, LINE_CHARS_MAX)
}

fn fault_within(what: &str, text: &str, chars_max: usize) -> Option<String> {
    let chars = text.chars().count();
    if text.trim().is_empty() {
        Some(format!("{what} is empty"))
    } else if chars > chars_max {
        Some(format!("{what} has {chars} characters; at most {chars_max} are kept"))
    } else {
        None
    }
}
