//! `GET …/visit`: where the visit stands: what comes first, every test of the battery, and what it shows so far.

use askama::Template;
use assessment::{LeftOut, battery};
use axum::http::StatusCode;
use knowledge::raw::test::{ResultKind, Test};
use model::Side;

use super::{Visit, here, is_done, said};
use crate::check::home::sides;
use crate::coach::member::contacts;
use crate::frame::{Frame, Words, html};
use crate::identity::At;
use crate::member::Hold;
use crate::pages::Page;

/// The visit so far.
#[derive(Template)]
#[template(path = "coach/visit/overview.html")]
pub(crate) struct VisitPage {
    frame: Frame,
    here: String,
    name: String,
    is_screened: bool,
    /// Whom to call, as far as they are known.
    contacts: Vec<(&'static str, String, String)>,
    /// Whether the short check and the readings are there.
    has_begun: bool,
    /// Whether what was measured calls for a question.
    is_asked_more: bool,
    hold: Option<Hold>,
    /// How long the tests may take, and how to do them again.
    how: Vec<String>,
    stages: Vec<StageRows>,
    /// The address of what comes next.
    next: Option<String>,
    /// What it shows, each with how sure and why.
    opportunities: Vec<(String, String, String)>,
}

/// The tests of a stage.
struct StageRows {
    title: String,
    rows: Vec<Row>,
}

/// One test, or the check-list of a stage.
struct Row {
    name: String,
    /// Where it is done; none for what is left out.
    address: Option<String>,
    /// What came of it, and why it is left out.
    said: Vec<String>,
    is_done: bool,
    /// Whether it may be passed over: nobody has to take a photo.
    is_extra: bool,
}

impl VisitPage {
    fn of(words: Words, (here, name): (String, String), visit: &Visit) -> Self {
        let mut page = Self {
            frame: Frame::new(words, ["MT-04", "MT-05"]),
            here,
            name,
            is_screened: visit.standing.is_some(),
            contacts: contacts(&visit.entries),
            has_begun: visit.has_begun(),
            is_asked_more: false,
            hold: None,
            how: Vec::new(),
            stages: Vec::new(),
            next: None,
            opportunities: Vec::new(),
        };
        let Some(standing) = &visit.standing else { return page };
        page.hold = Hold::of(words, standing);
        page.is_asked_more = !super::readings::asked_more(words.pack, standing).is_empty();
        page.how = how(words, standing);
        if visit.is_open() {
            page.stages = stages(words, &page.here, visit);
            let mut open =
                page.stages.iter().flat_map(|it| &it.rows).filter(|it| !it.is_done && !it.is_extra);
            page.next = open.find_map(|it| it.address.clone());
        }
        page.opportunities = opportunities(words, standing);
        page
    }
}

/// How long the tests may take (MT-04), and how to do them again (MT-05).
fn how(words: Words, standing: &chart::Standing) -> Vec<String> {
    let battery = &words.pack.battery;
    let is_split = standing.assessment.profile.level <= battery.split_up_to;
    let split = is_split.then(|| words.say("visit-split"));
    let minutes = words.say1("visit-minutes", "minutes", battery.minutes_max);
    [Some(minutes), split, Some(words.say("visit-same"))].into_iter().flatten().collect()
}

/// The stages with their tests; what is seen in passing stands together in one check-list a stage.
fn stages(words: Words, here: &str, visit: &Visit) -> Vec<StageRows> {
    let Some(standing) = &visit.standing else { return Vec::new() };
    let stages = battery(words.pack, &standing.intake, &standing.assessment);
    let of_stage = |it: &assessment::BatteryStage<'_>| {
        let (seen, done): (Vec<_>, Vec<_>) =
            it.tests.iter().partition(|(test, _)| test.result == ResultKind::Seen);
        let mut rows: Vec<Row> =
            done.into_iter().map(|(test, left_out)| row(words, here, visit, test, left_out)).collect();
        if !seen.is_empty() {
            let tests: Vec<&Test> = seen.iter().map(|it| it.0).collect();
            rows.push(checklist(words, here, visit, (&it.stage.id, &tests)));
        }
        StageRows { title: words.say(&format!("visit-stage-{}", it.stage.id)), rows }
    };
    stages.iter().map(of_stage).collect()
}

