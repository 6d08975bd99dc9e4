//! Days on which less is done than the plan would have: a share of every dose, the gentlest form, or relief alone.

use jiff::civil::Date;
use model::LoadClass;

use super::Setting;
use super::calendar::WEEK;
use super::course::Coming;
use super::draft::{DraftItem, DraftSession, DraftWeek};
use super::finish::date;
use crate::adaptation::{Content, Eased};
use crate::dose::Dose;
use crate::permit::{Purpose, Resolved};
use crate::prescription::{Role, SessionKind};

/// Lowers the days of a week that are to be eased.
pub(super) fn ease<'s>(setting: &'s Setting<'_>, coming: &Coming<'_>, made: &mut DraftWeek<'s>) {
    for day in (coming.first_day..=WEEK).filter(|it| setting.is_free(*it)) {
        let today = date(setting.start, coming.number, day);
        let Some(eased) = on(setting, today) else { continue };
        if eased.content == Content::Relief {
            let walk_max = shortest_walk(made);
            made.sessions.retain(|it| it.day != day);
            made.sessions.extend(relief(setting, coming, (day, walk_max), eased));
        } else {
            for session in made.sessions.iter_mut().filter(|it| it.day == day) {
                lower(setting, coming, session, eased);
            }
        }
    }
    made.sessions.retain(|it| !it.items.is_empty());
    made.sessions.sort_by(|a, b| (a.day, &a.kind).cmp(&(b.day, &b.kind)));
}

/// What eases a day: of two that speak of it, the one that leaves less.
pub(super) fn on<'a>(setting: &Setting<'a>, today: Date) -> Option<&'a Eased> {
    let here = setting.changes.eased.iter().filter(|it| it.from <= today && today <= it.to);
    here.min_by_key(|it| (std::cmp::Reverse(it.content), it.percent))
}

fn lower<'s>(setting: &'s Setting<'_>, coming: &Coming<'_>, session: &mut DraftSession<'s>, eased: &Eased) {
    let mut items: Vec<DraftItem<'s>> = Vec::new();
    let planned: Vec<_> = session.items.iter().map(|it| &it.entry.id).collect();
    for item in session.items.clone() {
        let own = item.entry.id.clone();
        let item = if eased.content == Content::Gentle { gentle(setting, coming, item) } else { Some(item) };
        // An easier form that the session has by itself keeps the dose that it has there.
        let fits = |it: &DraftItem<'_>| it.entry.id == own || !planned.contains(&&it.entry.id);
        items.extend(item.filter(|it| fits(it) && !items.iter().any(|has| has.entry.id == it.entry.id)));
    }
    for item in &mut items {
        item.dose.eased(eased.percent, item.entry, setting.pack);
        item.because.push(eased.because.clone());
    }
    session.items = items;
    session.eased = Some(eased.because.clone());
}

/// The item, or the nearest easier one of load class L; nothing if there is none.
fn gentle<'s>(setting: &'s Setting<'_>, coming: &Coming<'_>, item: DraftItem<'s>) -> Option<DraftItem<'s>> {
    if item.entry.load == LoadClass::Low {
        return Some(item);
    }
    let found = setting.resolve(&item.entry.id, Purpose::Main);
    let (found, _) = found.into_iter().find(|(it, _)| it.entry.load == LoadClass::Low)?;
    let mut dose = setting.dose(&found, coming, None).in_sets(item.dose.sets);
    if coming.deload && dose.sets == 1 {
        // What takes the place in a week with fewer sets is cut as well (DP-33).
        dose.cut_single_set(setting.pack.dosage.deload.sets_cut_percent, None);
    }
    Some(DraftItem { entry: found.entry, permitted: found.permitted, dose, ..item })
}

/// Seconds of the shortest aerobic bout of a week: a walk in relief is no longer than what is walked otherwise.
fn shortest_walk(made: &DraftWeek<'_>) -> Option<u32> {
    let items = made.sessions.iter().flat_map(|it| &it.items).filter(|it| it.role == Role::Aerobic);
    items.filter_map(|it| it.dose.duration_secs).min()
}

/// Positions of ease, breathing and short walks (FL-02).
fn relief<'s>(
    setting: &'s Setting<'_>,
    coming: &Coming<'_>,
    (day, walk_max): (u8, Option<u32>),
    eased: &Eased,
) -> Option<DraftSession<'s>> {
    let rule = &setting.pack.dosage.relief;
    let mut items: Vec<DraftItem<'s>> = Vec::new();
    for id in rule.entries.iter().chain([&rule.walk]) {
        let found = setting.resolve(id, Purpose::WarmUp).into_iter().next();
        let Some((found, _)) = found else { continue };
        if items.len() < setting.exercises_max.unwrap_or(usize::MAX)
            && !items.iter().any(|it| it.entry.id == found.entry.id)
        {
            let walk_max = (*id == rule.walk).then_some(walk_max.unwrap_or(u32::MAX));
            items.push(relief_item(setting, coming, &found, (walk_max, eased)));
        }
    }
    let mut session =
        DraftSession { day, kind: SessionKind::Relief, items, eased: Some(eased.because.clone()) };
    while session.secs(setting) > setting.session_secs_max && session.items.len() > 1 {
        session.items.remove(session.items.len() - 2);
    }
    Some(session).filter(|it| !it.items.is_empty())
}

fn relief_item<'s>(
    setting: &'s Setting<'_>,
    coming: &Coming<'_>,
    found: &Resolved<'s>,
    (walk_max, eased): (Option<u32>, &Eased),
) -> DraftItem<'s> {
    let rule = &setting.pack.dosage.relief;
    let mut dose: Dose = setting.dose(found, coming, Some(1)).in_one_set();
    if let Some(walk_max) = walk_max {
        let tolerated = setting.profile.walking_tolerance_minutes;
        let percent = setting.pack.dosage.aerobic.tolerance_percent;
        let most = tolerated.map_or(u32::MAX, |it| (it * 60 * percent / 100).max(30));
        dose.duration_secs =
            dose.duration_secs.map(|it| it.min(rule.walk_minutes * 60).min(most).min(walk_max));
    }
    DraftItem {
        slot: None,
        entry: found.entry,
        permitted: found.permitted,
        dose,
        role: if walk_max.is_some() { Role::Aerobic } else { Role::Mobility },
        leads_to: None,
        because: vec![eased.because.clone()],
    }
}
