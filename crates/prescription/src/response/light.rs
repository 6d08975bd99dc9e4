//! The traffic light of section 6.5: a total function of the readings of one session.
//!
//! Red comes before amber, amber before steady, steady before green. Green needs every reading. A reading that is
//! missing matches nothing, so that silence can take away a green and never a red.

use knowledge::raw::adaptation::Light as Rule;
use serde::Serialize;

use crate::planted::{Bug, planted};

/// What the body said to an exercise or a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Light {
    /// DP-40: a small rise or none, settled by the morning.
    Green,
    /// DP-48: a reading is missing and nothing above green matched.
    Hold,
    /// DP-47: high but unchanged.
    Steady,
    /// DP-41: a rise that can be borne and settles within a day.
    Amber,
    /// DP-42: too much, too long, or spreading.
    Red,
}

impl Light {
    /// The rule behind it.
    pub const fn rule(self) -> &'static str {
        match self {
            Self::Green => "DP-40",
            Self::Amber => "DP-41",
            Self::Red => "DP-42",
            Self::Steady => "DP-47",
            Self::Hold => "DP-48",
        }
    }
}

/// The readings of section 6.5, by its names. Pain is of ten.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Readings {
    /// At the start.
    pub(crate) p0: Option<i64>,
    /// The worst during.
    pub(crate) pmax: Option<i64>,
    /// An hour after.
    pub(crate) p1: Option<i64>,
    /// The next morning.
    pub(crate) p24: Option<i64>,
    /// The usual morning.
    pub(crate) b: Option<i64>,
    /// Mornings running, the next one included, that were much above the usual one.
    pub(crate) mornings_running: usize,
    /// Whether symptoms went further down the leg.
    pub(crate) leg_spread: Option<bool>,
}

impl Readings {
    /// How far the worst was above the start.
    pub(crate) fn rise(&self, rule: &Rule) -> Option<i64> {
        Some(self.pmax? - self.start(rule)?)
    }

    fn start(&self, rule: &Rule) -> Option<i64> {
        self.p0.map(|it| it.max(rule.start_at_least))
    }

    /// How far the next morning was above the usual one.
    fn morning_rise(&self) -> Option<i64> {
        let rise = self.p24? - self.b?;
        Some(if planted(Bug::MorningReversed) { -rise } else { rise })
    }

    /// Whether every reading was told.
    pub(crate) fn complete(&self) -> bool {
        [self.p0, self.pmax, self.p1, self.p24, self.b].iter().all(Option::is_some)
            && self.leg_spread.is_some()
    }
}

/// The light of some readings, and what it rests on.
pub(crate) fn light(rule: &Rule, it: &Readings) -> (Light, Vec<Said>) {
    use Said::Value;
    let at_least = |value: Option<i64>, from: i64| value.is_some_and(|value| value >= from);
    let rise = it.rise(rule);
    let evening = it.p1.zip(it.start(rule)).map(|(p1, start)| p1 - start);
    let morning = it.morning_rise();
    let high = it.pmax == Some(rule.high_pain);
    let red = [
        (it.leg_spread == Some(true), Said::LegSpread),
        (
            at_least(it.pmax, rule.red_pain_from) && at_least(rise, rule.red_pain_rise_from),
            Value("pmax", it.pmax),
        ),
        (at_least(rise, rule.red_rise_from), Value("rise", rise)),
        (high && at_least(rise, rule.high_pain_red_rise_from), Value("rise", rise)),
        (at_least(morning, rule.red_morning_rise_from), Value("p24 above b", morning)),
        (it.mornings_running >= rule.red_mornings_running, Said::MorningsRunning(it.mornings_running)),
    ];
    if let Some(because) = met(red).filter(|_| !planted(Bug::RedUnheard)) {
        return (Light::Red, because);
    }
    let amber = [
        (rise == Some(rule.amber_rise), Value("rise", rise)),
        (high && rise == Some(rule.high_pain_amber_rise), Value("rise", rise)),
        (at_least(evening, rule.amber_evening_rise_from), Value("p1 above start", evening)),
        (morning == Some(rule.amber_morning_rise), Value("p24 above b", morning)),
    ];
    if let Some(because) = met(amber) {
        return (Light::Amber, because);
    }
    if at_least(it.pmax, rule.high_pain) && rise.is_some_and(|rise| rise <= 0) {
        return (Light::Steady, vec![Value("pmax", it.pmax), Value("rise", rise)]);
    }
    if it.complete() || planted(Bug::MissingIsGreen) {
        let because =
            vec![Value("rise", rise), Value("p1 above start", evening), Value("p24 above b", morning)];
        return (Light::Green, because);
    }
    (Light::Hold, missing(it))
}