fn row(words: Words, here: &str, visit: &Visit, test: &Test, left_out: Option<LeftOut>) -> Row {
    let name = words.say(test.id.as_str());
    if let Some(left_out) = left_out {
        return Row {
            name,
            address: None,
            said: vec![reason(words, left_out)],
            is_done: true,
            is_extra: false,
        };
    }
    let results: Vec<_> = sides(test).into_iter().map(|it| visit.result(&test.id, it)).collect();
    let mut lines: Vec<String> = test.photo.then(|| words.say("visit-photo")).into_iter().collect();
    for result in results.iter().flatten() {
        lines.push(said::result(words, test, result));
        lines.extend(said::change(words, test, visit.results(), result));
    }
    Row {
        name,
        address: Some(format!("{here}/visit/tests/{}", test.id)),
        said: lines,
        is_done: is_done(&results),
        is_extra: test.photo,
    }
}

/// One row for everything of a stage that is seen or not seen.
fn checklist(words: Words, here: &str, visit: &Visit, (stage, tests): (&str, &[&Test])) -> Row {
    let of_test =
        |test: &&&Test| sides(test).into_iter().map(|it| visit.result(&test.id, it)).collect::<Vec<_>>();
    let looked = tests.iter().filter(|it| is_done(&of_test(it))).count();
    let seen = |test: &&&Test| {
        let is_seen = |side: Option<Side>| {
            visit
                .result(&test.id, side)
                .and_then(|it| assessment::value(words.pack, it))
                .is_some_and(|it| it > 0)
        };
        sides(test).into_iter().any(is_seen)
    };
    let mut lines: Vec<String> = tests.iter().filter(seen).map(|it| words.say(it.id.as_str())).collect();
    if looked > 0 {
        let (looked, of) = (looked.to_string(), tests.len().to_string());
        lines.insert(0, words.say_with("visit-looked-at", &[("looked", &looked), ("of", &of)]));
    }
    Row {
        name: words.say("visit-checklist"),
        address: Some(format!("{here}/visit/checklist/{stage}")),
        said: lines,
        is_done: looked == tests.len(),
        is_extra: false,
    }
}

fn reason(words: Words, left_out: LeftOut) -> String {
    match left_out {
        LeftOut::Tag(tag) => words.say1("visit-left-out-tag", "tag", words.say(&format!("tag-{tag}"))),
        LeftOut::Age => words.say("visit-left-out-age"),
        LeftOut::Effort { cap } => words.say1("visit-left-out-effort", "cap", cap),
    }
}

/// What the tests show, at most as many as WS-02 allows.
pub(crate) fn opportunities(words: Words, standing: &chart::Standing) -> Vec<(String, String, String)> {
    let of_tests = standing.assessment.priorities.iter().filter(|it| !it.tests.is_empty());
    let said = of_tests.map(|it| {
        let confidence = words.say(&format!("confidence-{}", it.confidence));
        let because = words.find(&format!("{}.because", it.rule)).unwrap_or_default();
        (words.say(&format!("{}.opportunity", it.rule)), confidence, because)
    });
    said.take(words.pack.dosage.findings.shown_max).collect()
}

/// Shows it.
pub(crate) async fn show(at: At) -> Page {
    let visit = Visit::of(&at).await?;
    let about = (here(&at), at.member.name.clone());
    Ok(html(StatusCode::OK, &VisitPage::of(at.words(), about, &visit)))
}

#[cfg(test)]
impl crate::pages::Samples for VisitPage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        use crate::tests::studio::{screened, visited, with_high_pressure};
        let page = |entries: Vec<chart::Entry>| {
            let about = ("/studio/1/members/2".to_owned(), "Invented Person".to_owned());
            Self::of(words, about, &Visit::sample(words.pack, entries))
        };
        vec![
            ("not screened", page(Vec::new())),
            ("begins", page(screened())),
            ("under way", page(visited())),
            ("held", page(with_high_pressure())),
        ]
    }
}
