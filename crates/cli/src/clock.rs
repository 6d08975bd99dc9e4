//! The clock, read here alone, and only when the command line does not say what to use.

use clap::Args;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, Zoned};

use crate::print;
use crate::report::Failure;

/// The day, the zone and the first day to plan with.
#[derive(Args, Clone, Debug)]
pub(crate) struct When {
    /// The day to plan as of, instead of today.
    #[arg(long, value_name = "DATE", global = true)]
    as_of: Option<Date>,
    /// Time zone of the calendar, instead of this machine's: America/Toronto.
    #[arg(long, value_name = "ZONE", global = true)]
    tz: Option<String>,
    /// First day of the programme; otherwise the next Monday, or for seven days the next day.
    #[arg(long, value_name = "DATE", global = true)]
    start: Option<Date>,
}

/// What is planned with.
#[derive(Clone, Debug)]
pub(crate) struct Chosen {
    /// The day.
    pub(crate) as_of: Date,
    /// The name of the zone.
    pub(crate) zone: String,
    /// The first day of the programme.
    pub(crate) start: Date,
    /// What was read from the clock and the machine, to be printed.
    pub(crate) read: Option<String>,
}

impl When {
    /// Settles on a day alone, and prints it if the clock was read.
    pub(crate) fn day(&self) -> Result<Date, Failure> {
        let chosen = Self { start: None, ..self.clone() }.chosen(false)?;
        if self.as_of.is_none() {
            print::error(&format!("as of {}, time zone {}", chosen.as_of, chosen.zone));
        }
        Ok(chosen.as_of)
    }

    /// Settles on a day, a zone and a first day.
    pub(crate) fn chosen(&self, days_only: bool) -> Result<Chosen, Failure> {
        let zone = match &self.tz {
            None => TimeZone::system(),
            Some(name) => TimeZone::get(name).map_err(|_| {
                Failure::input(format!("`{name}` is not a time zone such as America/Toronto"))
            })?,
        };
        let as_of = self.as_of.unwrap_or_else(|| today(&zone));
        let start = self.start.unwrap_or_else(|| first_day(as_of, days_only));
        if start < as_of {
            return Err(Failure::input(format!("--start {start} lies before {as_of}")));
        }
        let name = zone.iana_name().unwrap_or("UTC").to_owned();
        let all_given = self.as_of.is_some() && self.tz.is_some() && self.start.is_some();
        let read = (!all_given).then(|| format!("as of {as_of}, time zone {name}, starting {start}"));
        Ok(Chosen { as_of, zone: name, start, read })
    }
}

/// The moment now, with its zone.
#[expect(clippy::disallowed_methods, reason = "the command line is where the clock is read")]
pub(crate) fn now(zone: &TimeZone) -> Zoned {
    Timestamp::now().to_zoned(zone.clone())
}

fn today(zone: &TimeZone) -> Date {
    now(zone).date()
}

/// The day after for a plan of days; the next Monday for a plan of weeks.
fn first_day(as_of: Date, days_only: bool) -> Date {
    let tomorrow = as_of.saturating_add(1.day());
    if days_only {
        return tomorrow;
    }
    let to_monday = (7 - i64::from(tomorrow.weekday().to_monday_zero_offset())) % 7;
    tomorrow.saturating_add(to_monday.days())
}
