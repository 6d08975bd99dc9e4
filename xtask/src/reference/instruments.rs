//! `instruments.md`: outcome instruments, their licences and their scoring.

use knowledge::Pack;
use knowledge::raw::instrument::{Instrument, Licence, Scoring};

use crate::markdown::{Page, list};

pub(super) fn page(pack: &Pack) -> String {
    let lead = "Every instrument with its licence and exact scoring. The words of an item ship only under licence class A, or with a permission.";
    let mut page = super::page("Instruments", lead);
    pack.instruments.values().for_each(|it| one(it, &mut page));
    page.finish()
}

fn one(it: &Instrument, page: &mut Page) {
    page.item(&it.id, &it.name);
    page.point("Licence", licence(it.licence));
    page.point("Permission", &list(&it.permission_id));
    page.point("Version", &it.version);
    page.point("Credit", &it.credit);
    page.point("Recall", &it.recall);
    if it.items > 0 {
        let items = format!(
            "{} of {} to {}; at least {} make a score",
            it.items, it.item_min, it.item_max, it.items_needed
        );
        page.point("Items", &items);
    }
    let better = if it.higher_is_better { "higher is better" } else { "lower is better" };
    page.point("Score", &format!("{}, {} to {}, {better}", scoring(it.scoring), it.score_min, it.score_max));
    for part in &it.part {
        let positive = part.positive_from.map_or(String::new(), |it| format!(", positive from {it}"));
        page.point(&part.name, &format!("items {}{positive}", list(&part.items)));
    }
    page.point("Bands", &list(it.band.iter().map(|it| format!("{} {}–{}", it.name, it.from, it.to))));
    page.point("Smallest real change", &points(it.smallest_real_change));
    page.point("Important change", &points(it.important_change));
    page.point(
        "Important change",
        &it.important_change_percent.map_or(String::new(), |it| format!("{it} % of the start")),
    );
    page.evidence(&it.evidence);
}

fn points(value: Option<f64>) -> String {
    value.map_or(String::new(), |it| format!("{it} points"))
}

fn licence(licence: Licence) -> &'static str {
    match licence {
        Licence::A => "A, free to ship with its words",
        Licence::B => "B, permission needed",
        Licence::C => "C, not shipped",
        Licence::Own => "our own",
    }
}

fn scoring(scoring: Scoring) -> &'static str {
    match scoring {
        Scoring::Count => "number of ticked items",
        Scoring::Sum => "sum",
        Scoring::Mean => "mean of the rated items",
        Scoring::Product => "product of the first two items",
        Scoring::Value => "the value itself",
        Scoring::External => "scored elsewhere, the total alone is stored",
    }
}
