//! From clearance and findings to a programme, with a reason for every exercise that is in it or left out.
//!
//! In reading order: `permit` says what may be done at all, `dose` how much of it, `planner` makes the
//! weeks, `prescription` is the record it makes, and `validator` checks that record without sharing any
//! judgement with the rest. Everything is a pure function in whole numbers: the same input gives the same
//! prescription, byte by byte, on every platform.
//!
//! A [`Prescription`] can only be made by [`plan`], and [`plan`] asks for a `Clearance`: there is no other
//! way to a programme (invariant 1).

mod constraints;
mod dose;
mod permit;
mod planner;
mod prescription;
mod reason;
mod validator;

pub use dose::Dose;
pub use permit::Route;
pub use planner::{Aims, Input, PlanError, Reached, Request, plan};
pub use prescription::{
    Choice, EffortCap, Item, MinimumSession, Prescription, Rationale, Role, Session, SessionKind, Week,
};
pub use reason::{Reason, Why};
pub use validator::{Problem, Violation, validate};

#[cfg(test)]
mod tests;
