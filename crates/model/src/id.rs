//! Ids are distinct types, so that a rule's id can never be used where an exercise's is meant.

/// A text that is not the id it should be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{given}` is not {expected}")]
pub struct NotAnId {
    /// What was given.
    pub given: String,
    /// What it should look like.
    pub expected: &'static str,
}

/// Declares an id type over text, with the shape it must have.
macro_rules! id {
    ($(#[$meta:meta])* $type:ident, $expected:literal, $shape:expr) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $type(String);

        impl $type {
            /// The id as it is written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $type {
            type Error = NotAnId;

            fn try_from(given: String) -> Result<Self, NotAnId> {
                let shape: fn(&str) -> bool = $shape;
                if shape(&given) { Ok(Self(given)) } else { Err(NotAnId { given, expected: $expected }) }
            }
        }

        impl TryFrom<&str> for $type {
            type Error = NotAnId;

            fn try_from(given: &str) -> Result<Self, NotAnId> {
                Self::try_from(given.to_owned())
            }
        }

        impl std::str::FromStr for $type {
            type Err = NotAnId;

            fn from_str(given: &str) -> Result<Self, NotAnId> {
                Self::try_from(given)
            }
        }

        impl From<$type> for String {
            fn from(id: $type) -> Self {
                id.0
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(&self.0)
            }
        }
    };
}

/// Whether `text` is capital letters, `separator`, two digits or more, and at most one small letter.
pub(crate) fn lettered_number(text: &str, letters_max: usize, separator: &str) -> bool {
    let letters = text.chars().take_while(char::is_ascii_uppercase).count();
    let Some(rest) = text[letters..].strip_prefix(separator) else { return false };
    let digits = rest.chars().take_while(char::is_ascii_digit).count();
    let tail = &rest[digits..];
    let variant = tail.is_empty() || (tail.len() == 1 && tail.chars().all(|c| c.is_ascii_lowercase()));
    (1..=letters_max).contains(&letters) && digits >= 2 && variant
}

id! {
    /// A rule of any family: `RF-02`, `DP-30`, `MP-01`.
    RuleId, "a rule id such as RF-02", |text| lettered_number(text, 2, "-")
}
id! {
    /// A test, movement screen, compensation or posture metric: `MT-10`, `OS-03`, `PO-12`.
    TestId, "a test id such as MT-10", |text| lettered_number(text, 2, "-")
}
id! {
    /// An outcome instrument: `OM-01`.
    InstrumentId, "an instrument id such as OM-01", |text| lettered_number(text, 2, "-")
}
id! {
    /// The key of a question, as forms, rules and data all write it: `ces_saddle`.
    QuestionKey, "a question key such as ces_saddle",
    |text| text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}
id! {
    /// The key of a reference: `GIRFT23`.
    ReferenceKey, "a reference key such as GIRFT23",
    |text| !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ExerciseId;

    #[test]
    fn ids_take_their_own_shape_and_no_other() {
        assert!(ExerciseId::try_from("C10b").is_ok());
        assert!(ExerciseId::try_from("C-10").is_err());
        assert!(ExerciseId::try_from("RF-02").is_err());
        assert!(RuleId::try_from("RF-02").is_ok());
        assert!(RuleId::try_from("C10").is_err());
        assert!(QuestionKey::try_from("ces_saddle").is_ok());
        assert!(QuestionKey::try_from("Ces saddle").is_err());
        assert!(ExerciseId::try_from("é10").is_err());
    }
}
