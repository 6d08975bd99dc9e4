//! Virtual members who live by the engine's programmes: does it keep what it promises, with thousands of people who get
//! worse, forget, err and fall ill?
//!
//! In reading order: `world` is the invented world, all of whose numbers are assumptions (`docs/simulator.toml`); `member`
//! draws somebody, with a hidden `truth`; `doing` is what really happens in a session and `telling` what is told of it;
//! `ours` asks the engine as a chart would, and `policy` has two naive rules to compare with; `life` leads a member through
//! the days, and `guest` lends one to an example studio; `watch` looks on and counts what must never happen; `run` does it for many; `report` says what came of it.
//!
//! It shows how the engine behaves. It says nothing about how real people would fare, for the people are invented.

mod dice;
mod doing;
mod guest;
mod life;
mod member;
mod ours;
mod policy;
mod report;
mod run;
mod tally;
mod telling;
mod truth;
mod watch;
mod work;
mod world;

pub use guest::Guest;
pub use policy::Policy;
pub use report::{Checked, Fared, Report, Warnings, Week};
pub use run::{CHUNK, Progress, Settings, run, run_chunk};
pub use tally::{Count, Totals};
pub use watch::{Example, Found, Invariant};
pub use world::{Stratum, World, WorldFault};
