//! The id of an exercise, held in place: planning and adapting compare and copy it at every step, millions of times in a
//! simulation, and it is never longer than a machine word.

use crate::id::{NotAnId, lettered_number};

/// Letters and digits of an id at most.
const LENGTH_MAX: usize = 8;

/// An exercise or a variant of one: `C10`, `C10b`.
///
/// Its letters are filled up with zeros, so that ids compare as their texts do.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ExerciseId([u8; LENGTH_MAX]);

impl ExerciseId {
    /// The id as it is written.
    pub fn as_str(&self) -> &str {
        let length = self.0.iter().position(|it| *it == 0).unwrap_or(LENGTH_MAX);
        // Only ASCII ever comes in.
        std::str::from_utf8(&self.0[..length]).unwrap_or_default()
    }
}

impl TryFrom<&str> for ExerciseId {
    type Error = NotAnId;

    fn try_from(given: &str) -> Result<Self, NotAnId> {
        let mut letters = [0; LENGTH_MAX];
        match letters.get_mut(..given.len()) {
            Some(place) if lettered_number(given, 1, "") => place.copy_from_slice(given.as_bytes()),
            Some(_) | None => {
                return Err(NotAnId {
                    given: given.to_owned(),
                    expected: "an exercise id such as C10 or C10b",
                });
            }
        }
        Ok(Self(letters))
    }
}

impl TryFrom<String> for ExerciseId {
    type Error = NotAnId;

    fn try_from(given: String) -> Result<Self, NotAnId> {
        Self::try_from(given.as_str())
    }
}

impl std::str::FromStr for ExerciseId {
    type Err = NotAnId;

    fn from_str(given: &str) -> Result<Self, NotAnId> {
        Self::try_from(given)
    }
}

impl From<ExerciseId> for String {
    fn from(id: ExerciseId) -> Self {
        id.as_str().to_owned()
    }
}

impl std::fmt::Display for ExerciseId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

// As the other ids show themselves; the hash of a prescription rests on it.
impl std::fmt::Debug for ExerciseId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("ExerciseId").field(&self.as_str()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> ExerciseId {
        text.parse().unwrap()
    }

    #[test]
    fn ids_compare_as_their_texts_do() {
        let texts = ["C01", "C02", "C02b", "C10", "C100", "C10b", "F01", "Y10b"];
        for pair in texts.windows(2) {
            assert!(id(pair[0]) < id(pair[1]), "{pair:?}");
        }
        assert_eq!(id("C10b").to_string(), "C10b");
        assert_eq!(format!("{:?}", id("C10")), "ExerciseId(\"C10\")");
    }

    #[test]
    fn an_id_that_is_too_long_is_none() {
        assert!(ExerciseId::try_from("C1234567").is_ok());
        assert!(ExerciseId::try_from("C12345678").is_err());
        assert!(ExerciseId::try_from("").is_err());
    }
}
