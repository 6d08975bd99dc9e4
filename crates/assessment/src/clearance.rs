//! Clearance: the proof that a programme may be made, derived afresh on every planning call.
//!
//! Its fields are private and it cannot be read back from anywhere, so a new red flag, an expiry or a lifted
//! reply revokes it simply by the next derivation. RF-46 is the only way a level is lowered: a self-attested
//! clearance lowers `see-clinician` alone and caps effort; a clinician's own recorded reply lowers that, and
//! `urgent` if it is dated after the answers that gave it. An emergency is never lowered here.

use jiff::ToSpan;
use jiff::civil::Date;
use knowledge::Pack;
use model::{RuleId, Tag, TriageLevel};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

use crate::Intake;
use crate::screening::{Cause, Disposition};

/// A clearance that the person reports.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attested {
    /// Who gave it.
    pub who: String,
    /// Their profession.
    pub profession: String,
    /// When.
    pub date: Date,
    /// What it answers: rules, or questions whose silence holds (RF-45).
    pub rules: BTreeSet<String>,
    /// What was said.
    pub verdict: Verdict,
    /// Limits in words, for the coach; tags below are what the planner respects.
    #[serde(default)]
    pub limits: String,
    /// Tags that the limits mean.
    #[serde(default)]
    pub tags: BTreeSet<Tag>,
    /// Effort cap that the limits mean.
    #[serde(default)]
    pub effort_cap: Option<u8>,
    /// When it expires, if the clinician said so.
    #[serde(default)]
    pub expires: Option<Date>,
}

/// A clinician's own reply, recorded in the chart. Never read from an intake form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClinicianReply {
    /// What was said, by whom, for which rules.
    pub reply: Attested,
    /// Professional registration, with the register; a reply without one is not a clinician's own.
    pub registration: String,
}

/// What a clinician said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Go ahead.
    Ok,
    /// Go ahead within limits.
    OkWithLimits,
    /// Do not.
    NotOk,
    /// The clinician wants to see the person first.
    WantsToSee,
}

/// Why no programme may be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Held {
    /// The level that holds.
    pub level: TriageLevel,
}

/// The proof that a programme may be made, with its limits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clearance {
    tags: BTreeMap<Tag, BTreeSet<Cause>>,
    effort_caps: Vec<(u8, String)>,
    cool_down_minutes_min: u32,
    self_attested: bool,
    clinician_limits: bool,
    expires: Option<Date>,
}

impl Clearance {
    /// The constraint tags in force, each with its causes.
    pub fn tags(&self) -> &BTreeMap<Tag, BTreeSet<Cause>> {
        &self.tags
    }

    /// Effort caps besides those of the tags, each with the rule that set it.
    pub fn effort_caps(&self) -> &[(u8, String)] {
        &self.effort_caps
    }

    /// Minutes that a cool-down takes at least.
    pub fn cool_down_minutes_min(&self) -> u32 {
        self.cool_down_minutes_min
    }

    /// Whether it rests on what the person reports of a clinician (RF-46).
    pub fn self_attested(&self) -> bool {
        self.self_attested
    }

    /// Whether a clinician's own written limits raise the caps of `CV` and `BB` (EX-11).
    pub fn clinician_limits(&self) -> bool {
        self.clinician_limits
    }

    /// The day after which it no longer holds.
    pub fn expires(&self) -> Option<Date> {
        self.expires
    }
}

/// Derives the clearance that a disposition and the recorded replies allow on `as_of`, or says what holds.
pub(crate) fn derive(
    pack: &Pack,
    disposition: &Disposition,
    intake: &Intake,
    replies: &[ClinicianReply],
    as_of: Date,
) -> Result<Clearance, Held> {
    let (attested, intake_date) = (&intake.clearances, intake.date);
    let life_days = pack.dosage.freshness.clearance_days;
    if !disposition.unanswered.is_empty() {
        let level = disposition.level.max(TriageLevel::Incomplete);
        return Err(Held { level });
    }
    let stands = |it: &&Attested| stands_on(it, as_of, life_days);
    let own: Vec<&Attested> = attested.iter().filter(stands).collect();
    let clinicians: Vec<&Attested> =
        replies.iter().filter(|it| !it.registration.is_empty()).map(|it| &it.reply).filter(stands).collect();
    if refused(attested, replies) {
        let level = disposition.level.max(TriageLevel::SeeClinician);
        return Err(Held { level });
    }
    let mut used: Vec<(&Attested, bool)> = Vec::new();
    for fired in &disposition.fired {
        let Some(level) = fired.level.filter(|level| !level.permits_programme()) else { continue };
        if fired.never_lowered {
            return Err(Held { level });
        }
        let lowered = lowering(level, fired.cause.id(), intake_date, &own, &clinicians);
        used.push(lowered.ok_or(Held { level })?);
    }
    // A stale screen is no screen (RF-40). What it found holds all the same, so this comes last.
    let age = as_of.since(intake_date).map_or(0, |it| i64::from(it.get_days()));
    if age > pack.dosage.freshness.intake_days {
        return Err(Held { level: TriageLevel::Incomplete });
    }
    Ok(within(pack, disposition, &used, life_days))
}

