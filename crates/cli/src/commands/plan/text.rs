//! The plan, or the hold, as words in a terminal. Readable without colour.

use knowledge::Pack;
use model::TriageLevel;
use outcomes::{Handout, Keeping, SafetyCard, Session, Words};

use crate::commands::person::Person;
use crate::print::line;

/// Prints a programme.
pub(crate) fn handout(words: &Words<'_>, handout: &Handout, keeping: Option<&Keeping>) {
    let title = |name: &str| words.say(&format!("handout-section-{name}"));
    line(&handout.title);
    for text in [&handout.made, &handout.check_again, &handout.basis] {
        line(text);
    }
    section(&title("status"), &handout.status);
    if let Some(support) = &handout.support {
        section(&support.title, &support.lines);
    }
    safety(&handout.safety);
    section(&title("good-to-know"), &handout.cautions);
    section(&title("asked-for"), &handout.not_offered);
    for it in &handout.opportunities {
        section(
            &title("opportunity"),
            [&it.title, &it.because, &it.confidence, &it.first].into_iter().filter(|it| !it.is_empty()),
        );
    }
    section(&title("effort"), &handout.effort);
    if let Some(it) = keeping {
        section(&it.check_ins_title, &it.check_ins);
        section(&it.flare_title, &it.flare);
    }
    for week in &handout.weeks {
        line("");
        line(&format!("{}. {}.", week.title, week.effort));
        week.checks
            .iter()
            .for_each(|check| line(&format!("  {}", words.with("handout-check", &[("check", check)]))));
        for day in week.days.iter().filter(|day| !day.sessions.is_empty()) {
            line(&format!("  {}", day.title));
            day.sessions.iter().for_each(session);
        }
    }
    if let Some(minimum) = &handout.minimum {
        line("");
        session(minimum);
    }
    line("");
    let first = handout.weeks.iter().flat_map(|it| &it.days).find(|it| !it.check_first.is_empty());
    if let Some(day) = first {
        line(&words.with("handout-before", &[("questions", &day.check_first.join(" "))]));
    }
    line(&words.with("handout-plan", &[("fingerprint", &handout.fingerprint)]));
}

fn session(session: &Session) {
    line(&format!("    {}. {}", session.title, session.minutes));
    for item in &session.items {
        let label = item.label.as_ref().map_or(String::new(), |it| format!(" ({it})"));
        line(&format!("      {:<4} {}{label}: {}", item.id, item.name, item.dose));
        if !item.because.is_empty() {
            line(&format!("           {}", item.because));
        }
    }
}

fn safety(card: &SafetyCard) {
    section(&card.title, std::iter::once(&card.intro).chain(&card.signs));
    section(&card.same_day_title, &card.same_day);
}

fn section<'a>(title: &str, lines: impl IntoIterator<Item = &'a String>) {
    let mut lines = lines.into_iter().peekable();
    if lines.peek().is_some() {
        line("");
        line(title);
        lines.for_each(|text| line(&format!("  {text}")));
    }
}

/// Prints why no plan was made, and what to do.
pub(crate) fn hold(pack: &Pack, words: &Words<'_>, person: &Person) {
    let assessment = &person.assessment;
    let level = assessment.clearance.as_ref().err().map_or(assessment.disposition.level, |held| held.level);
    words.hold(assessment).iter().for_each(|it| line(it));
    let of_level: Vec<String> = assessment
        .disposition
        .fired
        .iter()
        .filter(|it| it.level.is_some_and(|it| it == level))
        .map(|it| words.fired_line(it, &person.intake))
        .collect();
    section(&words.say("handout-section-why"), &of_level);
    let open: Vec<String> = assessment
        .disposition
        .unanswered
        .iter()
        .map(|key| match pack.question(key) {
            Some(question) => format!("{} [{}.{key}]", words.say(&format!("q-{key}")), question.section),
            None => key.to_string(),
        })
        .collect();
    section(&words.say("handout-section-not-answered"), &open);
    if level == TriageLevel::SeeClinician && open.is_empty() {
        let card = words.waiting_card(&person.intake, assessment);
        section(&card.title, &card.lead);
    }
    safety(&words.safety_card());
    // Whoever should be seen at once or soon has been told so above, and is not told "if you are unsure" below.
    let status = if level >= TriageLevel::Urgent { words.status_of_hold() } else { words.status([]) };
    section(&words.say("handout-section-status"), &status);
}
