//! The words that two or more crates need: ids, scales, tags, positions, streams, levels.
//!
//! Each list here is closed: knowledge files are read against it, so a spelling that is not in it is a
//! fault in the file and never a silent "no". Nothing here decides anything, reads a clock or does I/O.

mod answer;
mod body;
mod camera;
mod id;
mod named;
mod scale;
mod tag;
mod training;
mod triage;
mod truth;

pub use answer::{Answer, Given};
pub use body::{Direction, Muscle, Position, Sex, Side, Spine};
pub use camera::{Comparison, Measure, Unit, View};
pub use id::{ExerciseId, InstrumentId, NotAnId, QuestionKey, ReferenceKey, RuleId, TestId};
pub use named::UnknownName;
pub use scale::{Effort, NotOnScale, Nprs};
pub use tag::Tag;
pub use training::{Confidence, Equipment, Family, Limit, LoadClass, Pattern, Stream, TrainingLevel, Trait};
pub use triage::{ReviewStatus, TriageLevel};
pub use truth::Truth;
