//! After an answer that stops the programme: what to do now, whom to call, and that nobody at the studio is watching.
//!
//! The advice is shown whatever becomes of the entry: an alarm that the store could not take is said to be one.

use askama::Template;
use assessment::Intake;
use axum::http::StatusCode;
use axum::response::Response;
use chart::{Alarm, Body};
use jiff::Timestamp;
use model::TriageLevel;
use outcomes::SafetyCard;
use prescription::Halt;
use uuid::Uuid;

use crate::frame::{Frame, html};
use crate::identity::At;
use crate::made::emergency_number;
use crate::pages::PageError;

/// What to do now.
#[derive(Template)]
#[template(path = "member/warned.html")]
pub(crate) struct WarnedPage {
    frame: Frame,
    base: String,
    level: TriageLevel,
    /// The emergency number of the person's country.
    number: String,
    safety: SafetyCard,
    /// The studio's telephone number, as it is read and as it is dialled.
    studio: (String, String),
    /// Whether the studio has been told.
    kept: bool,
}

impl WarnedPage {
    fn is_emergency(&self) -> bool {
        self.level == TriageLevel::Emergency
    }

    fn is_urgent(&self) -> bool {
        self.level == TriageLevel::Urgent
    }
}

/// Keeps an alarm, and says what to do.
pub(crate) async fn raise(at: &At, (id, opened): (Uuid, Timestamp), alarm: &Alarm) -> Response {
    let kept = keep(at, (id, opened), alarm).await.is_ok();
    let intake = match at.chart().await {
        Ok(entries) => chart::standing(at.pack(), &entries, at.today()).map(|it| it.intake),
        Err(_) => None,
    };
    let halts = chart::alarm_comes_to(at.pack(), intake.as_ref(), alarm);
    page(at, intake.as_ref(), &halts, kept)
}

/// Keeps it. Somebody who went back and answered otherwise has raised another one.
async fn keep(at: &At, entry: (Uuid, Timestamp), alarm: &Alarm) -> Result<(), PageError> {
    let draft = |entry| vec![at.draft(entry, Body::Alarm(alarm.clone()))];
    match at.keep(draft(entry), None).await {
        Err(PageError::KeptBefore) => at.keep(draft((at.fresh()?, at.doors.now())), None).await,
        kept => kept,
    }
}

/// What to do after answers that came to these halts.
pub(super) fn page(at: &At, intake: Option<&Intake>, halts: &[Halt], kept: bool) -> Response {
    let words = at.words();
    let country = intake.and_then(|it| it.choice("country"));
    let said = outcomes::Words::new(words.pack, words.locale, country);
    // Answers that say nothing still ask for somebody.
    let level = halts.iter().map(|it| it.level).max().unwrap_or(TriageLevel::Incomplete);
    let rules = halts.iter().map(|it| it.rule.as_str());
    let studio = &at.doors.app.studio;
    let page = WarnedPage {
        frame: Frame::new(words, rules.chain(["RF-41", "RF-42", "RF-47"])),
        base: at.base.clone(),
        level,
        number: emergency_number(words.pack, country),
        safety: said.safety_card(),
        studio: (studio.telephone.clone(), studio.dialled()),
        kept,
    };
    html(StatusCode::OK, &page)
}
