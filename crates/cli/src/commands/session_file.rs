//! The file in which a session is told by hand: TOML, in the words of the form.

use jiff::civil::Date;
use knowledge::Pack;
use model::{Answer, Effort, ExerciseId, Given, Leg, LifeEvent, Nprs, QuestionKey, Sleep, Stopped};
use prescription::{FollowUp, ItemLog, Prescription, SESSION_FORM, SessionLog, SetLog, Wants, Wish};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// A session file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SessionFile {
    /// The session.
    pub(crate) session: Option<Session>,
    /// Its exercises, in order.
    #[serde(default)]
    pub(crate) exercise: Vec<Exercise>,
    /// Evenings and mornings after this session or an earlier one.
    #[serde(default)]
    pub(crate) follow_up: Vec<After>,
    /// What is wanted otherwise.
    #[serde(default)]
    pub(crate) wish: Vec<Wanted>,
}

/// The session as a whole.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Session {
    date: Day,
    #[serde(default = "first")]
    part: u8,
    micro_neuro: Option<YesNo>,
    micro_unwell: Option<YesNo>,
    stop_event: Option<Events>,
    pain_before: Option<Nprs>,
    leg_before: Option<Leg>,
    leg_after: Option<Leg>,
    effort: Option<Effort>,
    #[serde(default)]
    events: BTreeSet<LifeEvent>,
}

/// A date as TOML writes it.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "toml::value::Datetime")]
struct Day(Date);

impl TryFrom<toml::value::Datetime> for Day {
    type Error = jiff::Error;

    fn try_from(written: toml::value::Datetime) -> Result<Self, jiff::Error> {
        written.to_string().parse().map(Self)
    }
}

