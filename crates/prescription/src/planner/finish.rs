//! From a draft to the record.

use jiff::ToSpan;
use jiff::civil::Date;

use super::calendar::WEEK;
use super::draft::{Draft, DraftItem, DraftSession};
use super::search::Plan;
use super::{Request, Setting, minimum, rationale};
use crate::prescription::{Item, Prescription, Session, SessionKind, Week};
use crate::reason::{Reason, Why};
use crate::validator::Violation;

/// The record of a plan.
pub(super) fn prescription(setting: &Setting<'_>, request: &Request, plan: &Plan<'_>) -> Prescription {
    let weeks = weeks(setting, &plan.draft);
    let minimum_session = minimum::session(setting, &plan.draft);
    let rationale = rationale::rationale(setting, &weeks, minimum_session.as_ref());
    Prescription {
        template: setting.template.id.clone(),
        start: setting.start,
        level: setting.profile.level,
        stage: setting.profile.stage,
        irritability: setting.profile.irritability,
        weeks,
        minimum_session,
        rationale,
        objective: plan.aims.clone(),
        fell_back: false,
        violations: Vec::new(),
        knowledge_hash: setting.pack.hash.clone(),
        engine: env!("CARGO_PKG_VERSION").to_owned(),
        parent: request.parent.clone(),
    }
}

fn weeks(setting: &Setting<'_>, draft: &Draft<'_>) -> Vec<Week> {
    let made = setting.template.week.iter().zip(&setting.effort_caps).zip(&draft.weeks);
    made.map(|((shape, cap), made)| Week {
        number: shape.number,
        phase: shape.phase.clone(),
        effort_cap: cap.clone(),
        deload: shape.deload,
        checks: shape.checks.clone(),
        sessions: made
            .sessions
            .iter()
            .enumerate()
            .map(|(index, it)| {
                let earlier = made.sessions[..index].iter().filter(|has| has.day == it.day).count();
                session(setting, shape.number, u8::try_from(earlier + 1).unwrap_or(u8::MAX), it)
            })
            .collect(),
    })
    .collect()
}

fn session(setting: &Setting<'_>, week: u8, part: u8, made: &DraftSession<'_>) -> Session {
    let seconds = made.secs(setting);
    Session {
        day: made.day,
        date: date(setting.start, week, made.day),
        part,
        title: title(&made.kind),
        kind: made.kind.clone(),
        items: made.items.iter().map(|it| item(setting, it)).collect(),
        seconds,
        minutes: seconds.div_ceil(60),
    }
}

fn title(kind: &SessionKind) -> String {
    match kind {
        SessionKind::Strength(name) => format!("session-strength-{}", name.to_lowercase()),
        SessionKind::Aerobic => "session-aerobic".to_owned(),
        SessionKind::Mobility => "session-mobility".to_owned(),
        SessionKind::MindBody => "session-mind-body".to_owned(),
        SessionKind::Minimum => "session-minimum".to_owned(),
    }
}

fn date(start: Date, week: u8, day: u8) -> Date {
    let days = (i64::from(week) - 1) * i64::from(WEEK) + i64::from(day) - 1;
    start.saturating_add(days.days())
}

/// The record of one item, with the findings and likes that speak for it besides.
pub(super) fn item(setting: &Setting<'_>, made: &DraftItem<'_>) -> Item {
    let (positions, limits) = made.permitted.form();
    let mut because = made.because.clone();
    for priority in setting.priorities.iter().filter(|it| it.select.contains(&made.entry.id)) {
        let why = Why::Finding { confidence: priority.confidence, observed: priority.observed.clone() };
        because.push(Reason::new(priority.rule.clone(), why));
    }
    let liked = setting.liked(&made.entry.id);
    because.extend(liked.map(|word| Reason::new("AD-44", Why::Liked { word: word.to_owned() })));
    let mut seen = std::collections::BTreeSet::new();
    because.retain(|it| seen.insert(it.clone()));
    Item {
        exercise: made.entry.id.clone(),
        role: made.role,
        dose: made.dose.clone(),
        limits,
        positions,
        leads_to: made.leads_to.clone(),
        because,
        seconds: made.secs(setting),
    }
}

/// Puts the shortest session on every free day instead of what the validator refused (AD-46).
pub(super) fn fall_back(setting: &Setting<'_>, plan: &mut Prescription, violations: Vec<Violation>) {
    let minimum = plan.minimum_session.clone();
    for week in &mut plan.weeks {
        week.sessions.clear();
        let Some(minimum) = &minimum else { continue };
        for day in (1..=WEEK).filter(|it| setting.is_free(*it)) {
            let mut items = minimum.items.clone();
            for item in &mut items {
                item.dose.effort_cap = item.dose.effort_cap.min(week.effort_cap.value);
            }
            week.sessions.push(Session {
                day,
                date: date(setting.start, week.number, day),
                part: 1,
                title: title(&SessionKind::Minimum),
                kind: SessionKind::Minimum,
                items,
                seconds: minimum.seconds,
                minutes: minimum.seconds.div_ceil(60),
            });
        }
    }
    plan.rationale = rationale::rationale(setting, &plan.weeks, minimum.as_ref());
    plan.fell_back = true;
    plan.violations = violations;
}
