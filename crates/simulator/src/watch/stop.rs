//! Answers after which nothing more is planned or done until help has come.

use model::{Answer, Given};
use prescription::{Needs, SessionLog};

/// A warning that was told, by what ends it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Warned {
    /// "Yes" or "not sure" before a session: all questions again.
    UntilScreen,
    /// An emergency during a session: a clinician.
    UntilClinician,
}

impl Warned {
    pub(crate) fn ends_with(self, needs: Needs) -> bool {
        match self {
            Self::UntilScreen => true,
            Self::UntilClinician => needs == Needs::Clinician,
        }
    }
}

const EMERGENCIES: [&str; 3] = ["chest_faint_breathless", "saddle_bladder_legs", "tearing_pain"];

/// The warning that a session tells.
pub(crate) fn warned(log: &SessionLog) -> Option<Warned> {
    let given = |name: &str| log.answers.iter().find(|(key, _)| key.as_str() == name).map(|(_, given)| given);
    let during = match given("stop_event") {
        Some(Given::Answered(Answer::Multi(words))) => EMERGENCIES.iter().any(|it| words.contains(*it)),
        Some(Given::Unsure | Given::PreferNot) => true,
        _ => false,
    };
    if during {
        return Some(Warned::UntilClinician);
    }
    let before = ["micro_neuro", "micro_unwell"]
        .iter()
        .filter_map(|it| given(it))
        .any(|it| *it != Given::Answered(Answer::YesNo(false)));
    before.then_some(Warned::UntilScreen)
}
