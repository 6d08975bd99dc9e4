//! Stands in for `outcomes::words` and `prescription::plan` until they land.

use assessment::{Assessment, Intake};
use jiff::{ToSpan, Zoned};
use model::TriageLevel;
use outcomes::*;

use super::Plan;
use crate::frame::Words;
use crate::state::AppState;

fn numbers(words: Words, country: Option<&str>) -> (String, Option<String>) {
    let row = words.pack.country(country);
    (row.map(|it| it.emergency.clone()).unwrap_or_default(), row.and_then(|it| it.advice.clone()))
}

pub(super) fn because(words: Words, assessment: &Assessment, level: TriageLevel) -> Vec<String> {
    let fired = assessment.disposition.fired.iter().filter(|it| it.level == Some(level));
    let mut lines: Vec<String> = fired
        .map(|it| {
            words
                .find(&format!("{}.because", it.cause.id()))
                .unwrap_or_else(|| words.say(&format!("q-{}.label", it.cause.id())))
        })
        .collect();
    lines.dedup();
    lines
}

pub(super) fn safety_card(words: Words, country: Option<&str>) -> SafetyCard {
    let (emergency, advice) = numbers(words, country);
    let blanks = [("emergency", emergency.as_str())];
    SafetyCard {
        title: words.say("safety-card"),
        intro: words.say_with("safety-card.intro", &blanks),
        signs: words.pack.text.list_with(words.locale, "safety-card", "item", &blanks),
        stop: words.pack.text.list_with(words.locale, "stop-now", "item", &blanks),
        emergency: emergency.clone(),
        advice,
    }
}

pub(super) fn red_flag_letter(words: Words, intake: &Intake, assessment: &Assessment) -> Letter {
    let level = assessment.disposition.level;
    Letter {
        language: words.locale.tag().to_owned(),
        title: words.say(&format!("level-{level}")),
        urgency: because(words, assessment, level).join(" "),
        date: words.date(intake.date),
        parts: Vec::new(),
        reply: Vec::new(),
        status: status(words),
    }
}

fn status(words: Words) -> Vec<String> {
    words.list("about-status", "item")
}

pub(super) fn waiting_card(words: Words, intake: &Intake, assessment: &Assessment) -> WaitingCard {
    WaitingCard {
        language: words.locale.tag().to_owned(),
        title: words.say("waiting-card"),
        lead: vec![words.say("waiting-card.lead")],
        because: because(words, assessment, TriageLevel::SeeClinician),
        days: (1..=7).map(|_| (words.say("waiting-card"), vec![words.say("waiting-card.walk")])).collect(),
        safety: safety_card(words, intake.choice("country")),
        status: status(words),
        letter: red_flag_letter(words, intake, assessment),
    }
}

pub(super) fn plan(app: &AppState, words: Words, intake: &Intake, _: &Assessment, now: &Zoned) -> Plan {
    let ids = ["C03", "G01", "C10b", "M01", "A01"];
    let moves = ids.iter().take(4).map(|id| Move {
        id: (*id).to_owned(),
        name: words.say(id),
        aim: words.say(&format!("{id}.aim")),
        start: words.say(&format!("{id}.start")),
        steps: words.say(&format!("{id}.move")),
        cues: words.list(id, "cue"),
        limits: Vec::new(),
        easier: words.find(&format!("{id}.easier-hint")),
    });
    let day = |at: i32| {
        let date = now.date().saturating_add((at + 1).days());
        let items = if at % 2 == 0 { &ids[..4] } else { &ids[4..] };
        Day {
            title: words.date(date),
            check_first: words.list("micro-screen", "q"),
            check_first_yes: words.say("micro-screen.if-yes"),
            sessions: vec![Session {
                title: words.say("waiting-card"),
                minutes: words.say("waiting-card"),
                items: items
                    .iter()
                    .map(|id| Item {
                        id: (*id).to_owned(),
                        name: words.say(id),
                        dose: words.say("micro-screen"),
                        label: (*id == "C10b").then(|| words.say("C10")),
                        because: words.say(&format!("{id}.aim")),
                    })
                    .collect(),
            }],
            education: (at % 2 == 1)
                .then(|| [words.say("ED-01.title"), words.say("ED-01.body"), words.say("ED-01.try")]),
        }
    };
    let handout = Handout {
        language: words.locale.tag().to_owned(),
        title: words.say("stop-now"),
        made: words.date(now.date()),
        check_again: words.date(now.date().saturating_add(14.days())),
        basis: words.say("stop-now"),
        status: status(words),
        safety: safety_card(words, intake.choice("country")),
        cautions: vec![words.say("MF-06.advice")],
        opportunities: Vec::new(),
        effort: vec![words.say("waiting-card.lead")],
        weeks: vec![Week {
            title: words.say("stop-now"),
            effort: words.say("stop-now"),
            checks: Vec::new(),
            days: (0..7).map(day).collect(),
        }],
        moves: moves.collect(),
        minimum: None,
        self_check: format!("{}/check", app.public_address),
        not_offered: Vec::new(),
        fingerprint: "stand-in".to_owned(),
    };
    Plan { handout, sessions: Vec::new(), hash: "stand-in".to_owned() }
}
