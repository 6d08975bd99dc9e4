//! `docs/population.md`: the hold rate as a page.

use knowledge::{Locale, Pack};
use model::TriageLevel;

use super::count::{Counts, Variation};
use super::mix::Mix;
use crate::markdown::Page;

/// A rule that alone holds more than this share, in thousandths, is listed for review.
const REVIEW_PER_MILLE: u64 = 30;

const LEAD: &str = "\
How many invented adults with back pain the screening holds, and for which rules. Zero missed flags can also be had by holding
everybody, so a rule that alone holds more than 3 % is listed for review. The people are stated in
[population.toml](population.toml): **every share there is an assumption (status H), not a measurement**, so these figures show
how the rules weigh against each other and how a change of a rule moves them; they do not say how many real people would be held.";

pub(super) fn page(pack: &Pack, mix: &Mix, counts: &[(Variation, Counts)]) -> String {
    let mut page = Page::new("The hold rate", "cargo xtask population", LEAD);
    page.line(&format!(
        "\n{} people of {} to {} years, seed {}, screened as of {}; rules {}.",
        mix.people,
        mix.age[0],
        mix.age[1],
        mix.seed,
        mix.as_of,
        &pack.hash[..12]
    ));
    let Some((_, stated)) = counts.first() else { return page.finish() };
    levels(stated, &mut page);
    compared(stated, &mut page);
    review(pack, stated, &mut page);
    rules(pack, stated, &mut page);
    variations(counts, &mut page);
    serious(stated, &mut page);
    page.finish()
}

fn levels(counts: &Counts, page: &mut Page) {
    page.part("By level");
    let row = |level: &TriageLevel| {
        let people = counts.levels.get(level).copied().unwrap_or_default();
        let plan = if level.permits_programme() { "a plan" } else { "held" };
        vec![level.to_string(), plan.to_owned(), people.to_string(), per_cent(people, counts.people)]
    };
    let mut rows: Vec<Vec<String>> = TriageLevel::ALL.iter().map(row).collect();
    let held = counts.held();
    rows.push(vec![
        "**held in all**".to_owned(),
        String::new(),
        held.to_string(),
        per_cent(held, counts.people),
    ]);
    page.table(&["level", "", "people", "share"], &rows);
}

fn compared(counts: &Counts, page: &mut Page) {
    page.part("Beside published figures");
    page.line("\nThe shares of disease, symptoms and activity were chosen to come near the first figure; the others were not fitted.");
    let of = |people| per_cent(people, counts.people);
    let serious = counts.serious.values().map(|(all, _)| all).sum();
    let rows = [
        vec![
            "sent for clearance before any exercise (PP-02, PP-03, PP-06)".into(),
            of(counts.acsm.0),
            "54.2 % (PP-07, Whitfield17, verified): US adults of 40 and older".into(),
        ],
        vec![
            "sent for clearance only before vigorous exercise (PP-05)".into(),
            of(counts.acsm.1),
            "2.6 % (the same)".into(),
        ],
        vec![
            "at least one red-flag answer".into(),
            of(counts.with_red_flag),
            "about 80 % (the clinical reference, 2.1, Henschke09, GK): acute primary care; its list of flags is not ours"
                .into(),
        ],
        vec![
            "a serious cause".into(),
            of(serious),
            "about 0.9 % (the same), which the mix takes over".into(),
        ],
    ];
    page.table(&["", "here", "published"], &rows);
}

fn review(pack: &Pack, counts: &Counts, page: &mut Page) {
    page.part("For review: alone holds more than 3 %");
    page.line("");
    let mut found = false;
    for (cause, _, alone) in sorted(counts) {
        if alone * 1000 > REVIEW_PER_MILLE * counts.people {
            found = true;
            page.line(&format!(
                "- **{cause}** {}: alone holds {}",
                name(pack, cause),
                per_cent(alone, counts.people)
            ));
        }
    }
    if !found {
        page.line("None.");
    }
}

fn rules(pack: &Pack, counts: &Counts, page: &mut Page) {
    page.part("By rule");
    page.line("\n\"Alone\" is the share of all people whom this rule holds and no other. Rules that held nobody are not listed.");
    let rows: Vec<Vec<String>> = sorted(counts)
        .into_iter()
        .map(|(cause, all, alone)| {
            let of = |people| per_cent(people, counts.people);
            vec![cause.to_owned(), name(pack, cause), all.to_string(), of(all), alone.to_string(), of(alone)]
        })
        .collect();
    page.table(&["rule", "", "holds", "share", "alone", "share"], &rows);
}

/// What holds, the most often alone first.
fn sorted(counts: &Counts) -> Vec<(&str, u64, u64)> {
    let mut causes: Vec<(&str, u64, u64)> =
        counts.holding.iter().map(|(cause, (all, alone))| (cause.as_str(), *all, *alone)).collect();
    causes.sort_by(|a, b| (b.2, b.1, a.0).cmp(&(a.2, a.1, b.0)));
    causes
}

fn variations(counts: &[(Variation, Counts)], page: &mut Page) {
    page.part("The same people under other assumptions");
    let rows: Vec<Vec<String>> = counts
        .iter()
        .map(|(variation, it)| {
            let of = |people| per_cent(people, it.people);
            vec![variation.words().to_owned(), of(it.held()), of(it.held_by_silence_alone)]
        })
        .collect();
    page.table(&["", "held", "held by \"not sure\" or \"prefer not to say\" alone"], &rows);
}

fn serious(counts: &Counts, page: &mut Page) {
    page.part("People with a serious cause");
    page.line("\nTheir answers are stated in the mix, so this shows only that nothing else a person says undoes a flag.");
    let rows: Vec<Vec<String>> = counts
        .serious
        .iter()
        .map(|(name, (all, held))| vec![name.clone(), all.to_string(), held.to_string()])
        .collect();
    page.table(&["", "people", "held"], &rows);
}

fn name(pack: &Pack, cause: &str) -> String {
    pack.text.find(Locale::En, cause).unwrap_or_default()
}

/// A share with one decimal, in whole numbers so that it is the same everywhere.
fn per_cent(part: u64, whole: u64) -> String {
    if whole == 0 {
        return "–".to_owned();
    }
    let per_mille = (part * 1000 + whole / 2) / whole;
    format!("{}.{} %", per_mille / 10, per_mille % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_rounded_to_one_decimal() {
        assert_eq!(per_cent(1, 3), "33.3 %");
        assert_eq!(per_cent(2, 3), "66.7 %");
        assert_eq!(per_cent(0, 0), "–");
    }

    #[test]
    fn what_holds_most_often_alone_comes_first() {
        let mut counts = Counts::default();
        counts.holding.insert("RF-01".to_owned(), (9, 1));
        counts.holding.insert("RF-02".to_owned(), (2, 2));
        assert_eq!(sorted(&counts).iter().map(|it| it.0).collect::<Vec<_>>(), ["RF-02", "RF-01"]);
    }
}
