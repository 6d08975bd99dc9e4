//! Models that the planner states for members.

use knowledge::raw::planner::Aim;
use oracle::people::Crowd;
use prescription::exact::WeekModel;

use crate::compare::{self, Solved, count};
use crate::solver::Set;

/// The seed of the members.
const SEED: u64 = 1;
/// Of so many members the weeks are also compared as if nothing had gone before.
const RELAXED_EACH: u64 = 5;

/// What was compared.
#[derive(Debug, Default)]
struct Counted {
    members: usize,
    weeks: usize,
    lists: usize,
    tiers: usize,
    /// Members of whom a required pattern or a move by name is uncovered in some week.
    uncovered: usize,
    /// Members who cannot have what a coach asked for.
    pin_refused: usize,
    /// Members without any strength entry in some week that has places, and without one throughout.
    empty_week: usize,
    no_strength: usize,
    deload_weeks: usize,
    /// Weeks in which our search reached its limit of nodes before it had proved its answer, and said so.
    unproved: usize,
    /// Those of them in which HiGHS has a better one.
    behind: usize,
    faults: Vec<String>,
}

impl Counted {
    fn add(&mut self, other: Self) {
        self.members += other.members;
        self.weeks += other.weeks;
        self.lists += other.lists;
        self.tiers += other.tiers;
        self.uncovered += other.uncovered;
        self.pin_refused += other.pin_refused;
        self.empty_week += other.empty_week;
        self.no_strength += other.no_strength;
        self.deload_weeks += other.deload_weeks;
        self.unproved += other.unproved;
        self.behind += other.behind;
        self.faults.extend(other.faults);
    }

    /// Members for whom something that the week asks for cannot be had.
    fn infeasible(&self) -> usize {
        self.uncovered + self.no_strength
    }
}

#[test]
fn members_are_planned_as_highs_would() {
    let wanted = count("ORACLE_MEMBERS", 500);
    let threads = 2;
    let shares = std::thread::scope(|scope| {
        let work = |first: u64| move || members((first..wanted + wanted / 20).step_by(threads));
        let running: Vec<_> = (0..2).map(|it| scope.spawn(work(it))).collect();
        running.into_iter().map(|it| it.join().unwrap()).collect::<Vec<_>>()
    });
    let mut counted = Counted::default();
    for share in shares {
        counted.add(share);
    }
    println!("{counted:#?}");
    assert!(counted.faults.is_empty(), "{}", counted.faults.join("\n"));
    assert!(counted.members as u64 >= wanted, "{} members", counted.members);
    assert!(counted.unproved * 2000 < counted.weeks, "{} weeks are not proved", counted.unproved);
    assert!(counted.infeasible() > 0 && counted.deload_weeks > 0);
}

fn members(numbers: impl Iterator<Item = u64>) -> Counted {
    let crowd = Crowd::new(knowledge::bundled().unwrap()).unwrap();
    let mut counted = Counted::default();
    for number in numbers {
        if let Some(member) = crowd.member(SEED, number) {
            let seen = crowd.seen(&member).unwrap();
            let relaxed = seen.relaxed.iter().filter(|_| number % RELAXED_EACH == 0);
            for model in relaxed {
                let _ = counted.week(model, number);
            }
            let solved = seen.weeks.iter().filter_map(|it| Some((it, counted.week(it, number)?)));
            let solved: Vec<_> = solved.collect();
            counted.member(&solved);
            for model in &seen.lists {
                match compare::list(model, model, Set::Quick) {
                    Ok(tiers) => counted.tiers += tiers,
                    Err(fault) => counted.faults.push(format!("member {number}: {fault}")),
                }
                counted.lists += 1;
            }
        }
    }
    counted
}

impl Counted {
    fn week(&mut self, model: &WeekModel, number: u64) -> Option<Solved> {
        self.weeks += 1;
        match compare::week(model, model, Set::Quick) {
            Ok(solved) => {
                self.tiers += solved.values.len();
                self.unproved += usize::from(!solved.proved);
                self.behind += usize::from(solved.behind);
                Some(solved)
            }
            Err(fault) => {
                self.faults.push(format!("member {number}: {fault}"));
                None
            }
        }
    }

    fn member(&mut self, weeks: &[(&WeekModel, Solved)]) {
        let lacks = |aims: &[Aim]| {
            weeks.iter().any(|(model, Solved { values, .. })| {
                aims.iter().any(|it| value(model, values, *it) < all(model, *it))
            })
        };
        let empty = |(_, solved): &&(&WeekModel, Solved)| solved.picks.iter().all(Option::is_none);
        let filled = weeks.iter().filter(|it| !empty(it)).count();
        self.members += 1;
        self.uncovered += usize::from(filled > 0 && lacks(&[Aim::NamedMoves, Aim::RequiredPatterns]));
        self.pin_refused += usize::from(lacks(&[Aim::Pins]));
        self.empty_week += usize::from(weeks.iter().any(|it| empty(&it) && !it.0.slots.is_empty()));
        self.no_strength += usize::from(filled == 0);
        self.deload_weeks += weeks.iter().filter(|it| it.0.kept_percent.is_some()).count();
    }
}

fn value(model: &WeekModel, values: &[i64], aim: Aim) -> i64 {
    model.aims.iter().position(|it| *it == aim).map_or(0, |it| values[it])
}

/// What an aim would be worth if all of it were covered.
fn all(model: &WeekModel, aim: Aim) -> i64 {
    let list = WeekModel::COVERAGES.iter().position(|it| *it == aim);
    list.map_or(0, |it| model.covers[it].iter().map(|it| it.weight).sum())
}
