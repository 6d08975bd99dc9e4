//! Checks `examination/battery.toml`: readings that are questions, stages in order, and no test before the first.

use super::Raw;
use crate::Fault;
use crate::raw::battery::Battery;
use crate::raw::test::ResultKind;

const FILE: &str = "examination/battery.toml";

pub(super) fn check(raw: &Raw, battery: Option<&Battery>, faults: &mut Vec<Fault>) {
    let Some(battery) = battery else { return };
    let is_question = |key: &&model::QuestionKey| {
        raw.questions.iter().flat_map(|it| &it.1.question).any(|it| it.key == **key)
    };
    for key in battery.readings.iter().filter(|it| !is_question(it)) {
        faults.push(Fault::new(FILE, "readings", format!("there is no question {key}")));
    }
    if !battery.stage.is_sorted_by(|a, b| a.from < b.from) {
        faults.push(Fault::new(FILE, "stage", "each stage begins after the one before it"));
    }
    let is_done = |it: &&(String, crate::raw::test::Test)| it.1.result != ResultKind::Derived;
    let early = raw.tests.iter().filter(is_done).filter(|(_, it)| battery.stage_of(it.order).is_none());
    for (file, test) in early {
        faults.push(Fault::new(file, test.id.as_str(), "its `order` lies before the first stage of a visit"));
    }
}
