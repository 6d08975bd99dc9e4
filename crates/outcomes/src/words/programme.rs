//! The handout of a programme, and its sessions as a calendar needs them.

use assessment::{Assessment, Cause, Finding, Fired, Intake};
use jiff::ToSpan;
use jiff::civil::Date;
use model::{ExerciseId, Limit, Tag};
use prescription::{Item, Prescription, Role, Session, SessionKind, Week};
use std::collections::{BTreeMap, BTreeSet};

use super::Words;
use crate::{CalendarSession, Day, Handout, Move, Opportunity};

/// Days in a week.
const WEEK: i64 = 7;
/// Start of the first session of a day in the calendar; the second follows after the hours that DP-08 asks for.
const FIRST_HOUR: u32 = 9;

impl Words<'_> {
    /// A programme in words.
    pub fn handout(
        &self,
        intake: &Intake,
        assessment: &Assessment,
        plan: &Prescription,
        self_check: &str,
    ) -> Handout {
        let freshness = &self.pack.dosage.freshness;
        // A plan of one week is looked at again soon; a programme when its screen has run its time (RF-40).
        let check_again = if plan.weeks().len() == 1 {
            assessment.as_of.saturating_add(freshness.check_again_days.days())
        } else {
            intake.date.saturating_add(freshness.intake_days.days())
        };
        let basis = if assessment.profile.examined { "handout-basis-tests" } else { "handout-basis-answers" };
        let mut cautions = self.cautions(assessment);
        // What a clinician has cleared no longer speaks against a session; a fever of today does.
        let today = |it: &Fired| it.no_session && it.level.is_none_or(model::TriageLevel::permits_programme);
        if assessment.disposition.fired.iter().any(today) {
            cautions.insert(0, self.say("handout-no-session-today"));
        }
        if plan.fell_back() {
            cautions.insert(0, self.say("handout-fell-back"));
        }
        Handout {
            language: self.locale.tag().to_owned(),
            title: self.say(&format!("handout-{}", plan.template())),
            made: self.with("handout-made", &[("date", &self.date(intake.date))]),
            check_again: self.with("handout-check-again", &[("date", &self.date(check_again))]),
            basis: self.say(basis),
            status: self.status(items(assessment, plan).iter().map(String::as_str)),
            safety: self.safety_card(),
            cautions,
            opportunities: self.opportunities(assessment, plan),
            effort: self.effort(plan),
            weeks: plan.weeks().iter().map(|week| self.week(plan, week)).collect(),
            moves: self.moves(plan),
            minimum: self.minimum(plan),
            self_check: self_check.to_owned(),
            not_offered: self.not_offered(assessment),
            fingerprint: plan.hash().chars().take(12).collect(),
        }
    }

    fn cautions(&self, assessment: &Assessment) -> Vec<String> {
        let Ok(clearance) = &assessment.clearance else { return Vec::new() };
        let sentence = |tag: &Tag| {
            let because = self.say(&format!("tag-{tag}.because"));
            self.find(&format!("tag-{tag}.means"))
                .map_or(because.clone(), |means| format!("{because} {means}"))
        };
        let mut lines: Vec<String> = clearance.tags().keys().map(sentence).collect();
        // Rules that give advice but no tag, such as a tablet that calls for a long cool-down.
        let advised = assessment.disposition.fired.iter().filter(|it| {
            matches!(it.cause, Cause::Rule(_)) && it.level.is_none_or(model::TriageLevel::permits_programme)
        });
        for fired in advised {
            let line = self.advice_for(fired).filter(|line| !lines.contains(line));
            lines.extend(line);
        }
        lines
    }

    fn effort(&self, plan: &Prescription) -> Vec<String> {
        let cap = plan.weeks().iter().map(|it| it.effort_cap.value).max().unwrap_or_default();
        vec![
            self.say("handout-effort-scale"),
            self.with("handout-effort-cap", &[("cap", &cap.to_string())]),
            self.say("handout-effort-breath"),
        ]
    }

    /// At most so many training opportunities as WS-02 allows, each with its first exercise.
    fn opportunities(&self, assessment: &Assessment, plan: &Prescription) -> Vec<Opportunity> {
        let chosen = &plan.rationale().chosen;
        let of_findings = assessment.priorities.iter().filter(|it| !it.tests.is_empty());
        of_findings
            .filter_map(|priority| {
                let first = priority.select.iter().find(|it| chosen.contains_key(it))?;
                let confidence = self.say(&format!("confidence-{}", priority.confidence));
                Some(Opportunity {
                    title: self.say(&format!("{}.opportunity", priority.rule)),
                    confidence: self.with("handout-opportunity-confidence", &[("confidence", &confidence)]),
                    because: self.find(&format!("{}.because", priority.rule)).unwrap_or_default(),
                    first: self.with("handout-opportunity-first", &[("exercise", &self.exercise(first))]),
                })
            })
            .take(self.pack.dosage.findings.shown_max)
            .collect()
    }

    /// A finding in words: the muscle or the pattern.
    pub fn finding(&self, finding: &Finding) -> String {
        use assessment::FindingSubject::{Pattern, Tight, Weak};
        match finding.subject {
            Weak(muscle) | Tight(muscle) => self.say(&format!("muscle-{muscle}")),
            Pattern(pattern) => self.say(&format!("pattern-{pattern}")),
        }
    }

    fn week(&self, plan: &Prescription, week: &Week) -> crate::Week {
        let phase = self.say(&format!("phase-{}", week.phase));
        let title = if plan.weeks().len() == 1 {
            self.say("week-title-only")
        } else {
            self.with("week-title", &[("number", &week.number.to_string()), ("phase", &phase)])
        };
        let first = plan.start().saturating_add(((i64::from(week.number) - 1) * WEEK).days());
        crate::Week {
            title,
            effort: self.with("week-effort", &[("cap", &week.effort_cap.value.to_string())]),
            checks: week.checks.iter().map(|it| self.say(&format!("check-{it}"))).collect(),
            days: (0..WEEK)
                .map(|day| self.day(week, first.saturating_add(day.days()), week_day(week.number, day)))
                .collect(),
        }
    }

    fn day(&self, week: &Week, date: Date, number: usize) -> Day {
        let sessions: Vec<_> =
            week.sessions.iter().filter(|it| it.date == date).map(|it| self.session(it)).collect();
        let check_first = if sessions.is_empty() { Vec::new() } else { self.list("micro-screen", "q") };
        let cards = &self.pack.education;
        // Each card comes once; a longer programme has its days without one.
        let education = cards.get(number).map(|card| {
            [format!("{}.title", card.id), format!("{}.body", card.id), format!("{}.try", card.id)]
                .map(|id| self.find(&id).unwrap_or_default())
        });
        Day {
            title: self.weekday(date),
            check_first,
            check_first_yes: self.say("micro-screen.if-yes"),
            sessions,
            education,
        }
    }

    fn session(&self, session: &Session) -> crate::Session {
        crate::Session {
            title: self.session_title(&session.kind),
            minutes: self.with("session-minutes", &[("minutes", &session.minutes.to_string())]),
            items: session.items.iter().map(|it| self.item(it)).collect(),
        }
    }

    fn session_title(&self, kind: &SessionKind) -> String {
        match kind {
            SessionKind::Strength(name) => self.with("session-strength", &[("name", name)]),
            SessionKind::Aerobic => self.say("session-aerobic"),
            SessionKind::Mobility => self.say("session-mobility"),
            SessionKind::MindBody => self.say("session-mind-body"),
            SessionKind::Minimum => self.say("session-minimum"),
        }
    }

    fn item(&self, item: &Item) -> crate::Item {
        let dose = self.dose(&item.dose);
        crate::Item {
            id: item.exercise.to_string(),
            name: self.exercise(&item.exercise),
            dose: if item.role == Role::WarmUp {
                self.with("session-warm-up", &[("dose", &dose)])
            } else {
                dose
            },
            label: item
                .leads_to
                .as_ref()
                .map(|it| self.with("handout-leads-to", &[("exercise", &self.exercise(it))])),
            because: item.because.first().map(|it| self.reason(&item.exercise, it)).unwrap_or_default(),
        }
    }

    fn minimum(&self, plan: &Prescription) -> Option<crate::Session> {
        plan.minimum_session().map(|it| crate::Session {
            title: self.say("session-minimum"),
            minutes: self.with("session-minutes", &[("minutes", &it.minutes.to_string())]),
            items: it.items.iter().map(|item| self.item(item)).collect(),
        })
    }

    /// How to do each move, once each, in the order in which they first come.
    fn moves(&self, plan: &Prescription) -> Vec<Move> {
        let planned = plan.weeks().iter().flat_map(|it| &it.sessions).flat_map(|it| &it.items);
        let all = planned.chain(plan.minimum_session().into_iter().flat_map(|it| &it.items));
        let mut order: Vec<&ExerciseId> = Vec::new();
        let mut limits: BTreeMap<&ExerciseId, BTreeSet<Limit>> = BTreeMap::new();
        for item in all {
            if !limits.contains_key(&item.exercise) {
                order.push(&item.exercise);
            }
            limits.entry(&item.exercise).or_default().extend(&item.limits);
        }
        order.into_iter().map(|id| self.how_to(id, &limits[id])).collect()
    }

    /// How to do one move, with the limits that hold for the person.
    pub fn how_to(&self, id: &ExerciseId, limits: &BTreeSet<Limit>) -> Move {
        Move {
            id: id.to_string(),
            name: self.exercise(id),
            aim: self.say(&format!("{id}.aim")),
            start: self.say(&format!("{id}.start")),
            steps: self.say(&format!("{id}.move")),
            cues: self.list(id.as_str(), "cue"),
            limits: limits.iter().map(|it| self.say(&format!("limit-{it}"))).collect(),
            easier: self.find(&format!("{id}.easier-hint")),
        }
    }

    /// Running, jumping and heavy lifting, where the person asked for them: why not, and what instead.
    pub fn not_offered(&self, assessment: &Assessment) -> Vec<String> {
        let asked = |key: &&String| self.pack.text.has(&format!("impact-{key}"));
        let line = |key: &String| {
            let id = format!("impact-{key}");
            let part = |name: &str| self.find(&format!("{id}.{name}")).unwrap_or_default();
            self.with(
                "handout-not-offered",
                &[("activity", &self.say(&id)), ("because", &part("because")), ("instead", &part("instead"))],
            )
        };
        assessment.profile.asked_for.iter().filter(asked).map(line).collect()
    }

    /// The sessions of a programme for a calendar, in a time zone.
    pub fn calendar(&self, plan: &Prescription, zone: &str) -> Vec<CalendarSession> {
        let apart = self.pack.dosage.session.hours_apart_min.max(1);
        let mut sessions = Vec::new();
        for week in plan.weeks() {
            for session in &week.sessions {
                let part = u32::from(session.part.max(1));
                let names: Vec<String> = session.items.iter().map(|it| self.exercise(&it.exercise)).collect();
                let mut lines = self.list("micro-screen", "q");
                lines.push(self.say("micro-screen.if-yes"));
                lines.extend(
                    session
                        .items
                        .iter()
                        .map(|it| format!("{}: {}", self.exercise(&it.exercise), self.dose(&it.dose))),
                );
                sessions.push(CalendarSession {
                    key: format!("w{}-d{}-s{part}", week.number, session.day),
                    date: session.date.to_string(),
                    // The second session starts one hour later than the pause, since the first may take most of one.
                    time: format!("{:02}:00", FIRST_HOUR + (part - 1) * (apart + 1)),
                    zone: zone.to_owned(),
                    minutes: session.minutes,
                    title: format!("{}: {}", self.session_title(&session.kind), names.join(", ")),
                    description: lines.join("\n"),
                });
            }
        }
        sessions
    }
}

/// A running number of the day, for choosing its card.
fn week_day(week: u8, day: i64) -> usize {
    usize::try_from((i64::from(week) - 1) * WEEK + day).unwrap_or_default()
}

/// Every item of knowledge that a plan rests on.
fn items(assessment: &Assessment, plan: &Prescription) -> BTreeSet<String> {
    let fired = assessment.disposition.fired.iter().map(|it| it.cause.id().to_owned());
    let tags = assessment.disposition.tags.keys().map(ToString::to_string);
    let priorities = assessment.priorities.iter().map(|it| it.rule.to_string());
    let chosen = plan.rationale().chosen.keys().map(ToString::to_string);
    fired.chain(tags).chain(priorities).chain(chosen).chain([plan.template().to_owned()]).collect()
}
