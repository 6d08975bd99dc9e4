//! `tests.md`: tests, movement screens, compensations and posture, with their norms.

use knowledge::raw::test::{Norm, ResultKind, Shows, Test, Weight};
use knowledge::{Locale, Pack};

use super::name;
use crate::markdown::{Page, list};

pub(super) fn page(pack: &Pack) -> String {
    let lead = "Every test, movement screen, compensation and posture measure. A test that was not done is never a low score.";
    let mut page = super::page("Tests", lead);
    let mut tests: Vec<&Test> = pack.tests.values().collect();
    tests.sort_by(|a, b| a.id.cmp(&b.id));
    for test in tests {
        one(pack, test, &mut page);
    }
    page.finish()
}

fn one(pack: &Pack, test: &Test, page: &mut Page) {
    let id = test.id.as_str();
    page.item(id, &name(pack, id));
    page.point("How", &pack.text.find(Locale::En, &format!("{id}.how")).unwrap_or_default());
    page.point("Result", &result(test));
    page.point("Weight", weight(test.weight));
    page.point("Left out with", &list(&test.skip));
    page.point("Effort it takes, of 10", &list(test.effort));
    page.point("At home", if test.at_home { "yes" } else { "" });
    page.point("Evidence for", &list(test.shows.iter().map(shows)));
    page.point("Smallest real change", &with_unit(test.smallest_real_change, &test.unit));
    page.point("Sides differ from", &with_unit(test.side_difference_flag, &test.unit));
    page.evidence(&test.evidence);
    if !test.norm.is_empty() {
        let head = ["sex", "age", "25th", "median", "75th", "mean", "SD", "flagged"];
        page.table(&head, &test.norm.iter().map(norm).collect::<Vec<_>>());
    }
}

fn result(test: &Test) -> String {
    let kind = match test.result {
        ResultKind::Number => format!("a number in {}", test.unit),
        ResultKind::PassFail => "pass or fail".to_owned(),
        ResultKind::Seen => "seen or not seen".to_owned(),
        ResultKind::Derived => "worked out from other results, or for reference".to_owned(),
    };
    if test.sided { format!("{kind}, each side") } else { kind }
}

fn weight(weight: Weight) -> &'static str {
    match weight {
        Weight::Direct => "direct test",
        Weight::Movement => "movement test",
        Weight::Posture => "posture",
        Weight::SelfReport => "what the person says",
        Weight::None => "none",
    }
}

fn shows(shows: &Shows) -> String {
    let what = shows.muscle.map(|it| it.to_string()).or_else(|| shows.pattern.map(|it| it.to_string()));
    format!("{:?} {}", shows.kind, what.unwrap_or_default()).to_lowercase()
}

fn with_unit(value: Option<f64>, unit: &str) -> String {
    value.map_or(String::new(), |it| format!("{it} {unit}"))
}

fn norm(norm: &Norm) -> Vec<String> {
    let number = |value: Option<f64>| list(value);
    let below = norm.flag_below.map(|it| format!("below {it}"));
    let above = norm.flag_above.map(|it| format!("above {it}"));
    vec![
        norm.sex.map_or("both".to_owned(), |it| it.to_string()),
        format!("{}–{}", norm.age_min, norm.age_max),
        number(norm.p25),
        number(norm.p50),
        number(norm.p75),
        number(norm.mean),
        number(norm.sd),
        list([below, above].into_iter().flatten()),
    ]
}
