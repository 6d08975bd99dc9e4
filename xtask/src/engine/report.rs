//! `docs/engine/run.md`: the tables of a run.

use super::run::{ALL, Checked, Fared, OURS, Run, Warnings, Week};
use super::words::{decimal, invariant, members, per_cent, policy, stratum, whole};
use crate::markdown::Page;

pub(super) fn page(run: &Run) -> String {
    let mut page = Page::new("The latest run of the simulation", "cargo xtask engine FILE.json", &run.note);
    page.line(&format!("\n{}. What the words mean stands in [simulate.md](../simulate.md).", members(run)));
    parameters(run, &mut page);
    violations(run, &mut page);
    strata(run, &mut page);
    weeks(run, &mut page);
    doses(run, &mut page);
    warnings(run, &mut page);
    page.finish()
}

fn parameters(run: &Run, page: &mut Page) {
    page.part("The run");
    let complete = if run.complete { "yes" } else { "no, it was ended before its end" };
    let policies: Vec<&str> = run.by_policy().into_iter().map(|(name, _)| name).collect();
    let rows = [
        ("members asked for", whole(run.members)),
        ("members in the numbers", whole(run.members_done)),
        ("complete", complete.to_owned()),
        ("weeks", run.weeks.to_string()),
        ("seed", run.seed.to_string()),
        ("policies", policies.join(", ")),
        ("people whom screening held; another was drawn for each", whole(run.held_by_screening)),
        ("members for whom nobody was cleared", whole(run.not_cleared)),
        ("knowledge and assumptions", format!("`{}`", run.world)),
        ("engine", run.engine.clone()),
    ];
    page.table(&["what", "value"], &rows.map(|(what, value)| vec![what.to_owned(), value]));
}

fn violations(run: &Run, page: &mut Page) {
    page.part("What must never happen");
    if run.violations.is_empty() {
        page.line("\nNot watched: our engine was not among the policies.");
        return;
    }
    page.line(
        "\nOur engine alone is watched. \"Below one in\" is said only where none was found: zero in N checks means a rate below 3/N,\n\
         with 95 % confidence, in this world and for this check. It does not mean that it cannot happen.",
    );
    let row = |(name, it): (&String, &Checked)| {
        let below = match it.below_one_in {
            Some(below) => format!("one in {}", whole(below)),
            None if it.violations == 0 => "too few checks to say".to_owned(),
            None => "**found**".to_owned(),
        };
        vec![format!("`{name}`"), invariant(name).to_owned(), whole(it.checks), whole(it.violations), below]
    };
    let rows: Vec<Vec<String>> = run.violations.iter().map(row).collect();
    page.table(&["invariant", "what must never happen", "checks", "found", "rate below"], &rows);
    let found: Vec<(&String, &Checked)> =
        run.violations.iter().filter(|(_, it)| !it.examples.is_empty()).collect();
    if !found.is_empty() {
        page.line("\nThe first that were found, for whoever looks for the fault:\n");
    }
    for (name, it) in found {
        for it in &it.examples {
            page.line(&format!("- `{name}`: member {}, {}: {}", it.member, it.day, plain(&it.what)));
        }
    }
}

/// Words of a run that cannot be read as markup.
fn plain(text: &str) -> String {
    format!("`{}`", text.replace('`', "'").replace('\n', " "))
}

fn strata(run: &Run, page: &mut Page) {
    page.part("How members fared, by policy and stratum");
    page.line("\nIn per cent of the members, of the sessions planned (adherence), and of the sessions done (red). Dose and pain are those of the last week.");
    for (name, strata) in run.by_policy() {
        page.line(&format!("\n### {}", policy(name)));
        let mut all: Vec<(&String, &Fared)> = strata.iter().collect();
        all.sort_by_key(|(name, _)| (name.as_str() != ALL, *name));
        let rows: Vec<Vec<String>> = all.into_iter().map(|(name, it)| fared(name, it)).collect();
        let head = [
            "stratum",
            "members",
            "completed",
            "left",
            "stopped",
            "sessions planned",
            "adherence",
            "red",
            "dose",
            "pain",
        ];
        page.table(&head, &rows);
    }
}

