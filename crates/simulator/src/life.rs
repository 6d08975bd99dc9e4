//! The days of one member under one policy.

mod sums;

use jiff::ToSpan;
use jiff::civil::Date;
use model::Answer;
use prescription::{Needs, Prescription, Role, Session};

use crate::dice::Purpose;
use crate::doing::{Asked, Deed, asked, does};
use crate::member::{Member, put};
use crate::ours::{Ours, State};
use crate::policy::{Policy, first_week_on, raised, sessions_on};
use crate::tally::{Count, Tally, Weekly};
use crate::telling::{Keys, Teller};
use crate::truth::Body;
use crate::watch::Watch;
use crate::work::work;
use crate::world::{Sign, World};

/// What a life is led by.
pub(crate) struct Terms<'a> {
    pub(crate) world: &'a World<'a>,
    pub(crate) keys: &'a Keys,
    pub(crate) policy: Policy,
    pub(crate) weeks: u64,
    /// Whether the member tells everything.
    pub(crate) tells_all: bool,
}

/// One member's life so far.
struct Life<'a> {
    terms: &'a Terms<'a>,
    member: &'a Member,
    first: &'a Prescription,
    ours: Option<Ours<'a>>,
    watch: &'a mut Watch,
    tally: Tally,
    body: Body,
    /// Adherence lost after pain.
    dropped: i64,
    left: bool,
    pending: Option<Pending>,
    help: Option<Help>,
    sign: SignCourse,
    /// Sessions that hurt in truth, by day.
    risen: Vec<Date>,
    ever_stopped: bool,
    week: WeekSums,
}

/// An evening and a morning that have not been told yet.
struct Pending {
    session: Date,
    day: u64,
    evening: i64,
    morning: Option<i64>,
}

/// Help that is on its way.
struct Help {
    on: u64,
    needs: Needs,
}

/// How a warning sign goes.
#[derive(Default)]
struct SignCourse {
    sign: Option<Sign>,
    began: Option<u64>,
    told: Option<u64>,
    stopped: Option<u64>,
    sessions_since: u64,
    sessions_after_told: u64,
}

/// What the present week has asked so far, and what the first one did.
#[derive(Default)]
struct WeekSums {
    work: u64,
    sets: u64,
    aerobic_secs: u64,
    first_work: u64,
}

/// What came of a life.
pub(crate) struct Lived {
    pub(crate) tally: Tally,
    /// Whether the member stayed to the end without being stopped, and whether there ever was a step up.
    pub(crate) completed: bool,
    pub(crate) progressed: bool,
}

/// Leads a life from the first day to the last.
pub(crate) fn live(terms: &Terms<'_>, member: &Member, first: &Prescription, watch: &mut Watch) -> Lived {
    let ours = (terms.policy == Policy::Ours).then(|| Ours::new(terms.world, member, first));
    let mut life = Life {
        terms,
        member,
        first,
        ours,
        watch,
        tally: Tally::default(),
        body: Body::new(member.place, &member.truth),
        dropped: 0,
        left: false,
        pending: None,
        help: None,
        sign: SignCourse::default(),
        risen: Vec::new(),
        ever_stopped: false,
        week: WeekSums::default(),
    };
    for day in 0..terms.weeks * 7 {
        life.day(day);
    }
    life.finished()
}

