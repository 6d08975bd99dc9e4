//! The planner's search against HiGHS: the same value in every tier, on members and on invented models.
//!
//! Each program is solved tier after tier; what one tier reaches is held for the next. Both answers are reckoned up by
//! the same arithmetic (`oracle::week`, `oracle::list`), which knows neither solver.

#[cfg(test)]
#[path = "../../solver/mod.rs"]
mod solver;

#[cfg(test)]
mod compare;
#[cfg(test)]
mod invented;
#[cfg(test)]
mod members;
