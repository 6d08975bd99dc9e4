//! From clearance and findings to a programme, with a reason for every exercise that is in it or left out.
//!
//! In reading order: `permit` says what may be done at all, `dose` how much of it, `planner` makes the
//! weeks, `prescription` is the record it makes, and `validator` checks that record without sharing any
//! judgement with the rest. Everything is a pure function in whole numbers: the same input gives the same
//! prescription, byte by byte, on every platform.
//!
//! A [`Prescription`] can only be made by [`plan`], and [`plan`] asks for a `Clearance`: there is no other
//! way to a programme (invariant 1).

mod adaptation;
mod constraints;
mod dose;
pub mod exact;
mod permit;
mod planner;
pub mod planted;
mod prescription;
mod reason;
mod response;
mod session;
mod validator;
mod whatif;

pub use adaptation::{
    Action, Adapted, BlockDecision, Change, Changes, Content, Decision, Difference, DirectionalTest, Eased,
    Halt, HighStart, InForce, Needs, NextBlock, Order, Outcomes, Pair, Pin, Preference, Refusal, Screened,
    Told, Verdict, Wants, WeekChange, What, Wish, adapt, adapt_beyond, after_keeping, alarm_halts,
    differences, directions_offered, halted, high_start, next, next_block, next_by, next_in, overall_change,
    preference, refusal, session_halts, session_lights,
};
pub use dose::Dose;
pub use permit::Route;
pub use planner::{
    Afresh, Aims, Input, PlanError, Reached, Remembering, Request, Solver, plan, plan_by, plan_next,
    plan_next_by,
};
pub use prescription::{
    Choice, EffortCap, Item, MinimumSession, Prescription, Rationale, Role, Session, SessionKind, Week,
};
pub use reason::{Reason, Why};
pub use response::Light;
pub use session::{FollowUp, ItemLog, SESSION_FORM, SessionLog, SetLog};
pub use validator::{Problem, Violation, validate};
pub use whatif::{Fact, WhatIf, what_if};

#[cfg(test)]
mod tests;
