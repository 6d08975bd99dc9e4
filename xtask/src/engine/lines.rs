//! Charts with a line for each policy or stratum, named at its end.

use super::charts::{Line, LineChart};
use super::svg::{STYLES, Sheet};

const HEIGHT: f64 = 460.0;
const LEFT: f64 = 64.0;
const RIGHT: f64 = 590.0;
const TOP: f64 = 84.0;
const BOTTOM: f64 = 352.0;
/// Names nearer to each other than this are moved apart.
const NAMES_APART: f64 = 18.0;
/// About so many steps has an axis.
const STEPS: f64 = 6.0;

/// The upright axis.
struct Axis {
    low: f64,
    high: f64,
    step: f64,
}

impl Axis {
    /// An axis of round steps that has room for all values.
    fn of(lines: &[Line], from_zero: bool) -> Self {
        let values = || lines.iter().flat_map(|it| it.values.iter().flatten().copied());
        let most = values().fold(0.0, f64::max);
        let least = if from_zero { 0.0 } else { values().fold(most, f64::min) };
        let wanted = ((most - least) / STEPS).max(0.05);
        let round = [0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0];
        let step = round.into_iter().find(|it| *it >= wanted).unwrap_or(1000.0);
        let low = (least / step).floor() * step;
        let high = ((most / step).ceil() * step).max(low + step);
        Self { low, high, step }
    }

    fn y(&self, value: f64) -> f64 {
        BOTTOM - (value - self.low) / (self.high - self.low) * (BOTTOM - TOP)
    }

    /// A tick's number, with a decimal where the steps have one.
    fn words(&self, tick: f64) -> String {
        if self.step < 1.0 { format!("{tick:.1}") } else { format!("{tick:.0}") }
    }

    fn ticks(&self) -> impl Iterator<Item = f64> {
        let ticks = std::iter::successors(Some(self.low), |it| Some(it + self.step));
        ticks.take_while(|it| *it < self.high + self.step / 2.0)
    }
}

pub(super) fn draw(chart: &LineChart) -> String {
    let axis = Axis::of(&chart.lines, chart.from_zero);
    let weeks = chart.lines.iter().map(|it| it.values.len()).max().unwrap_or_default();
    let mut sheet = Sheet::new(chart.title, &described(chart), HEIGHT);
    let unit = if axis.low > 0.0 {
        format!("{}; the axis does not begin at 0", chart.unit)
    } else {
        chart.unit.to_owned()
    };
    sheet.text((24.0, 56.0), "fill=\"#444444\"", &unit);
    frame(&mut sheet, &axis, weeks);
    for (line, (colour, dashes)) in chart.lines.iter().zip(STYLES.iter().cycle()) {
        curve(&mut sheet, &axis, line, weeks, (colour, dashes));
    }
    names(&mut sheet, &axis, &chart.lines, weeks);
    sheet.finish(&chart.caption, HEIGHT)
}

/// What a line does from its first week to its last, for those who cannot see it.
fn described(chart: &LineChart) -> String {
    let line = |it: &Line| {
        let shown = || it.values.iter().zip(1..).filter_map(|(value, week)| Some((week, (*value)?)));
        let (Some((first, from)), Some((last, to))) = (shown().next(), shown().last()) else {
            return format!("{}: nothing.", it.name);
        };
        format!("{}: {from:.1} in week {first}, {to:.1} in week {last}.", it.name)
    };
    let lines: Vec<String> = chart.lines.iter().map(line).collect();
    format!("Lines over the weeks; {}. {}", chart.unit, lines.join(" "))
}

fn x(week: u32, weeks: usize) -> f64 {
    let last = u32::try_from(weeks).unwrap_or(u32::MAX).max(2);
    LEFT + f64::from(week - 1) / f64::from(last - 1) * (RIGHT - LEFT)
}

fn frame(sheet: &mut Sheet, axis: &Axis, weeks: usize) {
    for tick in axis.ticks() {
        let y = axis.y(tick);
        sheet.rule((LEFT, y), (RIGHT, y), "stroke=\"#e2e2e2\"");
        sheet.text((LEFT - 10.0, y + 5.0), "text-anchor=\"end\" fill=\"#444444\"", &axis.words(tick));
    }
    sheet.rule((LEFT, BOTTOM), (RIGHT, BOTTOM), "stroke=\"#444444\"");
    for week in (1..).take(weeks) {
        let centred = "text-anchor=\"middle\" fill=\"#444444\"";
        sheet.text((x(week, weeks), BOTTOM + 21.0), centred, &week.to_string());
    }
    let middle = f64::midpoint(LEFT, RIGHT);
    sheet.text((middle, BOTTOM + 43.0), "text-anchor=\"middle\" fill=\"#444444\"", "week of the programme");
}

/// The points of a line that have a value.
fn points(axis: &Axis, line: &Line, weeks: usize) -> Vec<(f64, f64)> {
    let point = |(value, week): (&Option<f64>, u32)| Some((x(week, weeks), axis.y((*value)?)));
    line.values.iter().zip(1..).filter_map(point).collect()
}

fn curve(sheet: &mut Sheet, axis: &Axis, line: &Line, weeks: usize, (colour, dashes): (&str, &str)) {
    let points = points(axis, line, weeks);
    let path: Vec<String> = points.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
    sheet.line(&format!(
        "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2.2\" stroke-dasharray=\"{dashes}\"/>",
        path.join(" ")
    ));
    for (x, y) in points {
        sheet.line(&format!("<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3\" fill=\"{colour}\"/>"));
    }
}

/// Each line's name beside its end, with its last value; a thin line leads to a name that had to move.
fn names(sheet: &mut Sheet, axis: &Axis, lines: &[Line], weeks: usize) {
    let mut ends = Vec::new();
    for (line, (colour, _)) in lines.iter().zip(STYLES.iter().cycle()) {
        let last = line.values.iter().flatten().last();
        if let Some((end, value)) = points(axis, line, weeks).last().zip(last) {
            let gone = line.values.iter().position(Option::is_none);
            let until = gone.map_or(String::new(), |weeks| format!(", to week {weeks}"));
            ends.push((*end, format!("{value:.1} {}{until}", line.name), *colour));
        }
    }
    ends.sort_by(|a, b| a.0.1.total_cmp(&b.0.1));
    let places = apart(&ends.iter().map(|it| it.0.1).collect::<Vec<_>>());
    for ((end, name, colour), y) in ends.iter().zip(places) {
        let place = RIGHT + 22.0;
        sheet.rule(
            (end.0 + 5.0, end.1),
            (place - 4.0, y),
            &format!("stroke=\"{colour}\" stroke-width=\"0.7\""),
        );
        sheet.text((place, y + 5.0), &format!("fill=\"{colour}\" font-weight=\"600\""), name);
    }
}

/// Heights in their order, moved apart as little as need be and kept above the foot.
fn apart(heights: &[f64]) -> Vec<f64> {
    let mut places: Vec<f64> = Vec::new();
    for height in heights {
        places.push(places.last().map_or(*height, |above| height.max(above + NAMES_APART)));
    }
    let mut below = BOTTOM + NAMES_APART;
    for place in places.iter_mut().rev() {
        *place = place.min(below - NAMES_APART);
        below = *place;
    }
    places
}
