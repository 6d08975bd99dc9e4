//! The handout: a programme in words, for screen, paper and terminal alike.

use serde::Serialize;

/// A programme in words.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Handout {
    /// BCP 47 language of all words here: `en`.
    pub language: String,
    /// "Your 7-day plan".
    pub title: String,
    /// "Made for one person's answers on 22 November 2026."
    pub made: String,
    /// "Check again after 6 December 2026, or at once with any new symptom."
    pub check_again: String,
    /// "Based on your answers only, no movement assessment."
    pub basis: String,
    /// The status lines: not approved, not a diagnosis, not yet reviewed. Empty only when all is signed.
    pub status: Vec<String>,
    /// The safety card (RF-42).
    pub safety: SafetyCard,
    /// A kind word after answers that tell of distress (OM-33).
    pub support: Option<Support>,
    /// What screening adds for this person to know, one sentence a tag.
    pub cautions: Vec<String>,
    /// At most three training opportunities (WS-02).
    pub opportunities: Vec<Opportunity>,
    /// How the effort scale reads, and the cap in force.
    pub effort: Vec<String>,
    /// The weeks.
    pub weeks: Vec<Week>,
    /// How to do each move of the programme, once each.
    pub moves: Vec<Move>,
    /// The shortest session, always offered (DP-54).
    pub minimum: Option<Session>,
    /// Where to start: the public address of the self-check, if there is one. Sharing opens it, never this plan.
    pub self_check: Option<String>,
    /// What the person asked for that is not offered, with the reason and the nearest alternative.
    pub not_offered: Vec<String>,
    /// A short fingerprint of the plan.
    pub fingerprint: String,
}

/// What belongs to the handout of a block that keeps what was reached, besides.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Keeping {
    /// Heading of the check-ins.
    pub check_ins_title: String,
    /// The days of the check-ins that are to come, then what is asked (OM-30).
    pub check_ins: Vec<String>,
    /// Heading of the way back.
    pub flare_title: String,
    /// The way back after a flare, step by step (FL-01 to FL-05).
    pub flare: Vec<String>,
}

/// One week.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Week {
    /// "Week 1: settle and learn".
    pub title: String,
    /// "Effort up to 5 of 10".
    pub effort: String,
    /// What is checked this week.
    pub checks: Vec<String>,
    /// The seven days.
    pub days: Vec<Day>,
}

/// One day.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Day {
    /// "Monday 23 November".
    pub title: String,
    /// The micro-screen (RF-41) to answer before anything else; empty on a day without a session.
    pub check_first: Vec<String>,
    /// What to do when one of those is a yes.
    pub check_first_yes: String,
    /// The sessions, at most two.
    pub sessions: Vec<Session>,
    /// The education card: title, body, what to try.
    pub education: Option<[String; 3]>,
}

/// One session.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Session {
    /// "Strength A".
    pub title: String,
    /// "About 24 minutes".
    pub minutes: String,
    /// What is done, in order.
    pub items: Vec<Item>,
}

/// One exercise in a session.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Item {
    /// `C10`.
    pub id: String,
    /// "Bird dog".
    pub name: String,
    /// "2 sets of 5 on each side, hold 6 seconds".
    pub dose: String,
    /// "Leads to bird dog", where the easier step stands in for a named move.
    pub label: Option<String>,
    /// One line: why it is here. Empty where the programme has said it before.
    pub because: String,
}

/// How to do one move.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Move {
    /// `C10`.
    pub id: String,
    /// "Bird dog".
    pub name: String,
    /// What it trains.
    pub aim: String,
    /// How to get into position.
    pub start: String,
    /// What to do.
    pub steps: String,
    /// What to think of.
    pub cues: Vec<String>,
    /// How it is limited for this person.
    pub limits: Vec<String>,
    /// How to make it gentler.
    pub easier: Option<String>,
}

/// A training opportunity (WS-02).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Opportunity {
    /// "Standing up from a chair is a good thing to train".
    pub title: String,
    /// "Confidence: medium".
    pub confidence: String,
    /// What it rests on.
    pub because: String,
    /// Its first exercise.
    pub first: String,
}

/// The safety card (RF-42).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SafetyCard {
    /// Heading.
    pub title: String,
    /// Lead sentence, with the emergency number.
    pub intro: String,
    /// The signs of an emergency, one a line.
    pub signs: Vec<String>,
    /// "For these signs, see a doctor the same day".
    pub same_day_title: String,
    /// Those signs, one a line.
    pub same_day: Vec<String>,
    /// When to stop during a session, one a line.
    pub stop: Vec<String>,
    /// "Emergency: 911".
    pub emergency: String,
    /// "Advice: 8-1-1".
    pub advice: Option<String>,
}

/// A supportive card (OM-33): what was heard, and where help is. No diagnosis.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Support {
    /// Heading.
    pub title: String,
    /// What was heard, then what helps.
    pub lines: Vec<String>,
}

/// The card for the days until a clinician has been seen (E2): ordinary walking, education, a letter.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WaitingCard {
    /// Language.
    pub language: String,
    /// Heading.
    pub title: String,
    /// Lead sentences.
    pub lead: Vec<String>,
    /// Why we ask to wait, one fired rule a line.
    pub because: Vec<String>,
    /// The seven days: heading and lines.
    pub days: Vec<(String, Vec<String>)>,
    /// The safety card.
    pub safety: SafetyCard,
    /// The status lines.
    pub status: Vec<String>,
    /// The letter to take along (CT-02).
    pub letter: Letter,
}

/// A letter (CT-01, CT-02): one page, urgency first.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Letter {
    /// Language.
    pub language: String,
    /// "Request for clearance before an exercise programme".
    pub title: String,
    /// Line one: urgency and why.
    pub urgency: String,
    /// Date line.
    pub date: String,
    /// Parts in the order that CT-01 or CT-02 gives.
    pub parts: Vec<LetterPart>,
    /// Tick-box reply lines; empty for a letter that asks no reply.
    pub reply: Vec<String>,
    /// "Self-reported, unexamined." and the status lines.
    pub status: Vec<String>,
}

/// A letter that a rule offers beside a plan.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OfferedLetter {
    /// `CT-05`.
    pub id: String,
    /// The letter.
    pub letter: Letter,
}

/// A part of a letter.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LetterPart {
    /// Heading.
    pub title: String,
    /// Lines.
    pub lines: Vec<String>,
    /// Whether it may follow on a second page when the first is full (clinical reference 9).
    pub annex: bool,
}

impl LetterPart {
    /// A part of the first page.
    pub fn new(title: String, lines: Vec<String>) -> Self {
        Self { title, lines, annex: false }
    }
}

/// One session as a calendar needs it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CalendarSession {
    /// Stable within the plan: `w1-d1-s1`.
    pub key: String,
    /// When it starts, local date: `2026-11-23`.
    pub date: String,
    /// Local time it starts: `09:00`.
    pub time: String,
    /// IANA time zone: `America/Toronto`.
    pub zone: String,
    /// Whole minutes.
    pub minutes: u32,
    /// "Strength A: heel slide, hip bridge, …".
    pub title: String,
    /// Words inside: the micro-screen first, then the items.
    pub description: String,
}
