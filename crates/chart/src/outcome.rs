//! Outcomes: which measures are asked on a day (OM-30), and how somebody has changed since the start (OM-31, OM-32).

use jiff::civil::Date;
use jiff::{Span, ToSpan};
use knowledge::Pack;
use knowledge::raw::outcomes::Time;
use model::{InstrumentId, Truth};
use prescription::{Change, Outcomes, overall_change};

use crate::measured::Scores;

/// Days in a week.
const WEEK: i32 = 7;

/// Measures that are asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// Since when.
    pub since: Date,
    /// Whether it is one of the times of the schedule, and not the weekly measure alone.
    pub is_scheduled: bool,
    /// What has no answer yet.
    pub instruments: Vec<InstrumentId>,
}

/// What is asked on a day of somebody whose programme begins, or began, on `start`; none where nothing is.
pub fn due(pack: &Pack, scores: &Scores, start: Date, today: Date) -> Option<Due> {
    let plan = &pack.outcomes;
    let began = |time: &Time| {
        let span = Span::new().try_weeks(time.weeks).and_then(|it| it.try_months(time.months));
        span.ok().and_then(|it| start.checked_add(it).ok())
    };
    let times = plan.time.iter().filter_map(|it| Some((began(it)?, it)));
    let last = times.filter(|(day, _)| *day <= today).max_by_key(|it| it.0);
    let (since, from, asked) = match last {
        Some((day, time)) => {
            let asked = time.instruments.iter().chain([&plan.follow_up]).cloned().collect();
            (day, day.saturating_sub(plan.early_days.days()), asked)
        }
        // A screen that counts holds the first ones.
        None => {
            (start, start.saturating_sub(pack.dosage.freshness.intake_days.days()), plan.baseline.clone())
        }
    };
    let mut missing: Vec<InstrumentId> = asked;
    missing.retain(|it| scores.newest(it, from, today).is_none());
    missing.extend(risen(pack, scores, today).filter(|it| !missing.contains(it)));
    if !missing.is_empty() {
        return Some(Due { since, is_scheduled: true, instruments: missing });
    }
    let week = today.saturating_sub((WEEK - 1).days());
    let is_open = today >= start && scores.newest(&plan.weekly, week, today).is_none();
    is_open.then(|| Due { since: today, is_scheduled: false, instruments: vec![plan.weekly.clone()] })
}

/// What a rise of the weekly measure asks again, if it has not been asked since.
fn risen(pack: &Pack, scores: &Scores, today: Date) -> Option<InstrumentId> {
    let rule = &pack.outcomes.rise;
    let from = today.saturating_sub(rule.days.days());
    let (day, now) = scores.newest(&pack.outcomes.weekly, from, today)?;
    let lowest = scores
        .series(&pack.outcomes.weekly)
        .filter(|(it, _)| (from..day).contains(it))
        .map(|it| it.1)
        .min()?;
    let has_risen = now - lowest >= rule.from * 1000;
    (has_risen && scores.newest(&rule.asks, day, today).is_none()).then(|| rule.asks.clone())
}

/// How one measure has changed since the start (OM-32), in thousandths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The instrument.
    pub instrument: InstrumentId,
    /// The first score, and its day.
    pub was: (Date, i64),
    /// The newest score, and its day.
    pub is: (Date, i64),
    /// The change in per cent of the first score; none where that was 0.
    pub percent: Option<i64>,
    /// Whether it is larger than the error of the measurement; unknown where nobody knows that error.
    pub beyond_error: Truth,
}

/// How each measure has changed since a programme began: the newest score that the start can be judged by, against the newest one.
pub fn changes(pack: &Pack, scores: &Scores, start: Date, today: Date) -> Vec<Changed> {
    let of_one = |id: &InstrumentId| {
        let (was, is) = pair(pack, scores, id, start, today)?;
        let change = is.1 - was.1;
        let error = pack.instruments.get(id)?.smallest_real_change;
        let beyond_error = error.map_or(Truth::Unknown, |error| {
            #[expect(clippy::cast_precision_loss, reason = "scores are small numbers")]
            Truth::from(change.abs() as f64 > error * 1000.0)
        });
        let percent = (was.1 != 0).then(|| change * 100 / was.1.abs());
        Some(Changed { instrument: id.clone(), was, is, percent, beyond_error })
    };
    scores.0.keys().filter(|it| **it != pack.outcomes.follow_up).filter_map(of_one).collect()
}

/// A score from before or at the start, and the newest after it.
fn pair(
    pack: &Pack,
    scores: &Scores,
    id: &InstrumentId,
    start: Date,
    today: Date,
) -> Option<((Date, i64), (Date, i64))> {
    let from = start.saturating_sub(pack.dosage.freshness.intake_days.days());
    let was = scores.newest(id, from, start)?;
    let after = start.tomorrow().unwrap_or(start);
    Some((was, scores.newest(id, after, today)?))
}

/// The measures that OM-31 rests on, in whole points, from a start until a day.
pub(crate) fn outcomes(pack: &Pack, scores: &Scores, start: Date, today: Date) -> Outcomes {
    let whole = |id: &str| {
        let id = InstrumentId::try_from(id).ok()?;
        let (was, is) = pair(pack, scores, &id, start, today)?;
        Some((was.1.div_euclid(1000), is.1.div_euclid(1000)))
    };
    let after = start.tomorrow().unwrap_or(start);
    let overall = scores.newest(&pack.outcomes.follow_up, after, today);
    Outcomes {
        nprs: whole("OM-02"),
        rmdq: whole("OM-01"),
        psfs: whole("OM-03"),
        gpe: overall.map(|it| it.1.div_euclid(1000)),
        adherence_percent: None,
    }
}

/// Better, worse, or not sure (OM-31). What was not measured counts for neither side.
pub fn overall(pack: &Pack, scores: &Scores, start: Date, today: Date) -> Change {
    overall_change(pack, &outcomes(pack, scores, start, today))
}
