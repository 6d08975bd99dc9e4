//! Triage levels, and how far a piece of knowledge has been reviewed.

use crate::named::named;

named! {
    /// How safe it is to start exercising. The highest level wins.
    "triage level" TriageLevel {
        /// Proceed.
        Ok = "ok",
        /// Proceed with the constraint tags attached.
        Caution = "caution",
        /// A safety answer is missing: no plan until it is given.
        Incomplete = "incomplete",
        /// See a clinician before exercise.
        SeeClinician = "see-clinician",
        /// A clinician within 24 to 48 hours; no exercise prescribed.
        Urgent = "urgent",
        /// Emergency today: everything stops.
        Emergency = "emergency",
    }
}

impl TriageLevel {
    /// The clinical code of this level, as knowledge files write it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ok => "OK",
            Self::Caution => "C",
            Self::Incomplete => "ask",
            Self::SeeClinician => "E2",
            Self::Urgent => "E1",
            Self::Emergency => "E0",
        }
    }

    /// Whether this level allows a programme to be made.
    pub const fn permits_programme(self) -> bool {
        matches!(self, Self::Ok | Self::Caution)
    }
}

named! {
    /// How far a clinical item can be relied on before a clinician signs it.
    "review status" ReviewStatus {
        /// A product heuristic, with no published threshold.
        H = "H",
        /// From general knowledge; to be verified against the cited source.
        Gk = "GK",
        /// The fact was read in the cited source.
        Verified = "verified",
    }
}
