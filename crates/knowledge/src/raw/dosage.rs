//! `dosage.toml`: every number the planner works with.

use model::{ExerciseId, LoadClass, Pattern, RuleId, Stream, TestId, TrainingLevel};
use serde::Deserialize;
use std::collections::BTreeMap;

use super::Evidence;
use super::most_days::MostDays;

/// `dosage.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dosage {
    /// EX-07.
    pub level: LevelRule,
    /// AD-30..32.
    pub irritability: Irritability,
    /// AD-10..12.
    pub stage: Stage,
    /// DP-08.
    pub session: SessionMinutes,
    /// DP-09.
    pub mix: StreamMix,
    /// DP-60.
    pub estimate: Estimate,
    /// DP-20..25.
    pub aerobic: AerobicBounds,
    /// AD-46, AD-47.
    pub bounds: Bounds,
    /// DP-33.
    pub deload: Deload,
    /// DP-50, DP-51, DP-52.
    pub spacing: Spacing,
    /// DP-54.
    pub minimum_session: MinimumSession,
    /// FL-02.
    pub relief: Relief,
    /// CM-01, CM-12: what a tag asks for on most days, the weightiest first.
    pub most_days: Vec<MostDays>,
    /// DP-43 and PP-09.
    pub vigorous: Vigorous,
    /// BP-07, RF-46 and other caps that are not a tag's.
    pub caps: Caps,
    /// EX-13.
    pub limits: Limits,
    /// EX-10.
    pub swaps: Swaps,
    /// MT-02.
    pub findings: FindingWeights,
    /// AD-01..03 proxy.
    pub risk: Risk,
    /// RF-40, CT-13 and how long things stay fresh.
    pub freshness: Freshness,
}

/// EX-07: which dose level.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelRule {
    /// The rule.
    pub id: RuleId,
    /// L1 below this many active minutes a week.
    pub l1_active_minutes_below: i64,
    /// L1 from this RMDQ score.
    pub l1_rmdq_from: i64,
    /// L1 from this age.
    pub l1_age_from: i64,
    /// L3 needs this many active minutes a week.
    pub l3_active_minutes_from: i64,
    /// L3 needs an RMDQ score of at most this.
    pub l3_rmdq_to: i64,
    /// The chair stand that counts.
    pub chair_stand: TestId,
    /// The chair stand that counts from `thirty_second_test_from_age` on.
    pub chair_stand_senior: TestId,
    /// From this age the 30-second chair stand is used, below it the 1-minute test.
    pub thirty_second_test_from_age: i64,
    /// Evidence.
    pub evidence: Evidence,
}

/// AD-30..32: how easily symptoms are stirred up, and the share of the dose to start with.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Irritability {
    /// AD-30 from this pain.
    pub high_pain_from: i64,
    /// AD-31 from this pain.
    pub moderate_pain_from: i64,
    /// Start volume by level of irritability, per cent.
    pub high_volume_percent: u32,
    /// As above.
    pub moderate_volume_percent: u32,
    /// As above.
    pub low_volume_percent: u32,
    /// AD-30: at most so many exercises in a session.
    pub high_exercises_max: usize,
    /// Evidence.
    pub evidence: Evidence,
}

/// AD-10..12: the stage.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// AD-10 from this 7-day pain.
    pub modulation_pain_from: i64,
    /// AD-10 from this RMDQ score.
    pub modulation_rmdq_from: i64,
    /// AD-12 up to this 7-day pain.
    pub optimisation_pain_to: i64,
    /// AD-12 up to this RMDQ score.
    pub optimisation_rmdq_to: i64,
    /// Highest load class in AD-10.
    pub modulation_load_max: LoadClass,
    /// Evidence.
    pub evidence: Evidence,
}

/// DP-08.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SessionMinutes {
    /// Aim and cap by level.
    pub minutes: BTreeMap<TrainingLevel, [u32; 2]>,
    /// A day is at most this share of the cap, per cent.
    pub day_percent_max: u32,
    /// At most so many sessions a day.
    pub day_sessions_max: usize,
    /// Two sessions of a day are at least so many hours apart.
    pub hours_apart_min: u32,
    /// Evidence.
    pub evidence: Evidence,
}

/// DP-09.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StreamMix {
    /// Share of weekly minutes by stream, per cent; strength and movement count together.
    pub percent: BTreeMap<Stream, u32>,
    /// From this age …
    pub senior_age_from: i64,
    /// … so many points shift to balance.
    pub senior_shift_to_balance: u32,
    /// Evidence.
    pub evidence: Evidence,
}

/// DP-60.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Estimate {
    /// Warm-up minutes.
    pub warm_up_minutes: u32,
    /// Cool-down minutes; a rule such as MF-04 may ask for more.
    pub cool_down_minutes: u32,
    /// Seconds a repetition at the usual tempo.
    pub rep_secs: u32,
    /// … with a slow lowering.
    pub rep_secs_slow_down: u32,
    /// … of a timed hold.
    pub rep_secs_hold: u32,
    /// Seconds a breath.
    pub breath_secs: u32,
    /// Seconds a metre of a carry or walk.
    pub metre_secs: u32,
    /// Seconds to change to the next exercise.
    pub change_secs: u32,
    /// Seconds of rest between sets by load class.
    pub rest_secs: BTreeMap<LoadClass, u32>,
    /// Seconds of rest at high effort.
    pub rest_secs_high_effort: u32,
    /// High effort starts here.
    pub high_effort_from: u8,
    /// Evidence.
    pub evidence: Evidence,
}

