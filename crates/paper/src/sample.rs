//! Invented documents that use every field, for the tests. The words are stand-ins, not advice.

use jiff::ToSpan as _;
use jiff::civil::date;
use outcomes::{
    CalendarSession, Day, Handout, Item, Keeping, Letter, LetterPart, Move, Opportunity, SafetyCard, Session,
    Support, WaitingCard, Week,
};

const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

fn lines(of: &[&str]) -> Vec<String> {
    of.iter().map(|&line| line.to_owned()).collect()
}

fn item(id: &str, name: &str, dose: &str, label: Option<&str>, because: &str) -> Item {
    Item {
        id: id.to_owned(),
        name: name.to_owned(),
        dose: dose.to_owned(),
        label: label.map(str::to_owned),
        because: because.to_owned(),
    }
}

/// A programme of `weeks` weeks, with sessions on five days of seven.
pub(crate) fn handout(weeks: usize) -> Handout {
    Handout {
        language: "en-CA".to_owned(),
        title: if weeks == 1 { "Your 7-day plan".to_owned() } else { format!("Fit For Life: {weeks} weeks") },
        made: "Made for one person’s answers on 22 November 2026.".to_owned(),
        check_again: "Check again after 6 December 2026, or at once with any new symptom.".to_owned(),
        basis: "Based on your answers only, no movement assessment.".to_owned(),
        status: status(),
        safety: safety(),
        support: Some(Support {
            title: "How you have been feeling".to_owned(),
            lines: lines(&["Worry has been a burden lately.", "Talk about it with somebody you trust."]),
        }),
        cautions: lines(&[
            "You told us about high blood pressure: breathe out as you lift, and never hold your breath.",
            "Your back is stiff in the morning: leave an hour after getting up before you bend far.",
        ]),
        opportunities: vec![
            opportunity("Standing up from a chair is a good thing to train", "medium"),
            opportunity("Turning your hips over your standing leg has room to grow", "low"),
        ],
        effort: lines(&[
            "0 is rest, 3 is easy, 5 is somewhat hard: you can still talk in sentences.",
            "Your cap for now is 5 of 10.",
        ]),
        weeks: (1..=weeks).map(week).collect(),
        moves: moves(),
        minimum: Some(strength('A', 1, 2)),
        self_check: Some(
            "https://plumbline.example.invalid/self-check/start-here-with-your-own-answers".to_owned(),
        ),
        not_offered: lines(&[
            "Running: not yet, because walking for 30 minutes comes first. Brisk walking is in your plan instead.",
        ]),
        fingerprint: "7f3a 91c2 04de".to_owned(),
    }
}

/// What a block that keeps has besides.
pub(crate) fn keeping() -> Keeping {
    Keeping {
        check_ins_title: "When to check in".to_owned(),
        check_ins: lines(&["3 months after you began: 23 February 2027.", "It takes about 4 minutes."]),
        flare_title: "If you have a flare-up: the way back".to_owned(),
        flare: lines(&["Days 1 and 2: rest a little, but not in bed.", "Days 3 to 5: half as much."]),
    }
}

fn opportunity(title: &str, confidence: &str) -> Opportunity {
    Opportunity {
        title: title.to_owned(),
        confidence: format!("Confidence: {confidence}"),
        because: "You stood up 9 times in 30 seconds; most people of your age manage 11 to 16.".to_owned(),
        first: "Sit to stand".to_owned(),
    }
}

fn week(number: usize) -> Week {
    Week {
        title: format!("Week {number}: {}", if number == 1 { "settle and learn" } else { "build" }),
        effort: format!("Effort up to {} of 10", 4 + number.div_ceil(2)),
        checks: lines(&["Pain in the morning compared with last week", "Chair stand, twice, with a timer"]),
        days: (0..7).map(|day| self::day(number, day)).collect(),
    }
}

fn day(week: usize, day: usize) -> Day {
    let sessions = match day {
        0 => vec![strength('A', week, 5), walk(week)],
        2 => vec![strength('B', week, 5)],
        4 => vec![strength('A', week, 5)],
        1 | 5 => vec![walk(week)],
        _ => Vec::new(),
    };
    let check_first = if sessions.is_empty() { Vec::new() } else { micro_screen() };
    Day {
        title: date(2026, 11, 23).series(1.day()).nth(7 * week + day - 7).unwrap().strftime("%A %-d %B").to_string(),
        check_first,
        check_first_yes: "If one of the first two is a yes: no session today, and read the safety card.".to_owned(),
        sessions,
        education: (day == 1).then(|| {
            [
                "Hurt is not the same as harm".to_owned(),
                "A back that is sore after new work is usually a back that is adapting. Soreness that has gone by the \
                 next morning is part of training."
                    .to_owned(),
                "Write down the pain number on the morning after a session.".to_owned(),
            ]
        }),
    }
}

fn micro_screen() -> Vec<String> {
    lines(&[
        "Any new numbness between the legs, change of bladder or bowel, or leg weakness?",
        "Chest pain, feeling faint, unwell or feverish?",
        "Pain now, 0 to 10, and where?",
    ])
}

