//! Charts, members and accounts on SQLite and on PostgreSQL, behind one repository.
//!
//! A [`Store`] is opened at a [`Place`]. Somebody's session gives their [`Access`] to a studio, and [`Store::studio`] gives the
//! [`Studio`] that a handler works with: what is not within the access does not exist in it. A chart only ever grows
//! ([`Studio::append`]); the card that lists show is folded from it in the same transaction and can be folded again at any time
//! ([`Studio::verify`]).
//!
//! To add a table: write the next migration in `migrations/`, list the table in `migrations.rs`, class its columns in
//! `privacy.toml`, and say in `tests/conformance` what must hold of it on both databases.
//!
//! Nothing here decides anything clinical, reads a clock, or writes a log.

mod access;
mod accounts;
mod appending;
mod chart;
mod classes;
mod database;
mod erasure;
mod error;
mod ids;
mod invitations;
mod keys;
mod migrations;
mod packages;
mod place;
mod recovery;
mod store;
mod studio;
mod verify;
mod writer;

pub use access::{Access, By, StudioRole};
pub use accounts::{Account, PASSWORD_CHARS, Token};
pub use appending::{Draft, Kept, Refused};
pub use classes::{Booking, Class, NewClass, NotBooked, Turn};
pub use error::{StoreError, Stored};
pub use ids::{AccountId, ClassId, MemberId, StudioId, fresh};
pub use invitations::NotJoined;
pub use packages::{Package, Packages};
pub use place::Place;
pub use store::Store;
pub use studio::{Member, Studio};
