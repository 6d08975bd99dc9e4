//! The invented world: every assumption of `docs/simulator.toml`, checked against the knowledge, and what is worked out
//! from them once.

use assessment::Intake;
use jiff::ToSpan;
use jiff::civil::Date;
use knowledge::Pack;
use model::{Answer, Given, QuestionKey};
use serde::{Deserialize, Serialize};

use crate::dice::WHOLE;

/// The file with the assumptions.
const ASSUMPTIONS: &str = include_str!("../../../docs/simulator.toml");
/// The person whose answers stand where none is drawn.
const BASE: &[u8] = include_bytes!("../../../examples/office-worker-58.toml");

/// What members have in common that matters to how they fare.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stratum {
    /// Nothing out of the common.
    Ordinary,
    /// Flares come often.
    Flaring,
    /// Constant pain of 6 to 8.
    ConstantHigh,
    /// Afraid of movement.
    Fearful,
    /// Tells six of ten sessions.
    PoorLogger,
    /// A warning sign comes up midway.
    RedFlag,
}

impl Stratum {
    /// Its one spelling.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ordinary => "ordinary",
            Self::Flaring => "flaring",
            Self::ConstantHigh => "constant-high",
            Self::Fearful => "fearful",
            Self::PoorLogger => "poor-logger",
            Self::RedFlag => "red-flag",
        }
    }
}

