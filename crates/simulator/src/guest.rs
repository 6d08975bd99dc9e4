//! A virtual member who is led by somebody else: what they answer at first, what they do of a session, and what they tell of it.
//!
//! For an example studio whose charts should look as real ones do. Nothing is watched or counted here.

use assessment::Intake;
use jiff::civil::Date;
use prescription::{FollowUp, Session, SessionLog};

use crate::dice::{Dice, Purpose};
use crate::doing::{Asked, asked, does};
use crate::member::{Member, draw};
use crate::telling::{Keys, Teller};
use crate::truth::Body;
use crate::world::World;

/// Somebody invented, day by day.
pub struct Guest<'w> {
    world: &'w World<'w>,
    keys: Keys,
    member: Member,
    body: Body,
    after: Option<After>,
}

/// A session whose morning has not been told.
struct After {
    session: Date,
    day: u64,
    evening: i64,
}

impl<'w> Guest<'w> {
    /// Draws the member with a number under a seed; none if screening clears nobody for it.
    pub fn draw(world: &'w World<'w>, seed: u64, number: u64) -> Option<Self> {
        let member = draw(world, (seed, number))?.member?;
        let body = Body::new(member.place, &member.truth);
        Some(Self { world, keys: Keys::new()?, member, body, after: None })
    }

    /// What they answer at first, as if they had been asked on a day.
    pub fn intake(&self, on: Date) -> Intake {
        let mut intake = self.member.intake.clone();
        intake.date = on;
        intake.tests.iter_mut().for_each(|it| it.date = on);
        intake
    }

    /// Wakes up on a day, counted from 0, and tells how the last session was, if they do.
    pub fn wake(&mut self, day: u64, date: Date) -> Option<FollowUp> {
        self.body.wake(self.world, &self.member.truth, day);
        let after = self.after.take()?;
        self.teller().follow_up((after.session, after.day), date, (after.evening, self.body.pain()))
    }

    /// Their pain now, as they would rate it from 0 to 10.
    pub fn pain(&self) -> i64 {
        ((self.body.pain() + 500) / 1000).clamp(0, 10)
    }

    /// Does a session of a day and tells of it; none if it is left out, or not told.
    pub fn session(&mut self, day: u64, session: &Session) -> Option<SessionLog> {
        let at = (day, session.part);
        let adherence = u64::try_from(self.member.truth.adherence).unwrap_or_default();
        if !Dice::at(self.member.place, Purpose::Keeping, day * 16 + u64::from(session.part)).hits(adherence)
        {
            return None;
        }
        let answers = self.teller().answers(None, at);
        let begins = self.teller().begins(&answers);
        let asked: Vec<Asked<'_>> =
            asked(session).map(|item| Asked { item, dose: item.dose.clone() }).collect();
        let asked = if begins { asked.as_slice() } else { &[] };
        let deed = does(self.world, &self.member, &mut self.body, at, asked);
        if begins && !self.teller().tells_session(at) {
            return None;
        }
        let flare_began = self.body.flare_began;
        let mut log = self.teller().session(&deed, answers, (session.date, day, session.part), flare_began);
        log.date = session.date;
        self.after = begins.then_some(After { session: session.date, day, evening: deed.evening });
        Some(log)
    }

    fn teller(&self) -> Teller<'_> {
        Teller { world: self.world, member: &self.member, keys: &self.keys, tells_all: false }
    }
}
