//! `GET` and `POST …/programme`: what the engine proposes, why, and a coach's word that puts it in force.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use chart::Entry;
use jiff::ToSpan;
use jiff::civil::Date;
use outcomes::Handout;
use prescription::{Action, Input, Prescription, Request, plan};

use super::block::Block;
use crate::frame::{Frame, Words, html};
use crate::identity::{At, Fields, SEEN, last_seq};
use crate::member::{Running, Stands, decide};
use crate::pages::{Page, PageError};

/// The template of the studio's programme.
const SIX_WEEKS: &str = "six-week";
/// How many first days a coach can choose from.
const STARTS: i32 = 15;

/// The proposal, or why there is none.
#[derive(Template)]
#[template(path = "coach/programme.html")]
pub(crate) struct ProgrammePage {
    frame: Frame,
    here: String,
    name: String,
    /// The message that says what the page shows.
    says: &'static str,
    /// Why, for whoever mends a chart; the engine's own words.
    problem: Option<String>,
    /// What the weeks that are over came to, and what is proposed behind them.
    behind: Vec<String>,
    /// Whether what is shown can be put in force as the block behind them.
    is_block: bool,
    /// What would change, one a line.
    differences: Vec<String>,
    /// What was decided, each with its rule and what was observed.
    decisions: Vec<(String, String)>,
    handout: Option<Handout>,
    /// First days to choose from, for a first programme.
    starts: Vec<(String, String)>,
    seen: u64,
}

impl ProgrammePage {
    fn of(
        words: Words,
        (here, name): (String, String),
        entries: &[Entry],
        today: Date,
    ) -> Result<Self, PageError> {
        let mut page = Self {
            frame: Frame::new(words, [SIX_WEEKS]),
            here,
            name,
            says: "programme-none",
            problem: None,
            behind: Vec::new(),
            is_block: false,
            differences: Vec::new(),
            decisions: Vec::new(),
            handout: None,
            starts: Vec::new(),
            seen: last_seq(entries),
        };
        match Stands::of(words.pack, entries, today) {
            Stands::NotScreened => page.says = "stands-not-screened",
            Stands::Held(_) => page.says = "stands-held",
            Stands::Halted(_) => page.says = "stands-halted",
            Stands::Over => page.put_behind(words, entries, today),
            Stands::Broken(it) => {
                page.says = "stands-broken";
                page.problem = Some(it.1);
            }
            Stands::NoProgramme(standing) => {
                page.says = "programme-first";
                let said = outcomes::Words::of(words.pack, words.locale, &standing.intake);
                let days = (0..STARTS).map(|it| today.saturating_add(it.days()));
                page.starts = days.map(|it| (it.to_string(), said.date(it))).collect();
                let made = first(words, &standing, today)?;
                page.handout = Some(said.handout(&standing.intake, &standing.assessment, &made, None));
            }
            Stands::Runs(running) => {
                let said = outcomes::Words::of(words.pack, words.locale, &running.standing.intake);
                page.says = if running.has_news() { "programme-next" } else { "programme-same" };
                let next = &running.next;
                page.differences = news(&said, &running);
                page.decisions = decided(&said, &running);
                let (intake, assessment) = (&running.standing.intake, &running.standing.assessment);
                page.handout = Some(said.handout(intake, assessment, &next.prescription, None));
            }
        }
        Ok(page)
    }

    /// What comes after the last week.
    fn put_behind(&mut self, words: Words, entries: &[Entry], today: Date) {
        self.says = "stands-over";
        let next = match Block::of(words, entries, today) {
            Block::Begins(next, because) => {
                self.behind = because.into();
                next
            }
            Block::Not(because) => {
                self.behind = because;
                return;
            }
        };
        self.is_block = true;
        if let Some(standing) = chart::standing(words.pack, entries, today) {
            let said = outcomes::Words::of(words.pack, words.locale, &standing.intake);
            self.handout =
                Some(said.handout(&standing.intake, &standing.assessment, &next.prescription, None));
        }
    }

    fn is_first(&self) -> bool {
        !self.starts.is_empty()
    }

    /// Whether there is a programme that goes on.
    fn runs(&self) -> bool {
        self.handout.is_some() && !self.is_first() && !self.is_block
    }

    fn has_news(&self) -> bool {
        !self.differences.is_empty()
    }
}

/// What would change with the next programme, one a line.
pub(super) fn news(said: &outcomes::Words<'_>, running: &Running) -> Vec<String> {
    running.next.differences.iter().map(|it| said.difference(it)).collect()
}

/// Why: what was decided since the programme was put in force, each with its rule and what was observed.
pub(super) fn decided(said: &outcomes::Words<'_>, running: &Running) -> Vec<(String, String)> {
    let since = running.programme.decided.last().copied();
    let news = running.next.adapted.decisions.iter();
    let news = news.filter(|it| since.is_none_or(|since| it.date >= since) && it.action != Action::Hold);
    news.map(|it| (said.decision(it), format!("{} {}: {}", it.date, it.rule, it.observed.join(", "))))
        .collect()
}

/// The first programme, from a day on.
fn first(words: Words, standing: &chart::Standing, start: Date) -> Result<Prescription, PageError> {
    let clearance = standing.clearance.as_ref().map_err(|_| PageError::Stale)?;
    let request = Request { template: SIX_WEEKS.to_owned(), start, parent: None };
    plan(words.pack, clearance, Input::from(&standing.assessment), &request)
        .map_err(|_| PageError::Ours("the six weeks could not be planned"))
}

/// Shows the proposal.
pub(crate) async fn show(at: At) -> Page {
    let entries = at.chart().await?;
    let about = (here(&at), at.member.name.clone());
    Ok(html(StatusCode::OK, &ProgrammePage::of(at.words(), about, &entries, at.today())?))
}

/// Puts it in force, if nothing has come since the page was read.
pub(crate) async fn send(at: At, fields: Fields) -> Page {
    let entries = at.chart().await?;
    if fields.seen() != Some(last_seq(&entries)) {
        return Err(PageError::Stale);
    }
    match Stands::of(at.pack(), &entries, at.today()) {
        Stands::Runs(running) if running.has_news() => {
            decide(&at, &entries, &running.next.prescription).await?;
        }
        Stands::NoProgramme(standing) => {
            let start: Date = fields.text("start").parse().map_err(|_| PageError::Unreadable)?;
            if start < at.today() {
                return Err(PageError::Unreadable);
            }
            let made = first(at.words(), &standing, start)?;
            decide(&at, &entries, &made).await?;
        }
        Stands::Over => {
            let Block::Begins(next, _) = Block::of(at.words(), &entries, at.today()) else {
                return Err(PageError::Stale);
            };
            decide(&at, &entries, &next.prescription).await?;
        }
        Stands::NotScreened | Stands::Held(_) | Stands::Halted(_) | Stands::Broken(_) | Stands::Runs(_) => {
            return Err(PageError::Stale);
        }
    }
    Ok(Redirect::to(&here(&at)).into_response())
}

fn here(at: &At) -> String {
    at.base.trim_end_matches("/door").to_owned()
}

#[cfg(test)]
impl crate::pages::Samples for ProgrammePage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        let about = || ("/studio/1/members/2".to_owned(), "Invented Person".to_owned());
        let page = |entries: &[Entry]| Self::of(words, about(), entries, crate::tests::TODAY).unwrap();
        vec![
            ("none", page(&[])),
            ("first", page(&crate::tests::studio::screened())),
            ("runs", page(&crate::tests::studio::running())),
            ("over", page(&crate::tests::studio::over())),
        ]
    }
}
