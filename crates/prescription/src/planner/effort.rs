//! The effort cap of a week: the lowest of all that apply, with the rule that set it.

use knowledge::Pack;
use knowledge::raw::tag::TagEntry;
use knowledge::raw::template::{Template, Week};

use crate::constraints::Constraints;
use crate::prescription::EffortCap;

/// The lowest cap of template, moderate effort, clearance and tags.
pub(super) fn cap(pack: &Pack, constraints: &Constraints, template: &Template, week: &Week) -> EffortCap {
    let mut lowest = EffortCap { value: week.effort_cap, because: template.rule.to_string() };
    let moderate = EffortCap { value: pack.dosage.caps.moderate, because: "DP-10".to_owned() };
    let cleared = constraints
        .effort_caps
        .iter()
        .map(|(value, rule)| EffortCap { value: *value, because: rule.clone() });
    let tags = constraints.tags.keys().filter_map(|it| pack.tags.get(it));
    let tagged = tags.filter_map(|it| of_tag(pack, constraints, it));
    for cap in std::iter::once(moderate).chain(tagged).chain(cleared) {
        if cap.value < lowest.value {
            lowest = cap;
        }
    }
    lowest
}

/// The cap of one tag. What only a clinician may raise is raised by written limits, which bring their own cap.
fn of_tag(pack: &Pack, constraints: &Constraints, tag: &TagEntry) -> Option<EffortCap> {
    if tag.cap_raised_by_clinician_only && constraints.clinician_limits {
        return None;
    }
    let others = constraints.tags.keys().filter(|it| **it != tag.id).filter_map(|it| pack.tags.get(it));
    let alone = !others.into_iter().any(|it| it.cap_raised_by_clinician_only);
    let value = tag.effort_cap_alone.filter(|_| alone).or(tag.effort_cap)?;
    Some(EffortCap { value, because: tag.rule.to_string() })
}
