//! Dates in words.

use jiff::civil::Date;

use super::Words;

impl Words<'_> {
    /// "22 November 2026".
    pub fn date(&self, date: Date) -> String {
        let month = self.say(&format!("month-{}", date.month()));
        let (day, year) = (date.day().to_string(), date.year().to_string());
        // A year is a name, not an amount: the no-break mark keeps Fluent from grouping its digits.
        self.with("date", &[("day", &day), ("month", &month), ("year", &format!("{year}\u{2060}"))])
            .replace('\u{2060}', "")
    }

    /// "Monday 23 November".
    pub fn weekday(&self, date: Date) -> String {
        let weekday = self.say(&format!("weekday-{}", date.weekday().to_monday_one_offset()));
        let month = self.say(&format!("month-{}", date.month()));
        self.with("day-title", &[("weekday", &weekday), ("day", &date.day().to_string()), ("month", &month)])
    }
}
