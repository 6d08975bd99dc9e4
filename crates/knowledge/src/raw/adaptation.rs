//! `adaptation.toml`: every number of the response to a session, and of what follows from it.

use model::ExerciseId;
use serde::Deserialize;

use super::Evidence;

/// `adaptation.toml`. Pain is of ten (NPRS), effort of ten (DP-10), shares are per cent.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Adaptation {
    /// Section 6.5.
    pub light: Light,
    /// Section 6.5: the usual morning.
    pub baseline: Baseline,
    /// DP-45.
    pub recall: Recall,
    /// DP-30, DP-31, AD-30.
    pub two_for_two: TwoForTwo,
    /// DP-31, AD-03.
    pub step: Step,
    /// DP-32.
    pub regress: Regress,
    /// SN-04, SN-05.
    pub rest: Rest,
    /// DP-42.
    pub red: Red,
    /// DP-33.
    pub deload: Deload,
    /// DP-34.
    pub absence: Absence,
    /// DP-44.
    pub high_start: HighStart,
    /// FL-01..05.
    pub flare: Flare,
    /// DP-22, DP-23.
    pub walking: Walking,
    /// Section 7.2.
    pub stage: StageMoves,
    /// SN-06.
    pub dizziness: Dizziness,
    /// AD-20..23.
    pub directional: Directional,
    /// RF-40.
    pub full_screen: FullScreen,
    /// OM-31, next-block decision.
    pub outcome: Outcome,
}

/// The traffic light (section 6.5). A rise is the worst pain less the greater of the start and `start_at_least`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Light {
    /// A start below this counts as this, so that a rise from nothing does not alarm.
    pub start_at_least: i64,
    /// Red from this worst pain, if it rose by `red_pain_rise_from`.
    pub red_pain_from: i64,
    /// See above.
    pub red_pain_rise_from: i64,
    /// Red from this rise, whatever the pain.
    pub red_rise_from: i64,
    /// A worst pain that is high though not yet red.
    pub high_pain: i64,
    /// Red at `high_pain` with this rise.
    pub high_pain_red_rise_from: i64,
    /// Amber at this rise.
    pub amber_rise: i64,
    /// Amber at `high_pain` with this rise.
    pub high_pain_amber_rise: i64,
    /// Amber if an hour later it is this much above the start.
    pub amber_evening_rise_from: i64,
    /// Red if the next morning is this much above the usual one.
    pub red_morning_rise_from: i64,
    /// Amber if the next morning is just this much above the usual one.
    pub amber_morning_rise: i64,
    /// Red if it is so on this many mornings running.
    pub red_mornings_running: usize,
    /// Evidence.
    pub evidence: Evidence,
}

/// The usual morning: the median of the last days.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    /// Fewer mornings than this, and the start of the first session stands in.
    pub mornings_min: usize,
    /// How far back mornings count, in days.
    pub window_days: i32,
    /// Evidence.
    pub evidence: Evidence,
}

/// How long after a session its evening and morning may be told (DP-45).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recall {
    /// Days.
    pub days_max: i32,
    /// Evidence.
    pub evidence: Evidence,
}

/// What earns a step (DP-30, DP-31, AD-30).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TwoForTwo {
    /// Repetitions above the target on the last set.
    pub extra_reps_from: u32,
    /// Per cent above the target where no repetitions are counted.
    pub extra_percent_from: u32,
    /// In so many sessions running.
    pub sessions_running: u32,
    /// At an effort of at most this.
    pub effort_max: i64,
    /// Exercises that may take a step after one session.
    pub progressed_a_session_max: usize,
    /// Days between two steps of one exercise.
    pub days_between_steps_min: i32,
    /// Greens before any step at high irritability.
    pub greens_first_high_irritability: u32,
    /// Evidence.
    pub evidence: Evidence,
}

/// How large a step is (DP-31, AD-03).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Sets at most.
    pub sets_max: u32,
    /// Load for the upper body.
    pub load_percent_upper: u32,
    /// Load for the lower body.
    pub load_percent_lower: u32,
    /// The largest step of load at high risk.
    pub high_risk_percent: u32,
    /// Evidence.
    pub evidence: Evidence,
}

/// What takes a step back (DP-32).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Regress {
    /// Ambers running.
    pub ambers_running: u32,
    /// Form faults in a session.
    pub form_faults: u32,
    /// Effort from this.
    pub effort_from: i64,
    /// Done less than this share of what was asked …
    pub completed_percent_below: u32,
    /// … in so many sessions running.
    pub short_sessions_running: u32,
    /// What is left of the repetitions where nothing else can be taken back.
    pub reps_percent: u32,
    /// Evidence.
    pub evidence: Evidence,
}

/// How long a stopped exercise stays out (SN-04, SN-05).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rest {
    /// Days.
    pub stopped_days: i32,
    /// Evidence.
    pub evidence: Evidence,
}

/// What a red session lowers (DP-42).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Red {
    /// What is left of the next session.
    pub volume_percent: u32,
    /// The same at high irritability.
    pub volume_percent_high_irritability: u32,
    /// So many reds …
    pub flare_reds: usize,
    /// … within so many days are a flare.
    pub flare_within_days: i32,
    /// Evidence.
    pub evidence: Evidence,
}

