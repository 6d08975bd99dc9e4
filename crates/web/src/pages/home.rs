//! The home tests: the offer, and one page a test with a timer that is not needed.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use knowledge::raw::test::Test;
use model::{Side, TestId};

use crate::answers::{Answers, Hidden, test_field_name};
use crate::check::home::{HIGHEST, TestProblem, attempt, attempts, page, sides, trials};
use crate::frame::{Frame, Words, html};

/// The offer of the home tests.
#[derive(Template)]
#[template(path = "pages/home.html")]
pub(crate) struct HomePage {
    pub(crate) frame: Frame,
    /// The tests: name, and what each shows.
    pub(crate) tests: Vec<(String, String)>,
    pub(crate) hidden: Vec<Hidden>,
}

impl HomePage {
    pub(crate) fn of(words: Words, tests: &[&Test], answers: &Answers) -> Self {
        let about = |it: &&Test| (words.say(it.id.as_str()), words.say(&format!("{}.why", it.id)));
        Self {
            frame: Frame::new(words, tests.iter().map(|it| it.id.as_str()).chain(["MT-01", "MT-03"])),
            tests: tests.iter().map(about).collect(),
            hidden: answers.hidden(|_| false),
        }
    }

    /// Draws it.
    pub(crate) fn show(&self) -> Response {
        html(StatusCode::OK, self)
    }
}

/// One test.
#[derive(Template)]
#[template(path = "pages/home_test.html")]
pub(crate) struct HomeTestPage {
    pub(crate) frame: Frame,
    pub(crate) page: String,
    pub(crate) name: String,
    /// What to do, one sentence a line.
    pub(crate) how: Vec<String>,
    pub(crate) why: String,
    pub(crate) safety: String,
    pub(crate) unit: String,
    /// How to read the result off, where that is not plain.
    pub(crate) reading: Option<String>,
    pub(crate) timer: Option<Timer>,
    pub(crate) tries: Vec<Try>,
    pub(crate) hidden: Vec<Hidden>,
}

/// A timer that the script makes work; without script the page does not show it.
#[derive(Clone, Copy)]
pub(crate) enum Timer {
    /// Runs down from so many seconds.
    Down(u32),
    /// Runs up to so many seconds at most.
    Up(u32),
}

/// One attempt to write down.
pub(crate) struct Try {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) label: String,
    pub(crate) value: String,
    pub(crate) error: Option<String>,
}

/// The time that a test runs, as its name says; a hold is timed up to the highest value that counts.
pub(crate) fn timer(test: &Test) -> Option<Timer> {
    match test.id.as_str() {
        "MT-10" => Some(Timer::Down(30)),
        "MT-10b" => Some(Timer::Down(60)),
        _ if test.unit == "s" => test.max.map(|max| {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "tests run for under an hour"
            )]
            Timer::Up(max.clamp(0.0, 3600.0) as u32)
        }),
        _ => None,
    }
}

impl HomeTestPage {
    /// The page of a test; `wrong` says to show what is wrong with what was written down.
    pub(crate) fn of(words: Words, test: &Test, answers: &Answers, wrong: bool) -> Self {
        let id = test.id.as_str();
        let how = words.say(&format!("{id}.how"));
        let shown = |field: &str| field.starts_with(&test_field_name(&format!("{id}.")));
        let sides = sides(test);
        Self {
            frame: Frame::new(words, [id, "MT-01", "MT-02", "MT-03"]),
            page: page(&test.id),
            name: words.say(id),
            how: sentences(&how),
            why: words.say(&format!("{id}.why")),
            safety: words.say(&format!("{id}.safety")),
            unit: words.say(&format!("unit-{}", test.unit)),
            reading: words.find(&format!("home-{id}-reading")),
            timer: timer(test),
            tries: sides.into_iter().flat_map(|side| tries(words, test, side, answers, wrong)).collect(),
            hidden: answers.hidden(shown),
        }
    }

    /// Draws it.
    pub(crate) fn show(&self) -> Response {
        html(StatusCode::OK, self)
    }

    fn wrong(&self) -> Vec<&Try> {
        self.tries.iter().filter(|it| it.error.is_some()).collect()
    }
}

fn tries(words: Words, test: &Test, side: Option<Side>, answers: &Answers, wrong: bool) -> Vec<Try> {
    let problems = match trials(test, side, answers) {
        Ok(trials) if trials.is_empty() => (1..=2).map(|number| (number, TestProblem::Missing)).collect(),
        Ok(_) => Vec::new(),
        Err(problems) => problems,
    };
    let one = |number: usize| {
        let part = format!("{}.{}", test.id, attempt(side, number));
        let label = match side {
            None => "home-attempt",
            Some(Side::Left) => "home-attempt-left",
            Some(Side::Right) => "home-attempt-right",
        };
        let problem = problems.iter().find(|(at, _)| wrong && *at == number).map(|(_, problem)| *problem);
        Try {
            id: format!("t-{}", part.replace('.', "-")),
            value: answers.test(&part).unwrap_or_default().to_owned(),
            name: test_field_name(&part),
            label: words.say1(label, "number", number),
            error: problem.map(|it| said(words, test, it)),
        }
    };
    (1..=attempts(test)).map(one).collect()
}

pub(crate) fn said(words: Words, test: &Test, problem: TestProblem) -> String {
    match problem {
        TestProblem::Missing => words.say("home-missing"),
        TestProblem::NotANumber => words.say("fault-not-a-number"),
        TestProblem::OutOfRange => {
            let (min, max) = (test.min.unwrap_or(0.0).to_string(), test.max.unwrap_or(HIGHEST).to_string());
            let unit = words.say(&format!("unit-{}", test.unit));
            words.say_with("fault-out-of-range", &[("min", &min), ("max", &max), ("unit", &unit)])
        }
    }
}

/// Cuts a paragraph into its sentences, so that each can be one step of a list.
pub(crate) fn sentences(text: &str) -> Vec<String> {
    let brackets: &[char] = &['⟦', '⟧'];
    let bracketed = text.starts_with('⟦');
    let parts = text.trim_matches(brackets).split(". ").map(str::trim).filter(|it| !it.is_empty());
    let whole = |part: &str| format!("{}.", part.trim_end_matches('.'));
    parts.map(whole).map(|it| if bracketed { format!("⟦{it}⟧") } else { it }).collect()
}

/// The page of a test by its id, if there is such a test.
pub(crate) fn test_page(words: Words, id: &TestId, answers: &Answers, wrong: bool) -> Option<HomeTestPage> {
    words.pack.tests.get(id).map(|test| HomeTestPage::of(words, test, answers, wrong))
}

#[cfg(test)]
impl super::Samples for HomePage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        let tests: Vec<&Test> = words.pack.tests.values().filter(|it| it.at_home).collect();
        vec![("all", Self::of(words, &tests, &Answers::default()))]
    }
}

#[cfg(test)]
impl super::Samples for HomeTestPage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        let typed = crate::tests::answers(words.pack, &[("t.MT-10.both.1", "12"), ("t.MT-50.left.1", "99")]);
        let at_home = words.pack.tests.values().filter(|it| it.at_home);
        at_home
            .flat_map(|test| {
                let page = |wrong| Self::of(words, test, &typed, wrong);
                [("fresh", page(false)), ("with faults", page(true))]
            })
            .collect()
    }
}
