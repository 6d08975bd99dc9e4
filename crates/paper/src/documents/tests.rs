//! What a printed page must hold.

use std::collections::{BTreeMap, BTreeSet};

use typst::layout::{Frame, FrameItem};

use super::*;
use crate::sample;

/// Every page of a document as the text that stands on it.
fn pages(template: &str, paper: Paper, content: &impl Serialize) -> Vec<String> {
    let sheet = sheet("en", paper, content).unwrap();
    let document = typeset::set(template, sheet).unwrap();
    document.pages().iter().map(|page| text(&page.frame)).collect()
}

/// The text of a frame, without white space, since lines break where they must.
fn text(frame: &Frame) -> String {
    let mut out = String::new();
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => out.push_str(&text(&group.frame)),
            FrameItem::Text(run) => out.push_str(&run.text),
            FrameItem::Shape(..) | FrameItem::Image(..) | FrameItem::Link(..) | FrameItem::Tag(_) => {}
        }
    }
    squeezed(&out)
}

fn squeezed(text: &str) -> String {
    text.replace([' ', '\u{A0}', '\u{200B}'], "")
}

#[test]
fn the_safety_card_and_the_status_stand_on_the_first_page_of_every_sheet() {
    for paper in [Paper::A4, Paper::Letter] {
        for weeks in [1, 6] {
            let handout = sample::handout(weeks);
            let pages = pages("handout.typ", paper, &handout);
            let first = &pages[0];
            let safety = &handout.safety;
            let signs = safety.signs.iter().chain([&safety.same_day_title]).chain(&safety.same_day);
            for line in handout.status.iter().chain(signs).chain([&safety.emergency]) {
                assert!(first.contains(&squeezed(line)), "{paper:?}, {weeks} weeks: {line}");
            }
            // When to stop stands behind the plan at a glance.
            for line in &safety.stop {
                assert!(pages[1].contains(&squeezed(line)), "{paper:?}, {weeks} weeks: {line}");
            }
        }
    }
}

#[test]
fn a_block_that_keeps_prints_its_check_ins_and_the_way_back_as_well() {
    let (handout, keeping) = (sample::handout(6), sample::keeping());
    for paper in [Paper::A4, Paper::Letter] {
        let pages = pages("keeping.typ", paper, &Kept { handout: &handout, keeping: &keeping });
        for line in handout.status.iter().chain(&handout.safety.signs) {
            assert!(pages[0].contains(&squeezed(line)), "{line}");
        }
        for line in keeping.check_ins.iter().chain(&keeping.flare).chain([&keeping.flare_title]) {
            assert!(pages.concat().contains(&squeezed(line)), "{line}");
        }
    }
}

#[test]
fn a_handout_prints_everything_it_holds() {
    let handout = sample::handout(1);
    let all = pages("handout.typ", Paper::A4, &handout).concat();
    let mut strings = Vec::new();
    collect(&serde_json::to_value(&handout).unwrap(), &mut strings);
    for line in strings.iter().filter(|line| *line != "en-CA") {
        assert!(all.contains(&squeezed(line)), "{line}");
    }
}