/// DP-21, DP-22.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AerobicBounds {
    /// Weekly minutes rise at most this, per cent.
    pub rise_percent_max: u32,
    /// … or this while the week is short.
    pub rise_percent_max_short: u32,
    /// A week is short below so many minutes.
    pub short_week_minutes: u32,
    /// Walking starts at this share of tolerance, per cent.
    pub tolerance_percent: u32,
    /// Steps back, eased days and smaller weeks make no session shorter than this; a smaller week has fewer of them.
    pub session_minutes_min: u32,
    /// A block that keeps lets these entries rise to so many minutes (DP-20).
    pub goal_entries: Vec<ExerciseId>,
    /// See `goal_entries`.
    pub goal_minutes: u32,
    /// Evidence.
    pub evidence: Evidence,
}

/// AD-46, AD-47.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bounds {
    /// Weekly strength sets rise at most this, per cent …
    pub sets_rise_percent_max: u32,
    /// … or so many sets where that is more.
    pub sets_rise_max: u32,
    /// A rise is measured from the highest of so many weeks before that are no deload (AD-47, DP-22).
    pub reference_weeks: usize,
    /// New exercises a session.
    pub new_max: usize,
    /// New exercises in the first session of each strength day, by level.
    pub new_max_first: BTreeMap<TrainingLevel, usize>,
    /// Entries of load class H a session.
    pub load_high_max: usize,
    /// Levels at which load class H never comes on consecutive days.
    pub load_high_not_consecutive: Vec<TrainingLevel>,
    /// Entries that never count as new: breathing and the like.
    pub never_new: Vec<ExerciseId>,
    /// Patterns wanted every week.
    pub weekly_patterns: Vec<Pattern>,
    /// Patterns wanted every week from `later_from_week` on.
    pub later_patterns: Vec<Pattern>,
    /// See `later_patterns`.
    pub later_from_week: u8,
    /// Evidence.
    pub evidence: Evidence,
}

/// DP-33.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deload {
    /// Sets in a deload week are cut by this, per cent.
    pub sets_cut_percent: u32,
    /// Evidence.
    pub evidence: Evidence,
}

/// DP-50..52.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spacing {
    /// Hours between strength sessions.
    pub strength_hours_min: u32,
    /// Easy days a week.
    pub easy_days_min: u32,
    /// Minutes after rising before a session with tag DF.
    pub df_minutes_after_rising: u32,
    /// Minutes after rising before end-range flexion with tag DF (EX-06).
    pub df_flexion_minutes_after_rising: u32,
    /// Evidence.
    pub evidence: Evidence,
}

/// DP-54.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MinimumSession {
    /// Whole minutes.
    pub minutes: u32,
    /// Its entries.
    pub entries: Vec<ExerciseId>,
    /// Its walk, and for how many minutes.
    pub walk: ExerciseId,
    /// See `walk`.
    pub walk_minutes: u32,
    /// Evidence.
    pub evidence: Evidence,
}

/// FL-02: what is left of a day on which the back has flared up.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Relief {
    /// Its entries, in order.
    pub entries: Vec<ExerciseId>,
    /// Its walk, and for how many minutes.
    pub walk: ExerciseId,
    /// See `walk`.
    pub walk_minutes: u32,
    /// How often a day the walk is done, at least and at most.
    pub walks_a_day: [u8; 2],
    /// Evidence.
    pub evidence: Evidence,
}

/// DP-43, PP-09.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vigorous {
    /// Effort at which vigorous begins.
    pub effort_from: u8,
    /// Not before this week.
    pub week_from: u8,
    /// Evidence.
    pub evidence: Evidence,
}

/// Effort caps that are not a tag's.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Caps {
    /// RF-46: with a self-attested clearance.
    pub self_attested: u8,
    /// No one is ever planned above this.
    pub moderate: u8,
    /// Evidence.
    pub evidence: Evidence,
}

/// EX-13: what the limits of an entry mean in numbers.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// `light` means an effort of at most this.
    pub light_effort_max: u8,
    /// Evidence.
    pub evidence: Evidence,
}

/// EX-10.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Swaps {
    /// At most so many hops from the blocked entry.
    pub hops_max: usize,
    /// Evidence.
    pub evidence: Evidence,
}

/// MT-02; weights in hundredths.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FindingWeights {
    /// A direct timed, strength or length test.
    pub direct: u32,
    /// A movement test.
    pub movement: u32,
    /// Static posture.
    pub posture: u32,
    /// Self-report.
    pub self_report: u32,
    /// A muscle is named from this sum …
    pub named_from: u32,
    /// … and this many independent sources, unless one direct test was repeated.
    pub sources_min: usize,
    /// Confidence is "medium" from this sum.
    pub medium_from: u32,
    /// Confidence is "high" from this sum.
    pub high_from: u32,
    /// How many are shown to a person (WS-02).
    pub shown_max: usize,
    /// Movement-control failures that make the emphasis (MT-60).
    pub movement_control_from: usize,
    /// Evidence.
    pub evidence: Evidence,
}

/// The proxy of 7.1.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Risk {
    /// High from this PHQ-4.
    pub high_phq4_from: i64,
    /// High from this "I fear movement will harm me".
    pub high_fear_from: i64,
    /// Medium from this RMDQ.
    pub medium_rmdq_from: i64,
    /// Evidence.
    pub evidence: Evidence,
}

/// How long things stay fresh.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Freshness {
    /// Days after which the public plan asks to check again.
    pub check_again_days: i64,
    /// An intake older than so many days is stale (RF-40: every six weeks).
    pub intake_days: i64,
    /// A clearance without an expiry of its own lasts so many days (CT-13).
    pub clearance_days: i64,
    /// A test result older than so many days is stale.
    pub test_days: i64,
    /// Evidence.
    pub evidence: Evidence,
}
