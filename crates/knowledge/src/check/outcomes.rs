//! Checks `outcomes.toml`: instruments that are there and may be asked, and times in order.

use model::InstrumentId;

use super::Raw;
use crate::Fault;
use crate::raw::outcomes::Outcomes;

const FILE: &str = "outcomes.toml";

pub(super) fn check(raw: &Raw, outcomes: Option<&Outcomes>, faults: &mut Vec<Fault>) {
    let Some(outcomes) = outcomes else { return };
    let asked = outcomes.time.iter().flat_map(|it| &it.instruments).chain(&outcomes.baseline);
    let asked = asked.chain([&outcomes.weekly, &outcomes.rise.asks]);
    let has_question =
        |id: &InstrumentId| raw.instruments.iter().any(|(_, it)| it.id == *id && it.question.is_some());
    for id in asked.filter(|it| !has_question(it)) {
        faults.push(Fault::new(FILE, "outcomes", format!("there is no question for {id}")));
    }
    if !raw.instruments.iter().any(|(_, it)| it.id == outcomes.follow_up) {
        faults.push(Fault::new(FILE, "follow_up", format!("there is no instrument {}", outcomes.follow_up)));
    }
    // A month has at least four weeks.
    let days = |at: usize| outcomes.time.get(at).map(|it| it.weeks * 7 + it.months * 28);
    if (0..outcomes.time.len())
        .any(|at| days(at) >= days(at + 1) && days(at + 1).is_some() || days(at) <= Some(0))
    {
        faults.push(Fault::new(
            FILE,
            "time",
            "each time comes after the one before it, and after the first day",
        ));
    }
}
