//! What is drawn of a run.

use super::run::{ALL, Fared, OURS, Run, Warnings, Week};
use super::words;

/// The file of the bars about warning signs.
pub(super) const WARNINGS: &str = "warnings.svg";

/// Lines over the weeks.
pub(super) struct LineChart {
    pub(super) file: &'static str,
    pub(super) title: &'static str,
    /// What the upright axis counts, with its unit.
    pub(super) unit: &'static str,
    /// Whether the axis begins at nought whatever the values.
    pub(super) from_zero: bool,
    pub(super) lines: Vec<Line>,
    pub(super) caption: String,
}

/// A line with its name; a week without anybody has no value.
pub(super) struct Line {
    pub(super) name: String,
    pub(super) values: Vec<Option<f64>>,
}

/// Bars side by side, in panels that each have a scale of their own.
pub(super) struct BarChart {
    pub(super) title: &'static str,
    pub(super) panels: Vec<Panel>,
    pub(super) caption: String,
}

/// Bars that can be compared.
pub(super) struct Panel {
    pub(super) title: &'static str,
    pub(super) bars: Vec<Bar>,
}

/// A bar; without a length only its words are shown.
pub(super) struct Bar {
    pub(super) name: String,
    pub(super) length: Option<f64>,
    pub(super) words: String,
}

/// Every chart with lines.
pub(super) fn lines(run: &Run) -> Vec<LineChart> {
    let in_programme = |of: fn(&Week) -> f64| move |it: &Week| (it.in_programme > 0).then(|| of(it));
    let chart = |file, title, unit, from_zero, lines| LineChart {
        file,
        title,
        unit,
        from_zero,
        lines,
        caption: words::members(run),
    };
    vec![
        chart(
            "dose.svg",
            "Planned strength work by stratum, under our engine",
            "per cent of their own first week, of members still in the programme",
            false,
            by_stratum(run, in_programme(|it| it.dose_percent)),
        ),
        chart(
            "pain.svg",
            "True pain in the morning, by policy",
            "pain of 10, mean of everybody, those who left included",
            true,
            by_policy(run, |it| Some(it.pain)),
        ),
        chart(
            "adherence.svg",
            "Sessions done, by policy",
            "per cent of the sessions planned",
            true,
            by_policy(run, in_programme(|it| it.adherence_percent)),
        ),
        chart(
            "red.svg",
            "Sessions that were red in truth, by policy",
            "per cent of the sessions done",
            true,
            by_policy(run, in_programme(|it| it.red_percent)),
        ),
    ]
}

fn by_policy(run: &Run, value: impl Fn(&Week) -> Option<f64>) -> Vec<Line> {
    let line = |(name, fared): (&str, &Fared)| Line {
        name: words::policy(name).to_owned(),
        values: fared.weeks.iter().map(&value).collect(),
    };
    run.everybody().into_iter().map(line).collect()
}

/// Everybody first, then the strata.
fn by_stratum(run: &Run, value: impl Fn(&Week) -> Option<f64>) -> Vec<Line> {
    let mut strata: Vec<(&String, &Fared)> = run.policies.get(OURS).into_iter().flatten().collect();
    strata.sort_by_key(|(name, _)| (name.as_str() != ALL, *name));
    let line = |(name, fared): (&String, &Fared)| Line {
        name: words::stratum(name).to_owned(),
        values: fared.weeks.iter().map(&value).collect(),
    };
    strata.into_iter().map(line).collect()
}

/// What became of warning signs under each policy.
pub(super) fn warnings(run: &Run) -> BarChart {
    let panel = |title, bar: fn(&Warnings) -> (Option<f64>, String)| {
        let bars = run.everybody().into_iter().map(|(name, fared)| {
            let none = (None, "no sign began".to_owned());
            let (length, words) = fared.warnings.as_ref().map_or(none, bar);
            Bar { name: words::policy(name).to_owned(), length, words }
        });
        Panel { title, bars: bars.collect() }
    };
    BarChart {
        title: "From a warning sign to the stop, by policy",
        panels: vec![
            panel("Days from the sign to the stop (mean of those stopped)", |it| {
                stopped(it, it.days_to_stop, "days")
            }),
            panel("Sessions done in that time (mean of those stopped)", |it| {
                stopped(it, it.sessions_to_stop, "sessions")
            }),
            panel("Sessions done after the sign was told (all members together)", after_told),
        ],
        caption: words::members(run),
    }
}

fn stopped(it: &Warnings, mean: f64, unit: &str) -> (Option<f64>, String) {
    if it.stopped == 0 {
        return (None, format!("stopped none of {}", words::whole(it.began)));
    }
    let of = format!("stopped {} of {}", words::whole(it.stopped), words::whole(it.began));
    (Some(mean), format!("{} {unit}; {of}", words::decimal(mean)))
}

fn after_told(it: &Warnings) -> (Option<f64>, String) {
    let length = u32::try_from(it.sessions_after_told).map_or(f64::MAX, f64::from);
    let done = words::whole(it.sessions_after_told);
    let told = words::whole(it.told);
    let most = match it.sessions_after_told_most {
        0 => String::new(),
        most => format!("; at most {} of one member", words::whole(most)),
    };
    (Some(length), format!("{done}; {told} signs told{most}"))
}
