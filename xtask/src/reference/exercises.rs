//! `exercises.md`: the catalogue, by family.

use knowledge::raw::exercise::{Dose, Exercise, Swap};
use knowledge::{Locale, Pack};
use model::Family;

use super::name;
use crate::markdown::{Page, list, range};

pub(super) fn page(pack: &Pack) -> String {
    let mut page = super::page(
        "Exercises",
        "Every exercise and variant, with its dose by level and what each constraint tag does to it.",
    );
    for family in Family::ALL {
        page.part(&family.name().replace('_', " "));
        pack.exercises.values().filter(|it| it.family == *family).for_each(|it| one(pack, it, &mut page));
    }
    page.part("Recognised and never planned");
    for it in &pack.high_impact {
        let id = format!("impact-{}", it.key);
        page.item(&it.key, &name(pack, &id));
        page.point("Words", &list(&it.words));
        page.point("Rule", it.rule.as_str());
        page.point("Only with", &list(&it.tags));
        page.point("Instead", &list(&it.instead));
        page.evidence(&it.evidence);
    }
    page.finish()
}

fn one(pack: &Pack, exercise: &Exercise, page: &mut Page) {
    let id = exercise.id.as_str();
    page.item(id, &name(pack, id));
    page.point("Aim", &pack.text.find(Locale::En, &format!("{id}.aim")).unwrap_or_default());
    page.point("Variant of", &list(&exercise.variant_of));
    let place =
        format!("{}; spine {}; load {}", list(&exercise.positions), list(&exercise.spine), exercise.load);
    page.point("Positions", &place);
    page.point("Trains", &format!("{} ({})", list(&exercise.patterns), list(&exercise.targets)));
    page.point("Equipment", &list(&exercise.equipment));
    page.point(
        "Dose",
        &exercise
            .dose
            .iter()
            .map(|(level, it)| format!("{level} {}", dose(it)))
            .collect::<Vec<_>>()
            .join("; "),
    );
    page.point("Tags", &list(exercise.swap.iter().map(swap)));
    page.point("Easier", &list(&exercise.easier));
    page.point("Harder", &list(&exercise.harder));
    if exercise.directional_only {
        page.line("- Offered only with a directional preference or its test");
    }
    page.evidence(&exercise.evidence);
}

/// What a tag does: `KR → F11b`, `OP small`, `ST blocked`.
fn swap(swap: &Swap) -> String {
    match (&swap.to, &swap.limit) {
        (Some(to), _) => format!("{} → {to}", swap.tag),
        (None, Some(limit)) => format!("{} {limit}", swap.tag),
        (None, None) => format!("{} blocked", swap.tag),
    }
}

/// A dose in a line: `2 × 5 each side, hold 6 s`.
fn dose(dose: &Dose) -> String {
    let mut parts = vec![work(dose)];
    parts.extend(dose.hold_secs.as_ref().map(|it| format!("hold {} s", range(it))));
    parts.extend(dose.variations.map(|it| format!("{it} variations")));
    parts.extend(dose.load_kg.as_ref().map(|it| format!("{} kg", range(it))));
    parts.extend(dose.load_body_weight_percent_max.map(|it| format!("at most {it} % of body weight")));
    parts.extend(dose.step_cm.map(|it| format!("step {it} cm")));
    parts.extend(
        dose.tolerance_share.map(|it| format!("{it} of the person's own tolerance where it is known")),
    );
    parts.extend(dose.reps_in_reserve_min.map(|it| format!("{it} repetitions in reserve")));
    parts.extend(dose.days_a_week.as_ref().map(|it| format!("{} days a week", range(it))));
    if dose.warm_up_only {
        parts.push("in the warm-up alone".to_owned());
    }
    parts.join(", ")
}

fn work(dose: &Dose) -> String {
    let sets = range(&dose.sets);
    let side = if dose.per_side { " each side" } else { "" };
    if !dose.reps_by_set.is_empty() {
        let reps: Vec<String> = dose.reps_by_set.iter().map(ToString::to_string).collect();
        return format!("{}{side}", reps.join("-"));
    }
    let once = [
        dose.reps.as_ref().map(range),
        dose.breaths.as_ref().map(|it| format!("{} breaths", range(it))),
        dose.metres.as_ref().map(|it| format!("{} m", range(it))),
        dose.interval_minutes
            .as_ref()
            .map(|[work, rest]| format!("{work} min of work and {rest} min of rest")),
        dose.minutes.as_ref().map(|it| format!("{} min", range(it))),
    ];
    let once: Vec<String> = once.into_iter().flatten().collect();
    format!("{sets} × {}{side}", once.join(", "))
}
