//! Why an exercise is in a programme or out of it: always a rule, and what was observed (invariant 5).

use model::{Confidence, Equipment, ExerciseId, LoadClass, Pattern, Tag, TrainingLevel};
use serde::Serialize;

use crate::permit::Route;

/// A rule, and what was observed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Reason {
    /// The rule: `EX-10`, `MP-01`.
    pub rule: String,
    /// Why.
    #[serde(flatten)]
    pub why: Why,
}

/// Why an exercise is in, or out.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "why", rename_all = "kebab-case")]
pub enum Why {
    /// In: the template has it here.
    Template {
        /// The place: `A trunk`, `mobility`.
        place: String,
    },
    /// In: it stands where the template or a finding names another.
    StandsInFor {
        /// The entry that was named.
        named: ExerciseId,
        /// How it was found.
        route: Route,
    },
    /// In: a finding asks for it.
    Finding {
        /// How sure the finding is.
        confidence: Confidence,
        /// What it rests on.
        observed: Vec<String>,
    },
    /// In: it keeps a movement pattern in the week.
    Pattern {
        /// The pattern.
        pattern: Pattern,
    },
    /// In: it is liked.
    Liked {
        /// The word of the form.
        word: String,
    },
    /// In: an activity of the person's own asks for it.
    OwnActivity {
        /// The activity, a text id: `lifting_things`.
        key: String,
    },
    /// In: it is there by name, or leads to what is.
    NamedMove {
        /// The move.
        named: ExerciseId,
    },
    /// In: a tag asks for such work on most days.
    MostDays {
        /// What it is, a text id: `balance`.
        what: String,
    },
    /// In: it belongs to the shortest session.
    MinimumSession,
    /// Out: a tag blocks it.
    BlockedByTag {
        /// The tag.
        tag: Tag,
        /// What attached the tag.
        causes: Vec<String>,
        /// What is offered instead.
        offered: Option<ExerciseId>,
    },
    /// Out: it is not offered at the person's level.
    NoDoseAtLevel {
        /// The level.
        level: TrainingLevel,
    },
    /// Out: at this level it belongs to the warm-up alone, and there was no place for it there.
    WarmUpOnly {
        /// The level.
        level: TrainingLevel,
    },
    /// Out: it is offered only with a directional preference or its test.
    DirectionalOnly,
    /// Out: something it needs is not at hand.
    Equipment {
        /// What is missing.
        missing: Vec<Equipment>,
    },
    /// Out: its load is above what the stage allows.
    LoadAboveStage {
        /// Its load class.
        load: LoadClass,
        /// The highest allowed.
        load_max: LoadClass,
    },
    /// Out: a finding keeps it out for now.
    AvoidedByFinding {
        /// What the finding rests on.
        observed: Vec<String>,
    },
    /// Out at first: it goes to the end of a direction that hurts.
    Aggravates {
        /// The direction, in the word of the form.
        direction: String,
    },
    /// Out: intervals come when the moderate work is easy.
    IntervalsLater,
    /// Out: it is not liked, and something else trains the same.
    Disliked {
        /// The word of the form.
        word: String,
    },
    /// Out: the programme has as many different moves as it may have.
    ProgrammeFull {
        /// How many it may have.
        moves_max: usize,
    },
    /// In or out: what the body, the member or a coach said.
    Answered {
        /// What was observed.
        observed: Vec<String>,
    },
    /// Out: it could be done, but something else already trains this.
    NotNeeded {
        /// What does.
        instead: Option<ExerciseId>,
    },
}

impl Why {
    /// Whether it is a filter that nobody but a clinician lifts, and no mere choice of the planner.
    pub(crate) fn is_hard(&self) -> bool {
        match self {
            Self::BlockedByTag { .. }
            | Self::NoDoseAtLevel { .. }
            | Self::WarmUpOnly { .. }
            | Self::DirectionalOnly
            | Self::Equipment { .. }
            | Self::LoadAboveStage { .. }
            | Self::AvoidedByFinding { .. }
            | Self::Aggravates { .. }
            | Self::IntervalsLater => true,
            Self::Template { .. }
            | Self::StandsInFor { .. }
            | Self::Finding { .. }
            | Self::Pattern { .. }
            | Self::Liked { .. }
            | Self::OwnActivity { .. }
            | Self::NamedMove { .. }
            | Self::MostDays { .. }
            | Self::MinimumSession
            | Self::Disliked { .. }
            | Self::ProgrammeFull { .. }
            | Self::Answered { .. }
            | Self::NotNeeded { .. } => false,
        }
    }
}

impl Reason {
    /// A reason.
    pub(crate) fn new(rule: impl Into<String>, why: Why) -> Self {
        Self { rule: rule.into(), why }
    }
}
