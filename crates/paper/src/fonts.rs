//! The embedded typefaces: Atkinson Hyperlegible, and `DejaVu` Sans for letters that it lacks.
//!
//! The machine's own fonts are never looked at: a page must come out the same everywhere.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// Every embedded font file, in order of preference.
static FILES: [&[u8]; 4] = [
    include_bytes!("../fonts/AtkinsonHyperlegible-Regular.ttf"),
    include_bytes!("../fonts/AtkinsonHyperlegible-Bold.ttf"),
    include_bytes!("../fonts/AtkinsonHyperlegible-Italic.ttf"),
    include_bytes!("../fonts/DejaVuSans-Fallback.ttf"),
];

static FONTS: LazyLock<Vec<Font>> =
    LazyLock::new(|| FILES.iter().filter_map(|file| Font::new(Bytes::new(*file), 0)).collect());

static BOOK: LazyLock<LazyHash<FontBook>> = LazyLock::new(|| LazyHash::new(FontBook::from_fonts(&*FONTS)));

/// What typst needs to know to choose among the fonts.
pub(crate) fn book() -> &'static LazyHash<FontBook> {
    &BOOK
}

/// The font at `index` in the book.
pub(crate) fn font(index: usize) -> Option<Font> {
    FONTS.get(index).cloned()
}

/// Whether any embedded font has a glyph for `letter`.
pub(crate) fn has_glyph(letter: char) -> bool {
    FONTS.iter().any(|font| font.info().coverage.contains(u32::from(letter)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_embedded_file_is_a_font() {
        assert_eq!(FONTS.len(), FILES.len());
    }

    #[test]
    fn french_vietnamese_and_ukrainian_names_have_glyphs() {
        for letter in "Œuvre Nguyễn Łukasz Олександр →□≥".chars() {
            assert!(has_glyph(letter), "{letter}");
        }
    }
}
