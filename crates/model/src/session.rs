//! Words for what happens in a session and what the body says to it.

use crate::named::named;

named! {
    /// The furthest point that symptoms reach in a leg; a later one is further from the spine, and worse.
    "point in the leg" Leg {
        /// Nowhere in the leg.
        None = "none",
        /// Buttock.
        Buttock = "buttock",
        /// Thigh.
        Thigh = "thigh",
        /// Calf.
        Calf = "calf",
        /// Foot.
        Foot = "foot",
    }
}

named! {
    /// Why a set ended before it was done.
    "reason for stopping" Stopped {
        /// It hurt.
        Pain = "pain",
        /// Too tired.
        Fatigue = "fatigue",
        /// No time.
        Time = "time",
        /// Something else.
        Other = "other",
    }
}

named! {
    /// What happened in somebody's life that the programme must know of (DP-35, RF-40).
    "event" LifeEvent {
        /// The back got much worse for hours or longer, in the person's own word.
        Flare = "flare",
        /// A new medicine, or another dose.
        NewMedicine = "new_medicine",
        /// Ill.
        Illness = "illness",
        /// A fall, in a session or not.
        Fall = "fall",
        /// An operation.
        Surgery = "surgery",
        /// A new diagnosis.
        NewDiagnosis = "new_diagnosis",
    }
}
