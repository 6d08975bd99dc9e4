//! Charts with a few short bars, each with its words beside it.

use super::charts::{BarChart, Panel};
use super::svg::{STYLES, Sheet};

const NAMES: f64 = 180.0;
const LEFT: f64 = 190.0;
const LONGEST: f64 = 290.0;
const BAR: f64 = 18.0;
const ROW: f64 = 27.0;
const HEAD: f64 = 50.0;
/// A bar of nothing can still be seen.
const SHORTEST: f64 = 2.0;

pub(super) fn draw(chart: &BarChart) -> String {
    let rows = |it: &Panel| it.bars.iter().fold(HEAD, |height, _| height + ROW);
    let height = chart.panels.iter().map(rows).sum::<f64>() + 110.0;
    let mut sheet = Sheet::new(chart.title, &described(chart), height);
    let mut top = 40.0;
    for it in &chart.panels {
        panel(&mut sheet, it, top);
        top += rows(it);
    }
    sheet.finish(&chart.caption, height)
}

fn described(chart: &BarChart) -> String {
    let panel = |it: &Panel| {
        let bars: Vec<String> = it.bars.iter().map(|it| format!("{}: {}", it.name, it.words)).collect();
        format!("{}: {}.", it.title, bars.join(". "))
    };
    let panels: Vec<String> = chart.panels.iter().map(panel).collect();
    format!("Bars by policy. {}", panels.join(" "))
}

fn panel(sheet: &mut Sheet, panel: &Panel, top: f64) {
    sheet.text((24.0, top + 28.0), "font-weight=\"600\" fill=\"#1a1a1a\"", panel.title);
    let most = panel.bars.iter().filter_map(|it| it.length).fold(0.0, f64::max);
    let mut y = top + HEAD - 8.0;
    for (bar, (colour, _)) in panel.bars.iter().zip(STYLES.iter().cycle()) {
        sheet.text((NAMES, y + 14.0), "text-anchor=\"end\" fill=\"#1a1a1a\"", &bar.name);
        let length = bar.length.map_or(0.0, |it| if most > 0.0 { it / most * LONGEST } else { 0.0 });
        if bar.length.is_some() {
            let length = length.max(SHORTEST);
            sheet.line(&format!(
                "<rect x=\"{LEFT:.1}\" y=\"{y:.1}\" width=\"{length:.1}\" height=\"{BAR:.1}\" fill=\"{colour}\"/>"
            ));
        }
        sheet.text((LEFT + length + 9.0, y + 14.0), "fill=\"#1a1a1a\"", &bar.words);
        y += ROW;
    }
}
