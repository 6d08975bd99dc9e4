//! The report of a simulation as words and tables in a terminal. Readable without colour.

use simulator::{Checked, Count, Fared, Invariant, Policy, Report};
use std::collections::BTreeMap;

use crate::print::line;

/// Every stratum together, in the report.
const ALL: &str = "all";
/// Who tells six of ten sessions.
const POOR_LOGGER: &str = "poor-logger";

/// Prints a report.
pub(crate) fn report(report: &Report) {
    let asked = grouped(report.members);
    if !report.complete {
        line(&format!(
            "PARTIAL: ended before its end. {} of {asked} members are in what follows.",
            grouped(report.members_done)
        ));
    }
    line(&format!("{asked} members, weeks {}, seed {}", report.weeks, report.seed));
    line(&format!("knowledge and assumptions {}, engine {}", report.world, report.engine));
    line(&format!(
        "people held by screening, for each of whom another one was drawn: {}; members for whom nobody was cleared: {}",
        grouped(report.held_by_screening),
        grouped(report.not_cleared)
    ));
    line("");
    report.note.split_inclusive(". ").for_each(|it| line(it.trim_end()));
    violations(report);
    for (policy, strata) in &report.policies {
        line("");
        line(title(*policy));
        table(&fared(*policy, strata));
        if *policy == Policy::Ours {
            shares(strata);
        }
    }
    warnings(report);
}

fn violations(report: &Report) {
    if report.violations.is_empty() {
        return;
    }
    line("");
    let head = ["What must never happen", "checks", "found", "rate"];
    let rows = report.violations.iter().map(|(it, checked)| {
        vec![never(*it).to_owned(), grouped(checked.checks), grouped(checked.violations), rate(checked)]
    });
    table(&std::iter::once(head.map(str::to_owned).to_vec()).chain(rows).collect::<Vec<_>>());
    for (invariant, checked) in &report.violations {
        for it in &checked.examples {
            line(&format!("  {}: member {}, {}: {}", never(*invariant), it.member, it.day, it.what));
        }
    }
}

fn rate(checked: &Checked) -> String {
    match checked.below_one_in {
        Some(many) => format!("below 1 in {}", grouped(many)),
        None if checked.violations > 0 => "BROKEN".to_owned(),
        None => "too few checks".to_owned(),
    }
}

fn never(invariant: Invariant) -> &'static str {
    match invariant {
        Invariant::StopsAfterWarning => "a session or plan after a warning was told",
        Invariant::NoStepOverGaps => "a step up over a missing reading",
        Invariant::RedNeverRises => "a higher dose after red or for more pain",
        Invariant::Sound => "a plan that the validator refuses",
        Invariant::Explained => "a change without rule or observation",
        Invariant::Repeatable => "another plan from the same input",
        Invariant::Bounded => "steps, sets or minutes out of bounds",
        Invariant::Permitted => "what tags, limits, equipment or days forbid",
    }
}

fn title(policy: Policy) -> &'static str {
    match policy {
        Policy::Ours => "Our engine",
        Policy::Fixed => "The first plan to its end (fixed)",
        Policy::Linear => "A tenth or a set more every week, whatever is said (linear)",
    }
}

/// One row a stratum.
fn fared(policy: Policy, strata: &BTreeMap<String, Fared>) -> Vec<Vec<String>> {
    let mut head = vec!["stratum", "members", "completed", "stopped", "left", "adherence", "red sessions"];
    // The other policies decide nothing on the way.
    let decides = policy == Policy::Ours;
    if decides {
        head.extend(["steps up", "back", "swaps", "fallbacks"]);
    }
    let row = |(name, it): (&String, &Fared)| {
        let mut cells = vec![name.clone(), grouped(it.members)];
        let shares =
            [it.completed_percent, it.stopped_percent, it.left_percent, it.adherence_percent, it.red_percent];
        cells.extend(shares.map(percent));
        if decides {
            let counts = [Count::Progress, Count::Regress, Count::Swap, Count::FellBack];
            cells.extend(counts.map(|what| grouped(it.counts.get(&what).copied().unwrap_or_default())));
        }
        cells
    };
    let head = head.into_iter().map(str::to_owned).collect();
    std::iter::once(head).chain(strata.iter().map(row)).collect()
}

/// What is only known of our engine.
fn shares(strata: &BTreeMap<String, Fared>) {
    for name in [ALL, POOR_LOGGER] {
        let Some(it) = strata.get(name) else { continue };
        let share = |it: Option<f64>| it.map_or_else(String::new, percent);
        line(&format!(
            "  {name}: of those who completed, {} never stepped up, {} for want of what they left untold",
            share(it.never_progressed_percent),
            share(it.never_progressed_for_gaps_percent)
        ));
        line(&format!(
            "  {name}: of all, {} went back although nothing had risen",
            share(it.back_without_rise_percent)
        ));
    }
    let errors =
        strata.get(ALL).and_then(|it| it.counts.get(&Count::PlanErrors)).copied().unwrap_or_default();
    line(&format!("  programmes that could not be planned: {}", grouped(errors)));
}

fn warnings(report: &Report) {
    let head = [
        "Warning signs",
        "began",
        "told",
        "stopped",
        "the same day",
        "days to stop",
        "sessions to stop",
        "after told",
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for (policy, strata) in &report.policies {
        let Some(it) = strata.get(ALL).and_then(|it| it.warnings.as_ref()) else { continue };
        let mut cells = vec![policy.name().to_owned()];
        cells.extend([it.began, it.told, it.stopped, it.stopped_same_day].map(grouped));
        let mean = |value: f64| if it.stopped == 0 { "never".to_owned() } else { format!("{value:.1}") };
        cells.extend([it.days_to_stop, it.sessions_to_stop].map(mean));
        cells.push(grouped(it.sessions_after_told));
        rows.push(cells);
    }
    if rows.len() > 1 {
        line("");
        table(&rows);
    }
}

/// Prints rows with their first column to the left and the others to the right.
fn table(rows: &[Vec<String>]) {
    let width = |column: usize| {
        rows.iter().filter_map(|it| it.get(column)).map(|it| it.chars().count()).max().unwrap_or_default()
    };
    for row in rows {
        let cells = row.iter().enumerate().map(|(column, cell)| {
            let width = width(column);
            if column == 0 { format!("{cell:<width$}") } else { format!("{cell:>width$}") }
        });
        line(&format!("  {}", cells.collect::<Vec<_>>().join("  ")));
    }
}

fn percent(value: f64) -> String {
    format!("{value:.1} %")
}

/// A number with a comma at every thousand.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_have_commas() {
        assert_eq!([0, 999, 1000, 1_234_567].map(grouped), ["0", "999", "1,000", "1,234,567"]);
    }
}
