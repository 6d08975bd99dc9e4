//! The usual morning: the median of the last mornings, days of a flare left out (section 6.5).

use jiff::ToSpan;
use jiff::civil::Date;
use knowledge::raw::adaptation::Baseline;
use std::collections::BTreeMap;

/// Morning pain by day, and what stands in while there are few.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Mornings {
    told: BTreeMap<Date, i64>,
    /// Days that a flare takes out of the median.
    flare: Vec<(Date, Date)>,
    /// Pain at the start of the first session.
    first_start: Option<i64>,
}

impl Mornings {
    /// Adds a morning; of two for the same day the worse one counts.
    pub(crate) fn tell(&mut self, day: Date, pain: i64) {
        let known = self.told.entry(day).or_insert(pain);
        *known = (*known).max(pain);
    }

    /// Adds the start of a session; the first one stands in until there are enough mornings.
    pub(crate) fn start(&mut self, pain: Option<i64>) {
        self.first_start = self.first_start.or(pain);
    }

    /// Leaves these days out.
    pub(crate) fn leave_out(&mut self, from: Date, to: Date) {
        self.flare.push((from, to));
    }

    /// The pain of a morning.
    pub(crate) fn on(&self, day: Date) -> Option<i64> {
        self.told.get(&day).copied()
    }

    /// The usual morning as known on the morning of `day`: the median of the window that ends on it, rounded down, so that
    /// a rise above it is never missed. Days of a flare count neither in the median nor in the window, so that in a flare
    /// and after it the usual morning does not hang on the one or two that happen to be left.
    pub(crate) fn usual(&self, rule: &Baseline, day: Date) -> Option<i64> {
        let first = self.window_start(rule, day);
        let (mut pains, mut enough, mut last) = (Pains::default(), 0, None);
        for (it, pain) in self.told.range(..=day).rev().filter(|(it, _)| !self.in_flare(**it)) {
            enough += 1;
            last = last.or(Some(*pain));
            if *it >= first {
                pains.add(*pain);
            } else if enough >= rule.mornings_min {
                break;
            }
        }
        if enough < rule.mornings_min {
            return self.first_start;
        }
        // Enough mornings once, none lately: the last one that was told.
        pains.median().or(last)
    }

    /// Mornings running up to `day` that were at least `above` over the usual one of the first of them.
    pub(crate) fn running_above(&self, rule: &Baseline, day: Date, above: i64) -> usize {
        let is_high = |it: &Date| {
            let Some(pain) = self.on(*it).filter(|it| *it >= above) else { return false };
            self.usual(rule, it.saturating_sub(1.day())).is_some_and(|usual| pain >= usual + above)
        };
        let mut days = 0;
        let mut at = day;
        while is_high(&at) && days < self.told.len() {
            days += 1;
            at = at.saturating_sub(1.day());
        }
        days
    }

    fn in_flare(&self, day: Date) -> bool {
        self.flare.iter().any(|(from, to)| *from <= day && day <= *to)
    }

    /// The first day of the window that ends on `day`.
    fn window_start(&self, rule: &Baseline, day: Date) -> Date {
        if self.flare.is_empty() {
            return day.saturating_sub((rule.window_days - 1).days());
        }
        let (mut first, mut left) = (day, rule.window_days);
        while left > 0 && first > Date::MIN {
            left -= i32::from(!self.in_flare(first));
            first = if left > 0 { first.saturating_sub(1.day()) } else { first };
        }
        first
    }
}

/// How often each pain of the scale was told.
#[derive(Default)]
struct Pains {
    count: usize,
    of: [usize; 11],
}

impl Pains {
    fn add(&mut self, pain: i64) {
        let known = usize::try_from(pain).ok().and_then(|it| self.of.get_mut(it));
        if let Some(known) = known {
            *known += 1;
            self.count += 1;
        }
    }

    /// The median, rounded down.
    fn median(&self) -> Option<i64> {
        let middle = self.count.checked_sub(1)?;
        Some((self.at(middle / 2) + self.at(self.count / 2)).div_euclid(2))
    }

    /// The pain at a place of the row from low to high.
    fn at(&self, place: usize) -> i64 {
        let mut upto = 0;
        let found = self.of.iter().position(|count| {
            upto += count;
            place < upto
        });
        found.and_then(|it| i64::try_from(it).ok()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::tests::pack;

    fn rule() -> &'static Baseline {
        &pack().adaptation.baseline
    }

    #[test]
    fn the_first_start_stands_in_for_few_mornings() {
        let mut mornings = Mornings::default();
        assert_eq!(mornings.usual(rule(), date(2026, 1, 5)), None);
        mornings.start(Some(4));
        mornings.start(Some(9));
        mornings.tell(date(2026, 1, 5), 2);
        mornings.tell(date(2026, 1, 6), 3);
        assert_eq!(mornings.usual(rule(), date(2026, 1, 6)), Some(4));
        mornings.tell(date(2026, 1, 7), 3);
        assert_eq!(mornings.usual(rule(), date(2026, 1, 7)), Some(3));
    }

    #[test]
    fn days_of_a_flare_are_left_out() {
        let mut mornings = Mornings::default();
        for (day, pain) in [(1, 2), (2, 2), (3, 2), (4, 8), (5, 8), (6, 8)] {
            mornings.tell(date(2026, 1, day), pain);
        }
        assert_eq!(mornings.usual(rule(), date(2026, 1, 6)), Some(5));
        mornings.leave_out(date(2026, 1, 4), date(2026, 1, 6));
        assert_eq!(mornings.usual(rule(), date(2026, 1, 6)), Some(2));
    }

    #[test]
    fn after_a_flare_the_usual_morning_is_that_of_the_week_before_it() {
        let mut mornings = Mornings::default();
        for (day, pain) in [(1, 4), (2, 4), (3, 4), (4, 4), (5, 4), (6, 4), (7, 1), (8, 8), (9, 8), (10, 8)] {
            mornings.tell(date(2026, 1, day), pain);
        }
        mornings.leave_out(date(2026, 1, 8), date(2026, 1, 12));
        assert_eq!(mornings.usual(rule(), date(2026, 1, 10)), Some(4));
        mornings.tell(date(2026, 1, 13), 1);
        assert_eq!(mornings.usual(rule(), date(2026, 1, 13)), Some(4));
    }

    #[test]
    fn mornings_running_are_counted_back() {
        let mut mornings = Mornings::default();
        for (day, pain) in [(1, 2), (2, 2), (3, 2), (4, 4), (5, 5)] {
            mornings.tell(date(2026, 1, day), pain);
        }
        assert_eq!(mornings.running_above(rule(), date(2026, 1, 5), 2), 2);
        assert_eq!(mornings.running_above(rule(), date(2026, 1, 3), 2), 0);
    }
}
