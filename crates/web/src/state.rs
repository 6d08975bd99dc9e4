//! What the pages are given from outside: knowledge, the time, and who runs this door.
//!
//! Nothing of a person's is ever held here.

use jiff::Zoned;
use jiff::civil::Date;
use knowledge::{Locale, Pack};
use std::sync::Arc;

use crate::frame::{Door, Words};

/// Tells the time, with its zone. The command line makes the real one; tests make one that stands still.
pub trait Clock: Send + Sync {
    /// The moment, in the time zone in which plans are made.
    fn now(&self) -> Zoned;
}

impl<F: Fn() -> Zoned + Send + Sync> Clock for F {
    fn now(&self) -> Zoned {
        self()
    }
}

/// What every page is made from.
#[derive(Clone)]
pub struct AppState {
    /// Everything Plumbline knows.
    pub pack: &'static Pack,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// The address at which people reach this door, without a slash at its end: `https://back.example.org`.
    pub public_address: String,
    /// Whether that address was given by whoever runs this door. One that was not is the server's own, and is never printed.
    pub address_given: bool,
    /// Who runs it.
    pub studio: Studio,
    /// Whether somebody can sign in here.
    pub(crate) signs_in: bool,
    /// Where a fault of ours is reported, once. It never holds anything a person sent.
    pub report: fn(&str),
}

impl AppState {
    /// A door of the invented example studio that reports its faults nowhere.
    pub fn new(pack: &'static Pack, clock: Arc<dyn Clock>, public_address: impl Into<String>) -> Self {
        let public_address = public_address.into().trim_end_matches('/').to_owned();
        let studio = Studio::invented();
        Self { pack, clock, public_address, address_given: true, studio, signs_in: false, report: |_| {} }
    }

    /// The pack's words in the reader's language; English alone, so far.
    pub(crate) fn words(&self) -> Words {
        self.words_of(Door::Public)
    }

    /// The same at one door.
    pub(crate) fn words_of(&self, door: Door) -> Words {
        Words { pack: self.pack, locale: Locale::En, door }
    }

    /// The day.
    pub(crate) fn today(&self) -> Date {
        self.clock.now().date()
    }
}

impl std::fmt::Debug for AppState {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AppState").field("public_address", &self.public_address).finish_non_exhaustive()
    }
}

/// The studio or practice that runs this door, as its own page names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Studio {
    /// Its name.
    pub name: String,
    /// Its postal address, line by line.
    pub address: Vec<String>,
    /// Its telephone number.
    pub telephone: String,
    /// Its mail address.
    pub mail: String,
    /// When it is open, line by line.
    pub hours: Vec<String>,
    /// A podcast feed of its own, shown in the place of the one that is built in.
    pub podcast: Option<String>,
    /// A page with articles of its own.
    pub articles: Option<String>,
    /// Whether these details are made up, which the page then says.
    pub invented: bool,
}

impl Studio {
    /// Details that stand in until somebody enters their own, and are marked as invented.
    pub fn invented() -> Self {
        Self {
            name: "Lindenhof Movement Studio".to_owned(),
            address: vec!["12 Example Street".to_owned(), "Exampleton".to_owned()],
            telephone: "555-0100".to_owned(),
            mail: "studio@example.invalid".to_owned(),
            hours: vec!["Monday to Friday, 9 to 18".to_owned()],
            podcast: None,
            articles: None,
            invented: true,
        }
    }

    /// The telephone number as a telephone dials it: its digits, with a plus before them if it has one.
    pub(crate) fn dialled(&self) -> String {
        let begins = self.telephone.trim_start().starts_with('+');
        let digits = self.telephone.chars().filter(char::is_ascii_digit);
        begins.then_some('+').into_iter().chain(digits).collect()
    }
}