impl Life<'_> {
    fn date(&self, day: u64) -> Date {
        self.terms.world.start().saturating_add(i64::try_from(day).unwrap_or_default().days())
    }

    fn day(&mut self, day: u64) {
        let world = self.terms.world;
        let date = self.date(day);
        self.body.wake(world, &self.member.truth, day);
        self.weekly(day, Weekly::Mornings, 1);
        self.weekly(day, Weekly::Pain, u64::try_from(self.body.pain()).unwrap_or_default());
        if self.left {
            return;
        }
        self.tell_morning(date);
        self.sign_begins(day);
        self.helped(day, date);
        if let Some(ours) = &mut self.ours {
            ours.morning(date, day.is_multiple_of(7) && day > 0, self.watch);
        }
        self.ask_for_help(day);
        let sessions: Vec<Session> = self.sessions(day, date);
        for session in &sessions {
            if self.is_running() {
                self.session(day, date, session);
            }
        }
        self.ask_for_help(day);
        self.leaves(day);
        if day % 7 == 6 {
            self.week_ends(day);
        }
    }

    fn sessions(&self, day: u64, date: Date) -> Vec<Session> {
        match (&self.ours, self.terms.policy) {
            (Some(ours), _) => sessions_on(&ours.plan, date).cloned().collect(),
            (None, Policy::Linear) => first_week_on(self.first, day).cloned().collect(),
            (None, Policy::Ours | Policy::Fixed) => sessions_on(self.first, date).cloned().collect(),
        }
    }

    fn is_running(&self) -> bool {
        !self.left && self.ours.as_ref().is_none_or(|it| it.state == State::Runs)
    }

    /// The morning after a session, told when it is first asked for.
    fn tell_morning(&mut self, date: Date) {
        let morning = self.body.pain();
        let Some(pending) = &mut self.pending else { return };
        if pending.morning.is_none() {
            pending.morning = Some(morning);
            self.tell_pending(date);
        }
    }

    fn tell_pending(&mut self, date: Date) {
        let Some(pending) = &self.pending else { return };
        let Some(morning) = pending.morning else { return };
        let told = self.teller().follow_up((pending.session, pending.day), date, (pending.evening, morning));
        if let Some(told) = told {
            self.pending = None;
            if let Some(ours) = &mut self.ours {
                ours.followed_up(told);
            }
        }
    }

    fn teller(&self) -> Teller<'_> {
        Teller {
            world: self.terms.world,
            member: self.member,
            keys: self.terms.keys,
            tells_all: self.terms.tells_all,
        }
    }

    fn sign_begins(&mut self, day: u64) {
        let Some((on, sign)) = self.member.truth.red_flag else { return };
        if i64::try_from(day) == Ok(on) && self.is_running() {
            self.sign.sign = Some(sign);
            self.sign.began = Some(day);
        }
        if self.sign.began.is_some() && self.sign.stopped.is_none() {
            let alone = self.dice(Purpose::Help, day, 3).hits(self.terms.world.numbers.red_flag.stops_alone);
            self.left |= alone;
        }
    }

    fn session(&mut self, day: u64, date: Date, session: &Session) {
        let world = self.terms.world;
        let weeks = if self.terms.policy == Policy::Linear { day / 7 } else { 0 };
        let asked: Vec<Asked<'_>> =
            asked(session).map(|item| Asked { item, dose: raised(&item.dose, weeks) }).collect();
        self.planned(day, &asked);
        if !self.dice(Purpose::Keeping, day, u64::from(session.part)).hits(self.adherence(day)) {
            return;
        }
        // What was not told the next morning is asked for once more before the next session (DP-45).
        if self.pending.as_ref().is_some_and(|it| it.morning.is_some()) {
            self.tell_pending(date);
        }
        let at = (day, session.part);
        let tells_sign = self.dice(Purpose::Help, day, 4).hits(world.numbers.red_flag.told);
        let sign = self.sign.sign.filter(|_| tells_sign);
        let answers = self.teller().answers(sign, at);
        let begins = self.teller().begins(&answers) || self.ours.is_none();
        let asked = if begins { asked.as_slice() } else { &[] };
        // A session that something happens in is broken off after half of it.
        let half = asked.len().div_ceil(2);
        let broke_off = self.teller().broke_off(&answers);
        let asked = if broke_off && self.ours.is_some() { &asked[..half] } else { asked };
        let deed = does(world, self.member, &mut self.body, at, asked);
        if begins {
            self.done(day, date, &deed);
        }
        if begins && self.ours.is_some() {
            self.watch.does(date, session.part);
        }
        self.sign_was_told(day, begins, sign);
        // A warning is told at once, whatever else is left out.
        let told = !begins || broke_off || self.teller().tells_session(at);
        if told {
            self.tell(&deed, answers, (date, day, session.part), !begins || broke_off);
        }
    }

    fn sign_was_told(&mut self, day: u64, begins: bool, sign: Option<Sign>) {
        if self.sign.began.is_some() && begins {
            self.sign.sessions_since += 1;
            self.sign.sessions_after_told += u64::from(self.sign.told.is_some());
        }
        if sign.is_some() && self.sign.told.is_none() {
            self.sign.told = Some(day);
        }
    }

    fn tell(
        &mut self,
        deed: &Deed,
        answers: std::collections::BTreeMap<model::QuestionKey, model::Given>,
        (date, day, part): (Date, u64, u8),
        at_once: bool,
    ) {
        self.tally.count(Count::Told, 1);
        let log = self.teller().session(deed, answers, (date, day, part), self.body.flare_began);
        if !deed.items.is_empty() {
            let before = self.pending.take().filter(|it| it.session == log.date);
            let evening = before.map_or(deed.evening, |it| it.evening.max(deed.evening));
            self.pending = Some(Pending { session: log.date, day, evening, morning: None });
        }
        let Some(ours) = &mut self.ours else { return };
        self.watch.told(&log);
        ours.told(log);
        if at_once && ours.state == State::Runs {
            ours.decide(date, false, self.watch);
        }
    }

    fn planned(&mut self, day: u64, asked: &[Asked<'_>]) {
        let (pack, level) = (self.terms.world.pack, self.member.assessment.profile.level);
        self.tally.count(Count::Planned, 1);
        self.weekly(day, Weekly::Planned, 1);
        for it in asked {
            let entry = pack.exercises.get(&it.item.exercise);
            let work = entry.map_or(0, |entry| work(pack, level, entry, &it.dose));
            if it.item.role == Role::Strength {
                self.week.work += u64::try_from(work).unwrap_or_default();
                self.week.sets += u64::from(it.dose.sets);
            }
            if it.item.role == Role::Aerobic {
                self.week.aerobic_secs += u64::from(it.dose.sets * it.dose.duration_secs.unwrap_or_default());
            }
        }
    }

    fn done(&mut self, day: u64, date: Date, deed: &Deed) {
        self.tally.count(Count::Done, 1);
        self.weekly(day, Weekly::Done, 1);
        let rise = deed.worst_rise();
        if rise >= 1500 || deed.leg_spread || deed.evening - deed.pain_before >= 1500 {
            self.risen.push(date);
        }
        if rise >= 2000 {
            self.dropped += self.terms.world.numbers.keeping.drop_after_pain;
        }
        if is_red(deed) {
            self.tally.count(Count::Red, 1);
            self.weekly(day, Weekly::Red, 1);
        }
    }

    /// Sessions that are done today, of ten thousand.
    fn adherence(&self, day: u64) -> u64 {
        let truth = &self.member.truth;
        let decayed = i64::try_from(day).unwrap_or_default() * truth.numbers.decay_per_week / 7;
        u64::try_from((truth.adherence - decayed - self.dropped).max(300)).unwrap_or_default()
    }

    fn leaves(&mut self, day: u64) {
        let numbers = &self.terms.world.numbers.keeping;
        let share =
            if self.dropped > 1000 { numbers.leaves_per_day_after_pain } else { numbers.leaves_per_day };
        self.left |= self.dice(Purpose::Keeping, day, 9).hits(share);
        self.dropped = self.dropped * numbers.drop_kept_percent / 100;
    }

    /// Sees to it that what a halt asks for happens, some day, if it does.
    fn ask_for_help(&mut self, day: u64) {
        let State::Halted(needs) = self.state() else { return };
        self.ever_stopped = true;
        if self.sign.began.is_some() && self.sign.stopped.is_none() {
            self.sign.stopped = Some(day);
        }
        if self.help.is_some() {
            return;
        }
        self.tally.count(
            match needs {
                Needs::FullScreen => Count::HaltedForScreen,
                Needs::Clinician => Count::HaltedForClinician,
            },
            1,
        );
        let rule = self.ours.as_ref().map_or("", |it| it.halted_by.as_str()).to_owned();
        *self.tally.halts.entry(rule).or_default() += 1;
        let numbers = &self.terms.world.numbers.help;
        let mut dice = self.dice(Purpose::Help, day, 1);
        let days = match needs {
            Needs::FullScreen => dice.between(numbers.screen_days),
            Needs::Clinician => dice.between(numbers.clinician_days),
        };
        let comes = dice.hits(match needs {
            Needs::FullScreen => numbers.screens,
            Needs::Clinician => numbers.sees,
        });
        let cleared = needs == Needs::FullScreen || dice.hits(numbers.cleared);
        // Whoever has a warning sign is not cleared.
        let on = if comes && cleared && self.sign.began.is_none() {
            day + u64::try_from(days).unwrap_or_default().max(1)
        } else {
            u64::MAX
        };
        self.help = Some(Help { on, needs });
    }

    fn state(&self) -> State {
        self.ours.as_ref().map_or(State::Runs, |it| it.state)
    }

    /// The full screen, after the clinician's reply where one was needed.
    fn helped(&mut self, day: u64, date: Date) {
        if self.state() != State::Runs {
            self.tally.count(Count::HaltedDays, u64::from(matches!(self.state(), State::Halted(_))));
        }
        if self.help.as_ref().is_none_or(|it| it.on > day) {
            return;
        }
        let Some(help) = self.help.take() else { return };
        let pain = (self.body.pain() + 500) / 1000;
        let Some(ours) = &mut self.ours else { return };
        let mut intake = ours.intake().clone();
        intake.date = date;
        put(&mut intake, "pain_now", Answer::Number(pain * 1000));
        put(&mut intake, "pain_7d_average", Answer::Number(pain * 1000));
        self.watch.helped(help.needs);
        ours.screen(intake);
    }
}

/// RED of section 6.5 as far as the session itself shows it, in truth.
fn is_red(deed: &Deed) -> bool {
    let points = |it: i64| (it + 500) / 1000;
    let start = points(deed.pain_before).max(2);
    let worst = points(deed.items.iter().map(|it| it.pain_max).max().unwrap_or_default());
    let rise = worst - start;
    deed.leg_spread || rise >= 3 || (worst >= 7 && rise >= 1) || (worst == 6 && rise >= 2)
}
