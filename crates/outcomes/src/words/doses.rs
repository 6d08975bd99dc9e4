//! Doses in words.

use knowledge::expression::thousandths;
use prescription::Dose;

use super::Words;

impl Words<'_> {
    /// "2 sets of 8, on each side, hold 5 seconds each time".
    pub fn dose(&self, dose: &Dose) -> String {
        let mut parts = vec![self.amount(dose)];
        let number = |value: u32| value.to_string();
        if dose.per_side {
            parts.push(self.say("dose-per-side"));
        }
        if let Some(count) = dose.variations {
            parts.push(self.with("dose-variations", &[("count", &number(count))]));
        }
        if let Some(seconds) = dose.hold_secs.filter(|_| !is_one_hold(dose)) {
            parts.push(self.with("dose-rep-hold", &[("seconds", &number(seconds))]));
        }
        if let Some(grams) = dose.load_grams {
            parts.push(self.with("dose-load", &[("kilograms", &thousandths(i64::from(grams)))]));
        }
        if let Some(centimetres) = dose.step_cm {
            parts.push(self.with("dose-step", &[("centimetres", &centimetres.to_string())]));
        }
        if let Some(reps) = dose.reps_in_reserve_min {
            parts.push(self.with("dose-reserve", &[("reps", &reps.to_string())]));
        }
        parts.join(", ")
    }

    fn amount(&self, dose: &Dose) -> String {
        let sets = dose.sets.to_string();
        if let Some([work, rest]) = dose.interval_secs {
            let (work, rest) = (self.time(1, work), self.time(1, rest));
            return self.with("dose-intervals", &[("rounds", &sets), ("work", &work), ("rest", &rest)]);
        }
        if let Some(seconds) = dose.hold_secs.filter(|_| is_one_hold(dose)) {
            return self.with("dose-hold", &[("sets", &sets), ("seconds", &seconds.to_string())]);
        }
        if !dose.reps_by_set.is_empty() {
            let list = dose.reps_by_set.iter().map(ToString::to_string).collect::<Vec<_>>().join("-");
            return self.with("dose-reps-by-set", &[("list", &list)]);
        }
        if let Some(seconds) = dose.duration_secs {
            return self.time(dose.sets, seconds);
        }
        let counted = [("reps", dose.reps), ("metres", dose.metres), ("breaths", dose.breaths)];
        let found = counted.into_iter().find_map(|(unit, amount)| amount.map(|amount| (unit, amount)));
        found.map_or(String::new(), |(unit, amount)| {
            self.with(&format!("dose-{unit}"), &[("sets", &sets), (unit, &amount.to_string())])
        })
    }

    /// A time as people say it: seconds up to a minute, then half minutes, rounded down so that nobody is asked for more.
    fn time(&self, sets: u32, seconds: u32) -> String {
        let sets = sets.to_string();
        if seconds < 60 {
            return self.with("dose-seconds", &[("sets", &sets), ("seconds", &seconds.to_string())]);
        }
        let (minutes, half) = ((seconds / 60).to_string(), seconds % 60 >= 30);
        let id = if half { "dose-minutes-half" } else { "dose-minutes" };
        self.with(id, &[("sets", &sets), ("minutes", &minutes)])
    }
}

/// Whether each set is one timed hold.
fn is_one_hold(dose: &Dose) -> bool {
    dose.hold_secs.is_some() && dose.reps == Some(1)
}

#[cfg(test)]
mod tests {
    use super::Words;
    use knowledge::Locale;

    #[test]
    fn times_are_said_in_half_minutes_and_never_as_more() {
        let words = Words::new(knowledge::bundled().unwrap(), Locale::En, None);
        let said = [45, 60, 90, 126, 330, 900].map(|it| words.time(1, it));
        let wanted = ["45 seconds", "1 minute", "1½ minutes", "2 minutes", "5½ minutes", "15 minutes"];
        assert_eq!(said, wanted);
        assert_eq!(words.time(3, 100), "3 times 1½ minutes");
    }
}
