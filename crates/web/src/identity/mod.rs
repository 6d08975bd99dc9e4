//! Who is at the door: the cookie that a browser is known by, the forms it sends, and what somebody may reach.
//!
//! Access is resolved once, into the [`store::Studio`] that a handler receives; what is not within it is a page that does not
//! exist. Nothing of this is ever logged.

mod at;
mod attempts;
pub(crate) mod cookie;
mod fields;
mod same_site;
mod signed_in;
mod staff;

pub(crate) use at::{At, last_seq};
pub(crate) use attempts::Attempts;
pub(crate) use fields::{ENTRY, Fields, SEEN, opened};
pub(crate) use same_site::refuse_other_sites;
pub(crate) use signed_in::{SignedIn, part};
pub(crate) use staff::Staff;