fn collect(value: &Value, strings: &mut Vec<String>) {
    match value {
        Value::String(text) => strings.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| collect(item, strings)),
        Value::Object(fields) => fields.values().for_each(|field| collect(field, strings)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[test]
fn a_plan_stays_compact_and_its_overview_is_on_the_second_page() {
    for paper in [Paper::A4, Paper::Letter] {
        for (weeks, pages_max) in [(1, 6), (6, 10)] {
            let pages = pages("handout.typ", paper, &sample::handout(weeks));
            assert!(pages.len() <= pages_max, "{paper:?}, {weeks} weeks: {} pages", pages.len());
            assert!(pages[1].starts_with("Yourplanataglance"), "{}", pages[1]);
        }
    }
}

#[test]
fn how_a_move_is_done_and_why_is_printed_once() {
    for weeks in [1, 6] {
        let handout = sample::handout(weeks);
        let all = pages("handout.typ", Paper::A4, &handout).concat();
        for one in &handout.moves {
            let steps = all.matches(&squeezed(&one.steps)).count();
            let same = handout.moves.iter().filter(|it| it.steps == one.steps).count();
            assert_eq!(steps, same, "{}", one.name);
        }
        assert_eq!(all.matches("Startsthetrunkgently.").count(), 1, "{weeks} weeks");
    }
}

#[test]
fn the_questions_before_a_session_stand_before_every_day_of_a_week() {
    let handout = sample::handout(1);
    let all = pages("handout.typ", Paper::A4, &handout).concat();
    let days = handout.weeks[0].days.iter().filter(|it| !it.check_first.is_empty());
    assert_eq!(all.matches(&squeezed("Pain now, 0 to 10, and where?")).count(), days.count());
}

#[test]
fn in_several_weeks_the_questions_have_a_box_for_every_day() {
    // Each week asks once, under the days of that week, and again names the days over its moves.
    let handout = sample::handout(6);
    let all = pages("handout.typ", Paper::A4, &handout).concat();
    for week in &handout.weeks {
        let days: String = week.days.iter().flat_map(|it| it.title.chars().take(2)).collect();
        assert!(all.matches(&format!("Beforeyoustart{days}")).count() >= 1, "{days}");
    }
    assert_eq!(all.matches(&squeezed("Pain now, 0 to 10, and where?")).count(), handout.weeks.len());
}

#[test]
fn no_session_is_torn() {
    let handout = sample::handout(1);
    let pages = pages("handout.typ", Paper::A4, &handout);
    for session in handout.weeks[0].days.iter().flat_map(|it| &it.sessions) {
        let rows: Vec<String> =
            session.items.iter().map(|it| squeezed(&format!("{}: {}", it.name, it.dose))).collect();
        assert!(pages.iter().any(|page| rows.iter().all(|row| page.contains(row))), "{}", session.title);
    }
}

#[test]
fn without_a_public_address_nothing_is_said_of_one() {
    let mut handout = sample::handout(1);
    handout.self_check = None;
    let all = pages("handout.typ", Paper::A4, &handout).concat();
    assert!(!all.contains("Forsomebodyelse") && !all.contains("http"));
}

#[test]
fn a_letter_fits_one_page() {
    for paper in [Paper::A4, Paper::Letter] {
        assert_eq!(pages("letter.typ", paper, &sample::letter()).len(), 1);
    }
}

#[test]
fn long_lists_of_a_letter_follow_as_an_annex_and_nothing_else_does() {
    let mut letter = sample::letter();
    let many: Vec<String> =
        (0..60).map(|it| format!("Asked about sign number {it}, and answered no")).collect();
    letter
        .parts
        .push(outcomes::LetterPart { annex: true, ..outcomes::LetterPart::new("Asked".to_owned(), many) });
    for paper in [Paper::A4, Paper::Letter] {
        let pages = pages("letter.typ", paper, &letter);
        assert!(pages[1].starts_with("Annex"), "{}", pages[1]);
        for line in letter.status.iter().chain(&letter.reply).chain(&letter.parts[0].lines) {
            assert!(pages[0].contains(&squeezed(line)), "{line}");
        }
    }
}

#[test]
fn the_letter_begins_a_page_of_its_own_behind_the_waiting_card() {
    let card = sample::waiting();
    let pages = pages("waiting.typ", Paper::Letter, &card);
    let last = pages.last().unwrap();
    assert!(last.starts_with(&squeezed(&card.letter.urgency)), "{last}");
    assert!(pages[0].contains(&squeezed(&card.safety.emergency)));
}

#[test]
fn markup_in_the_words_is_printed_as_it_stands() {
    let hostile = "#panic(\"x\") *a* _b_ $x^2$ [c] <d> @e `f` \\g // h /* i */ = j ~ -- ---";
    let mut handout = sample::handout(1);
    hostile.clone_into(&mut handout.title);
    hostile.clone_into(&mut handout.moves[0].steps);
    hostile.clone_into(&mut handout.weeks[0].days[0].sessions[0].items[0].because);
    handout.self_check = Some(hostile.to_owned());
    let all = pages("handout.typ", Paper::A4, &handout).concat();
    assert!(all.matches(&squeezed(hostile)).count() >= 4);
}

#[test]
fn a_word_without_end_stays_on_the_page() {
    let mut handout = sample::handout(1);
    handout.weeks[0].days[0].sessions[0].items[0].name = "Donaudampfschifffahrt".repeat(40);
    let sheet = sheet("en", Paper::A4, &handout).unwrap();
    let document = typeset::set("handout.typ", sheet).unwrap();
    for page in document.pages() {
        let width = page.frame.width();
        assert!(rightmost(&page.frame) <= width, "text leaves the page");
    }
}

/// How far to the right any text of `frame` reaches.
fn rightmost(frame: &Frame) -> typst::layout::Abs {
    frame
        .items()
        .map(|(at, item)| match item {
            FrameItem::Group(group) => at.x + rightmost(&group.frame),
            FrameItem::Text(run) => at.x + run.width(),
            FrameItem::Shape(..) | FrameItem::Image(..) | FrameItem::Link(..) | FrameItem::Tag(_) => at.x,
        })
        .max()
        .unwrap_or_default()
}

#[test]
fn letters_that_no_font_has_do_not_stop_the_page() {
    let mut letter = sample::letter();
    letter.parts[0].lines.push("Nguyễn Thị Ánh, Олександр, \u{1F9D8} 中文 \u{202E}x".to_owned());
    assert!(letter_pdf(&letter, Paper::A4).is_ok());
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let handout = sample::handout(1);
    let first = handout_pdf(&handout, Paper::A4).unwrap();
    assert!(first.starts_with(b"%PDF-1.7"));
    assert_eq!(first, handout_pdf(&handout, Paper::A4).unwrap());
    assert_ne!(first, handout_pdf(&handout, Paper::Letter).unwrap());
}

#[test]
fn an_empty_handout_still_prints() {
    let mut handout = sample::handout(1);
    handout.weeks.clear();
    handout.moves.clear();
    handout.opportunities.clear();
    handout.cautions.clear();
    handout.status.clear();
    handout.safety.stop.clear();
    handout.safety.advice = None;
    handout.safety.same_day.clear();
    handout.support = None;
    handout.minimum = None;
    assert!(handout_pdf(&handout, Paper::Letter).is_ok());
}

#[test]
fn a_language_without_words_is_refused_and_a_region_falls_back() {
    let mut letter = sample::letter();
    "en-GB".clone_into(&mut letter.language);
    assert!(letter_pdf(&letter, Paper::A4).is_ok());
    "tlh".clone_into(&mut letter.language);
    assert!(matches!(letter_pdf(&letter, Paper::A4), Err(PaperError::NoWords { .. })));
}

#[test]
fn every_language_has_exactly_the_words_that_the_templates_print() {
    let sources: Vec<&str> =
        typeset::TEMPLATES.files().filter_map(include_dir::File::contents_utf8).collect();
    let printed: BTreeSet<&str> = sources
        .iter()
        .flat_map(|source| source.split("words.").skip(1))
        .filter_map(|rest| rest.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').next())
        .collect();
    for file in typeset::TEMPLATES.get_dir("words").unwrap().files() {
        let words: BTreeMap<String, Value> = serde_json::from_slice(file.contents()).unwrap();
        let words: BTreeSet<&str> = words.keys().map(String::as_str).collect();
        assert_eq!(words, printed, "{}", file.path().display());
    }
}

/// Makes every sample; with `PLUMBLINE_LOOK=folder` they are written there, to be looked at.
#[test]
fn every_sample_becomes_an_accessible_pdf() {
    let folder = std::env::var_os("PLUMBLINE_LOOK").map(std::path::PathBuf::from);
    let file =
        crate::calendar("7f3a91c2", &sample::sessions(), "2026-11-22T15:04:05Z".parse().unwrap()).unwrap();
    if let Some(folder) = &folder {
        std::fs::write(folder.join("plan.ics"), file).unwrap();
    }
    for paper in [Paper::A4, Paper::Letter] {
        let drawn = [
            ("seven-days", handout_pdf(&sample::handout(1), paper)),
            ("six-weeks", handout_pdf(&sample::handout(6), paper)),
            ("keeping", keeping_pdf(&sample::handout(6), &sample::keeping(), paper)),
            ("waiting", waiting_pdf(&sample::waiting(), paper)),
            ("letter", letter_pdf(&sample::letter(), paper)),
        ];
        for (name, bytes) in drawn {
            let bytes = bytes.unwrap();
            if let Some(folder) = &folder {
                std::fs::write(folder.join(format!("{name}-{paper:?}.pdf")), bytes).unwrap();
            }
        }
    }
}
