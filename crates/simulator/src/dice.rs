//! Numbers that look random and are the same on every machine, in every order and in any number of threads.
//!
//! Each throw is found by its place: the seed, the member, the day, and what it is for. So two runs of one member meet the
//! same days, whatever the programme made of them, and may be compared.

/// What a throw is for. Throws for different purposes have nothing to do with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u64)]
pub(crate) enum Purpose {
    Stratum = 1,
    Truth,
    Intake,
    Aptitude,
    Morning,
    Keeping,
    Session,
    Exercise,
    Telling,
    FollowUp,
    Help,
}

/// A small counter-based generator: splitmix64 over a state that was mixed from the place.
#[derive(Clone, Debug)]
pub(crate) struct Dice(u64);

const STEP: u64 = 0x9e37_79b9_7f4a_7c15;
/// What shares are out of.
pub(crate) const WHOLE: u64 = 10_000;

impl Dice {
    /// The dice of one purpose at one place.
    pub(crate) fn at((seed, member): (u64, u64), purpose: Purpose, place: u64) -> Self {
        let mut state = mixed(seed);
        for word in [member, purpose as u64, place] {
            state = mixed(state.wrapping_add(STEP) ^ mixed(word.wrapping_add(STEP)));
        }
        Self(state)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        mixed(self.0)
    }

    /// A number below `end`.
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        let wide = (u128::from(self.next()) * u128::from(end)) >> 64;
        u64::try_from(wide).unwrap_or_default()
    }

    /// A number from `low` to `high`, both included.
    pub(crate) fn between(&mut self, [low, high]: [i64; 2]) -> i64 {
        let span = u64::try_from(high - low).unwrap_or_default() + 1;
        low + i64::try_from(self.below(span)).unwrap_or_default()
    }

    /// Whether a share of ten thousand is hit.
    pub(crate) fn hits(&mut self, share: u64) -> bool {
        self.below(WHOLE) < share
    }

    /// A number around nothing, more often near than far, never further than `most`.
    pub(crate) fn about(&mut self, most: i64) -> i64 {
        let sum: i64 = (0..3).map(|_| self.between([-most, most])).sum();
        sum / 3
    }
}

fn mixed(bits: u64) -> u64 {
    let bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn throws(seed: u64, member: u64, purpose: Purpose, place: u64) -> Vec<u64> {
        let mut dice = Dice::at((seed, member), purpose, place);
        (0..4).map(|_| dice.below(1_000_000)).collect()
    }

    #[test]
    fn a_throw_depends_on_its_place_and_on_nothing_else() {
        let here = throws(1, 2, Purpose::Morning, 3);
        assert_eq!(here, throws(1, 2, Purpose::Morning, 3));
        for other in [
            throws(2, 2, Purpose::Morning, 3),
            throws(1, 3, Purpose::Morning, 3),
            throws(1, 2, Purpose::Telling, 3),
            throws(1, 2, Purpose::Morning, 4),
        ] {
            assert_ne!(here, other);
        }
    }

    #[test]
    fn the_first_throws_are_these_on_every_machine() {
        assert_eq!(throws(1, 2, Purpose::Morning, 3), FIRST);
    }

    const FIRST: [u64; 4] = [958_222, 54_797, 558_538, 564_073];

    #[test]
    fn a_share_is_hit_about_as_often_as_it_says() {
        let hit = |member: u64| Dice::at((7, member), Purpose::Keeping, 0).hits(2500);
        let hits = (0..100_000).filter(|it| hit(*it)).count();
        assert!((24_500..25_500).contains(&hits), "{hits}");
    }
}
