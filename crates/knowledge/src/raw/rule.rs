//! `screening/rules/*.toml`: red flags, pre-participation, readings, conditions, medicines, stop-now.

use model::{RuleId, Tag};
use serde::Deserialize;

use super::Evidence;

/// One rule: what fires it, and what firing does.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// `RF-02`.
    pub id: RuleId,
    /// The condition it looks for, in the field's words, for clinicians.
    pub condition: String,
    /// When the rule is evaluated.
    #[serde(default)]
    pub moment: Moment,
    /// The pre-participation policies under which it holds (PP-08); every PP rule names them, others hold under each.
    #[serde(default)]
    pub policies: Vec<Policy>,
    /// Points rules: what adds points. The sum is evaluated at its lowest and highest.
    #[serde(default)]
    pub points: Vec<Points>,
    /// What the rule may do; every outcome that is "yes" fires.
    pub outcome: Vec<Outcome>,
    /// Evidence.
    pub evidence: Evidence,
}

/// When a rule is evaluated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Moment {
    /// With the full screen.
    #[default]
    Screen,
    /// During a session (SN, BP-04) or from its log (RF-23); the full screen leaves it alone.
    Session,
    /// A rule about screening itself (RF-40..47), carried out by the engine, kept here for its words.
    Policy,
}

/// `screening/policy.toml`: which policy is in force.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyFile {
    /// The item that a clinician signs: `PP-08`.
    pub id: RuleId,
    /// The policy in force.
    pub in_force: Policy,
    /// Evidence.
    pub evidence: Evidence,
}

/// Who needs clearance before exercise (PP-08).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Policy {
    /// The ACSM algorithm of 2015; the default.
    StrictAcsm,
    /// The UK consensus of 2022; only when a clinician has signed it.
    UkConsensus,
}

impl std::fmt::Display for Policy {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::StrictAcsm => "strict_acsm",
            Self::UkConsensus => "uk_consensus",
        })
    }
}

/// Points that one observation adds.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Points {
    /// When they are added.
    pub when: String,
    /// How many.
    pub add: u8,
}

/// One thing a rule may do.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "each mirrors a key of the file")]
pub struct Outcome {
    /// The expression that must be "yes".
    pub when: String,
    /// The triage level: `E0`, `E1`, `E2` or `C`. None for a tag or a note alone.
    pub level: Option<String>,
    /// A clinician the same day.
    #[serde(default)]
    pub same_day: bool,
    /// Tags attached.
    #[serde(default)]
    pub tags: Vec<Tag>,
    /// Effort capped.
    pub effort_cap: Option<u8>,
    /// Letter offered: `CT-01`.
    pub letter: Option<RuleId>,
    /// The safety card is shown (RF-42).
    #[serde(default)]
    pub safety_card: bool,
    /// No session today.
    #[serde(default)]
    pub no_session: bool,
    /// No clearance lowers it; only time, or another answer, does.
    #[serde(default)]
    pub never_lowered: bool,
    /// Cool-down minutes at least this long (MF-04).
    pub cool_down_minutes_min: Option<u8>,
    /// Words shown to the person: a text id such as `RF-02.emergency`; the rule's own `advice` when absent.
    pub text: Option<String>,
    /// What happens when the expression is neither "yes" nor "no".
    pub unknown: Option<Unknown>,
}

/// What an undecided outcome does.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unknown {
    /// The level it takes.
    pub level: Option<String>,
    /// Tags attached.
    #[serde(default)]
    pub tags: Vec<Tag>,
    /// The safety card is shown.
    #[serde(default)]
    pub safety_card: bool,
}
