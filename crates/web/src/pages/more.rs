//! "Tell us more if you like": what nobody has to tell, each with its minutes, what it changes, and what leaving it out
//! means. Nothing here is counted unless it is opened and answered.

use askama::Template;
use assessment::Outcome;
use axum::http::StatusCode;
use axum::response::Response;
use outcomes::Support;

use crate::answers::{Answers, Hidden, belongs};
use crate::check::home;
use crate::check::reading::Reading;
use crate::check::steps;
use crate::frame::{Frame, Words, html};
use crate::made;

/// The offer.
#[derive(Template)]
#[template(path = "pages/more.html")]
pub(crate) struct MorePage {
    pub(crate) frame: Frame,
    pub(crate) parts: Vec<Part>,
    /// The supportive card, when answers about mood call for it.
    pub(crate) support: Option<Support>,
    pub(crate) hidden: Vec<Hidden>,
}

/// One part to open.
pub(crate) struct Part {
    /// The name that opens it.
    pub(crate) name: String,
    pub(crate) topic: String,
    /// The message with what it takes, changes and costs to leave out.
    pub(crate) message: String,
    pub(crate) status: Status,
}

/// How far a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    Open,
    Unfinished,
    Done,
}

impl Part {
    fn is(&self, status: Status) -> bool {
        self.status == status
    }
}

impl MorePage {
    /// What may be told beyond answers that are in order.
    pub(crate) fn of(words: Words, answers: &Answers, reading: &Reading) -> Self {
        let pack = words.pack;
        let part = |page: &String| Part {
            name: page.clone(),
            topic: words.say(&format!("page-{page}")),
            message: format!("part-{page}"),
            status: status(words, page, answers, reading),
        };
        let mut parts: Vec<Part> = pack.public_optional.iter().map(part).collect();
        if !home::offered(pack, &reading.intake, answers).is_empty() {
            let done = reading.intake.tests.iter().any(|it| matches!(it.outcome, Outcome::Trials(_)));
            let status = if done { Status::Done } else { Status::Open };
            let (name, message) = (steps::HOME.to_owned(), "part-home".to_owned());
            parts.push(Part { name, topic: words.say("home-title"), message, status });
        }
        let asked = pack.questions.iter().filter(|it| pack.public_optional.contains(&it.raw.page));
        let used = asked.map(|it| it.raw.key.as_str()).chain(["EX-07", "OM-33", "RF-20", "MP-15"]);
        Self {
            frame: Frame::new(words, used),
            parts,
            support: made::support(words, &reading.intake),
            hidden: answers.hidden(|_| false),
        }
    }

    /// Draws it.
    pub(crate) fn show(&self) -> Response {
        html(StatusCode::OK, self)
    }
}

fn status(words: Words, page: &str, answers: &Answers, reading: &Reading) -> Status {
    let keys: Vec<&str> =
        words.pack.questions.iter().filter(|it| it.raw.page == page).map(|it| it.raw.key.as_str()).collect();
    let begun = answers.hidden(|field| !keys.iter().any(|key| belongs(field, key)));
    match (begun.is_empty(), reading.faults.iter().any(|it| keys.contains(&it.key.as_str()))) {
        (true, _) => Status::Open,
        (false, true) => Status::Unfinished,
        (false, false) => Status::Done,
    }
}

#[cfg(test)]
impl super::Samples for MorePage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        let pack = words.pack;
        let page = |fields: &[(&str, &str)]| {
            let answers = crate::tests::answers(pack, fields);
            Self::of(words, &answers, &crate::tests::reading(pack, &answers))
        };
        let mood: Vec<(&str, &str)> =
            ["a.phq4.1", "a.phq4.2", "a.phq4.3", "a.phq4.4"].map(|it| (it, "3")).to_vec();
        let begun = [
            ("a.rmdq", "none"),
            ("a.psfs_scores.1", "4"),
            ("t.MT-10.both.1", "12"),
            ("t.MT-10.both.2", "12"),
        ];
        vec![("nothing told", page(&[])), ("some told", page(&begun)), ("a hard time", page(&mood))]
    }
}
