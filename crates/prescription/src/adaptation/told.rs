//! What was told since the programme began, put in order and judged session by session.

use jiff::ToSpan;
use jiff::civil::Date;
use knowledge::Pack;
use model::{ExerciseId, Nprs, Stopped};
use std::collections::BTreeMap;

use super::direction::DirectionalTest;
use super::gate::micro_screen_is_clear;
use super::wish::{Order, Wish};
use crate::response::{Light, Mornings, Readings, Said, light};
use crate::session::{FollowUp, ItemLog, SessionLog};

/// Everything that was told since the programme began, in any order.
#[derive(Clone, Copy, Debug, Default)]
pub struct Told<'a> {
    /// The sessions.
    pub sessions: &'a [SessionLog],
    /// Their evenings and mornings.
    pub follow_ups: &'a [FollowUp],
    /// What the member wants otherwise.
    pub wishes: &'a [Wish],
    /// What a coach wants otherwise.
    pub orders: &'a [Order],
    /// Directional self-tests.
    pub directions: &'a [DirectionalTest],
    /// RMDQ scores with their days.
    pub rmdq: &'a [(Date, i64)],
}

/// One session with the lights that follow from everything told so far.
#[derive(Clone, Debug)]
pub(crate) struct Judged<'a> {
    pub(crate) log: &'a SessionLog,
    /// The light of the whole session.
    pub(crate) light: Light,
    /// What it rests on.
    pub(crate) because: Vec<Said>,
    /// The light of each exercise, with what it rests on; as many as the log has items.
    pub(crate) items: Vec<(Light, Vec<Said>)>,
    /// Whether every reading of the session was told.
    pub(crate) complete: bool,
    /// The usual morning then.
    usual: Option<i64>,
    /// Sleep of the night after.
    pub(crate) sleep: Option<u8>,
}

/// The sessions up to a day in the order of time, with their lights, and the mornings.
#[derive(Clone, Debug)]
pub(crate) struct Course<'a> {
    pub(crate) sessions: Vec<Judged<'a>>,
    pub(crate) mornings: Mornings,
}

impl<'a> Course<'a> {
    /// Puts in order what was told up to `as_of`, and judges it; days of a flare are no usual mornings.
    pub(crate) fn of(pack: &Pack, told: Told<'a>, flares: &[(Date, Date)], as_of: Date) -> Self {
        let rule = &pack.adaptation;
        let mut logs: Vec<&SessionLog> = told.sessions.iter().filter(|it| it.date <= as_of).collect();
        logs.sort_by_key(|it| (it.date, it.part));
        let follow_ups = follow_ups(pack, told.follow_ups, as_of);
        let mut mornings = Mornings::default();
        for (from, to) in flares {
            mornings.leave_out(*from, *to);
        }
        for (session, it) in &follow_ups {
            if let Some(pain) = it.morning {
                mornings.tell(session.saturating_add(1.day()), i64::from(pain));
            }
        }
        let mut sessions = Vec::with_capacity(logs.len());
        for log in logs {
            mornings.start(log.pain_before.map(i64::from));
            let after = follow_ups.get(&log.date);
            let next = log.date.saturating_add(1.day());
            let readings = Readings {
                p0: log.pain_before.map(i64::from),
                pmax: log.pain_max().map(i64::from),
                p1: after.and_then(|it| it.evening).map(i64::from),
                p24: after.and_then(|it| it.morning).map(i64::from),
                b: mornings.usual(&rule.baseline, log.date),
                mornings_running: mornings.running_above(&rule.baseline, next, rule.light.amber_morning_rise),
                leg_spread: log.leg_spread(),
            };
            let clear = micro_screen_is_clear(log);
            let judge = |it: &Readings| match light(&rule.light, it) {
                (Light::Green, _) if !clear => (Light::Hold, vec![Said::NotAnswered]),
                judged => judged,
            };
            let of_item = |it: &ItemLog| judge(&Readings { pmax: it.pain_max.map(i64::from), ..readings });
            // What was told of one exercise can be too much, also where nobody told how another one was.
            let worst = judge(&Readings { pmax: log.worst_told().map(i64::from), ..readings });
            let (whole, because) = if worst.0 == Light::Red { worst } else { judge(&readings) };
            sessions.push(Judged {
                log,
                light: whole,
                because,
                items: log.items.iter().map(of_item).collect(),
                complete: clear && readings.complete(),
                usual: readings.b,
                sleep: after.and_then(|it| it.sleep).map(model::Sleep::get),
            });
        }
        Self { sessions, mornings }
    }