/// One thing that a light rests on; put into words only where a decision needs them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Said {
    /// A reading, or what follows from readings, by its name.
    Value(&'static str, Option<i64>),
    /// Symptoms went further down the leg.
    LegSpread,
    /// Both ends of the leg were not told.
    LegUnknown,
    /// So many mornings running were above the usual one.
    MorningsRunning(usize),
    /// The questions before the session were not all answered "no" (RF-41).
    NotAnswered,
}

impl std::fmt::Display for Said {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Value(name, Some(value)) => write!(f, "{name} = {value}"),
            Self::Value(name, None) => write!(f, "{name} not told"),
            Self::LegSpread => f.write_str("further down the leg"),
            Self::LegUnknown => f.write_str("leg not told"),
            Self::MorningsRunning(mornings) => write!(f, "{mornings} mornings running above b"),
            Self::NotAnswered => f.write_str("RF-41 not answered"),
        }
    }
}

/// In words.
pub(crate) fn in_words(because: &[Said]) -> Vec<String> {
    because.iter().map(ToString::to_string).collect()
}

fn met<const N: usize>(conditions: [(bool, Said); N]) -> Option<Vec<Said>> {
    let because: Vec<Said> = conditions.into_iter().filter(|(met, _)| *met).map(|(_, it)| it).collect();
    (!because.is_empty()).then_some(because)
}

fn missing(it: &Readings) -> Vec<Said> {
    let values = [("p0", it.p0), ("pmax", it.pmax), ("p1", it.p1), ("p24", it.p24), ("b", it.b)];
    let missing = values.into_iter().filter(|(_, value)| value.is_none());
    missing
        .map(|(name, value)| Said::Value(name, value))
        .chain(it.leg_spread.is_none().then_some(Said::LegUnknown))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::pack;

    /// An ordinary session with every reading told.
    const CALM: Readings = Readings {
        p0: Some(2),
        pmax: Some(3),
        p1: Some(2),
        p24: Some(2),
        b: Some(2),
        mornings_running: 0,
        leg_spread: Some(false),
    };

    fn of(readings: Readings) -> Light {
        light(&pack().adaptation.light, &readings).0
    }

    #[test]
    fn the_table_of_section_6_5() {
        assert_eq!(of(CALM), Light::Green);
        assert_eq!(of(Readings { p0: Some(0), pmax: Some(3), ..CALM }), Light::Green, "a rise from nothing");
        assert_eq!(of(Readings { pmax: Some(4), ..CALM }), Light::Amber);
        assert_eq!(of(Readings { pmax: Some(5), ..CALM }), Light::Red);
        assert_eq!(of(Readings { p0: Some(5), pmax: Some(6), ..CALM }), Light::Amber);
        assert_eq!(of(Readings { p0: Some(4), pmax: Some(6), ..CALM }), Light::Red);
        assert_eq!(of(Readings { p0: Some(6), pmax: Some(7), ..CALM }), Light::Red);
        assert_eq!(of(Readings { p1: Some(4), ..CALM }), Light::Amber);
        assert_eq!(of(Readings { p24: Some(4), ..CALM }), Light::Amber);
        assert_eq!(of(Readings { p24: Some(5), ..CALM }), Light::Red);
        assert_eq!(of(Readings { p24: Some(4), mornings_running: 2, ..CALM }), Light::Red);
        assert_eq!(of(Readings { leg_spread: Some(true), ..CALM }), Light::Red);
    }

    #[test]
    fn high_but_unchanged_is_steady() {
        let constant = Readings { p0: Some(7), pmax: Some(7), p1: Some(7), p24: Some(7), b: Some(7), ..CALM };
        assert_eq!(of(constant), Light::Steady);
        assert_eq!(of(Readings { p24: None, ..constant }), Light::Steady);
    }

    #[test]
    fn a_reading_that_is_missing_is_never_green() {
        for without in [
            Readings { p0: None, ..CALM },
            Readings { pmax: None, ..CALM },
            Readings { p1: None, ..CALM },
            Readings { p24: None, ..CALM },
            Readings { b: None, ..CALM },
            Readings { leg_spread: None, ..CALM },
        ] {
            assert_eq!(of(without), Light::Hold);
        }
    }
}
