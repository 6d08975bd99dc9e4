//! What a member tells of what they did: rounded, sometimes off by one or in another box, sometimes not at all.

use jiff::ToSpan;
use jiff::civil::Date;
use model::{Answer, Effort, Given, Leg, LifeEvent, Nprs, QuestionKey, Sleep};
use prescription::{FollowUp, ItemLog, SESSION_FORM, SessionLog, SetLog};
use std::collections::{BTreeMap, BTreeSet};

use crate::dice::{Dice, Purpose};
use crate::doing::{Deed, Did};
use crate::member::Member;
use crate::world::{Sign, World};

/// The keys of the questions around a session.
#[derive(Clone, Debug)]
pub(crate) struct Keys {
    neuro: QuestionKey,
    unwell: QuestionKey,
    stop: QuestionKey,
}

impl Keys {
    /// The keys; none if the pack has other questions.
    pub(crate) fn new() -> Option<Self> {
        let key = |name: &str| QuestionKey::try_from(name).ok();
        Some(Self { neuro: key("micro_neuro")?, unwell: key("micro_unwell")?, stop: key("stop_event")? })
    }
}

/// Somebody who tells.
pub(crate) struct Teller<'a> {
    pub(crate) world: &'a World<'a>,
    pub(crate) member: &'a Member,
    pub(crate) keys: &'a Keys,
    /// Whether everything is told, mistakes and all: the same member in a world without gaps.
    pub(crate) tells_all: bool,
}