/// What brings a deload week besides the planned one (DP-33).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deload {
    /// Mean effort of a week's sessions.
    pub effort_mean_from: f64,
    /// Mean sleep of a week.
    pub sleep_mean_to: f64,
    /// Ambers in a week.
    pub ambers_from: usize,
    /// Evidence.
    pub evidence: Evidence,
}

/// What follows from days without a session (DP-34).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Absence {
    /// Repeat the last week.
    pub repeat_from_days: i32,
    /// Go back one week.
    pub back_one_from_days: i32,
    /// Screen again, and go back two weeks.
    pub rescreen_from_days: i32,
    /// Beyond this, assess again.
    pub reassess_after_days: i32,
    /// Evidence.
    pub evidence: Evidence,
}

/// What follows from pain at the start of a session (DP-44).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HighStart {
    /// Offer a flare session from this pain.
    pub flare_from: i64,
    /// Ease the session from this pain.
    pub ease_from: i64,
    /// Only if it is more than this above the usual morning.
    pub above_baseline: i64,
    /// What is left of an eased session.
    pub volume_percent: u32,
    /// Evidence.
    pub evidence: Evidence,
}

/// The flare plan (FL-01..05); days are counted from the first day of the flare as 1.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Flare {
    /// A morning this much above the usual one …
    pub morning_rise_from: i64,
    /// … on so many days running is a flare.
    pub mornings_running: usize,
    /// Days of relief.
    pub relief_days: i32,
    /// The last day of gentle sessions, at the earliest.
    pub gentle_until_day: i32,
    /// The last day of the way back, at the earliest.
    pub return_until_day: i32,
    /// Not settled after so many days: see a clinician.
    pub not_settling_after_days: i32,
    /// What is left of gentle sessions.
    pub gentle_percent: u32,
    /// What is left on the way back.
    pub return_percent: u32,
    /// Greens that end a phase.
    pub greens_to_leave: u32,
    /// Weeks of the template to go back afterwards.
    pub weeks_back: u8,
    /// Evidence.
    pub evidence: Evidence,
}

/// When aerobic minutes do not rise (DP-22, DP-23).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Walking {
    /// They stay if less than this share of the week was done.
    pub held_below_percent: u32,
    /// What is left after a red.
    pub red_percent: u32,
    /// Evidence.
    pub evidence: Evidence,
}

/// How a stage changes (section 7.2).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StageMoves {
    /// Qualifying weeks to move up.
    pub weeks_to_move_up: u32,
    /// Qualifying weeks to move down.
    pub weeks_to_move_down: u32,
    /// Volatile from this standard deviation of the mornings of a week.
    pub volatile_sd_from: i64,
    /// An RMDQ score that is older counts as none.
    pub rmdq_days_max: i32,
    /// Evidence.
    pub evidence: Evidence,
}

/// Dizziness that comes again (SN-06).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dizziness {
    /// So many times …
    pub events: usize,
    /// … within so many days: see a clinician.
    pub within_days: i32,
    /// Evidence.
    pub evidence: Evidence,
}

/// The directional self-test (AD-20..23).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Directional {
    /// Pain lower by this.
    pub pain_drop_from: i64,
    /// For at least so long.
    pub lasting_minutes_from: u32,
    /// The rhythm lasts so long.
    pub days_max: i32,
    /// Entries of the test of extension, the usual one first.
    pub extension: Vec<ExerciseId>,
    /// Of flexion.
    pub flexion: Vec<ExerciseId>,
    /// Of the side glide.
    pub side_glide: Vec<ExerciseId>,
    /// Evidence.
    pub evidence: Evidence,
}

/// When a full screen is due again (RF-40).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FullScreen {
    /// Days.
    pub every_days: i32,
    /// Evidence.
    pub evidence: Evidence,
}

/// What counts as improved or worse (OM-31), and what the next block asks for.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// NPRS lower by this …
    pub nprs_drop_from: i64,
    /// … and by this share.
    pub nprs_drop_percent_from: i64,
    /// RMDQ lower by this.
    pub rmdq_drop_from: i64,
    /// Or by this share …
    pub rmdq_drop_percent_from: i64,
    /// … with at least so many points …
    pub rmdq_drop_with_percent_from: i64,
    /// … from a baseline of at least this.
    pub rmdq_baseline_from: i64,
    /// PSFS higher by this.
    pub psfs_rise_from: i64,
    /// Overall change at least this.
    pub gpe_from: i64,
    /// So many of these make an improvement.
    pub improved_criteria_from: usize,
    /// Worse: NPRS higher by this …
    pub nprs_rise_worse_from: i64,
    /// … and RMDQ by this.
    pub rmdq_rise_worse_from: i64,
    /// Worse: overall change at most this.
    pub gpe_worse_to: i64,
    /// Adherence below which the plan has not been tried enough.
    pub adherence_percent_from: u32,
    /// Evidence.
    pub evidence: Evidence,
}
