//! The exact part of planning: small models of one week as plain numbers, and a search that proves its answer.
//!
//! A week is decided in three steps, each of them solved exactly: the strength sessions ([`WeekModel`]), then the
//! poses of each mind–body session and the entries of the daily mobility set (each a [`ListModel`]). Aerobic sessions
//! follow rules and leave nothing to choose. The planner states the models and reads the answers; here nobody knows
//! what an exercise is. Values are vectors, one whole number for each aim of `planner.toml`, compared from the
//! first aim on; more is better. What the steps give up against one model of the whole programme stands in
//! `docs/decisions/0010-exact-week-planning.md`.
//!
//! Everything is public so that an independent solver can be shown the same models.

mod first;
mod frontier;
mod list;
mod needs;
mod search;
mod tables;
#[cfg(test)]
mod tests;
mod week;

pub use list::{ListItem, ListModel, ListSolution};
pub use search::{Pick, Solution};
pub use week::{Choice, Cover, Day, Share, Slot, WeekModel, Worth};

pub(crate) use week::COVERS;
