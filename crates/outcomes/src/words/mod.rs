//! Turns records into words: the one place where a decision becomes a sentence for a person.
//!
//! Every word comes from the text files by id. Nothing here decides anything, and no number stands here that is
//! not in the record.

mod adaptation;
mod answers;
mod calendar;
mod dates;
mod doses;
mod hold;
mod keeping;
mod letters;
mod observed;
mod offered;
mod programme;
mod reasons;
mod safety;
mod support;
mod waiting;
mod week;
mod whatif;

use assessment::Intake;
use knowledge::raw::Country;
use knowledge::{Locale, Pack, Signed};

pub use week::DayAtAGlance;

/// What is needed to say anything: the pack, the language, and the numbers to call.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    pack: &'a Pack,
    locale: Locale,
    country: Option<&'a Country>,
}

impl<'a> Words<'a> {
    /// Words in a language, with the numbers of a country; the default country when it is not known.
    pub fn new(pack: &'a Pack, locale: Locale, country: Option<&str>) -> Self {
        Self { pack, locale, country: pack.country(country) }
    }

    /// Words for the person behind an intake, with the numbers of their country.
    pub fn of(pack: &'a Pack, locale: Locale, intake: &Intake) -> Self {
        Self::new(pack, locale, intake.choice("country"))
    }

    /// The number for an emergency.
    pub fn emergency(&self) -> &'a str {
        self.country.map_or("112", |it| it.emergency.as_str())
    }

    /// The number for medical advice, where there is one.
    pub fn advice(&self) -> Option<&'a str> {
        self.country.and_then(|it| it.advice.as_deref())
    }

    /// The words for an id, with the numbers to call filled in.
    pub fn say(&self, id: &str) -> String {
        self.with(id, &[])
    }

    /// The words for an id, with blanks filled.
    pub fn with(&self, id: &str, blanks: &[(&str, &str)]) -> String {
        let numbers = [("emergency", self.emergency()), ("advice", self.advice().unwrap_or_default())];
        let all: Vec<(&str, &str)> = numbers.iter().chain(blanks).copied().collect();
        self.pack.text.say_with(self.locale, id, &all)
    }

    /// The words for an id, if there are any.
    pub fn find(&self, id: &str) -> Option<String> {
        self.pack.text.has(id).then(|| self.say(id))
    }

    /// The numbered attributes of a message.
    pub(crate) fn list(&self, message: &str, name: &str) -> Vec<String> {
        let numbers = [("emergency", self.emergency()), ("advice", self.advice().unwrap_or_default())];
        self.pack.text.list_with(self.locale, message, name, &numbers)
    }

    /// The status lines for something that rests on these items; none once every one of them is signed.
    pub fn status<'i>(&self, items: impl IntoIterator<Item = &'i str>) -> Vec<String> {
        self.status_with(items, Some("status-help"))
    }

    /// The status lines beside an emergency or an urgent hold, which says itself whom to see, and how soon.
    pub fn status_of_hold(&self) -> Vec<String> {
        self.status_with([], None)
    }

    /// The status lines of a letter: a doctor reads them, and is not told to see one.
    pub(crate) fn status_of_letter<'i>(&self, items: impl IntoIterator<Item = &'i str>) -> Vec<String> {
        self.status_with(items, Some("status-help-letter"))
    }

    fn status_with<'i>(&self, items: impl IntoIterator<Item = &'i str>, help: Option<&str>) -> Vec<String> {
        let mut items = items.into_iter().peekable();
        let signed = items.peek().is_some() && items.all(|it| self.pack.signed(it) == Signed::Valid);
        if signed {
            return Vec::new();
        }
        let lines = ["status-device", "status-diagnosis", "status-review"].into_iter().chain(help);
        lines.map(|id| self.say(id)).collect()
    }
}
