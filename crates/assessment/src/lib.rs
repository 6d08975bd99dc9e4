//! From what a person tells to what may be planned: intake, screening, clearance, examination, findings.
//!
//! Each stage is a pure function from one immutable record to the next. Nothing here reads a clock: the
//! reference date comes in. The folders are in the order of a person's journey.

mod assess;
mod battery;
mod clearance;
mod examination;
mod findings;
mod measures;
mod profile;

pub mod intake;
pub mod screening;

pub use assess::{Assessment, assess};
pub use battery::{BatteryStage, Change, LeftOut, battery, left_out, newest, retested, value};
pub use clearance::{Attested, Clearance, ClinicianReply, Held, Verdict};
pub use examination::{Examination, Outcome, Source, TestResult, Trial, Why};
pub use findings::{Evidence, Finding, FindingSubject, Priority};
pub use intake::Intake;
pub use measures::{Measures, Score};
pub use profile::{Irritability, Profile, Reason, Risk, Stage};
pub use screening::{Cause, Disposition, Fired, screen, screen_session};
