//! The documents: handout, with what a block that keeps has besides, waiting card and letter.
//!
//! Each is the template of its name in `templates/`, given the content, the sheet and the words of its
//! language.

use outcomes::{Handout, Keeping, Letter, WaitingCard};
use serde::Serialize;
use serde_json::{Value, json};

use crate::PaperError;
use crate::printable::make_printable;
use crate::typeset;

/// The sheet to print on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Paper {
    /// 210 × 297 mm, most of the world.
    #[serde(rename = "a4")]
    A4,
    /// 8.5 × 11 inches, Canada and the United States.
    #[serde(rename = "us-letter")]
    Letter,
}

/// A programme to take home: safety card first, then the days, then how to do each move.
///
/// One week is set day by day with room to write; more weeks as one table each.
pub fn handout_pdf(handout: &Handout, paper: Paper) -> Result<Vec<u8>, PaperError> {
    make("handout.typ", &handout.language, paper, handout)
}

/// The same for a block that keeps what was reached, with its check-ins and the way back after a flare.
pub fn keeping_pdf(handout: &Handout, keeping: &Keeping, paper: Paper) -> Result<Vec<u8>, PaperError> {
    make("keeping.typ", &handout.language, paper, &Kept { handout, keeping })
}

/// What `keeping.typ` reads: the handout, and what belongs to it besides.
#[derive(Serialize)]
pub(crate) struct Kept<'a> {
    #[serde(flatten)]
    pub(crate) handout: &'a Handout,
    pub(crate) keeping: &'a Keeping,
}

/// The card for the days until a clinician has been seen, with the letter on its own page behind it.
pub fn waiting_pdf(card: &WaitingCard, paper: Paper) -> Result<Vec<u8>, PaperError> {
    make("waiting.typ", &card.language, paper, card)
}

/// A letter to a clinician, urgency first.
pub fn letter_pdf(letter: &Letter, paper: Paper) -> Result<Vec<u8>, PaperError> {
    make("letter.typ", &letter.language, paper, letter)
}

/// Sets and writes one document.
fn make(
    template: &str,
    language: &str,
    paper: Paper,
    content: &impl Serialize,
) -> Result<Vec<u8>, PaperError> {
    let sheet = sheet(language, paper, content)?;
    let document = typeset::set(template, sheet.clone())?;
    typeset::pdf(&document, sheet)
}

/// Everything that a template reads, as JSON.
fn sheet(language: &str, paper: Paper, content: &impl Serialize) -> Result<String, PaperError> {
    let mut content = serde_json::to_value(content).map_err(PaperError::Content)?;
    make_printable(&mut content);
    let (primary, region) = subtags(language);
    let sheet: Value = json!({
        "paper": paper,
        "words": words(language, primary)?,
        "language": primary,
        "region": region,
        "content": content,
    });
    Ok(sheet.to_string())
}

/// The file with the words of `language`: of its region if there is one, else of the language at large.
fn words(language: &str, primary: &str) -> Result<String, PaperError> {
    [language, primary]
        .map(|tag| format!("words/{tag}.json"))
        .into_iter()
        .find(|path| typeset::is_embedded(path))
        .ok_or_else(|| PaperError::NoWords { language: language.to_owned() })
}

/// The primary language of a BCP 47 tag, and its region if it names one.
fn subtags(language: &str) -> (&str, Option<&str>) {
    let mut subtags = language.split('-');
    let primary = subtags.next().unwrap_or_default();
    let region = subtags.find(|tag| tag.len() == 2 && tag.bytes().all(|byte| byte.is_ascii_alphabetic()));
    (primary, region)
}

#[cfg(test)]
mod tests;
