//! What keeps a week of strength within bounds: its time (DP-61), its rise (AD-47), and the deload (DP-33).

use knowledge::raw::template::Week;
use model::{ExerciseId, LoadClass, Pattern, Stream, Tag};
use std::collections::BTreeSet;

use super::Setting;
use super::draft::{Draft, DraftItem, DraftSession, DraftWeek};
use crate::prescription::Role;

/// Trims every session to its cap, in the order of DP-61.
pub(super) fn keep_time(setting: &Setting<'_>, week: u8, made: &mut DraftWeek<'_>) {
    for index in 0..made.sessions.len() {
        while made.sessions[index].secs(setting) > setting.session_secs_max {
            let anywhere = needed(setting, week, made, None);
            let here = needed(setting, week, made, Some(index));
            if !trim(setting, &mut made.sessions[index], &anywhere, &here) {
                break;
            }
        }
    }
    made.sessions.retain(|it| it.work().next().is_some());
}

/// Takes away one thing: a repeat set of load class L, else the last-ranked entry that the week can spare, else
/// one set of any entry, else what another session of the week has too, else the last-ranked entry.
fn trim(
    setting: &Setting<'_>,
    session: &mut DraftSession<'_>,
    anywhere: &BTreeSet<ExerciseId>,
    here: &BTreeSet<ExerciseId>,
) -> bool {
    let light = |it: &DraftItem<'_>| it.entry.load == LoadClass::Low;
    let any = |_: &DraftItem<'_>| true;
    drop_set(session, light)
        || drop_last(setting, session, |it| !anywhere.contains(&it.entry.id))
        || drop_set(session, any)
        || drop_last(setting, session, |it| !here.contains(&it.entry.id))
        || drop_last(setting, session, any)
}

fn drop_set(session: &mut DraftSession<'_>, which: impl Fn(&DraftItem<'_>) -> bool) -> bool {
    let work = session.items.iter_mut().filter(|it| it.role == Role::Strength);
    let last_with_most = work.filter(|it| which(it) && it.dose.sets > 1).max_by_key(|it| it.dose.sets);
    last_with_most.is_some_and(|it| it.dose.drop_set())
}

