//! What stands in a member's chart on a day: a hold, a programme, or what is still to be done.

use assessment::Assessment;
use chart::{Course, Entry, Next, NoProposal, Programme, Proposal, Standing};
use jiff::civil::Date;
use knowledge::Pack;
use prescription::{Halt, Session};

use super::paper::has_letter;
use crate::frame::Words;

/// What stands on a day.
pub(crate) enum Stands {
    /// There is no health history.
    NotScreened,
    /// Screening holds, or something that was told and nobody has lifted.
    Held(Box<Standing>),
    /// No session until something has happened.
    Halted(Box<(Standing, Halt)>),
    /// A programme could be made, and there is none.
    NoProgramme(Box<Standing>),
    /// The last week is over.
    Over,
    /// The programme does not come out as it was put in force; the words say why, for whoever mends it.
    Broken(Box<(Standing, String)>),
    /// It goes on.
    Runs(Box<Running>),
}

/// A programme that goes on.
pub(crate) struct Running {
    pub(crate) standing: Standing,
    pub(crate) programme: Programme,
    /// What the engine would put in force now.
    pub(crate) next: Next,
    /// What was told.
    pub(crate) course: Course,
}

impl Stands {
    /// Works it out.
    pub(crate) fn of(pack: &Pack, entries: &[Entry], today: Date) -> Self {
        let Some(standing) = chart::standing(pack, entries, today) else { return Self::NotScreened };
        if standing.clearance.is_err() {
            return Self::Held(Box::new(standing));
        }
        let programme = match chart::programme(pack, entries) {
            Ok(programme) => programme,
            Err(NoProposal::NoProgramme) => return Self::NoProgramme(Box::new(standing)),
            Err(error) => return Self::Broken(Box::new((standing, error.to_string()))),
        };
        match chart::proposal_from(pack, entries, &programme, today) {
            Ok(Proposal::Next(next)) => {
                let course = Course::of(pack, entries);
                Self::Runs(Box::new(Running { standing, programme, next: *next, course }))
            }
            Ok(Proposal::Held(held)) => Self::Held(Box::new(Standing { clearance: Err(held), ..standing })),
            Ok(Proposal::Halted(halt)) => Self::Halted(Box::new((standing, halt))),
            Ok(Proposal::BlockDone) => Self::Over,
            Err(error) => Self::Broken(Box::new((standing, error.to_string()))),
        }
    }
}

impl Running {
    /// The sessions of a day that were not told yet, in order.
    pub(crate) fn open_sessions(&self, day: Date) -> Vec<&Session> {
        let told = |it: &&Session| {
            self.course.sessions().iter().any(|log| (log.date, log.part) == (it.date, it.part))
        };
        let sessions = self.next.prescription.weeks().iter().flat_map(|it| &it.sessions);
        sessions.filter(|it| it.date == day).filter(|it| !told(it)).collect()
    }

    /// The first session after a day.
    pub(crate) fn next_after(&self, day: Date) -> Option<&Session> {
        let sessions = self.next.prescription.weeks().iter().flat_map(|it| &it.sessions);
        sessions.filter(|it| it.date > day).min_by_key(|it| (it.date, it.part))
    }

    /// Whether what the engine would put in force differs from what is.
    pub(crate) fn has_news(&self) -> bool {
        !self.next.differences.is_empty()
    }
}

/// Why there is no session, in words: what it is called, what to do, and why.
pub(crate) struct Hold {
    pub(crate) lines: [String; 3],
    pub(crate) because: Vec<String>,
    /// Whether a letter can say why.
    pub(crate) has_letter: bool,
}

impl Hold {
    /// Of a chart that screening or a lock holds.
    pub(crate) fn of(words: Words, standing: &Standing) -> Option<Self> {
        let level = standing.clearance.as_ref().err()?.level;
        let said = outcomes::Words::of(words.pack, words.locale, &standing.intake);
        let assessment = Assessment { clearance: standing.clearance.clone(), ..standing.assessment.clone() };
        let fired = assessment.disposition.fired.iter().filter(|it| it.level == Some(level));
        let locked = standing.locks.iter().filter(|it| it.level == level);
        let locked = locked.filter_map(|it| words.find(&format!("{}.because", it.rule)));
        let mut because: Vec<String> = Vec::new();
        for line in fired.map(|it| said.because(it)).chain(locked) {
            // A lock and the screen may hold for the same.
            if !because.contains(&line) {
                because.push(line);
            }
        }
        Some(Self { lines: said.hold(&assessment), because, has_letter: has_letter(standing) })
    }

    /// Of a programme that what was told has stopped.
    pub(crate) fn halted(words: Words, standing: &Standing, halt: &Halt) -> Self {
        let said = outcomes::Words::of(words.pack, words.locale, &standing.intake);
        let [asks, why] = said.halt(halt);
        let title = words.say(&format!("level-{}.title", halt.level));
        Self { lines: [title, asks, String::new()], because: vec![why], has_letter: false }
    }
}