/// Whether somebody said no, and nobody of at least the same standing has since said yes to the same rules.
fn refused(attested: &[Attested], replies: &[ClinicianReply]) -> bool {
    let says_yes = |it: &Attested| matches!(it.verdict, Verdict::Ok | Verdict::OkWithLimits);
    let own = || replies.iter().map(|it| &it.reply);
    let lifts =
        |yes: &Attested, no: &Attested| says_yes(yes) && yes.date > no.date && no.rules.is_subset(&yes.rules);
    let reported_no = attested.iter().filter(|it| !says_yes(it));
    let reported = reported_no.clone().any(|no| !attested.iter().chain(own()).any(|yes| lifts(yes, no)));
    let recorded = own().filter(|it| !says_yes(it)).any(|no| !own().any(|yes| lifts(yes, no)));
    reported || recorded
}

/// Whether a clearance is in force on a day: given by then, and not run out.
fn stands_on(attested: &Attested, as_of: Date, life_days: i64) -> bool {
    attested.date <= as_of && expiry(attested, life_days).is_none_or(|expires| as_of <= expires)
}

/// The day on which a clearance runs out: its own, or the end of the life that CT-13 gives it.
fn expiry(attested: &Attested, life_days: i64) -> Option<Date> {
    let latest = attested.date.checked_add(life_days.days()).ok();
    match (attested.expires, latest) {
        (Some(own), Some(latest)) => Some(own.min(latest)),
        (own, latest) => own.or(latest),
    }
}

/// The clearance that lowers this level for this rule (RF-46), and whether it is the person's own word.
///
/// Naming the rule is what ties a clearance to it: a rule that fired later is not named and is not lowered.
fn lowering<'a>(
    level: TriageLevel,
    rule: &str,
    intake_date: Date,
    own: &[&'a Attested],
    clinicians: &[&'a Attested],
) -> Option<(&'a Attested, bool)> {
    let names = |it: &&&'a Attested| it.rules.contains(rule);
    match level {
        TriageLevel::SeeClinician => clinicians
            .iter()
            .find(names)
            .map(|it| (*it, false))
            .or_else(|| own.iter().find(names).map(|it| (*it, true))),
        // The reply must be later than the answers that told of the symptom.
        TriageLevel::Urgent => {
            clinicians.iter().find(|it| names(it) && it.date > intake_date).map(|it| (*it, false))
        }
        // An emergency needs a fresh full screen without it, so the screen at hand can never be lowered.
        TriageLevel::Emergency | TriageLevel::Incomplete | TriageLevel::Caution | TriageLevel::Ok => None,
    }
}

fn within(pack: &Pack, disposition: &Disposition, used: &[(&Attested, bool)], life_days: i64) -> Clearance {
    let mut tags = disposition.tags.clone();
    let mut effort_caps: Vec<(u8, String)> =
        disposition.effort_cap.iter().map(|(cap, cause)| (*cap, cause.to_string())).collect();
    let mut expires: Option<Date> = None;
    for (attested, own) in used {
        for tag in &attested.tags {
            let causes = attested.rules.iter().filter_map(|it| RuleId::try_from(it.as_str()).ok());
            tags.entry(*tag).or_default().extend(causes.map(Cause::Rule));
        }
        effort_caps.extend(attested.effort_cap.map(|cap| (cap, "CT-13".to_owned())));
        if *own {
            effort_caps.push((pack.dosage.caps.self_attested, "RF-46".to_owned()));
        }
        expires = [expires, expiry(attested, life_days)].into_iter().flatten().min();
    }
    effort_caps.sort();
    Clearance {
        tags,
        effort_caps,
        cool_down_minutes_min: disposition.cool_down_minutes_min,
        self_attested: used.iter().any(|(_, own)| *own),
        clinician_limits: used.iter().any(|(it, own)| !own && it.effort_cap.is_some()),
        expires,
    }
}
