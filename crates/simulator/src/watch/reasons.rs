//! Every decision has a rule and an observation, and every difference a decision.

use prescription::{Action, Decision, Difference, differences};

use super::{Step, new_decisions};

/// A decision without a rule or without an observation.
pub(super) fn unexplained(it: &Decision) -> Option<String> {
    let rule =
        it.rule.split_once('-').is_some_and(|(family, number)| !family.is_empty() && !number.is_empty());
    let observed = it.observed.iter().any(|it| !it.trim().is_empty());
    (!rule || !observed).then(|| format!("{:?} of {:?} on {}", it.action, it.exercise, it.date))
}

/// A difference that no decision answers for. When a week begins, the template's next week does; after a new full screen, the
/// level and the tags that came of it.
pub(super) fn difference_without_decision(step: &Step<'_>) -> Option<String> {
    let silent = step
        .after
        .weeks()
        .iter()
        .flat_map(|it| &it.sessions)
        .flat_map(|it| &it.items)
        .find(|it| it.because.is_empty() || it.because.iter().any(|it| it.rule.is_empty()));
    if let Some(item) = silent {
        return Some(format!("{} is planned without a reason", item.exercise));
    }
    // On the last day of a week, when its session has been told, the next one begins.
    let first_day = (step.adapted.from - step.after.start()).get_days() % 7 == 0;
    if step.week_begins || first_day || step.rescreened {
        return None;
    }
    // A hold may keep an exercise at fewer sets (DP-41), and what they leave is shared out anew.
    let fewer = |it: &Decision| {
        it.exercise.as_ref().is_some_and(|it| step.adapted.changes.sets_held.contains_key(it))
    };
    let acts = |it: &&Decision| it.action != Action::Hold || fewer(it);
    let decisions: Vec<&Decision> = step.adapted.decisions.iter().filter(acts).collect();
    let answers = |it: &Difference| match it {
        // What comes in takes the place of something that goes out, and with it the others come sooner or later; that no dose
        // goes up by that is another invariant.
        Difference::Dose { .. }
        | Difference::In { .. }
        | Difference::Out { .. }
        | Difference::Seconds { .. }
        | Difference::End { .. } => !decisions.is_empty(),
    };
    let found = differences(step.in_force.prescription, step.after, step.date);
    // What eased a plan may be over, and what was told later may have taken a decision back: then the decisions of the time
    // before answer for it.
    let taken_back = |it: &Decision| acts(&it) && step.adapted.decisions.binary_search(it).is_err();
    // So does a session that went well again for sets that were held.
    let held = step.in_force.prescription.held();
    let went_well = new_decisions(step.known, &step.adapted.decisions)
        .any(|it| it.exercise.as_ref().is_some_and(|it| held.contains_key(it)));
    let over = went_well || step.known.iter().any(|it| it.exercise.is_none() || taken_back(it));
    found.into_iter().find(|it| !answers(it) && !over).map(|it| format!("{it:?}"))
}
