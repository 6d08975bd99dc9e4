//! Our policy: what the engine decides from what was told, step by step, as a chart would ask it.

use assessment::{Assessment, Clearance, Intake, assess};
use jiff::civil::Date;
use prescription::{
    Adapted, Changes, Decision, FollowUp, InForce, Input, Needs, Prescription, Remembering, Screened,
    SessionLog, Told, Verdict, adapt, next_by, session_halts,
};

use crate::member::Member;
use crate::watch::{Step, Watch};
use crate::world::World;

/// Whether sessions may go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// They may.
    Runs,
    /// Not until this has happened.
    Halted(Needs),
    /// Screening holds.
    Held,
    /// The programme is over.
    BlockDone,
}

/// One member's programme under our policy.
pub(crate) struct Ours<'a> {
    world: &'a World<'a>,
    pub(crate) plan: Prescription,
    decided: Vec<Date>,
    intake: Intake,
    assessment: Assessment,
    clearance: Clearance,
    screened: Screened,
    pub(crate) sessions: Vec<SessionLog>,
    follow_ups: Vec<FollowUp>,
    /// The changes in force.
    changes: Changes,
    /// Every decision up to the last time.
    pub(crate) decisions: Vec<Decision>,
    rmdq: Vec<(Date, i64)>,
    pub(crate) state: State,
    /// The rule of the last halt.
    pub(crate) halted_by: String,
    /// Whether there was a new full screen since the last plan.
    rescreened: bool,
    /// Whether something was told since the last decision.
    due: bool,
    solver: Remembering,
    pub(crate) replanned: u64,
    pub(crate) fell_back: u64,
    pub(crate) plan_errors: u64,
}

impl<'a> Ours<'a> {
    /// At the start.
    pub(crate) fn new(world: &'a World<'a>, member: &Member, plan: &Prescription) -> Self {
        let rmdq = member.assessment.measures.whole("OM-01").map(|it| (member.intake.date, it));
        Self {
            world,
            plan: plan.clone(),
            decided: vec![plan.start()],
            intake: member.intake.clone(),
            assessment: member.assessment.clone(),
            clearance: member.clearance.clone(),
            screened: Screened { date: member.intake.date, after_sessions: false },
            sessions: Vec::new(),
            follow_ups: Vec::new(),
            changes: as_planned(plan),
            decisions: Vec::new(),
            rmdq: rmdq.into_iter().collect(),
            state: State::Runs,
            halted_by: String::new(),
            rescreened: false,
            due: false,
            solver: Remembering::default(),
            replanned: 0,
            fell_back: u64::from(plan.fell_back()),
            plan_errors: 0,
        }
    }

    /// Tells a session; its answers may lock the programme at once.
    pub(crate) fn told(&mut self, log: SessionLog) {
        if let Some(halt) = session_halts(self.world.pack, &self.intake, &log).into_iter().next() {
            self.state = State::Halted(halt.needs);
            self.halted_by = halt.rule;
        }
        self.sessions.push(log);
        self.due = true;
    }

    /// Tells an evening and a morning.
    pub(crate) fn followed_up(&mut self, it: FollowUp) {
        self.follow_ups.push(it);
        self.due = true;
    }

    /// Decides, if something was told or a week begins.
    pub(crate) fn morning(&mut self, date: Date, week_begins: bool, watch: &mut Watch) {
        if self.state == State::Runs && (self.due || week_begins) {
            self.decide(date, week_begins, watch);
        }
    }

    /// Decides what holds from `date` on.
    pub(crate) fn decide(&mut self, date: Date, week_begins: bool, watch: &mut Watch) {
        self.due = false;
        let verdict = self.judged(date);
        match verdict {
            Verdict::GoesOn(adapted) => self.go_on(date, week_begins, *adapted, watch),
            Verdict::Halted(halt) => {
                self.state = State::Halted(halt.needs);
                self.halted_by = halt.rule;
            }
            Verdict::BlockDone => self.state = State::BlockDone,
        }
    }

    fn judged(&self, date: Date) -> Verdict {
        let told = Told {
            sessions: &self.sessions,
            follow_ups: &self.follow_ups,
            rmdq: &self.rmdq,
            ..Told::default()
        };
        adapt(self.world.pack, &self.assessment.profile, self.in_force(), told, date)
    }

