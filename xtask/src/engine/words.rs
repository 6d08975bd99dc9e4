//! Names and numbers as people read them.

use super::run::Run;

/// A stratum in words; one that is new keeps its name.
pub(super) fn stratum(name: &str) -> &str {
    match name {
        "all" => "everybody",
        "constant-high" => "constant high pain",
        "poor-logger" => "tells six of ten",
        "red-flag" => "warning sign",
        other => other,
    }
}

/// A policy in words.
pub(super) fn policy(name: &str) -> &str {
    match name {
        "ours" => "ours (the engine)",
        "fixed" => "fixed (first plan)",
        "linear" => "linear (always more)",
        other => other,
    }
}

/// What must never happen, in words.
pub(super) fn invariant(name: &str) -> &str {
    match name {
        "stops-after-warning" => "a session or a new plan after a warning sign was told",
        "no-step-over-gaps" => "a dose goes up although a reading is missing",
        "red-never-rises" => "a dose goes up after red, or is higher for more pain",
        "sound" => "a plan that the validator refuses comes into force",
        "explained" => "a change without rule, observation or decision",
        "repeatable" => "the same input gives other bytes",
        "bounded" => "a step, sets or minutes beyond their bounds",
        "permitted" => "something planned that a tag, limit, equipment or day forbids",
        other => other,
    }
}

/// A whole number with commas between thousands: `33,130`.
pub(super) fn whole(number: u64) -> String {
    let digits = number.to_string();
    let mut words = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            words.push(',');
        }
        words.push(digit);
    }
    words
}

/// A number with one decimal, or none where it is whole.
pub(super) fn decimal(number: f64) -> String {
    let words = format!("{number:.1}");
    words.strip_suffix(".0").map_or(words.clone(), str::to_owned)
}

/// A share: `66.7 %`.
pub(super) fn per_cent(share: f64) -> String {
    format!("{share:.1} %")
}

/// How many members, for how long, from which seed.
pub(super) fn members(run: &Run) -> String {
    let members = if run.complete && run.members_done == run.members {
        format!("{} invented members", whole(run.members_done))
    } else {
        format!("PARTIAL: {} of {} invented members", whole(run.members_done), whole(run.members))
    };
    let weeks = if run.weeks == 1 { "1 week".to_owned() } else { format!("{} weeks", run.weeks) };
    format!("{members}, {weeks}, seed {}", run.seed)
}
