//! The ids of a store, one type each, so that a member's is never taken for an account's.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use std::sync::atomic::{AtomicU64, Ordering};
use uuid::Uuid;

use crate::error::StoreError;

/// Defines an id type over a UUID.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// A new one.
            pub fn fresh(now: Timestamp) -> Result<Self, StoreError> {
                fresh(now).map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, uuid::Error> {
                text.parse().map(Self)
            }
        }
    };
}

id! {
    /// Somebody who can sign in.
    AccountId
}
id! {
    /// A studio.
    StudioId
}
id! {
    /// A member of a studio: the person a chart is about.
    MemberId
}

id! {
    /// A class on a studio's timetable.
    ClassId
}

impl AccountId {
    /// The command line: nobody signs in as it.
    pub(crate) const OPERATOR: Self = Self(Uuid::nil());
}

/// How many bits behind the milliseconds count the ids of one millisecond (RFC 9562, section 6.2, method 1).
const COUNTER_BITS: u32 = 12;

/// A new UUID, version 7, for what happens at a moment. Of two that one process makes, the later one is the higher: entries that
/// happened in the same second keep their order.
pub fn fresh(now: Timestamp) -> Result<Uuid, StoreError> {
    static LAST: AtomicU64 = AtomicU64::new(0);
    let millis = u64::try_from(now.as_millisecond()).unwrap_or_default();
    let next = |last: u64| (last + 1).max(millis << COUNTER_BITS);
    let mut last = LAST.load(Ordering::Relaxed);
    while let Err(other) = LAST.compare_exchange_weak(last, next(last), Ordering::Relaxed, Ordering::Relaxed)
    {
        last = other;
    }
    let made = next(last);
    let mut bytes: [u8; 10] = random()?;
    let [.., high, low] = made.to_be_bytes();
    (bytes[0], bytes[1]) = (high & 0x0f, low);
    Ok(uuid::Builder::from_unix_timestamp_millis(made >> COUNTER_BITS, &bytes).into_uuid())
}

/// Random bytes of the machine.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], StoreError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| StoreError::NoRandomness)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::fresh;
    use jiff::Timestamp;

    #[test]
    fn ids_of_one_moment_are_in_the_order_in_which_they_were_made() {
        let now = Timestamp::from_second(1_800_000_000).unwrap();
        let ids: Vec<uuid::Uuid> = (0..10_000).map(|_| fresh(now).unwrap()).collect();
        assert!(ids.is_sorted_by(|one, other| one < other));
        assert!(ids.iter().all(|it| it.get_version_num() == 7));
        let (seconds, _) = ids[0].get_timestamp().unwrap().to_unix();
        assert!(seconds.abs_diff(1_800_000_000) <= 1);
    }
}