    /// The sessions from one day to another, both included.
    pub(crate) fn between(&self, from: Date, to: Date) -> impl Iterator<Item = &Judged<'a>> {
        self.sessions.iter().filter(move |it| from <= it.log.date && it.log.date <= to)
    }

    /// The day of the last session.
    pub(crate) fn last_day(&self) -> Option<Date> {
        self.sessions.last().map(|it| it.log.date)
    }
}

/// The light of each session told up to a day, with its day and its part of it, in order: the same that [`adapt`](super::adapt) decides by.
pub fn session_lights(pack: &Pack, told: Told<'_>, as_of: Date) -> Vec<(Date, u8, Light)> {
    let (course, ..) = super::judged(pack, told, as_of);
    course.sessions.iter().map(|it| (it.log.date, it.log.part, it.light)).collect()
}

/// The follow-up of each day, of those told in time (DP-45); of two the worse value counts.
fn follow_ups(pack: &Pack, told: &[FollowUp], as_of: Date) -> BTreeMap<Date, FollowUp> {
    let days_max = pack.adaptation.recall.days_max;
    let mut by_day: BTreeMap<Date, FollowUp> = BTreeMap::new();
    for it in told.iter().filter(|it| it.told <= as_of && (it.told - it.session).get_days() <= days_max) {
        let known = by_day.entry(it.session).or_insert_with(|| it.clone());
        let worse = |a: Option<Nprs>, b: Option<Nprs>| a.max(b);
        known.evening = worse(known.evening, it.evening);
        known.morning = worse(known.morning, it.morning);
        known.sleep = match (known.sleep, it.sleep) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
    }
    by_day
}

impl Judged<'_> {
    /// The exercises with their logs and lights.
    pub(crate) fn items(&self) -> impl Iterator<Item = (&ItemLog, Light, &[Said])> {
        self.log
            .items
            .iter()
            .zip(&self.items)
            .map(|(log, (light, because))| (log, *light, because.as_slice()))
    }

    /// Whether it was red in a way that makes a flare when it comes twice. High but usual is no flare (DP-44): a red that
    /// rests on high pain alone, no more than a point above the usual morning, does not count.
    pub(crate) fn is_worsening(&self, pack: &Pack) -> bool {
        let high = i64::from(self.log.worst_told().map_or(0, Nprs::get));
        let usual = self.usual.is_some_and(|b| high <= b + pack.adaptation.high_start.above_baseline);
        self.light == Light::Red && !(usual && matches!(self.because.as_slice(), [Said::Value("pmax", _)]))
    }

    /// The exercises that may have provoked: those stopped for pain, those in which pain rose or was not told, and those
    /// that move the low back. More pain in one of them never clears another.
    pub(crate) fn provoking(&self, pack: &Pack) -> Vec<&ExerciseId> {
        let may_have = |it: &&ItemLog| {
            let stopped = it.sets.iter().any(|set| set.stopped == Some(Stopped::Pain));
            let calm = it.pain_max.zip(self.log.pain_before).is_some_and(|(worst, start)| worst <= start);
            let entry = pack.exercises.get(&it.exercise);
            let moves = entry.is_some_and(|it| it.spine.iter().any(|it| it.direction().is_some()));
            stopped || !calm || moves
        };
        self.log.items.iter().filter(may_have).map(|it| &it.exercise).collect()
    }
}
