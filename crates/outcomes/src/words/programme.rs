//! The handout of a programme.

use assessment::{Assessment, Cause, Finding, Fired, Intake};
use jiff::ToSpan;
use jiff::civil::Date;
use model::{ExerciseId, Limit, Tag};
use prescription::{Item, Prescription, Reason, Role, Route, Session, SessionKind, Week, Why};
use std::collections::{BTreeMap, BTreeSet};

use super::Words;
use super::support::is_support;
use crate::{Day, Handout, Move, Opportunity};

/// Days in a week.
const WEEK: i64 = 7;
/// A session of so few minutes is shown as a part of the other one of its day.
const PART_MINUTES_MAX: u32 = 2;

impl Words<'_> {
    /// A programme in words.
    pub fn handout(
        &self,
        intake: &Intake,
        assessment: &Assessment,
        plan: &Prescription,
        self_check: Option<&str>,
    ) -> Handout {
        let freshness = &self.pack.dosage.freshness;
        // A plan of one week is looked at again soon; a programme when its screen has run its time (RF-40).
        let check_again = if plan.block().count() == 1 {
            assessment.as_of.saturating_add(freshness.check_again_days.days())
        } else {
            intake.date.saturating_add(freshness.intake_days.days())
        };
        let basis = if assessment.profile.examined { "handout-basis-tests" } else { "handout-basis-answers" };
        let mut cautions = self.cautions(assessment);
        let no_session = self.no_session(assessment);
        cautions.retain(|it| !no_session.contains(it));
        cautions.splice(0..0, no_session);
        cautions.splice(0..0, self.reported(intake, assessment));
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
            support: self.support(assessment, true),
            cautions,
            opportunities: self.opportunities(assessment, plan),
            effort: self.effort(plan),
            weeks: said_once(plan.block().map(|week| self.week(plan, week)).collect()),
            moves: self.moves(plan),
            minimum: self.minimum(plan),
            self_check: self_check.map(str::to_owned),
            not_offered: self.not_offered(assessment),
            fingerprint: plan.hash().chars().take(12).collect(),
        }
    }

    /// Why there is no session today, each reason in its own words.
    fn no_session(&self, assessment: &Assessment) -> Vec<String> {
        // What a clinician has cleared no longer speaks against a session; a fever of today does.
        let today = |it: &&Fired| it.no_session && it.level.is_none_or(model::TriageLevel::permits_programme);
        let line = |fired: &Fired| match &fired.cause {
            Cause::Rule(_) => self.advice_for(fired),
            Cause::Missing(_) | Cause::Unsure(_) | Cause::PreferNot(_) => {
                let question = self.say(&format!("q-{}.label", fired.cause.id()));
                Some(self.with("handout-no-session-unsure", &[("question", &question)]))
            }
        };
        assessment.disposition.fired.iter().filter(today).filter_map(line).collect()
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
            matches!(it.cause, Cause::Rule(_))
                && !is_support(it)
                && it.level.is_none_or(model::TriageLevel::permits_programme)
        });
        for fired in advised {
            let line = self.advice_for(fired).filter(|line| !lines.contains(line));
            lines.extend(line);
        }
        lines
    }

    /// That the plan rests on what the person reports of a clinician (RF-46), and the limits they were given in words.
    ///
    /// The planner reads no words, so whoever follows the plan is told what it does not know.
    fn reported(&self, intake: &Intake, assessment: &Assessment) -> Vec<String> {
        if !assessment.clearance.as_ref().is_ok_and(assessment::Clearance::self_attested) {
            return Vec::new();
        }
        let cap = self.pack.dosage.caps.self_attested.to_string();
        let limits = intake.clearances.iter().map(|it| it.limits.trim()).filter(|it| !it.is_empty());
        let limits = limits.map(|it| self.with("handout-reported-limits", &[("limits", it)]));
        std::iter::once(self.with("handout-reported", &[("cap", &cap)])).chain(limits).collect()
    }

    fn effort(&self, plan: &Prescription) -> Vec<String> {
        let cap = plan.block().map(|it| it.effort_cap.value).max().unwrap_or_default();
        vec![
            self.say("handout-effort-scale"),
            self.with("handout-effort-cap", &[("cap", &cap.to_string())]),
            self.say("handout-effort-breath"),
        ]
    }

    /// At most so many training opportunities as WS-02 allows, each with its first exercise: one that it names, or what stands
    /// in for one.
    fn opportunities(&self, assessment: &Assessment, plan: &Prescription) -> Vec<Opportunity> {
        let chosen = &plan.rationale().chosen;
        let of_findings = assessment.priorities.iter().filter(|it| !it.tests.is_empty());
        of_findings
            .filter_map(|priority| {
                let rule = priority.rule.to_string();
                let serves = |id: &&ExerciseId| chosen[*id].because.iter().any(|it| it.rule == rule);
                let named = priority.select.iter().find(|it| chosen.contains_key(it));
                let first = named.or_else(|| chosen.keys().find(serves))?;
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

    pub(super) fn week(&self, plan: &Prescription, week: &Week) -> crate::Week {
        let phase = self.say(&format!("phase-{}", week.phase));
        let title = if plan.block().count() == 1 {
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
        let sessions = self.sessions(week, date);
        let check_first = if sessions.is_empty() { Vec::new() } else { self.list("micro-screen", "short") };
        let cards = &self.pack.education;
        // Each card comes once; a longer programme has its days without one.
        let education = cards.get(number).map(|card| {
            [format!("{}.title", card.id), format!("{}.body", card.id), format!("{}.try", card.id)]
                .map(|id| self.find(&id).unwrap_or_default())
        });
        Day {
            title: self.weekday(date),
            check_first,
            check_first_yes: self.say("micro-screen.short-if-yes"),
            sessions,
            education,
        }
    }

    /// The sessions of a day as they are shown: a very short one is a part of the other.
    fn sessions(&self, week: &Week, date: Date) -> Vec<crate::Session> {
        let of_day: Vec<&Session> = week.sessions.iter().filter(|it| it.date == date).collect();
        let [first, second] = of_day[..] else {
            return of_day.into_iter().map(|it| self.session(week, it)).collect();
        };
        if first.minutes.min(second.minutes) > PART_MINUTES_MAX {
            return vec![self.session(week, first), self.session(week, second)];
        }
        let titles = [first, second].map(|it| self.session_title(week, it));
        vec![crate::Session {
            title: self.with("session-both", &[("first", &titles[0]), ("second", &lower(&titles[1]))]),
            minutes: self.minutes(first.minutes + second.minutes),
            items: first.items.iter().chain(&second.items).map(|it| self.item(it)).collect(),
        }]
    }

    pub(super) fn session(&self, week: &Week, session: &Session) -> crate::Session {
        crate::Session {
            title: self.session_title(week, session),
            minutes: self.minutes(session.minutes),
            items: session.items.iter().map(|it| self.item(it)).collect(),
        }
    }

    pub(super) fn minutes(&self, minutes: u32) -> String {
        self.with("session-minutes", &[("minutes", &minutes.to_string())])
    }

    /// What a session is called. A letter tells two strength sessions of a week apart; one alone needs none.
    pub(super) fn session_title(&self, week: &Week, session: &Session) -> String {
        let differs = |it: &Session| matches!(it.kind, SessionKind::Strength(_)) && it.kind != session.kind;
        match &session.kind {
            SessionKind::Strength(name) if week.sessions.iter().any(differs) => {
                self.with("session-strength", &[("name", name)])
            }
            SessionKind::Strength(_) => self.say("session-strength-only"),
            SessionKind::Aerobic => self.aerobic_title(session),
            SessionKind::Mobility => self.say("session-mobility"),
            SessionKind::MindBody => self.say("session-mind-body"),
            SessionKind::Minimum => self.say("session-minimum"),
            SessionKind::Relief => self.say("session-relief"),
        }
    }

    /// "Walking", where that is what is done; else what it is good for.
    fn aerobic_title(&self, session: &Session) -> String {
        let main = session.items.iter().find(|it| it.role == Role::Aerobic);
        let own = main.and_then(|it| self.find(&format!("session-aerobic-{}", it.exercise)));
        let own = own.unwrap_or_else(|| self.say("session-aerobic"));
        if session.items.iter().all(|it| it.role == Role::Aerobic) {
            return own;
        }
        self.with("session-aerobic-and-mobility", &[("first", &own)])
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
            label: item.leads_to.as_ref().map(|it| self.leads_to(item, it)),
            because: item.because.first().map(|it| self.reason(&item.exercise, it)).unwrap_or_default(),
        }
    }

    /// What a step towards a named move says; where a tag takes the move away, what stands there is no step to it.
    fn leads_to(&self, item: &Item, named: &ExerciseId) -> String {
        let swapped = |it: &Reason| matches!(&it.why, Why::StandsInFor { named: of, route: Route::Swapped { .. } } if of == named);
        let id = if item.because.iter().any(swapped) { "handout-in-place-of" } else { "handout-leads-to" };
        self.with(id, &[("exercise", &self.exercise(named))])
    }

    fn minimum(&self, plan: &Prescription) -> Option<crate::Session> {
        plan.minimum_session().map(|it| crate::Session {
            title: self.say("session-minimum"),
            minutes: self.minutes(it.minutes),
            items: it.items.iter().map(|item| self.item(item)).collect(),
        })
    }

    /// How to do each move, once each, in the order in which they first come.
    fn moves(&self, plan: &Prescription) -> Vec<Move> {
        let planned = plan.block().flat_map(|it| &it.sessions).flat_map(|it| &it.items);
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
}

/// A reason is said where a move first comes, and not again each day.
pub(super) fn said_once(mut weeks: Vec<crate::Week>) -> Vec<crate::Week> {
    let mut said: BTreeSet<(String, String)> = BTreeSet::new();
    let days = weeks.iter_mut().flat_map(|it| &mut it.days);
    for item in days.flat_map(|it| &mut it.sessions).flat_map(|it| &mut it.items) {
        if !said.insert((item.id.clone(), item.because.clone())) {
            item.because.clear();
        }
    }
    weeks
}

/// A title in the middle of another.
fn lower(title: &str) -> String {
    let mut letters = title.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
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

#[cfg(test)]
mod tests;
