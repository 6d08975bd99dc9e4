//! Faults that a test can plant in the engine, to see that the simulator catches them.
//!
//! Without the feature `planted`, which no crate that is shipped asks for, [`planted`] is the constant "no" and nothing of this
//! is left in the program.

/// A fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bug {
    /// A halt is not heard.
    HaltUnheard,
    /// A reading that is missing counts as a good one.
    MissingIsGreen,
    /// Nothing is ever red.
    RedUnheard,
    /// The next morning is compared with the usual one the wrong way round.
    MorningReversed,
    /// The last session of a plan has an exercise twice, and the validator is not asked.
    Unvalidated,
    /// A step up is decided without naming its rule.
    RuleUnnamed,
    /// Every other plan has one check more.
    Unsteady,
    /// Steps up may follow each other at once.
    StepsUnbounded,
    /// Tags are forgotten.
    TagsForgotten,
}

#[cfg(feature = "planted")]
std::thread_local! {
    static PLANTED: std::cell::Cell<Option<Bug>> = const { std::cell::Cell::new(None) };
}

/// Plants a fault for this thread, or takes it out.
#[cfg(feature = "planted")]
pub fn plant(bug: Option<Bug>) {
    PLANTED.set(bug);
}

/// Whether this fault is planted.
#[cfg(feature = "planted")]
pub(crate) fn planted(bug: Bug) -> bool {
    PLANTED.get() == Some(bug)
}

/// Whether this fault is planted: never.
#[cfg(not(feature = "planted"))]
pub(crate) const fn planted(_: Bug) -> bool {
    false
}

/// A number that is another one every time, for a plan that depends on when it was made.
#[cfg(feature = "planted")]
pub(crate) fn turn() -> usize {
    use std::sync::atomic::{AtomicUsize, Ordering};
    static TURN: AtomicUsize = AtomicUsize::new(0);
    TURN.fetch_add(1, Ordering::Relaxed)
}

/// Nothing depends on when it was made.
#[cfg(not(feature = "planted"))]
pub(crate) const fn turn() -> usize {
    0
}