    fn in_force(&self) -> InForce<'_> {
        InForce { prescription: &self.plan, decided: &self.decided, screened: self.screened }
    }

    fn go_on(&mut self, date: Date, week_begins: bool, adapted: Adapted, watch: &mut Watch) {
        watch.decided(&self.decisions, &adapted, &self.sessions, &self.follow_ups);
        if week_begins || self.rescreened || differ(&self.changes, &adapted.changes) {
            self.replan(date, week_begins, &adapted, watch);
        }
        self.changes = adapted.changes;
        self.decisions = adapted.decisions;
    }

    fn replan(&mut self, date: Date, week_begins: bool, adapted: &Adapted, watch: &mut Watch) {
        let input = Input::from(&self.assessment);
        let in_force = InForce { prescription: &self.plan, decided: &self.decided, screened: self.screened };
        let made = next_by(
            self.world.pack,
            &self.clearance,
            input,
            (in_force, adapted, self.plan.template()),
            &mut self.solver,
        );
        let Ok(after) = made else {
            self.plan_errors += 1;
            return;
        };
        let told = Told {
            sessions: &self.sessions,
            follow_ups: &self.follow_ups,
            rmdq: &self.rmdq,
            ..Told::default()
        };
        watch.replanned(&Step {
            pack: self.world.pack,
            clearance: &self.clearance,
            profile: &self.assessment.profile,
            input,
            in_force: self.in_force(),
            told,
            adapted,
            known: &self.decisions,
            after: &after,
            date,
            week_begins,
            rescreened: self.rescreened,
        });
        self.rescreened = false;
        self.fell_back += u64::from(after.fell_back());
        self.replanned += 1;
        self.plan = after;
        self.decided.push(date);
    }

    /// A new full screen, in the morning: what the sessions of its day tell comes after it.
    pub(crate) fn screen(&mut self, intake: Intake) {
        let assessment = assess(self.world.pack, &intake, &[], intake.date);
        self.screened = Screened { date: intake.date, after_sessions: false };
        match &assessment.clearance {
            Ok(clearance) => {
                self.clearance = clearance.clone();
                self.state = State::Runs;
                self.due = true;
                self.rescreened = true;
                self.rmdq.extend(assessment.measures.whole("OM-01").map(|it| (intake.date, it)));
                self.assessment = assessment;
            }
            Err(_) => self.state = State::Held,
        }
        self.intake = intake;
    }

    /// The answers of the screen in force.
    pub(crate) fn intake(&self) -> &Intake {
        &self.intake
    }
}

/// What the first plan rests on: the template's first week, and nothing changed.
fn as_planned(plan: &Prescription) -> Changes {
    let week = |it: &prescription::Week| prescription::WeekChange {
        template_week: it.template_week,
        deload: None,
        aerobic_secs_max: None,
        because: Vec::new(),
    };
    Changes { weeks: plan.weeks().first().map(week).into_iter().collect(), ..Changes::default() }
}

/// Whether the planner would be given something else; reasons and days do not count.
fn differ(known: &Changes, now: &Changes) -> bool {
    let weeks = |it: &Changes| -> Vec<_> {
        let week = |it: &prescription::WeekChange| {
            (it.template_week, it.deload.is_some(), it.aerobic_secs_max.as_ref().map(|it| it.0))
        };
        it.weeks.iter().map(week).collect()
    };
    let eased = |it: &Changes| -> Vec<_> { it.eased.iter().map(|it| (it.percent, it.content)).collect() };
    let steps = |it: &Changes| -> Vec<_> {
        it.steps.iter().filter(|(_, steps)| **steps != 0).map(|(id, steps)| (id.clone(), *steps)).collect()
    };
    weeks(known) != weeks(now)
        || eased(known) != eased(now)
        || steps(known) != steps(now)
        || !known.out.keys().eq(now.out.keys())
        || !known
            .instead
            .iter()
            .map(|(id, (to, _))| (id, to))
            .eq(now.instead.iter().map(|(id, (to, _))| (id, to)))
        || known.earned != now.earned
        || known.sets_held != now.sets_held
        || known.nothing_new.is_some() != now.nothing_new.is_some()
}
