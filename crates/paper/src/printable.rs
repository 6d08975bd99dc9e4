//! Makes any text safe to print: every letter has a glyph and every line can break.
//!
//! Three things are changed, and nothing else: white space of every kind becomes a plain space; control
//! letters, and those that reorder a line, are dropped; a letter that no embedded font has becomes U+FFFD, so
//! that the gap is seen. A run of more than [`RUN_MAX`] letters without a place to break gets invisible ones
//! (U+200B), else it would leave the page.

use serde_json::Value;

use crate::fonts;

/// The longest run of letters left whole. English and French words stay below it.
const RUN_MAX: usize = 24;

/// An invisible place where a line may break.
const BREAK: char = '\u{200B}';

/// Makes every string in `content` printable; keys stay as they are.
pub(crate) fn make_printable(content: &mut Value) {
    match content {
        Value::String(text) => *text = printable(text),
        Value::Array(items) => items.iter_mut().for_each(make_printable),
        Value::Object(fields) => fields.values_mut().for_each(make_printable),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The printable form of `text`.
fn printable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run = 0;
    for letter in text.chars() {
        let Some(letter) = shown(letter) else { continue };
        run = if letter == ' ' || letter == '-' { 0 } else { run + 1 };
        if run > RUN_MAX {
            out.push(BREAK);
            run = 1;
        }
        out.push(letter);
    }
    out
}

/// The letter to print for `letter`, or none.
fn shown(letter: char) -> Option<char> {
    match letter {
        // A no-break space keeps "5 kg" together; every other kind is a plain space.
        '\u{A0}' | '\u{202F}' => Some('\u{A0}'),
        _ if letter.is_whitespace() => Some(' '),
        _ if letter.is_control() || reorders(letter) => None,
        _ if fonts::has_glyph(letter) => Some(letter),
        _ => Some(char::REPLACEMENT_CHARACTER),
    }
}

/// Whether `letter` is invisible and changes how its neighbours are read: marks of direction and variants.
fn reorders(letter: char) -> bool {
    matches!(letter, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_words_and_markup_letters_stay_as_they_are() {
        let text =
            "Hold 6 seconds: #let x = [$a^2$] *not* _markup_ \\ @here <there> `code` // 5\u{A0}kg, Nguyễn";
        assert_eq!(printable(text), text);
    }

    #[test]
    fn a_long_run_may_break_and_reads_the_same() {
        let long = "https://example.invalid/a/very/long/address/without/any/space";
        let out = printable(long);
        assert!(out.contains(BREAK));
        assert_eq!(out.replace(BREAK, ""), long);
    }

    #[test]
    fn control_letters_go_and_missing_glyphs_show() {
        assert_eq!(printable("a\tb\nc\u{0}d\u{202E}e\u{1F9D8}"), "a b cde\u{FFFD}");
    }
}
