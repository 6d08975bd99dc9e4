//! A result in words, and how it differs from the one before it (MT-05).

use assessment::{Change, Outcome, TestResult, Why, retested, value};
use knowledge::expression::thousandths;
use knowledge::raw::test::{ResultKind, Test};
use model::Side;

use crate::frame::Words;

/// What came of a test on one side: `left: 12 times`.
pub(super) fn result(words: Words, test: &Test, result: &TestResult) -> String {
    let said = match &result.outcome {
        Outcome::NotTested(why) => words.say(not_tested(*why)),
        Outcome::Trials(_) => value(words.pack, result).map_or(String::new(), |it| valued(words, test, it)),
    };
    match result.side {
        None => said,
        Some(side) => format!("{}: {said}", words.say(of_side(side))),
    }
}

/// How it differs from the newest result of an earlier day, if there is one.
pub(super) fn change(words: Words, test: &Test, earlier: &[TestResult], now: &TestResult) -> Option<String> {
    let (date, was, is, change) = retested(words.pack, earlier, now)?;
    let date = outcomes::Words::new(words.pack, words.locale, None).date(date);
    let blanks = [("date", date), ("was", valued(words, test, was)), ("is", valued(words, test, is))];
    let blanks: Vec<(&str, &str)> = blanks.iter().map(|(name, it)| (*name, it.as_str())).collect();
    let message = match change {
        Change::Better => "visit-change-better",
        Change::Worse => "visit-change-worse",
        Change::WithinError => "visit-change-within",
        Change::NotKnown => "visit-change-not-known",
    };
    Some(words.say_with(message, &blanks))
}

/// A value in the words of its test.
pub(super) fn valued(words: Words, test: &Test, value: i64) -> String {
    match test.result {
        ResultKind::PassFail => words.say(if value == 0 { "visit-not-yet" } else { "visit-as-described" }),
        ResultKind::Seen => words.say(if value == 0 { "visit-not-seen" } else { "visit-seen" }),
        ResultKind::Number | ResultKind::Derived => {
            format!("{} {}", thousandths(value), words.say(&format!("unit-{}", test.unit)))
        }
    }
}

/// The message for why a test was not done.
pub(super) fn not_tested(why: Why) -> &'static str {
    match why {
        Why::Pain => "visit-why-pain",
        Why::Tag => "visit-why-tag",
        Why::Declined => "visit-why-declined",
        Why::Equipment => "visit-why-equipment",
        Why::NotSeen => "visit-why-not-seen",
    }
}

/// The message for a side.
pub(super) fn of_side(side: Side) -> &'static str {
    match side {
        Side::Left => "visit-left",
        Side::Right => "visit-right",
    }
}
