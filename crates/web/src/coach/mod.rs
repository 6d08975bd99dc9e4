//! The door of owners and coaches: who needs somebody today, one member's page, the programme to put in force. One page a file.

pub(crate) mod acknowledge;
mod block;
pub(crate) mod class;
pub(crate) mod harm;
pub(crate) mod incident;
pub(crate) mod invite;
pub(crate) mod member;
mod needs;
pub(crate) mod orders;
pub(crate) mod programme;
pub(crate) mod roster;
pub(crate) mod sheet;
pub(crate) mod timetable;
pub(crate) mod visit;
