//! The stage, week by week (section 7.2): two qualifying weeks to move up, one to move down.

use assessment::Stage;
use jiff::ToSpan;
use jiff::civil::Date;
use knowledge::Pack;

use super::decision::{Action, Decision};
use super::told::Course;

/// The stage on a day, from the one that the programme began with, and the last change.
pub(crate) fn stage(
    pack: &Pack,
    began: Stage,
    course: &Course<'_>,
    rmdq: &[(Date, i64)],
    (start, as_of): (Date, Date),
) -> (Stage, Option<Decision>) {
    let rule = &pack.adaptation.stage;
    let (mut now, mut up, mut changed) = (began, 0, None);
    let mut first = start;
    while first.saturating_add(6.days()) < as_of {
        let last = first.saturating_add(6.days());
        if let Some((qualifies, observed)) = qualifying(pack, course, rmdq, (first, last)) {
            up = if qualifies > now { up + 1 } else { 0 };
            // Down goes to where the week says; up goes one stage at a time.
            let next = if qualifies < now {
                Some(qualifies)
            } else if up >= rule.weeks_to_move_up {
                Some(above(now))
            } else {
                None
            };
            if let Some(next) = next {
                (now, up) = (next, 0);
                let rule = match next {
                    Stage::SymptomModulation => "AD-10",
                    Stage::MovementControl => "AD-11",
                    Stage::FunctionalOptimisation => "AD-12",
                };
                let (rule, action) = (rule.to_owned(), Action::Stage);
                changed = Some(Decision { date: last, exercise: None, action, rule, observed });
            }
        } else {
            up = 0;
        }
        first = first.saturating_add(7.days());
    }
    (now, changed)
}

fn above(stage: Stage) -> Stage {
    match stage {
        Stage::SymptomModulation => Stage::MovementControl,
        Stage::MovementControl | Stage::FunctionalOptimisation => Stage::FunctionalOptimisation,
    }
}

/// The stage that a week qualifies for; none when no morning of it was told.
fn qualifying(
    pack: &Pack,
    course: &Course<'_>,
    rmdq: &[(Date, i64)],
    (first, last): (Date, Date),
) -> Option<(Stage, Vec<String>)> {
    let (cut, rule) = (&pack.dosage.stage, &pack.adaptation.stage);
    let mut pains = Vec::new();
    let mut day = first;
    while day <= last {
        pains.extend(course.mornings.on(day));
        day = day.saturating_add(1.day());
    }
    let count = i64::try_from(pains.len()).ok().filter(|it| *it > 0)?;
    let sum: i64 = pains.iter().sum();
    let squares: i64 = pains.iter().map(|it| it * it).sum();
    // Standard deviation in whole numbers: n Σx² − (Σx)² against n² sd².
    let volatile =
        count * squares - sum * sum >= count * count * rule.volatile_sd_from * rule.volatile_sd_from;
    let fresh = |(day, _): &&(Date, i64)| *day <= last && (last - *day).get_days() <= rule.rmdq_days_max;
    let score = rmdq.iter().filter(fresh).max_by_key(|(day, _)| *day).map(|(_, score)| *score);
    let observed = vec![
        format!("p7d = {}.{}", sum / count, sum * 10 / count % 10),
        score.map_or_else(|| "no RMDQ".to_owned(), |it| format!("RMDQ = {it}")),
    ];
    let much = sum >= cut.modulation_pain_from * count;
    let little = sum <= cut.optimisation_pain_to * count;
    let stage = if much || volatile || score.is_some_and(|it| it >= cut.modulation_rmdq_from) {
        Stage::SymptomModulation
    } else if little && score.is_some_and(|it| it <= cut.optimisation_rmdq_to) {
        Stage::FunctionalOptimisation
    } else {
        Stage::MovementControl
    };
    Some((stage, observed))
}