fn fared(name: &str, it: &Fared) -> Vec<String> {
    let last = it.weeks.last();
    let nobody = || "–".to_owned();
    let dose = last.map_or_else(nobody, |it| in_programme(it, it.dose_percent));
    vec![
        stratum(name).to_owned(),
        whole(it.members),
        per_cent(it.completed_percent),
        per_cent(it.left_percent),
        per_cent(it.stopped_percent),
        whole(it.sessions_planned),
        per_cent(it.adherence_percent),
        per_cent(it.red_percent),
        dose,
        last.map_or_else(nobody, |it| format!("{:.1}", it.pain)),
    ]
}

/// What the lines by policy are drawn from.
fn weeks(run: &Run, page: &mut Page) {
    page.part("Week by week, everybody together");
    let row = |policy_name: &str, it: &Week| {
        let share = |share| in_programme(it, share);
        vec![
            policy(policy_name).to_owned(),
            it.number.to_string(),
            whole(it.in_programme),
            share(it.dose_percent),
            format!("{:.1}", it.pain),
            share(it.adherence_percent),
            share(it.red_percent),
        ]
    };
    let everybody = run.everybody();
    let rows = everybody.iter().flat_map(|(name, it)| it.weeks.iter().map(|it| row(name, it)));
    let head = ["policy", "week", "in the programme", "dose", "pain", "adherence", "red"];
    page.table(&head, &rows.collect::<Vec<_>>());
}

/// What the lines by stratum are drawn from.
fn doses(run: &Run, page: &mut Page) {
    let Some(strata) = run.policies.get(OURS) else { return };
    page.part("Dose week by week, under our engine");
    page.line("\nIn per cent of the first week of those who were still in the programme; in brackets how many they were.");
    let dose = |it: &Week| format!("{} ({})", in_programme(it, it.dose_percent), whole(it.in_programme));
    let row = |(name, it): (&String, &Fared)| {
        std::iter::once(stratum(name).to_owned()).chain(it.weeks.iter().map(dose)).collect()
    };
    let rows: Vec<Vec<String>> = strata.iter().map(row).collect();
    let weeks: Vec<String> = (1..=run.weeks).map(|it| format!("week {it}")).collect();
    let head: Vec<&str> = std::iter::once("stratum").chain(weeks.iter().map(String::as_str)).collect();
    page.table(&head, &rows);
}

/// A share of a week; a week without anybody has none.
fn in_programme(week: &Week, share: f64) -> String {
    if week.in_programme > 0 { per_cent(share) } else { "–".to_owned() }
}

fn warnings(run: &Run, page: &mut Page) {
    page.part("Warning signs");
    page.line("\nSigns that began while somebody was in the programme. `fixed` and `linear` hear nothing and stop nobody.");
    let row = |(name, it): (&str, &Warnings)| {
        let mean = |it_is: f64| if it.stopped == 0 { "–".to_owned() } else { decimal(it_is) };
        vec![
            policy(name).to_owned(),
            whole(it.began),
            whole(it.told),
            whole(it.stopped),
            whole(it.stopped_same_day),
            mean(it.days_to_stop),
            mean(it.sessions_to_stop),
            whole(it.sessions_after_told),
            whole(it.sessions_after_told_most),
        ]
    };
    let with_signs = run.everybody().into_iter().filter_map(|(name, it)| Some((name, it.warnings.as_ref()?)));
    let rows: Vec<Vec<String>> = with_signs.map(row).collect();
    if rows.is_empty() {
        page.line("\nNone began.");
        return;
    }
    let head = [
        "policy",
        "began",
        "told",
        "stopped",
        "on the day it was told",
        "days to the stop, mean",
        "sessions to the stop, mean",
        "sessions after it was told, all",
        "the most of one member",
    ];
    page.table(&head, &rows);
}
