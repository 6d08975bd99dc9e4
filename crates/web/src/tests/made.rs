//! Finished words as the crate `outcomes` would make them, for the samples of pages.

use outcomes::{
    Day, Handout, Item, Letter, LetterPart, Move, OfferedLetter, Opportunity, SafetyCard, Session, Support,
    WaitingCard, Week,
};

use crate::frame::Words;
use crate::made::{Plan, Reported, Urgent, Waiting};

/// Stands for words that another crate chose: bracketed like them in the pseudo-locale.
fn said(words: Words, text: &str) -> String {
    if words.locale == knowledge::Locale::Pseudo { format!("⟦{text}⟧") } else { text.to_owned() }
}

fn lines(words: Words, of: &[&str]) -> Vec<String> {
    of.iter().map(|it| said(words, it)).collect()
}

fn safety(words: Words) -> SafetyCard {
    outcomes::Words::new(words.pack, words.locale, Some("GB")).safety_card()
}

fn item(words: Words, id: &str) -> Item {
    Item {
        id: id.to_owned(),
        name: words.say(id),
        dose: said(words, "2 sets of 5 on each side, hold 6 seconds"),
        label: (id == "C10b").then(|| said(words, "Leads to bird dog")),
        because: said(words, "Trains the back muscles at a low load."),
    }
}

fn support(words: Words) -> Support {
    Support { title: words.say("OM-33"), lines: vec![words.say("OM-33.because")] }
}

/// A plan with its letters.
pub(crate) fn plan(words: Words, weeks: usize, full: bool) -> Plan {
    let offered = |id: &str| OfferedLetter { id: id.to_owned(), letter: letter(words) };
    Plan {
        handout: handout(words, weeks, full),
        sessions: Vec::new(),
        letters: if full { vec![offered("CT-05"), offered("CT-06")] } else { Vec::new() },
        hash: String::new(),
    }
}

/// A plan of some weeks; a sparse one leaves out everything that may be left out.
fn handout(words: Words, weeks: usize, full: bool) -> Handout {
    let moves = ["C03", "G01", "C10b", "M01", "G03"];
    let session = |ids: &[&str]| Session {
        title: said(words, "Strength A"),
        minutes: said(words, "About 20 minutes"),
        items: ids.iter().map(|id| item(words, id)).collect(),
    };
    let day = |at: usize| Day {
        title: said(words, &format!("Monday {} November", 22 + at)),
        check_first: if at == 6 { Vec::new() } else { words.list("micro-screen", "q") },
        check_first_yes: words.say("micro-screen.if-yes"),
        sessions: if at == 6 { Vec::new() } else { vec![session(&moves), session(&["A01"])] },
        education: full.then(|| ["title", "body", "try"].map(|it| words.say(&format!("ED-01.{it}")))),
    };
    let week = |at: usize| Week {
        title: said(words, &format!("Week {at}: settle and learn")),
        effort: said(words, "Effort up to 5 of 10"),
        checks: if full { lines(words, &["Chair stand, twice"]) } else { Vec::new() },
        days: (0..7).map(day).collect(),
    };
    let one = |id: &str| Move {
        id: id.to_owned(),
        name: words.say(id),
        aim: words.say(&format!("{id}.aim")),
        start: words.say(&format!("{id}.start")),
        steps: words.say(&format!("{id}.move")),
        cues: words.list(id, "cue"),
        limits: if full { lines(words, &["Only as high as is comfortable."]) } else { Vec::new() },
        easier: words.find(&format!("{id}.easier-hint")).filter(|_| full),
    };
    Handout {
        language: words.locale.tag().to_owned(),
        title: said(words, "Your 7-day plan"),
        made: said(words, "Made for one person's answers on 22 November 2026."),
        check_again: said(words, "Check again after 6 December 2026, or at once with any new symptom."),
        basis: said(words, "Based on your answers only, no movement assessment."),
        status: words.list("about-status", "item"),
        safety: safety(words),
        support: full.then(|| support(words)),
        cautions: if full { lines(words, &["Breathe out as you lift."]) } else { Vec::new() },
        opportunities: if full { vec![opportunity(words); 3] } else { Vec::new() },
        effort: lines(words, &["0 is rest, 10 is the most you can do.", "Your cap for now is 5 of 10."]),
        weeks: (1..=weeks).map(week).collect(),
        moves: moves.iter().map(|id| one(id)).collect(),
        minimum: full.then(|| session(&["C03", "A01"])),
        self_check: Some("https://back.example.org/check".to_owned()),
        not_offered: if full {
            lines(words, &["Running: brisk walking fits better now."])
        } else {
            Vec::new()
        },
        fingerprint: "7f3a 91c2".to_owned(),
    }
}

fn opportunity(words: Words) -> Opportunity {
    Opportunity {
        title: said(words, "Standing up from a chair is a good thing to train"),
        confidence: said(words, "Confidence: medium"),
        because: said(words, "You stood up 9 times in 30 seconds."),
        first: said(words, "Sit to stand"),
    }
}

fn letter(words: Words) -> Letter {
    Letter {
        language: words.locale.tag().to_owned(),
        title: said(words, "Request for clearance"),
        urgency: said(words, "Before any programme begins"),
        date: said(words, "22 November 2026"),
        parts: vec![LetterPart::new(said(words, "Conditions"), lines(words, &["Diabetes"]))],
        reply: lines(words, &["OK to start"]),
        status: lines(words, &["Self-reported, unexamined."]),
    }
}

/// A card for somebody who waits for a clinician.
pub(crate) fn waiting(words: Words, reported: Option<Reported>, can_report: bool) -> Waiting {
    Waiting { card: card(words), reported, can_report, support: reported.map(|_| support(words)) }
}

fn card(words: Words) -> WaitingCard {
    let day = |_| {
        (said(words, "Monday"), lines(words, &["Walk 10 minutes at an easy pace", "Change position often"]))
    };
    WaitingCard {
        language: words.locale.tag().to_owned(),
        title: words.say("waiting-card"),
        lead: vec![words.say("waiting-card.lead")],
        because: lines(words, &["You told us of chest discomfort with effort."]),
        days: (0..7).map(day).collect(),
        safety: safety(words),
        status: words.list("about-status", "item"),
        letter: letter(words),
    }
}

/// What somebody with an urgent sign is told.
pub(crate) fn urgent(words: Words, same_day: bool) -> Urgent {
    Urgent {
        because: lines(words, &["You told us of new pain down both legs."]),
        advice: lines(words, &["See a doctor the same day."]),
        same_day,
        letter: letter(words),
        safety: safety(words),
        support: same_day.then(|| support(words)),
    }
}
