//! [`ListModel`], as its fields are documented.

use prescription::exact::{Cover, ListItem, ListModel};

use crate::program::{Program, Terms, Tier, Variable};

/// A list as a program. The items are its first variables.
#[derive(Clone, Debug)]
pub struct List<'m> {
    /// The model it states.
    pub model: &'m ListModel,
    /// The program.
    pub program: Program,
}

/// Places of the order of preference that are put into one number: a place is worth more than all that follow.
const TOGETHER: usize = 16;

impl<'m> List<'m> {
    /// States a list.
    pub fn new(model: &'m ListModel) -> Self {
        let variables = vec![Variable::Choice; model.items.len()];
        let groups = (0..model.items.len()).map(|it| vec![it]).collect();
        let mut program = Program { variables, groups, ..Program::default() };
        let sum = |of: &dyn Fn(&ListItem) -> i64| -> Terms {
            let all = model.items.iter().map(of).enumerate();
            all.filter(|(_, factor)| *factor != 0).collect()
        };
        program.at_most(&sum(&|it| it.secs.into()), model.secs_max.into());
        let limits = [
            (sum(&|_| 1), model.items_max),
            (sum(&|it| it.fresh.into()), model.fresh_max),
            (sum(&|it| it.first.into()), model.moves_max),
        ];
        for (terms, most) in limits {
            if terms.len() > most {
                program.at_most(&terms, i64::try_from(most).unwrap_or(i64::MAX));
            }
        }
        let pins = coverage(&mut program, &model.pins, &|bit| sum(&|it| (it.pins >> bit & 1 == 1).into()));
        let findings =
            coverage(&mut program, &model.findings, &|bit| sum(&|it| (it.findings >> bit & 1 == 1).into()));
        for (name, (before, terms)) in [("Pins", pins), ("FindingCoverage", findings)] {
            program.tiers.push(Tier { name: name.to_owned(), before, terms });
        }
        for first in (0..model.items.len()).step_by(TOGETHER) {
            let here = first..model.items.len().min(first + TOGETHER);
            let terms = here.map(|it| (it, worth(it))).collect();
            program.tiers.push(Tier { name: format!("places from {first}"), before: 0, terms });
        }
        Self { model, program }
    }

    /// What was chosen, in order.
    pub fn taken(&self, chosen: &[bool]) -> Vec<usize> {
        (0..self.model.items.len()).filter(|it| chosen[*it]).collect()
    }

    /// What a set reaches in every tier; or that it has no room.
    pub fn reckon(&self, taken: &[usize]) -> Result<Vec<i64>, String> {
        let model = self.model;
        let items: Vec<&ListItem> = taken.iter().filter_map(|it| model.items.get(*it)).collect();
        let fits = items.iter().map(|it| i64::from(it.secs)).sum::<i64>() <= model.secs_max.into()
            && items.len() <= model.items_max
            && items.iter().filter(|it| it.fresh).count() <= model.fresh_max
            && items.iter().filter(|it| it.first).count() <= model.moves_max;
        if !fits {
            return Err("the list has no room".to_owned());
        }
        let pins = items.iter().fold(0, |bits, it| bits | it.pins);
        let findings = items.iter().fold(0, |bits, it| bits | it.findings);
        let mut values = vec![covered(&model.pins, pins), covered(&model.findings, findings)];
        for first in (0..model.items.len()).step_by(TOGETHER) {
            let here = taken.iter().filter(|it| (first..first + TOGETHER).contains(*it));
            values.push(here.map(|it| worth(*it)).sum());
        }
        Ok(values)
    }
}

/// What a place is worth among those that are put into one number with it.
fn worth(place: usize) -> i64 {
    1 << (TOGETHER - 1 - place % TOGETHER)
}

fn coverage(program: &mut Program, covers: &[Cover], by: &dyn Fn(usize) -> Terms) -> (i64, Terms) {
    let (mut before, mut terms) = (0, Vec::new());
    for (bit, cover) in covers.iter().enumerate() {
        let by = by(bit);
        if cover.done {
            before += cover.weight;
        } else if !by.is_empty() {
            let covered = program.variable(Variable::Share);
            program.at_least(by.into_iter().chain([(covered, -1)]).collect(), 0);
            terms.push((covered, cover.weight));
        }
    }
    (before, terms)
}

fn covered(covers: &[Cover], bits: u64) -> i64 {
    let covers = covers.iter().enumerate();
    covers.filter(|(bit, it)| it.done || bits >> bit & 1 == 1).map(|(_, it)| it.weight).sum()
}
