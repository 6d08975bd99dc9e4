//! A member's door: the health history, today's session behind the short check, "something is wrong", messages. One page a file.
//!
//! Each page opens for the member, and for somebody of the studio who enters for them ([`At`](crate::identity::At)): a member
//! with no phone is a full member.
//!
//! Must never: show a session before the short check of the day was answered (RF-41), or let an answer that stops the programme
//! go unkept.

pub(crate) mod after;
pub(crate) mod alarm;
pub(crate) mod asked;
pub(crate) mod chart_file;
pub(crate) mod classes;
pub(crate) mod erasure;
pub(crate) mod findings;
pub(crate) mod history;
pub(crate) mod home;
mod log;
pub(crate) mod measures;
pub(crate) mod messages;
pub(crate) mod paper;
pub(crate) mod papers;
pub(crate) mod progress;
pub(crate) mod session;
mod stands;
pub(crate) mod today;
pub(crate) mod typed;
pub(crate) mod warned;

pub(crate) use stands::{Hold, Running, Stands};
pub(crate) use today::{MICRO, decide};
pub(crate) use warned::raise;
