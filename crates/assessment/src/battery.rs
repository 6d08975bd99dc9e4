//! The battery of an assessment visit: every test in the order in which it is done (MT-04), what this person leaves out and
//! why (MT-03), and whether a result differs from the one before it by more than the error of the measurement (MT-05).

use jiff::civil::Date;
use knowledge::Pack;
use knowledge::raw::battery::Stage;
use knowledge::raw::test::{ResultKind, Test};
use model::{Side, Tag, TestId};

use crate::examination::value_of;
use crate::intake::in_bounds;
use crate::{Assessment, Clearance, Intake, TestResult};

/// A stage of the visit with its tests.
#[derive(Clone, Debug)]
pub struct BatteryStage<'a> {
    /// The stage.
    pub stage: &'a Stage,
    /// Its tests, in order, each with the reason why this person leaves it out.
    pub tests: Vec<(&'a Test, Option<LeftOut>)>,
}

/// Why somebody leaves a test out before it is begun. It is never a low score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// A constraint tag rules it out.
    Tag(Tag),
    /// It is for younger people.
    Age,
    /// It takes more effort than they may give.
    Effort {
        /// The most they may give, of 10.
        cap: u8,
    },
}

/// Every test that somebody does by hand and eye, stage by stage.
pub fn battery<'a>(pack: &'a Pack, intake: &Intake, assessment: &Assessment) -> Vec<BatteryStage<'a>> {
    let mut tests: Vec<&Test> = pack.tests.values().filter(|it| it.result != ResultKind::Derived).collect();
    tests.sort_by_key(|it| (it.order, &it.id));
    let of_stage = |stage: &'a Stage| {
        let own =
            tests.iter().filter(|it| pack.battery.stage_of(it.order).is_some_and(|it| it.id == stage.id));
        BatteryStage { stage, tests: own.map(|it| (*it, left_out(pack, it, intake, assessment))).collect() }
    };
    pack.battery.stage.iter().map(of_stage).filter(|it| !it.tests.is_empty()).collect()
}

/// Why this person leaves a test out; none if they may do it.
pub fn left_out(pack: &Pack, test: &Test, intake: &Intake, assessment: &Assessment) -> Option<LeftOut> {
    let tag = test.skip.iter().find(|tag| assessment.disposition.tags.contains_key(tag));
    let age = intake.age_years(assessment.as_of);
    let too_old = test.age_max.is_some_and(|max| age > i64::from(max));
    let cap = effort_cap(pack, assessment).filter(|cap| test.effort.is_some_and(|it| it > *cap));
    let by_tag = tag.map(|it| LeftOut::Tag(*it));
    by_tag.or(too_old.then_some(LeftOut::Age)).or(cap.map(|cap| LeftOut::Effort { cap }))
}

/// The lowest effort cap on a person, whatever set it; none when nothing caps their effort.
fn effort_cap(pack: &Pack, assessment: &Assessment) -> Option<u8> {
    let disposition = &assessment.disposition;
    let cleared = assessment.clearance.iter().flat_map(Clearance::effort_caps).map(|(cap, _)| *cap);
    let tagged = disposition.tags.keys().filter_map(|tag| {
        let tag = pack.tags.get(tag)?;
        tag.effort_cap_alone.or(tag.effort_cap)
    });
    cleared.chain(tagged).chain(disposition.effort_cap.as_ref().map(|(cap, _)| *cap)).min()
}

/// How a result differs from the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Better, by more than the error of the measurement.
    Better,
    /// Worse, by more than the error of the measurement.
    Worse,
    /// No more than the measurement may be out.
    WithinError,
    /// Nobody knows by how much this measurement may be out, or which way is better.
    NotKnown,
}

/// The newest result of an earlier day with a value, the value of the result at hand, and how they differ; none where either has
/// no value.
pub fn retested(pack: &Pack, earlier: &[TestResult], now: &TestResult) -> Option<(Date, i64, i64, Change)> {
    let test = pack.tests.get(&now.test)?;
    let value = value_of(test, now)?;
    let before = newest(pack, earlier, &now.test, now.side, now.date)?;
    let was = value_of(test, before)?;
    Some((before.date, was, value, change(test, was, value)))
}

/// The newest result with a value that was measured before a day.
pub fn newest<'a>(
    pack: &Pack,
    results: &'a [TestResult],
    test: &TestId,
    side: Option<Side>,
    before: Date,
) -> Option<&'a TestResult> {
    let known = pack.tests.get(test)?;
    let of_test = results.iter().filter(|it| it.test == *test && it.side == side && it.date < before);
    of_test.filter(|it| value_of(known, it).is_some()).max_by_key(|it| it.date)
}

/// The value that counts of a result, in thousandths of the test's unit; none if it was not tested.
pub fn value(pack: &Pack, result: &TestResult) -> Option<i64> {
    value_of(pack.tests.get(&result.test)?, result)
}

fn change(test: &Test, was: i64, is: i64) -> Change {
    let higher_is_better = match test.result {
        // Of these every change is a whole one.
        ResultKind::PassFail | ResultKind::Seen => return Change::NotKnown,
        ResultKind::Number | ResultKind::Derived => test.higher_is_better,
    };
    let (Some(error), Some(higher_is_better)) = (test.smallest_real_change, higher_is_better) else {
        return Change::NotKnown;
    };
    if in_bounds((is - was).abs(), None, Some(error)) {
        Change::WithinError
    } else if (is > was) == higher_is_better {
        Change::Better
    } else {
        Change::Worse
    }
}