fn strength(letter: char, week: usize, items: usize) -> Session {
    let reps = 4 + week;
    let all = [
        item(
            "C02",
            "Heel slide",
            &format!("2 sets of {reps} on each side"),
            None,
            "Starts the trunk gently.",
        ),
        item(
            "C10",
            "Bird dog, arm only",
            &format!("2 sets of {reps} on each side, hold 6 seconds"),
            Some("Leads to bird dog"),
            "Trains the back muscles at a low load, which suits the level that your answers give.",
        ),
        item(
            "G01",
            "Hip bridge",
            &format!("2 sets of {reps}, hold 3 seconds"),
            None,
            "For the hips: chair stand 9.",
        ),
        item(
            "G05",
            "Sit to stand",
            &format!("2 sets of {reps}"),
            None,
            "What you want to do with more ease.",
        ),
        item("Y03", "Cat and cow", "8 slow breaths", None, "Eases the stiffness of the morning."),
    ];
    Session {
        title: format!("Strength {letter}"),
        minutes: format!("About {} minutes", 6 + 4 * items),
        items: all.into_iter().take(items).collect(),
    }
}

fn walk(week: usize) -> Session {
    Session {
        title: "Walking".to_owned(),
        minutes: format!("About {} minutes", 10 + 2 * week),
        items: vec![item(
            "A01",
            "Brisk walking",
            "At a pace at which you can talk",
            None,
            "Helps most backs.",
        )],
    }
}

fn moves() -> Vec<Move> {
    let names =
        ["Heel slide", "Bird dog, arm only", "Hip bridge", "Sit to stand", "Cat and cow", "Brisk walking"];
    ["C02", "C10", "G01", "G05", "Y03", "A01"]
        .into_iter()
        .zip(names)
        .map(|(id, name)| Move {
            id: id.to_owned(),
            name: name.to_owned(),
            aim: "Trains the trunk to stay quiet while an arm or a leg moves.".to_owned(),
            start: "On hands and knees, hands under the shoulders, knees under the hips, on a soft mat.".to_owned(),
            steps: "Reach one arm forward until it is level with the back. Hold, breathe, lower slowly. Change sides."
                .to_owned(),
            cues: lines(&["Long neck, eyes on the mat", "Keep a glass of water still on your back"]),
            limits: if id == "C10" { lines(&["Only as high as is comfortable for the shoulder."]) } else { vec![] },
            easier: (id != "G01").then(|| "Slide the hand along the floor instead of lifting it.".to_owned()),
        })
        .collect()
}

fn status() -> Vec<String> {
    lines(&[
        "Not approved as a medical device by any regulator. Not a diagnosis.",
        "Not yet reviewed by a clinician.",
    ])
}

fn safety() -> SafetyCard {
    SafetyCard {
        title: "When to get help at once".to_owned(),
        intro: "Call 911 or go to the nearest emergency department if one of these is new:".to_owned(),
        signs: lines(&[
            "Numbness between the legs, around the genitals or the back passage",
            "Cannot pass water, or leak without feeling it",
            "Weakness in a leg or foot that is getting worse",
            "Chest pain, or breathlessness at rest",
        ]),
        same_day_title: "See a doctor the same day for one of these".to_owned(),
        same_day: lines(&["New pain down both legs", "Fever with back pain, or feeling very unwell"]),
        stop: lines(&[
            "the pain goes further down the leg and stays",
            "you feel dizzy, faint or sick",
            "the pain is more than 2 points above where it began",
        ]),
        emergency: "Emergency: 911".to_owned(),
        advice: Some("Advice by telephone, day and night: 8-1-1".to_owned()),
    }
}

/// Sessions of two weeks in four time zones, among them one that changes its clocks in between.
pub(crate) fn sessions() -> Vec<CalendarSession> {
    let zones = ["America/Toronto", "Europe/London", "Australia/Sydney", "Asia/Gaza"];
    (10..24)
        .map(|day| CalendarSession {
            key: format!("w1-d{day}-s1"),
            date: date(2027, 3, day).to_string(),
            time: "09:00".to_owned(),
            zone: zones[usize::try_from(day).unwrap() % 4].to_owned(),
            minutes: 24,
            title: "Strength A: heel slide, hip bridge".to_owned(),
            description: micro_screen().join("\n"),
        })
        .collect()
}

/// A waiting card with its letter.
pub(crate) fn waiting() -> WaitingCard {
    WaitingCard {
        language: "en-CA".to_owned(),
        title: "While you wait to be seen".to_owned(),
        lead: lines(&[
            "Before an exercise programme, please see a clinician. Most people can then start.",
            "Until then, ordinary walking and your usual day are good for your back.",
        ]),
        because: lines(&["You told us of chest discomfort with effort in the past year (PP-03)."]),
        days: DAYS
            .iter()
            .map(|day| {
                (
                    (*day).to_owned(),
                    lines(&["Walk 10 minutes at an easy pace", "Change position every half hour"]),
                )
            })
            .collect(),
        safety: safety(),
        status: status(),
        letter: letter(),
    }
}

/// A letter that asks for clearance.
pub(crate) fn letter() -> Letter {
    let part = |title: &str, of: &[&str]| LetterPart::new(title.to_owned(), lines(of));
    Letter {
        language: "en-CA".to_owned(),
        title: "Request for clearance before an exercise programme".to_owned(),
        urgency: "Before any programme begins: chest discomfort with effort in the past year (PP-03)."
            .to_owned(),
        date: "22 November 2026".to_owned(),
        parts: vec![
            part("Conditions and medicines", &["High blood pressure, treated", "Ramipril 5 mg"]),
            part(
                "What is proposed",
                &["Walking and light strength work, effort at most 4 of 10, 20 minutes a day."],
            ),
            part("Readings", &["Blood pressure 138/84, measured at home on 20 November 2026."]),
            part("If there is no reply", &["The programme stays on hold."]),
        ],
        reply: lines(&["OK to start", "OK with these limits:", "Not OK", "I want to see this person first"]),
        status: lines(&["Self-reported, unexamined.", "Not yet reviewed by a clinician."]),
    }
}
