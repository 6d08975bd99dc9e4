//! What pain at the start of a session changes about that session alone (DP-44).

use assessment::{Irritability, Profile};
use jiff::civil::Date;
use knowledge::Pack;
use model::Nprs;
use serde::Serialize;

use super::told::{Course, Told};

/// What pain at the start asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HighStart {
    /// What is left of the session, per cent; nothing new comes into it.
    pub percent: u32,
    /// Whether a session of the flare plan is offered instead.
    pub offer_flare: bool,
    /// What was observed.
    pub observed: Vec<String>,
}

/// What follows from the pain at the start of a session on `day`; nothing if it is as usual and not high.
pub fn high_start(
    pack: &Pack,
    profile: &Profile,
    told: Told<'_>,
    day: Date,
    pain: Nprs,
) -> Option<HighStart> {
    let rule = &pack.adaptation.high_start;
    let p0 = i64::from(pain);
    let usual = Course::of(pack, told, &[], day).mornings.usual(&pack.adaptation.baseline, day);
    let b = usual.unwrap_or(p0);
    let observed = vec![format!("p0 = {p0}"), format!("b = {b}")];
    if p0 > b + rule.above_baseline && p0 >= rule.ease_from {
        let offer_flare = p0 >= rule.flare_from;
        return Some(HighStart { percent: rule.volume_percent, offer_flare, observed });
    }
    // High but usual for the person: the dose of high irritability, not a flare.
    let already = profile.irritability == Irritability::High;
    (p0 >= rule.flare_from && !already).then_some(HighStart {
        percent: pack.dosage.irritability.high_volume_percent,
        offer_flare: false,
        observed,
    })
}
