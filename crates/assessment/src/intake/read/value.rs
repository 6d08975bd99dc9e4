//! Plain values out of a TOML file.

use jiff::civil::Date;
use knowledge::raw::test::{ResultKind, Test};
use toml::de::DeValue;

/// A whole number.
pub(super) fn whole(value: &DeValue<'_>) -> Option<i64> {
    match value {
        DeValue::Integer(number) if number.radix() == 10 => number.as_str().replace('_', "").parse().ok(),
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix()).ok(),
        DeValue::String(_)
        | DeValue::Float(_)
        | DeValue::Boolean(_)
        | DeValue::Datetime(_)
        | DeValue::Array(_)
        | DeValue::Table(_) => None,
    }
}

/// A number in thousandths; more than three decimals are refused, not rounded.
pub(super) fn thousandths(value: &DeValue<'_>) -> Option<i64> {
    match value {
        DeValue::Integer(_) => whole(value)?.checked_mul(1000),
        DeValue::Float(number) => from_words(number.as_str()),
        DeValue::String(_)
        | DeValue::Boolean(_)
        | DeValue::Datetime(_)
        | DeValue::Array(_)
        | DeValue::Table(_) => None,
    }
}

/// A number as people write it, in thousandths.
pub(super) fn from_words(words: &str) -> Option<i64> {
    let words = words.trim().trim_start_matches('+');
    let (sign, digits) = words.strip_prefix(['-', '−']).map_or((1, words), |rest| (-1, rest));
    let (whole, rest) = digits.split_once(['.', ',']).unwrap_or((digits, ""));
    let digits_only = |part: &str| part.chars().all(|c| c.is_ascii_digit());
    if whole.is_empty() || rest.len() > 3 || !digits_only(whole) || !digits_only(rest) {
        return None;
    }
    let value =
        whole.parse::<i64>().ok()?.checked_mul(1000)?.checked_add(format!("{rest:0<3}").parse().ok()?)?;
    Some(sign * value)
}

/// A local date.
pub(super) fn date(value: &DeValue<'_>) -> Option<Date> {
    let DeValue::Datetime(datetime) = value else { return None };
    if datetime.time.is_none() { datetime.to_string().parse().ok() } else { None }
}

/// One trial of a test, in thousandths.
pub(super) fn trial(test: &Test, value: &DeValue<'_>) -> Option<i64> {
    let yes = match (test.result, value.as_str()) {
        (ResultKind::PassFail, Some("pass")) | (ResultKind::Seen, Some("seen")) => return Some(1000),
        (ResultKind::PassFail, Some("fail")) | (ResultKind::Seen, Some("not-seen")) => return Some(0),
        (ResultKind::Number, None) => thousandths(value)?,
        _ => return None,
    };
    super::in_bounds(yes, test.min, test.max).then_some(yes)
}

/// What a trial of this test should look like.
pub(super) fn trial_wanted(test: &Test) -> String {
    match test.result {
        ResultKind::PassFail => "should be a list of \"pass\" or \"fail\"".to_owned(),
        ResultKind::Seen => "should be a list of \"seen\" or \"not-seen\"".to_owned(),
        ResultKind::Derived => format!("{} is worked out from other results", test.id),
        ResultKind::Number => {
            let (min, max) = (test.min.unwrap_or(f64::MIN), test.max.unwrap_or(f64::MAX));
            match (test.min, test.max) {
                (Some(_), Some(_)) => {
                    format!("should be a list of numbers from {min} to {max} {}", test.unit)
                }
                _ => format!("should be a list of numbers in {}", test.unit),
            }
        }
    }
}
