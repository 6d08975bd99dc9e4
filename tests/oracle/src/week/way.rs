//! One way to fill a slot of a week, and every such way.

use prescription::exact::{Choice, Pick, Slot, WeekModel, Worth};

/// One way to fill a slot: a choice, its sets, and the first session that has it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Way<'m> {
    pub(super) slot: usize,
    pub(super) pick: Pick,
    pub(super) choice: &'m Choice,
    /// Sessions that have it.
    pub(super) times: i64,
    /// Its place in the order of ids of its slot, and the place of an empty slot.
    pub(super) rank: i64,
    pub(super) last: i64,
}

impl Way<'_> {
    pub(super) fn set(&self) -> usize {
        usize::try_from(self.pick.sets).unwrap_or_default().saturating_sub(1)
    }

    pub(super) fn secs(&self) -> i64 {
        self.choice.secs.get(self.set()).copied().unwrap_or_default().into()
    }

    pub(super) fn worth(&self) -> Worth {
        self.choice.worth.get(self.set()).copied().unwrap_or_default()
    }

    /// What breaks a tie: the lower entry, then more sets, then the earlier session.
    pub(super) fn order(&self) -> (usize, std::cmp::Reverse<u32>, usize) {
        (self.choice.entry, std::cmp::Reverse(self.pick.sets), self.pick.from)
    }
}

/// A number as the programs have it.
pub(super) fn whole(it: usize) -> i64 {
    i64::try_from(it).unwrap_or(i64::MAX)
}

/// Every way to fill a slot. Only what is new may wait for a later session.
pub(super) fn ways<'m>(model: &'m WeekModel, slot: usize, stated: &'m Slot) -> Vec<Way<'m>> {
    let times = model.days[stated.day].times;
    let mut ways = Vec::new();
    for (place, choice) in stated.choices.iter().enumerate() {
        for from in 0..times {
            for sets in 1..=u32::try_from(choice.secs.len()).unwrap_or_default() {
                if from == 0 || choice.fresh {
                    let pick = Pick { choice: place, sets, from };
                    ways.push(Way { slot, pick, choice, times: whole(times - from), rank: 0, last: 0 });
                }
            }
        }
    }
    let orders: Vec<_> = ways.iter().map(Way::order).collect();
    for (way, order) in ways.iter_mut().zip(&orders) {
        way.rank = whole(orders.iter().filter(|it| *it < order).count());
        way.last = whole(orders.len());
    }
    ways
}
