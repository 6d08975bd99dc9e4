//! Scales a person answers on. A value off the scale cannot be built.

/// A number that is not on the scale it was given for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{given} is not on the {scale} scale, which ends at {max}")]
pub struct NotOnScale {
    /// The scale's name.
    pub scale: &'static str,
    /// What was given.
    pub given: i64,
    /// The highest value of the scale.
    pub max: u8,
}

/// Pain on the Numeric Pain Rating Scale: 0 (none) to 10 (worst imaginable).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct Nprs(u8);

/// Effort from 0 (sitting) to 10 (maximum): 5–6 is moderate, 7–8 vigorous (DP-10). Not Borg CR10.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct Effort(u8);

/// Sleep of a night from 0 (none worth the name) to 10 (as good as can be) (OM-19).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct Sleep(u8);

const SCALE_MAX: u8 = 10;

fn on_scale(scale: &'static str, given: i64) -> Result<u8, NotOnScale> {
    u8::try_from(given).ok().filter(|value| *value <= SCALE_MAX).ok_or(NotOnScale {
        scale,
        given,
        max: SCALE_MAX,
    })
}

impl Nprs {
    /// The rating, 0 to 10.
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl Effort {
    /// The rating, 0 to 10.
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl Sleep {
    /// The rating, 0 to 10.
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl TryFrom<i64> for Sleep {
    type Error = NotOnScale;

    fn try_from(given: i64) -> Result<Self, NotOnScale> {
        on_scale("sleep", given).map(Self)
    }
}

impl From<Sleep> for i64 {
    fn from(value: Sleep) -> Self {
        Self::from(value.0)
    }
}

impl TryFrom<i64> for Nprs {
    type Error = NotOnScale;

    fn try_from(given: i64) -> Result<Self, NotOnScale> {
        on_scale("NPRS", given).map(Self)
    }
}

impl TryFrom<i64> for Effort {
    type Error = NotOnScale;

    fn try_from(given: i64) -> Result<Self, NotOnScale> {
        on_scale("effort", given).map(Self)
    }
}

impl From<Nprs> for i64 {
    fn from(value: Nprs) -> Self {
        Self::from(value.0)
    }
}

impl From<Effort> for i64 {
    fn from(value: Effort) -> Self {
        Self::from(value.0)
    }
}

impl std::fmt::Display for Effort {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eleven_is_not_a_pain_rating() {
        assert!(Nprs::try_from(10).is_ok());
        assert_eq!(Nprs::try_from(11), Err(NotOnScale { scale: "NPRS", given: 11, max: 10 }));
        assert!(Effort::try_from(-1).is_err());
    }
}