fn drop_last(
    setting: &Setting<'_>,
    session: &mut DraftSession<'_>,
    which: impl Fn(&DraftItem<'_>) -> bool,
) -> bool {
    let may_go =
        |it: &DraftItem<'_>| it.role == Role::Strength && !is_kept_for_balance(setting, it) && which(it);
    let last = (0..session.items.len()).filter(|it| may_go(&session.items[*it]));
    let Some(index) = last.max_by_key(|it| (session.items[*it].open, *it)) else { return false };
    session.items.remove(index);
    true
}

/// DP-61: a balance entry is never trimmed for someone who may fall or whose bone is thin.
fn is_kept_for_balance(setting: &Setting<'_>, item: &DraftItem<'_>) -> bool {
    let tagged = [Tag::Fall, Tag::Op].iter().any(|it| setting.constraints.tags.contains_key(it));
    tagged && item.entry.streams.contains(&Stream::Balance)
}

/// Entries without which the week would miss a wanted pattern or a move that is there by name; with a session
/// given, only those for which the week has no other session.
fn needed(
    setting: &Setting<'_>,
    week: u8,
    made: &DraftWeek<'_>,
    only: Option<usize>,
) -> BTreeSet<ExerciseId> {
    let wanted = setting.wanted_patterns(week);
    let by_pattern = wanted.iter().map(|pattern| {
        let rank = |it: &DraftItem<'_>| it.entry.patterns.iter().position(|has| has == pattern);
        // One entry is enough; the one that is chosen for this pattern first.
        of_all(made, only, rank)
    });
    let by_name = setting.template.named_moves.iter().map(|named| {
        let is_it = |it: &DraftItem<'_>| it.entry.id == *named || it.leads_to.as_ref() == Some(named);
        of_all(made, only, |it| is_it(it).then_some(0))
    });
    by_pattern.chain(by_name).flatten().collect()
}

/// The best-ranked entry of the week; none if another session than `only` has one as well.
fn of_all(
    made: &DraftWeek<'_>,
    only: Option<usize>,
    rank: impl Fn(&DraftItem<'_>) -> Option<usize>,
) -> Option<ExerciseId> {
    let sessions = made.sessions.iter().enumerate();
    let ranked = sessions.flat_map(|(at, it)| {
        it.work().filter_map(|item| Some((rank(item)?, at, &item.entry.id))).collect::<Vec<_>>()
    });
    let ranked: Vec<(usize, usize, &ExerciseId)> = ranked.collect();
    let elsewhere = only.is_some_and(|only| ranked.iter().any(|(_, at, _)| *at != only));
    let best = ranked.iter().map(|(rank, _, id)| (*rank, *id)).min().map(|(_, id)| id.clone());
    best.filter(|_| !elsewhere)
}

/// Takes away sets, then entries that are new this week, until the week's sets rise no more than allowed.
pub(super) fn keep_rise(setting: &Setting<'_>, before: &Draft<'_>, week: &Week, made: &mut DraftWeek<'_>) {
    let Some(allowed) = allowed_sets(setting, before) else { return };
    let known: BTreeSet<ExerciseId> = before.items().map(|(_, it)| it.entry.id.clone()).collect();
    while made.strength_sets() > allowed {
        let needed = needed(setting, week.number, made, None);
        let new = |it: &DraftItem<'_>| !known.contains(&it.entry.id);
        let spare = |it: &DraftItem<'_>| !needed.contains(&it.entry.id);
        let done = made
            .sessions
            .iter_mut()
            .rev()
            .any(|it| drop_last(setting, it, |it| new(it) && it.open && spare(it)))
            || most_sets(made).is_some_and(|it| drop_set(it, |_| true))
            || made.sessions.iter_mut().rev().any(|it| drop_last(setting, it, |it| new(it) && spare(it)))
            || made.sessions.iter_mut().rev().any(|it| drop_last(setting, it, spare));
        if !done {
            break;
        }
    }
}

/// The session that can best spare a set: with the longest entry, then with the most sets, then the latest.
fn most_sets<'a, 'b>(made: &'b mut DraftWeek<'a>) -> Option<&'b mut DraftSession<'a>> {
    let most = |it: &DraftSession<'_>| it.work().map(|item| item.dose.sets).max().unwrap_or_default();
    let all = |it: &DraftSession<'_>| it.work().map(|item| item.dose.sets).sum::<u32>();
    made.sessions.iter_mut().filter(|it| most(it) > 1).max_by_key(|it| (most(it), all(it)))
}

/// The most sets that AD-47 allows after the weeks so far; no bound for the first week.
fn allowed_sets(setting: &Setting<'_>, before: &Draft<'_>) -> Option<u32> {
    let bounds = &setting.pack.dosage.bounds;
    let weeks = before.weeks.iter().zip(&setting.template.week).rev().filter(|(_, week)| !week.deload);
    let highest = weeks.take(REFERENCE_WEEKS).map(|(made, _)| made.strength_sets()).max()?;
    Some(highest + (highest * bounds.sets_rise_percent_max / 100).max(bounds.sets_rise_max))
}

/// AD-47, DP-22: the highest of the last two weeks that are no deload.
pub(super) const REFERENCE_WEEKS: usize = 2;

/// Cuts the week's sets (DP-33); an entry that has a single set does less in it instead.
pub(super) fn deload(setting: &Setting<'_>, before: &Draft<'_>, made: &mut DraftWeek<'_>) {
    let percent = setting.pack.dosage.deload.sets_cut_percent;
    let usual = |item: &DraftItem<'_>| {
        let same = before.items().filter(|(_, it)| it.role == Role::Strength && it.entry.id == item.entry.id);
        same.map(|(_, it)| it.dose.sets).max().unwrap_or(item.dose.sets)
    };
    let all: u32 = made.strength().flat_map(DraftSession::work).map(|it| usual(it).min(it.dose.sets)).sum();
    let target = all * 100_u32.saturating_sub(percent) / 100;
    for item in made.sessions.iter_mut().flat_map(|it| &mut it.items).filter(|it| it.role == Role::Strength) {
        if usual(item) == 1 || item.dose.sets == 1 {
            while item.dose.drop_set() {}
            item.dose.cut_single_set(percent);
        }
    }
    while made.strength_sets() > target && most_sets(made).is_some_and(|it| drop_set(it, |_| true)) {}
}

/// Patterns that a draft week should train and does not, of those that anything can train at all.
pub(super) fn missing(
    setting: &Setting<'_>,
    week: u8,
    made: &DraftWeek<'_>,
    possible: &BTreeSet<Pattern>,
) -> BTreeSet<Pattern> {
    let trained = made.patterns();
    setting
        .wanted_patterns(week)
        .into_iter()
        .filter(|it| possible.contains(it) && !trained.contains(it))
        .collect()
}

#[cfg(test)]
mod tests {
    use model::TrainingLevel;

    use super::*;
    use crate::planner::slots::Choices;
    use crate::planner::{Request, strength};
    use crate::tests::{Person, pack};

    /// Week 3 of an ordinary programme, after a first week in which everything had one set.
    #[test]
    fn sets_rise_no_faster_than_allowed() {
        let person = Person::at(TrainingLevel::L2);
        let request = Request { template: "six-week".to_owned(), start: person.start, parent: None };
        let setting = Setting::new(pack(), &person.constraints, person.input(), &request).unwrap();
        let weeks = strength::weeks(&setting, &Choices::default()).weeks;
        let mut small = weeks[0].clone();
        for item in small.sessions.iter_mut().flat_map(|it| &mut it.items) {
            while item.dose.drop_set() {}
        }
        let before = Draft { weeks: vec![small] };
        let (was, mut made) = (before.weeks[0].strength_sets(), weeks[2].clone());
        assert!(made.strength_sets() > was + 2, "the case must need cutting");
        keep_rise(&setting, &before, &setting.template.week[2], &mut made);
        assert!(made.strength_sets() <= was + (was / 5).max(2));
        let wanted = setting.wanted_patterns(3);
        let trained = made.patterns();
        assert!(wanted.iter().filter(|it| **it != Pattern::Gait).all(|it| trained.contains(it)));
    }
}
