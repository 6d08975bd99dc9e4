//! The words that two or more crates need: ids, scales, tags, positions, streams, levels.
//!
//! Each list here is closed: knowledge files are read against it, so a spelling that is not in it is a
//! fault in the file and never a silent "no". Nothing here decides anything, reads a clock or does I/O.

mod answer;
mod body;
mod camera;
mod exercise_id;
mod id;
mod named;
mod scale;
mod session;
mod tag;
mod training;
mod triage;
mod truth;

pub use answer::{Answer, Given};
pub use body::{Direction, Muscle, Position, Sex, Side, Spine};
pub use camera::{Comparison, Measure, Unit, View};
pub use exercise_id::ExerciseId;
pub use id::{InstrumentId, NotAnId, QuestionKey, ReferenceKey, RuleId, TestId};
pub use named::UnknownName;
pub use scale::{Effort, NotOnScale, Nprs, Sleep};
pub use session::{Leg, LifeEvent, Stopped};
pub use tag::Tag;
pub use training::{Confidence, Equipment, Family, Limit, LoadClass, Pattern, Stream, TrainingLevel, Trait};
pub use triage::{ReviewStatus, TriageLevel};
pub use truth::Truth;
