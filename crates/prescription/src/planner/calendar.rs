//! Which days of the week carry the strength sessions: the allowed days nearest to the template's, far
//! enough apart within the week and across its border (DP-50, DP-53).

use jiff::civil::Date;
use knowledge::Pack;
use knowledge::raw::template::Layout;

/// Days in a week.
pub(crate) const WEEK: u8 = 7;

/// The weekday, Monday being 1, of a day of the programme's week.
pub(crate) fn weekday(start: Date, day: u8) -> u8 {
    let first = u8::try_from(start.weekday().to_monday_one_offset()).unwrap_or(1);
    (first + day - 2) % WEEK + 1
}

/// Strength days of a week with the names of the template's days; `last` is the day of the strength session before,
/// counted on this week's days, so that yesterday of day 1 is 0.
pub(super) fn strength_days<'a>(
    pack: &Pack,
    wanted: &[(u8, &'a str)],
    free: &[u8],
    last: Option<i16>,
) -> Vec<(u8, &'a str)> {
    let gap = i16::try_from(pack.dosage.spacing.strength_hours_min.div_ceil(24)).unwrap_or(i16::from(WEEK));
    place(wanted, free, gap, last)
}

/// The template's days of a week, in order, without those that have had their session.
pub(super) fn wanted<'a>(layout: &'a Layout, week: u8, done: &[&str]) -> Vec<(u8, &'a str)> {
    let Some(days) = layout.strength.iter().rev().find(|it| it.from_week <= week) else { return Vec::new() };
    let days = if week % 2 == 1 { &days.odd } else { &days.even };
    let mut wanted: Vec<(u8, &str)> = days.iter().map(|(day, name)| (*day, name.as_str())).collect();
    let left = wanted.len().saturating_sub(done.len());
    for name in done {
        if let Some(at) = wanted.iter().position(|(_, it)| it == name) {
            wanted.remove(at);
        }
    }
    wanted.truncate(left);
    wanted
}

/// As many of the wanted sessions as fit, on the nearest free days; of equally near ones the earliest.
fn place<'a>(wanted: &[(u8, &'a str)], free: &[u8], gap: i16, last: Option<i16>) -> Vec<(u8, &'a str)> {
    for count in (1..=wanted.len()).rev() {
        let sessions = keep(wanted, count);
        let fits = |days: &Vec<u8>| apart(days, gap, last);
        let distance = |days: &Vec<u8>| {
            days.iter().zip(&sessions).map(|(day, (near, _))| u32::from(day.abs_diff(*near))).sum::<u32>()
        };
        let best =
            subsets(free, count).into_iter().filter(fits).min_by_key(|days| (distance(days), days.clone()));
        if let Some(days) = best {
            return days.into_iter().zip(sessions).map(|(day, (_, name))| (day, name)).collect();
        }
    }
    Vec::new()
}

/// The sessions to keep when there is room for `count`: one of each name before any name comes twice.
fn keep<'a>(wanted: &[(u8, &'a str)], count: usize) -> Vec<(u8, &'a str)> {
    let repeats = |index: usize| wanted[..index].iter().any(|(_, name)| *name == wanted[index].1);
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by_key(|index| (repeats(*index), *index));
    order.truncate(count);
    order.sort_unstable();
    order.into_iter().map(|index| wanted[index]).collect()
}

/// Whether days are far enough apart, also when the same week follows, and from the session before.
fn apart(days: &[u8], gap: i16, before: Option<i16>) -> bool {
    let days: Vec<i16> = days.iter().map(|it| i16::from(*it)).collect();
    let (Some(first), Some(last)) = (days.first(), days.last()) else { return true };
    first + i16::from(WEEK) - last >= gap
        && before.is_none_or(|it| first - it >= gap)
        && days.windows(2).all(|pair| pair[1] - pair[0] >= gap)
}

/// All subsets of `count` days, each in order.
fn subsets(days: &[u8], count: usize) -> Vec<Vec<u8>> {
    let Some((first, rest)) = days.split_first() else {
        return if count == 0 { vec![Vec::new()] } else { Vec::new() };
    };
    if count == 0 {
        return vec![Vec::new()];
    }
    let with = subsets(rest, count - 1).into_iter().map(|it| [vec![*first], it].concat());
    with.chain(subsets(rest, count)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const WANTED: [(u8, &str); 3] = [(1, "A"), (3, "B"), (5, "A")];

    #[test]
    fn free_days_keep_the_template() {
        assert_eq!(place(&WANTED, &[1, 2, 3, 4, 5, 6, 7], 2, None), WANTED.to_vec());
    }

    #[test]
    fn blocked_days_move_sessions_and_keep_them_apart() {
        assert_eq!(place(&WANTED, &[2, 3, 4, 6, 7], 2, None), vec![(2, "A"), (4, "B"), (6, "A")]);
        assert_eq!(place(&WANTED, &[6, 7], 2, None), vec![(6, "A")]);
        assert_eq!(place(&WANTED, &[1, 2, 7], 2, None), vec![(2, "A"), (7, "B")]);
    }

    #[test]
    fn the_week_before_counts() {
        assert_eq!(place(&WANTED[..1], &[1, 2], 2, Some(0)), vec![(2, "A")]);
    }
}
