//! `GET …/progress`: how it is going: each measure over time as a table and a line, and what the change means (OM-31, OM-32).

use askama::Template;
use axum::http::StatusCode;
use chart::roster::Card;
use chart::{Changed, Entry, Scores, changes, overall};
use jiff::civil::Date;
use knowledge::expression::thousandths;
use knowledge::raw::instrument::Instrument;
use model::Truth;
use prescription::Change;

use crate::frame::{Frame, Words, html};
use crate::identity::At;
use crate::pages::Page;

/// The width and height of a line, in the units of its drawing.
const WIDTH: i64 = 320;
const HEIGHT: i64 = 120;
/// The room around it for its points.
const MARGIN: i64 = 10;

/// How it is going.
#[derive(Template)]
#[template(path = "member/progress.html")]
pub(crate) struct ProgressPage {
    frame: Frame,
    base: String,
    /// The message for the change as a whole; none before there is anything to compare.
    overall: Option<&'static str>,
    measures: Vec<Measure>,
}

/// One measure over time.
struct Measure {
    name: String,
    /// Which way is better.
    better: &'static str,
    /// Days and scores.
    rows: Vec<(String, String)>,
    /// The change in words.
    change: Vec<String>,
    /// The points of the line; none with fewer than two.
    points: Vec<(i64, i64)>,
}

impl Measure {
    fn line(&self) -> String {
        self.points.iter().map(|(x, y)| format!("{x},{y}")).collect::<Vec<_>>().join(" ")
    }
}

impl ProgressPage {
    fn of(words: Words, base: &str, entries: &[Entry], today: Date) -> Self {
        let pack = words.pack;
        let scores = Scores::of(pack, entries);
        let start = Card::of(pack, entries).programme.map(|it| it.start);
        let changed = start.map(|it| changes(pack, &scores, it, today)).unwrap_or_default();
        let overall =
            start.filter(|_| !changed.is_empty()).map(|it| message(overall(pack, &scores, it, today)));
        let shown = pack.instruments.values().filter(|it| scores.series(&it.id).next().is_some());
        let measures = shown.map(|it| measure(words, it, &scores, &changed)).collect();
        Self { frame: Frame::new(words, ["OM-31", "OM-32"]), base: base.to_owned(), overall, measures }
    }
}

fn message(change: Change) -> &'static str {
    match change {
        Change::Improved => "progress-better",
        Change::Worse => "progress-worse",
        Change::Uncertain => "progress-not-sure",
    }
}

fn measure(words: Words, instrument: &Instrument, scores: &Scores, changed: &[Changed]) -> Measure {
    let said = outcomes::Words::new(words.pack, words.locale, None);
    let series: Vec<(Date, i64)> = scores.series(&instrument.id).collect();
    let change = changed.iter().find(|it| it.instrument == instrument.id);
    Measure {
        name: words.say(instrument.id.as_str()),
        better: if instrument.higher_is_better { "progress-higher" } else { "progress-lower" },
        rows: series.iter().map(|(day, value)| (said.date(*day), thousandths(*value))).collect(),
        change: change.map(|it| change_in_words(words, it)).unwrap_or_default(),
        points: points(instrument, &series),
    }
}

/// OM-32: the change itself, in per cent, and whether it is more than the error of the measurement.
fn change_in_words(words: Words, it: &Changed) -> Vec<String> {
    let change = it.is.1 - it.was.1;
    let message = match change.signum() {
        1 => "progress-more",
        -1 => "progress-less",
        _ => "progress-same",
    };
    let mut line = words.say1(message, "change", thousandths(change.abs()));
    if let Some(percent) = it.percent.filter(|it| *it != 0) {
        line = format!("{line} {}", words.say1("progress-percent", "percent", percent.abs()));
    }
    let mut lines = vec![line];
    lines.push(words.say(match it.beyond_error {
        Truth::Yes => "progress-beyond",
        Truth::No => "progress-within",
        Truth::Unknown => "progress-error-not-known",
    }));
    lines
}

/// The points of a line from the first day to the last, over the whole range of the score.
fn points(instrument: &Instrument, series: &[(Date, i64)]) -> Vec<(i64, i64)> {
    let ([(first, _), .., (last, _)], (low, high)) = (series, (instrument.score_min, instrument.score_max))
    else {
        return Vec::new();
    };
    let days = i64::from((*last - *first).get_days()).max(1);
    let (low, range) = (i64::from(low) * 1000, (i64::from(high) - i64::from(low)).max(1) * 1000);
    let point = |(day, value): &(Date, i64)| {
        let x = MARGIN + i64::from((*day - *first).get_days()) * (WIDTH - 2 * MARGIN) / days;
        (x, HEIGHT - MARGIN - (value - low) * (HEIGHT - 2 * MARGIN) / range)
    };
    series.iter().map(point).collect()
}

/// Shows it.
pub(crate) async fn show(at: At) -> Page {
    let entries = at.chart().await?;
    Ok(html(StatusCode::OK, &ProgressPage::of(at.words(), &at.base, &entries, at.today())))
}

#[cfg(test)]
impl crate::pages::Samples for ProgressPage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        let page = |entries: &[Entry]| Self::of(words, "/my/1", entries, crate::tests::TODAY);
        vec![("nothing", page(&[])), ("measured", page(&crate::tests::studio::measured()))]
    }
}
