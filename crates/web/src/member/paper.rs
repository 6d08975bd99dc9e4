//! `GET …/programme.pdf`, `…/week.pdf`, `…/letter.pdf`, `…/letter-mood.pdf` and `…/letter-inflammation.pdf`: a member's programme
//! or one week of it to be filled in by hand, the letter that a hold asks for, and those that rules offer.

use chart::Standing;
use model::TriageLevel;

use super::stands::Stands;
use crate::identity::At;
use crate::pages::downloads::{pdf, sheet};
use crate::pages::{Page, PageError};

/// The programme with room to write on each day.
pub(crate) async fn programme(at: At) -> Page {
    let entries = at.chart().await?;
    let Stands::Runs(running) = Stands::of(at.pack(), &entries, at.today()) else {
        return Err(PageError::NotFound);
    };
    let (intake, assessment) = (&running.standing.intake, &running.standing.assessment);
    let said = outcomes::Words::of(at.pack(), at.words().locale, intake);
    let handout = said.handout(intake, assessment, &running.next.prescription, None);
    pdf(paper::handout_pdf(&handout, sheet(intake.choice("country"))).ok(), "programme.pdf")
}

/// The week in which today lies, with room to write on each day; the first one before the programme has begun.
pub(crate) async fn week(at: At) -> Page {
    let entries = at.chart().await?;
    let Stands::Runs(running) = Stands::of(at.pack(), &entries, at.today()) else {
        return Err(PageError::NotFound);
    };
    let (intake, assessment) = (&running.standing.intake, &running.standing.assessment);
    let said = outcomes::Words::of(at.pack(), at.words().locale, intake);
    let plan = &running.next.prescription;
    let handout = said.week_handout(intake, assessment, plan, at.today().max(plan.start()));
    let handout = handout.ok_or(PageError::NotFound)?;
    pdf(paper::handout_pdf(&handout, sheet(intake.choice("country"))).ok(), "week.pdf")
}

/// The letter for whoever should see the member first.
pub(crate) async fn letter(at: At) -> Page {
    let entries = at.chart().await?;
    let Stands::Held(standing) = Stands::of(at.pack(), &entries, at.today()) else {
        return Err(PageError::NotFound);
    };
    if !has_letter(&standing) {
        return Err(PageError::NotFound);
    }
    let said = outcomes::Words::of(at.pack(), at.words().locale, &standing.intake);
    let letter = if standing.assessment.disposition.level >= TriageLevel::Urgent {
        said.red_flag_letter(&standing.intake, &standing.assessment)
    } else {
        said.clearance_letter(&standing.intake, &standing.assessment)
    };
    pdf(paper::letter_pdf(&letter, sheet(standing.intake.choice("country"))).ok(), "letter.pdf")
}

/// The letters that rules offer: the rule, the last part of the address, and its words.
pub(super) const OFFERED: [(&str, &str, &str); 2] = [
    ("CT-05", "letter-inflammation.pdf", "plan-letter-inflammation"),
    ("CT-06", "letter-mood.pdf", "plan-letter-mood"),
];

/// The letter about signs of inflammation (CT-05).
pub(crate) async fn inflammation(at: At) -> Page {
    offered(&at, "CT-05").await
}

/// The letter about mood and worry (CT-06).
pub(crate) async fn mood(at: At) -> Page {
    offered(&at, "CT-06").await
}

async fn offered(at: &At, id: &str) -> Page {
    let entries = at.chart().await?;
    let standing = chart::standing(at.pack(), &entries, at.today()).ok_or(PageError::NotFound)?;
    let said = outcomes::Words::of(at.pack(), at.words().locale, &standing.intake);
    let letters = said.offered_letters(&standing.intake, &standing.assessment);
    let wanted = letters.iter().find(|it| it.id == id).ok_or(PageError::NotFound)?;
    pdf(paper::letter_pdf(&wanted.letter, sheet(standing.intake.choice("country"))).ok(), "letter.pdf")
}

/// Whether the answers of the screen in force are what holds, so that a letter can say why.
pub(super) fn has_letter(standing: &Standing) -> bool {
    let held = standing.clearance.as_ref().err().map(|it| it.level);
    held >= Some(TriageLevel::SeeClinician) && held == Some(standing.assessment.disposition.level)
}
