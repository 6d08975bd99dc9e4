//! The ids of a store, one type each, so that a member's is never taken for an account's.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
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

impl AccountId {
    /// The command line: nobody signs in as it.
    pub(crate) const OPERATOR: Self = Self(Uuid::nil());
}

/// A new UUID, version 7, for what happens at a moment.
pub fn fresh(now: Timestamp) -> Result<Uuid, StoreError> {
    let millis = u64::try_from(now.as_millisecond()).unwrap_or_default();
    Ok(uuid::Builder::from_unix_timestamp_millis(millis, &random()?).into_uuid())
}

/// Random bytes of the machine.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], StoreError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| StoreError::NoRandomness)?;
    Ok(bytes)
}
