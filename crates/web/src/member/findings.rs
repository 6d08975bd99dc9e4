//! `GET …/findings`: what the tests showed, what was agreed, and why each exercise is in the programme.
//!
//! It names exercises and no dose: how much is said in a session alone, behind the short check of the day (RF-41).

use askama::Template;
use axum::http::StatusCode;
use chart::Entry;
use jiff::civil::Date;
use model::ExerciseId;
use outcomes::Words as Said;
use prescription::Reason;

use super::Stands;
use crate::coach::visit::opportunities;
use crate::frame::{Frame, Words, html};
use crate::identity::At;
use crate::pages::Page;

/// What was found and agreed.
#[derive(Template)]
#[template(path = "member/findings.html")]
pub(crate) struct FindingsPage {
    frame: Frame,
    base: String,
    /// What was found, how sure it is, and what it means.
    found: Vec<(String, String, String)>,
    /// Each exercise, and why it is here.
    agreed: Vec<(String, Vec<String>)>,
}

impl FindingsPage {
    fn of(words: Words, base: &str, entries: &[Entry], today: Date) -> Self {
        let found = chart::standing(words.pack, entries, today).map(|it| opportunities(words, &it));
        let mut page = Self {
            frame: Frame::new(words, ["WS-02"]),
            base: base.to_owned(),
            found: found.unwrap_or_default(),
            agreed: Vec::new(),
        };
        // While something holds, nothing is agreed.
        if let Stands::Runs(running) = Stands::of(words.pack, entries, today) {
            let said = Said::of(words.pack, words.locale, &running.standing.intake);
            let chosen = &running.programme.prescription.rationale().chosen;
            let why =
                chosen.iter().map(|(id, choice)| (said.exercise(id), reasons(&said, id, &choice.because)));
            page.agreed = why.collect();
        }
        page
    }
}

/// Why an exercise is here, each sentence once.
fn reasons(said: &Said<'_>, id: &ExerciseId, because: &[Reason]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in because.iter().map(|it| said.reason(id, it)) {
        // Two places of a template may ask for the same.
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

/// Shows it.
pub(crate) async fn show(at: At) -> Page {
    let entries = at.chart().await?;
    Ok(html(StatusCode::OK, &FindingsPage::of(at.words(), &at.base, &entries, at.today())))
}

#[cfg(test)]
impl crate::pages::Samples for FindingsPage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        use crate::tests::studio::{running, visited};
        let page = |entries: &[Entry]| Self::of(words, "/my/1", entries, crate::tests::TODAY);
        vec![("nothing", page(&[])), ("found", page(&visited())), ("agreed", page(&running()))]
    }
}