fn first() -> u8 {
    1
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum YesNo {
    Yes,
    No,
    Unsure,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Events {
    Some(BTreeSet<String>),
    Unsure(Unsure),
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Unsure {
    Unsure,
}

/// One exercise.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Exercise {
    id: ExerciseId,
    /// What was done in each set: repetitions, seconds, metres or breaths.
    done: Vec<u32>,
    /// What was asked; the programme's own where it is left out.
    prescribed: Option<Vec<u32>>,
    /// Why the last set ended early.
    stopped: Option<Stopped>,
    pain_max: Option<Nprs>,
    effort: Option<Effort>,
    form_faults: Option<u32>,
}

/// An evening and a morning.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct After {
    session: Day,
    told: Option<Day>,
    evening: Option<Nprs>,
    morning: Option<Nprs>,
    sleep: Option<Sleep>,
}

/// A wish.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wanted {
    exercise: ExerciseId,
    wants: Want,
    pain: Option<Nprs>,
    date: Option<Day>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Want {
    Easier,
    NotThis,
    Hurts,
}

/// What a session file tells, as the records of a chart.
#[derive(Debug, Default)]
pub(crate) struct Told {
    pub(crate) session: Option<SessionLog>,
    pub(crate) follow_ups: Vec<FollowUp>,
    pub(crate) wishes: Vec<Wish>,
}

impl SessionFile {
    /// Reads a file, or says what is wrong and on which line.
    pub(crate) fn read(text: &str) -> Result<Self, Vec<String>> {
        toml::from_str(text).map_err(|error| {
            let line = error.span().map_or(1, |it| text[..it.start.min(text.len())].lines().count().max(1));
            vec![format!("line {line}: {}", error.message())]
        })
    }

    /// The records, as of a day and under the programme in force; every fault is named.
    pub(crate) fn records(
        self,
        pack: &Pack,
        programme: &Prescription,
        as_of: Date,
    ) -> Result<Told, Vec<String>> {
        let mut faults = Vec::new();
        let ids = self.exercise.iter().map(|it| &it.id).chain(self.wish.iter().map(|it| &it.exercise));
        for id in ids.filter(|id| !pack.exercises.contains_key(*id)) {
            faults.push(format!("there is no exercise {id}; `plumbline knowledge list` shows them all"));
        }
        if self.session.is_none() && !self.exercise.is_empty() {
            faults.push("[[exercise]] stands without a [session]".to_owned());
        }
        let mut told = Told::default();
        for it in self.follow_up {
            let Day(session) = it.session;
            if session > as_of {
                faults.push(format!("[[follow_up]] of {session} lies in the future"));
            }
            told.follow_ups.push(FollowUp {
                session,
                told: it.told.map_or(as_of, |Day(day)| day),
                evening: it.evening,
                morning: it.morning,
                sleep: it.sleep,
            });
        }
        for it in self.wish {
            let wants = match it.wants {
                Want::Easier => Wants::Easier,
                Want::NotThis => Wants::NotThis,
                Want::Hurts => Wants::Hurts { pain: it.pain },
            };
            told.wishes.push(Wish {
                date: it.date.map_or(as_of, |Day(day)| day),
                exercise: it.exercise,
                wants,
            });
        }
        if let Some(session) = self.session {
            let Day(date) = session.date;
            if date > as_of {
                faults.push(format!("[session] of {date} lies in the future"));
            }
            faults.extend(unknown_events(pack, &session));
            told.session = Some(log(session, self.exercise, programme, &mut faults));
        }
        if faults.is_empty() { Ok(told) } else { Err(faults) }
    }
}

fn unknown_events(pack: &Pack, session: &Session) -> Vec<String> {
    let Some(Events::Some(words)) = &session.stop_event else { return Vec::new() };
    let known = QuestionKey::try_from("stop_event").ok().and_then(|it| pack.question(&it));
    let choices = known.map(|it| it.raw.choices.clone()).unwrap_or_default();
    let unknown = words.iter().filter(|it| !choices.contains(it));
    unknown.map(|it| format!("`stop_event`: `{it}` is not one of {}", choices.join(", "))).collect()
}

fn log(
    session: Session,
    exercises: Vec<Exercise>,
    programme: &Prescription,
    faults: &mut Vec<String>,
) -> SessionLog {
    let mut answers: BTreeMap<QuestionKey, Given> = BTreeMap::new();
    let mut answer = |key: &str, given: Option<Given>| {
        if let (Ok(key), Some(given)) = (QuestionKey::try_from(key), given) {
            answers.insert(key, given);
        }
    };
    let given = |it: YesNo| match it {
        YesNo::Yes => Given::Answered(Answer::YesNo(true)),
        YesNo::No => Given::Answered(Answer::YesNo(false)),
        YesNo::Unsure => Given::Unsure,
    };
    answer("micro_neuro", session.micro_neuro.map(given));
    answer("micro_unwell", session.micro_unwell.map(given));
    answer(
        "stop_event",
        session.stop_event.map(|it| match it {
            Events::Some(words) => Given::Answered(Answer::Multi(words)),
            Events::Unsure(Unsure::Unsure) => Given::Unsure,
        }),
    );
    let Day(date) = session.date;
    SessionLog {
        form: SESSION_FORM,
        date,
        part: session.part,
        answers,
        pain_before: session.pain_before,
        leg_before: session.leg_before,
        leg_after: session.leg_after,
        effort: session.effort,
        items: exercises.into_iter().map(|it| item(it, programme, date, faults)).collect(),
        events: session.events,
    }
}

fn item(told: Exercise, programme: &Prescription, date: Date, faults: &mut Vec<String>) -> ItemLog {
    let asked = told.prescribed.or_else(|| asked(programme, date, &told.id)).unwrap_or_else(|| {
        faults.push(format!(
            "{} is not in the programme of {date}; write what was asked as `prescribed = [8, 8]`",
            told.id
        ));
        Vec::new()
    });
    let count = asked.len().max(told.done.len());
    let at = |list: &[u32], index: usize| list.get(index).copied();
    let last = told.done.len().saturating_sub(1);
    let sets = (0..count).map(|index| {
        let done = at(&told.done, index).unwrap_or_default();
        let prescribed = at(&asked, index).unwrap_or_default();
        SetLog { prescribed, done, stopped: told.stopped.filter(|_| index == last) }
    });
    ItemLog {
        exercise: told.id.clone(),
        sets: sets.collect(),
        pain_max: told.pain_max,
        effort: told.effort,
        form_faults: told.form_faults,
    }
}

/// What the programme asked of an exercise on a day, set by set, in the unit of its dose.
fn asked(programme: &Prescription, date: Date, id: &ExerciseId) -> Option<Vec<u32>> {
    let sessions = programme.weeks().iter().flat_map(|it| &it.sessions).filter(|it| it.date == date);
    let item = sessions.flat_map(|it| &it.items).find(|it| it.exercise == *id)?;
    Some(item.dose.by_set())
}
