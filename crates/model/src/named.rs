//! Closed lists of names: an enum whose every variant has one spelling, used in files, JSON and URLs alike.

/// A word that is not in the closed list it was read against.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{given}` is not a {list}; one of: {known}")]
pub struct UnknownName {
    /// What the list is called.
    pub list: &'static str,
    /// The word that was given.
    pub given: String,
    /// Every word of the list, separated by commas.
    pub known: String,
}

/// Declares an enum with one spelling a variant, in the order in which variants compare.
///
/// It writes `ALL`, `name`, `FromStr`, `Display` and serde by that spelling, so that each list of names
/// stands in exactly one place.
macro_rules! named {
    ($(#[$meta:meta])* $list:literal $type:ident { $($(#[$vmeta:meta])* $variant:ident = $name:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $type { $($(#[$vmeta])* $variant,)* }

        impl $type {
            /// Every variant, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The one spelling of this variant.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.name())
            }
        }

        impl std::str::FromStr for $type {
            type Err = $crate::named::UnknownName;

            fn from_str(given: &str) -> Result<Self, Self::Err> {
                Self::ALL.iter().copied().find(|it| it.name() == given).ok_or_else(|| $crate::named::UnknownName {
                    list: $list,
                    given: given.to_owned(),
                    known: Self::ALL.iter().map(|it| it.name()).collect::<Vec<_>>().join(", "),
                })
            }
        }

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let given = <std::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(deserializer)?;
                given.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}
pub(crate) use named;