/// The assumptions as they are written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Assumptions {
    form: u32,
    pub(crate) start: Date,
    pub(crate) age: [i64; 2],
    pub(crate) draws_max: u64,
    pub(crate) stratum: Vec<StratumNumbers>,
    pub(crate) body: Body,
    pub(crate) keeping: Keeping,
    pub(crate) mistakes: Mistakes,
    pub(crate) events: Events,
    pub(crate) red_flag: RedFlag,
    pub(crate) help: Help,
    pub(crate) intake: IntakeNumbers,
    answer: Vec<Drawn>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StratumNumbers {
    pub(crate) name: Stratum,
    pub(crate) share: u64,
    pub(crate) pain: [i64; 2],
    pub(crate) noise: i64,
    pub(crate) flares_per_day: u64,
    pub(crate) fear: [i64; 2],
    pub(crate) adherence: [i64; 2],
    pub(crate) decay_per_week: i64,
    pub(crate) willing: u64,
    pub(crate) session_told: u64,
    pub(crate) follow_up_told: u64,
    pub(crate) reading_told: u64,
    #[serde(default)]
    pub(crate) red_flag: bool,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Body {
    pub(crate) fitness: [i64; 2],
    pub(crate) aptitude: [i64; 2],
    pub(crate) gain: [i64; 2],
    pub(crate) fitness_max: i64,
    pub(crate) lost_per_idle_day: i64,
    pub(crate) noise_kept_percent: i64,
    pub(crate) flare_pain: [i64; 2],
    pub(crate) flare_days: [i64; 2],
    pub(crate) overload_from: i64,
    pub(crate) overload_pain_percent: i64,
    pub(crate) high_pain_costs_percent: i64,
    pub(crate) touchy_share: u64,
    pub(crate) touchy_provokes: u64,
    pub(crate) provokes: u64,
    pub(crate) provoked_pain: [i64; 2],
    pub(crate) carried_percent: i64,
    pub(crate) carried_kept_percent: i64,
    pub(crate) eased_per_session: i64,
    pub(crate) leg_spread_per_session: u64,
    pub(crate) form_fails: u64,
    pub(crate) form_not_looked: u64,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Keeping {
    pub(crate) drop_after_pain: i64,
    pub(crate) drop_kept_percent: i64,
    pub(crate) leaves_per_day: u64,
    pub(crate) leaves_per_day_after_pain: u64,
    pub(crate) stopped_early: u64,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Mistakes {
    pub(crate) off_by_one: u64,
    pub(crate) wrong_box: u64,
    pub(crate) wrong_day: u64,
    pub(crate) wrong_tick: u64,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Events {
    pub(crate) illness: u64,
    pub(crate) new_medicine: u64,
    pub(crate) fall: u64,
    pub(crate) says_flare: u64,
    pub(crate) dizzy: u64,
    pub(crate) unwell: u64,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RedFlag {
    pub(crate) days: [i64; 2],
    pub(crate) told: u64,
    pub(crate) stops_alone: u64,
    pub(crate) signs: Vec<SignShare>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignShare {
    pub(crate) share: u64,
    pub(crate) name: Sign,
}

/// How a warning sign is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(crate) enum Sign {
    /// "Yes" to the question about nerves before the session.
    #[serde(rename = "before-neuro")]
    Neuro,
    /// "Not sure" to it.
    #[serde(rename = "before-neuro-unsure")]
    NeuroUnsure,
    /// "Yes" to the question about chest pain, fainting or fever.
    #[serde(rename = "before-unwell")]
    Unwell,
    /// Ticked during the session.
    #[serde(rename = "chest_faint_breathless")]
    Chest,
    /// Ticked during the session.
    #[serde(rename = "saddle_bladder_legs")]
    Saddle,
    /// Ticked during the session.
    #[serde(rename = "tearing_pain")]
    Tearing,
    /// "Not sure" to what happened during the session.
    #[serde(rename = "stop-unsure")]
    StopUnsure,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Help {
    pub(crate) screen_days: [i64; 2],
    pub(crate) screens: u64,
    pub(crate) clinician_days: [i64; 2],
    pub(crate) sees: u64,
    pub(crate) cleared: u64,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct IntakeNumbers {
    pub(crate) rmdq_per_point: i64,
    pub(crate) rmdq_besides: [i64; 2],
    pub(crate) chair_stand_under_60: [i64; 2],
    pub(crate) chair_stand_from_60: [i64; 2],
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Drawn {
    key: QuestionKey,
    option: Vec<WrittenOption>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenOption {
    share: u64,
    value: toml::Value,
}

/// What is wrong with the assumptions.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("docs/simulator.toml: {0}")]
pub struct WorldFault(pub(crate) String);

/// The world that members live in.
#[derive(Debug)]
pub struct World<'p> {
    pub(crate) pack: &'p Pack,
    pub(crate) numbers: Assumptions,
    pub(crate) base: Intake,
    /// Answers that are drawn: each with its shares and what is given.
    pub(crate) answers: Vec<(QuestionKey, Vec<(u64, Given)>)>,
}

impl<'p> World<'p> {
    /// The world of the assumptions that are built in.
    pub fn new(pack: &'p Pack) -> Result<Self, WorldFault> {
        let fault = |it: String| WorldFault(it);
        let numbers: Assumptions = toml::from_str(ASSUMPTIONS).map_err(|it| fault(it.to_string()))?;
        if numbers.form != 1 {
            return Err(fault(format!("form {} is not known", numbers.form)));
        }
        let whole = |name: &str, sum: u64| {
            if sum == WHOLE { Ok(()) } else { Err(fault(format!("the shares of {name} add up to {sum}"))) }
        };
        whole("the strata", numbers.stratum.iter().map(|it| it.share).sum())?;
        whole("the signs", numbers.red_flag.signs.iter().map(|it| it.share).sum())?;
        let as_of = numbers.start.saturating_sub(1.day());
        let mut base = assessment::intake::read(pack, BASE, as_of)
            .map_err(|faults| fault(faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")))?;
        base.date = as_of;
        base.tests.iter_mut().for_each(|it| it.date = as_of);
        let answers = numbers.answer.iter().map(|it| drawn(pack, it)).collect::<Result<_, _>>()?;
        Ok(Self { pack, numbers, base, answers })
    }

    /// What distinguishes the assumptions and the knowledge, for a run that is to go on later.
    pub fn identity(&self) -> String {
        let sum =
            ASSUMPTIONS.bytes().chain(BASE.iter().copied()).fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| {
                (sum ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
            });
        format!("{}-{sum:016x}", &self.pack.hash[..12])
    }

    /// The day on which everybody begins.
    pub fn start(&self) -> Date {
        self.numbers.start
    }
}

fn drawn(pack: &Pack, it: &Drawn) -> Result<(QuestionKey, Vec<(u64, Given)>), WorldFault> {
    let key = &it.key;
    if pack.question(key).is_none() {
        return Err(WorldFault(format!("`{key}` is not a question")));
    }
    if it.option.iter().map(|it| it.share).sum::<u64>() > WHOLE {
        return Err(WorldFault(format!("the shares of `{key}` are more than 10,000")));
    }
    let options = it.option.iter().map(|it| Ok((it.share, given(key, &it.value)?)));
    Ok((key.clone(), options.collect::<Result<_, _>>()?))
}

fn given(key: &QuestionKey, value: &toml::Value) -> Result<Given, WorldFault> {
    let words = |it: &toml::Value| it.as_str().map(str::to_owned);
    Ok(Given::Answered(match value {
        toml::Value::Boolean(yes) => Answer::YesNo(*yes),
        toml::Value::String(choice) => Answer::Choice(choice.clone()),
        toml::Value::Integer(number) => Answer::Number(number * 1000),
        toml::Value::Array(choices) => Answer::Multi(choices.iter().filter_map(words).collect()),
        toml::Value::Float(_) | toml::Value::Datetime(_) | toml::Value::Table(_) => {
            return Err(WorldFault(format!("`{key}` cannot be {value}")));
        }
    }))
}
