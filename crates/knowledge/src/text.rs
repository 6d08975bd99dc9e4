//! The words people read, by id and language, in Fluent's format.
//!
//! A word that is missing is a fault of the pack, found by the check; at run time a missing word shows its
//! id, so that nobody is shown an empty page.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;
use unic_langid::LanguageIdentifier;

use crate::{Fault, Files};

/// A language that the pack has words for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Locale {
    /// English.
    En,
    /// English with every letter accented and every phrase bracketed: shows words that bypass the files.
    Pseudo,
}

impl Locale {
    /// Every language offered to people.
    pub const OFFERED: &'static [Self] = &[Self::En];

    /// The BCP 47 tag, for `lang` attributes.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Pseudo => "en-XA",
        }
    }

    /// The folder below `text/`.
    pub(crate) const fn folder(self) -> &'static str {
        match self {
            Self::En | Self::Pseudo => "text/en/",
        }
    }
}

/// The words of all languages.
pub struct Text {
    english: FluentBundle<FluentResource>,
    /// Made when it is first asked for: only tests and translators read it.
    pseudo: OnceLock<FluentBundle<FluentResource>>,
    sources: BTreeMap<String, String>,
    ids: BTreeSet<String>,
}

impl std::fmt::Debug for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Text").field("ids", &self.ids.len()).finish_non_exhaustive()
    }
}

impl Text {
    /// Reads the words of every language.
    pub(crate) fn read(files: &Files, faults: &mut Vec<Fault>) -> Self {
        let own = files.0.iter().filter(|(path, _)| path.starts_with(Locale::En.folder()));
        let sources: BTreeMap<String, String> =
            own.map(|(path, words)| (path.clone(), words.clone())).collect();
        let mut ids = BTreeSet::new();
        let english = bundle(Locale::En, &sources, &mut ids, faults);
        Self { english, pseudo: OnceLock::new(), sources, ids }
    }

    fn bundle(&self, locale: Locale) -> &FluentBundle<FluentResource> {
        match locale {
            Locale::En => &self.english,
            Locale::Pseudo => self.pseudo.get_or_init(|| {
                // The same sources have been read once: what is wrong with them is known.
                bundle(locale, &self.sources, &mut BTreeSet::new(), &mut Vec::new())
            }),
        }
    }

    /// Whether there are words for `id`, which is a message or `message.attribute`.
    pub fn has(&self, id: &str) -> bool {
        self.ids.contains(id)
    }

    /// Every id there are words for.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.ids.iter().map(String::as_str)
    }

    /// The words for `id`.
    pub fn say(&self, locale: Locale, id: &str) -> String {
        self.say_with(locale, id, &[])
    }

    /// The words for `id` with its blanks filled.
    pub fn say_with(&self, locale: Locale, id: &str, blanks: &[(&str, &str)]) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in blanks {
            // Whole numbers go in as numbers, so that words can agree with them ("1 set", "2 sets").
            let value = match value.parse::<i32>() {
                Ok(number) => FluentValue::from(number),
                Err(_) => FluentValue::from(*value),
            };
            args.set(*name, value);
        }
        self.format(locale, id, &args).unwrap_or_else(|| id.to_owned())
    }

    /// The words for `id`, if there are any.
    pub fn find(&self, locale: Locale, id: &str) -> Option<String> {
        self.has(id).then(|| self.say(locale, id))
    }

    /// The words of the attributes `name-1`, `name-2`, … of a message, as far as they go.
    pub fn list(&self, locale: Locale, message: &str, name: &str) -> Vec<String> {
        self.list_with(locale, message, name, &[])
    }

    /// As [`Self::list`], with blanks filled.
    pub fn list_with(
        &self,
        locale: Locale,
        message: &str,
        name: &str,
        blanks: &[(&str, &str)],
    ) -> Vec<String> {
        (1..u8::MAX)
            .map(|number| format!("{message}.{name}-{number}"))
            .take_while(|id| self.has(id))
            .map(|id| self.say_with(locale, &id, blanks))
            .collect()
    }

    fn format(&self, locale: Locale, id: &str, args: &FluentArgs<'_>) -> Option<String> {
        let bundle = self.bundle(locale);
        let (message, attribute) =
            id.split_once('.').map_or((id, None), |(message, rest)| (message, Some(rest)));
        let message = bundle.get_message(message)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let mut errors = Vec::new();
        let words = bundle.format_pattern(pattern, Some(args), &mut errors).into_owned();
        Some(words)
    }
}

/// The words of one language, ready to be said.
fn bundle(
    locale: Locale,
    sources: &BTreeMap<String, String>,
    ids: &mut BTreeSet<String>,
    faults: &mut Vec<Fault>,
) -> FluentBundle<FluentResource> {
    let language: LanguageIdentifier = locale.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    bundle.set_use_isolating(false);
    if locale == Locale::Pseudo {
        bundle.set_transform(Some(pseudo));
    }
    for (path, content) in sources {
        let resource = match FluentResource::try_new(content.clone()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                faults.extend(errors.iter().map(|error| Fault::new(path, "", error)));
                resource
            }
        };
        ids.extend(ids_of(&resource));
        if let Err(errors) = bundle.add_resource(resource) {
            faults.extend(errors.iter().map(|error| Fault::new(path, "", error)));
        }
    }
    bundle
}

/// The ids of all messages with a value, and of all their attributes.
fn ids_of(resource: &FluentResource) -> Vec<String> {
    let messages = resource.entries().filter_map(|entry| match entry {
        fluent_syntax::ast::Entry::Message(message) => Some(message),
        fluent_syntax::ast::Entry::Term(_)
        | fluent_syntax::ast::Entry::Comment(_)
        | fluent_syntax::ast::Entry::GroupComment(_)
        | fluent_syntax::ast::Entry::ResourceComment(_)
        | fluent_syntax::ast::Entry::Junk { .. } => None,
    });
    messages
        .flat_map(|message| {
            let own = message.value.as_ref().map(|_| message.id.name.to_owned());
            own.into_iter()
                .chain(message.attributes.iter().map(|it| format!("{}.{}", message.id.name, it.id.name)))
        })
        .collect()
}

/// Accents every vowel and brackets the phrase, so that words that bypass the files stand out.
fn pseudo(words: &str) -> std::borrow::Cow<'_, str> {
    if words.trim().is_empty() {
        return words.into();
    }
    let accented = words.chars().map(|c| match c {
        'a' => 'á',
        'e' => 'é',
        'i' => 'í',
        'o' => 'ó',
        'u' => 'ú',
        other => other,
    });
    format!("⟦{}⟧", accented.collect::<String>()).into()
}
