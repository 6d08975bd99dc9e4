//! What findings offer for a slot, and which of them ask for none.

use assessment::Priority;
use model::ExerciseId;
use std::collections::BTreeSet;

use super::super::Setting;
use super::{FINDING, Offer, Offers};
use crate::reason::{Reason, Why};

/// Entries offered in one slot for a finding where few moves have to do; what trains several findings is offered besides.
const FINDINGS_MAX: usize = 2;

impl<'s> Offers<'_, 's> {
    /// The findings that ask for no other place where few moves have to do: a move that is there by name trains them.
    pub(super) fn heard(&self, slots: &[usize], offers: &[Vec<Offer<'s>>]) -> BTreeSet<usize> {
        let setting = self.setting;
        if setting.template.moves_max.is_none() {
            return BTreeSet::new();
        }
        let by_name = slots.iter().zip(offers).filter(|(index, _)| self.is_by_name(**index));
        let by_name: BTreeSet<&ExerciseId> =
            by_name.filter_map(|(_, it)| it.first()).map(|it| &it.found.entry.id).collect();
        let places = self.setting.covering.iter().enumerate();
        places.filter(|(_, it)| it.iter().any(|id| by_name.contains(id))).map(|(place, _)| place).collect()
    }

    /// What findings select, in an open slot or in one that trains the same pattern. Where few moves have to do, of each
    /// finding the first two, and what trains several.
    pub(super) fn found(&mut self, index: usize, heard: &BTreeSet<usize>, offers: &mut Vec<Offer<'s>>) {
        let setting = self.setting;
        let few = setting.template.moves_max.is_some();
        let unheard = setting.priorities.iter().enumerate().filter(|(place, _)| !heard.contains(place));
        let unheard: Vec<&Priority> = unheard.map(|(_, it)| *it).collect();
        let covering = setting.covering.iter().enumerate().filter(|(place, _)| !heard.contains(place));
        let covering: Vec<&'s BTreeSet<ExerciseId>> = covering.map(|(_, it)| it).collect();
        for priority in unheard {
            let why = Why::Finding { confidence: priority.confidence, observed: priority.observed.clone() };
            let mut offered = 0;
            for (place, id) in (0_i64..).zip(&priority.select) {
                let Some((found, instead)) = self.resolve(id).first().cloned() else { continue };
                let slot = &setting.layout.slot[index];
                let fits = slot.open || self.is_for(index, found.entry.patterns.first());
                let several = covering.iter().filter(|it| it.contains(&found.entry.id)).count() > 1;
                let enough = few && offered >= FINDINGS_MAX && !several;
                if enough || !fits || !Setting::is_strength(found.entry) {
                    continue;
                }
                offered += 1;
                let reason = Reason::new(priority.rule.clone(), why.clone());
                let because = std::iter::once(reason).chain(instead.cloned()).collect();
                offers.push(Offer { found, because, leads_to: None, cost: FINDING + place });
            }
        }
    }
}
