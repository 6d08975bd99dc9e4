//! Wrong passwords are counted for each mail address, so that nobody can try them all.
//!
//! The count is kept in memory alone: it need not outlive the server, and several servers each count their own.

use jiff::{Timestamp, ToSpan};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Wrong passwords for one address within the time before nobody is let in by it.
const WRONG_MAX: usize = 10;
/// The time, in minutes.
const WITHIN_MINUTES: i64 = 15;
/// Addresses that are counted at once; the oldest are forgotten first.
const ADDRESSES_MAX: usize = 10_000;

/// Wrong passwords of late. There is no `Debug`: mail addresses stand in it.
#[derive(Clone, Default)]
pub(crate) struct Attempts(Arc<Mutex<BTreeMap<String, Vec<Timestamp>>>>);

impl Attempts {
    /// Whether somebody may try a password for an address now.
    pub(crate) fn may_try(&self, mail: &str, now: Timestamp) -> bool {
        let since = now.saturating_sub(WITHIN_MINUTES.minutes()).unwrap_or(now);
        let wrong = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let of_late = wrong.get(&key(mail)).map_or(0, |it| it.iter().filter(|it| **it > since).count());
        of_late < WRONG_MAX
    }

    /// Counts a wrong password.
    pub(crate) fn was_wrong(&self, mail: &str, now: Timestamp) {
        let since = now.saturating_sub(WITHIN_MINUTES.minutes()).unwrap_or(now);
        let mut wrong = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if wrong.len() >= ADDRESSES_MAX {
            wrong.retain(|_, times| times.last().is_some_and(|it| *it > since));
        }
        let times = wrong.entry(key(mail)).or_default();
        times.retain(|it| *it > since);
        times.push(now);
    }
}

/// An address as it is counted, in no more letters than one has.
fn key(mail: &str) -> String {
    mail.trim().to_lowercase().chars().take(200).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_wrong_passwords_close_an_address_for_a_quarter_of_an_hour() {
        let (attempts, now) = (Attempts::default(), Timestamp::UNIX_EPOCH);
        for _ in 0..WRONG_MAX {
            assert!(attempts.may_try("a@example.invalid", now));
            attempts.was_wrong("A@example.invalid ", now);
        }
        assert!(!attempts.may_try("a@example.invalid", now + 14.minutes()));
        assert!(attempts.may_try("a@example.invalid", now + 16.minutes()));
        assert!(attempts.may_try("b@example.invalid", now), "nobody else is shut out");
    }
}