impl Teller<'_> {
    /// Whether a session is told at all.
    pub(crate) fn tells_session(&self, (day, part): (u64, u8)) -> bool {
        self.dice(Purpose::FollowUp, day, 8 + u64::from(part)).hits(self.member.truth.numbers.session_told)
            || self.tells_all
    }

    /// What is answered before and during a session. The first is asked before it; a sign that shows itself in the session
    /// is told with what was done.
    pub(crate) fn answers(&self, sign: Option<Sign>, (day, part): (u64, u8)) -> BTreeMap<QuestionKey, Given> {
        let (events, mistakes) = (&self.world.numbers.events, &self.world.numbers.mistakes);
        let mut dice = self.dice(Purpose::Telling, day, u64::from(part));
        let yes_no = |yes: bool| Given::Answered(Answer::YesNo(yes));
        let unwell = dice.hits(events.unwell);
        let dizzy = dice.hits(events.dizzy);
        let wrong_tick = dice.hits(mistakes.wrong_tick);
        let mut stop: BTreeSet<&str> = BTreeSet::new();
        stop.extend(dizzy.then_some("dizzy_nausea"));
        stop.extend(wrong_tick.then_some("saddle_bladder_legs"));
        let mut answers = BTreeMap::from([
            (self.keys.neuro.clone(), yes_no(sign == Some(Sign::Neuro))),
            (self.keys.unwell.clone(), yes_no(unwell || sign == Some(Sign::Unwell))),
        ]);
        match sign {
            Some(Sign::NeuroUnsure) => {
                answers.insert(self.keys.neuro.clone(), Given::Unsure);
            }
            Some(Sign::Chest) => stop.extend(["chest_faint_breathless"]),
            Some(Sign::Saddle) => stop.extend(["saddle_bladder_legs"]),
            Some(Sign::Tearing) => stop.extend(["tearing_pain"]),
            Some(Sign::Neuro | Sign::Unwell | Sign::StopUnsure) | None => {}
        }
        if sign == Some(Sign::StopUnsure) {
            answers.insert(self.keys.stop.clone(), Given::Unsure);
        } else if !stop.is_empty() {
            let words = stop.into_iter().map(str::to_owned).collect();
            answers.insert(self.keys.stop.clone(), Given::Answered(Answer::Multi(words)));
        }
        answers
    }

    /// Whether the questions asked before the session keep it from beginning.
    pub(crate) fn begins(&self, answers: &BTreeMap<QuestionKey, Given>) -> bool {
        let no = Some(&Given::Answered(Answer::YesNo(false)));
        answers.get(&self.keys.neuro) == no && answers.get(&self.keys.unwell) == no
    }

    /// Whether something happened in the session that ends it.
    pub(crate) fn broke_off(&self, answers: &BTreeMap<QuestionKey, Given>) -> bool {
        answers.contains_key(&self.keys.stop)
    }

    /// The log of a session.
    pub(crate) fn session(
        &self,
        deed: &Deed,
        answers: BTreeMap<QuestionKey, Given>,
        (date, day, part): (Date, u64, u8),
        flare_began: bool,
    ) -> SessionLog {
        let numbers = &self.world.numbers;
        let mut dice = self.dice(Purpose::Telling, day, 4 + u64::from(part));
        let pain_before = self.pain(&mut dice, deed.pain_before, 10_000 - deed.pain_before);
        let leg = |far: bool| if far { Leg::Calf } else { Leg::None };
        let leg_before = self.tells(&mut dice).then_some(leg(false));
        let leg_after = self.tells(&mut dice).then_some(leg(deed.leg_spread));
        let mut events = BTreeSet::new();
        let mut happens = |share: u64, event: LifeEvent, events: &mut BTreeSet<LifeEvent>| {
            if dice.hits(share) {
                events.insert(event);
            }
        };
        happens(numbers.events.illness, LifeEvent::Illness, &mut events);
        happens(numbers.events.new_medicine, LifeEvent::NewMedicine, &mut events);
        happens(numbers.events.fall, LifeEvent::Fall, &mut events);
        happens(if flare_began { numbers.events.says_flare } else { 0 }, LifeEvent::Flare, &mut events);
        let wrong_day = dice.hits(numbers.mistakes.wrong_day) && day > 0;
        let hardest = deed.items.iter().map(|it| it.effort).max();
        let effort = hardest.and_then(|it| self.effort(&mut dice, it));
        SessionLog {
            form: SESSION_FORM,
            date: if wrong_day { date.saturating_sub(1.day()) } else { date },
            part,
            answers,
            pain_before,
            leg_before,
            leg_after,
            effort,
            items: deed.items.iter().map(|it| self.item(&mut dice, deed, it)).collect(),
            events,
        }
    }

    fn item(&self, dice: &mut Dice, deed: &Deed, it: &Did) -> ItemLog {
        let last = it.sets.len().saturating_sub(1);
        let sets = it.sets.iter().enumerate().map(|(index, (prescribed, done))| SetLog {
            prescribed: *prescribed,
            done: *done,
            stopped: it.stopped.filter(|_| index == last),
        });
        let looked = !dice.hits(self.world.numbers.body.form_not_looked) || self.tells_all;
        ItemLog {
            exercise: it.exercise.clone(),
            sets: sets.collect(),
            pain_max: self.pain(dice, it.pain_max, deed.evening),
            effort: self.effort(dice, it.effort),
            form_faults: (looked && self.tells(dice)).then_some(it.form_faults),
        }
    }

    /// The evening and the morning after a session: told at the first asking, or recalled at the second (DP-45).
    pub(crate) fn follow_up(
        &self,
        (session, day): (Date, u64),
        told: Date,
        (evening, morning): (i64, i64),
    ) -> Option<FollowUp> {
        let asking = u64::from(told > session.saturating_add(1.day()));
        let mut dice = self.dice(Purpose::FollowUp, day, asking);
        if !dice.hits(self.member.truth.numbers.follow_up_told) && !self.tells_all {
            return None;
        }
        let evening_told = self.pain(&mut dice, evening, morning);
        let morning_told = self.pain(&mut dice, morning, evening);
        let sleep = 8 - morning / 2500 + dice.about(2);
        let wrong_day = dice.hits(self.world.numbers.mistakes.wrong_day);
        Some(FollowUp {
            session: if wrong_day { session.saturating_sub(1.day()) } else { session },
            told,
            evening: evening_told,
            morning: morning_told,
            sleep: self.tells(&mut dice).then(|| Sleep::try_from(sleep.clamp(0, 10)).ok()).flatten(),
        })
    }

    /// A pain as it is told: perhaps the one of another box, perhaps off by one, perhaps not at all.
    fn pain(&self, dice: &mut Dice, truth: i64, other_box: i64) -> Option<Nprs> {
        let mistakes = &self.world.numbers.mistakes;
        let wrong = dice.hits(mistakes.wrong_box);
        let off = if dice.hits(mistakes.off_by_one) { dice.between([0, 1]) * 2 - 1 } else { 0 };
        let points = (if wrong { other_box } else { truth } + 500) / 1000 + off;
        self.tells(dice).then(|| Nprs::try_from(points.clamp(0, 10)).ok()).flatten()
    }

    fn effort(&self, dice: &mut Dice, truth: i64) -> Option<Effort> {
        let points = ((truth + 500) / 1000).clamp(0, 10);
        self.tells(dice).then(|| Effort::try_from(points).ok()).flatten()
    }

    fn tells(&self, dice: &mut Dice) -> bool {
        dice.hits(self.member.truth.numbers.reading_told) || self.tells_all
    }

    fn dice(&self, purpose: Purpose, day: u64, which: u64) -> Dice {
        Dice::at(self.member.place, purpose, day * 16 + which)
    }
}
