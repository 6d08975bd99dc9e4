//! `rules.md`: screening, tags, findings and guidance.

use knowledge::Pack;
use knowledge::raw::rule::{Moment, Outcome, Rule};

use super::name;
use crate::markdown::{Page, code, list};

pub(super) fn page(pack: &Pack) -> String {
    let lead = "What each rule looks for and what it does. The highest level wins; unanswered never clears.";
    let mut page = super::page("Rules", lead);
    page.part("Screening");
    let mut rules: Vec<&Rule> = pack.rules.iter().map(|it| &it.raw).collect();
    rules.sort_by(|a, b| a.id.cmp(&b.id));
    for rule in rules {
        screening(pack, rule, &mut page);
    }
    page.part("Constraint tags");
    tags(pack, &mut page);
    page.part("From findings to training");
    for (rule, _) in &pack.finding_rules {
        page.item(&rule.id, &name(pack, rule.id.as_str()));
        page.point("When", &code(&rule.when));
        page.point("Patterns", &list(&rule.patterns));
        page.point("Chooses from", &list(&rule.select));
        page.point("Keeps out", &list(&rule.avoid));
        page.evidence(&rule.evidence);
    }
    page.part("Guidance");
    for rule in &pack.guidance {
        page.item(&rule.id, "");
        page.line(&format!("{}\n", rule.says));
        page.evidence(&rule.evidence);
    }
    page.finish()
}

fn screening(pack: &Pack, rule: &Rule, page: &mut Page) {
    page.item(&rule.id, &name(pack, rule.id.as_str()));
    page.point("Looks for", &rule.condition);
    page.point(
        "When",
        match rule.moment {
            Moment::Screen => "",
            Moment::Session => "during a session",
            Moment::Policy => "a rule about screening itself, carried out by the engine",
        },
    );
    page.point("Under the policy", &list(&rule.policies));
    for points in &rule.points {
        page.point(&format!("{} points", points.add), &code(&points.when));
    }
    for it in &rule.outcome {
        page.point(&outcome(it), &code(&it.when));
        if let Some(unknown) = &it.unknown {
            let level = unknown.level.clone().unwrap_or_default();
            page.point("  if that is not known", format!("{level} {}", list(&unknown.tags)).trim());
        }
    }
    page.evidence(&rule.evidence);
}

/// What an outcome does, in a few words.
fn outcome(outcome: &Outcome) -> String {
    let mut parts: Vec<String> = outcome.level.iter().cloned().collect();
    parts.extend(outcome.same_day.then(|| "same day".to_owned()));
    parts.extend((!outcome.tags.is_empty()).then(|| format!("tags {}", list(&outcome.tags))));
    parts.extend(outcome.effort_cap.map(|it| format!("effort at most {it}")));
    parts.extend(outcome.cool_down_minutes_min.map(|it| format!("cool-down at least {it} min")));
    parts.extend(outcome.no_session.then(|| "no session".to_owned()));
    parts.extend(outcome.letter.iter().map(|it| format!("letter {it}")));
    if parts.is_empty() { "words alone".to_owned() } else { parts.join(", ") }
}

fn tags(pack: &Pack, page: &mut Page) {
    for tag in pack.tags.values() {
        page.item(tag.id, &name(pack, &format!("tag-{}", tag.id)));
        page.point("Rule", tag.rule.as_str());
        page.point("Effort at most", &list(tag.effort_cap));
        page.point("Effort at most, alone", &list(tag.effort_cap_alone));
        page.point("Holds at most", &tag.hold_secs_max.map_or(String::new(), |it| format!("{it} s")));
        for net in &tag.net {
            let what = [
                list(&net.positions),
                list(&net.spine),
                net.spine_all.iter().map(ToString::to_string).collect::<Vec<_>>().join(" with "),
                list(&net.traits),
            ];
            let what: Vec<String> = what.into_iter().filter(|it| !it.is_empty()).collect();
            let does = net.limit.map_or("Takes away".to_owned(), |it| format!("Allows only {it}"));
            let unless = net.unless.map_or(String::new(), |it| format!(", unless {it} is at hand"));
            let except =
                if net.except.is_empty() { String::new() } else { format!(", except {}", list(&net.except)) };
            page.point(&does, &format!("{}{except}{unless}", what.join(", ")));
        }
        page.evidence(&tag.evidence);
    }
}
