//! The short forms of a member's door: their fields, and what was given.

use assessment::intake::answer_from_words;
use knowledge::Pack;
use model::{Given, QuestionKey};

use crate::answers::Answers;
use crate::check::fields::{Choice, Control, Field};
use crate::frame::Words;
use crate::identity::Fields;

/// The highest value of every scale here.
const SCALE_MAX: u8 = 10;

/// A question of the pack, with what was given to it.
pub(crate) fn question(words: Words, key: &str, given: &Fields, error: Option<String>) -> Option<Field> {
    let key = QuestionKey::try_from(key).ok()?;
    let question = words.pack.question(&key)?;
    let answers = Answers::from_fields(words.pack, given.pairs());
    Some(Field { error, ..Field::of(words, question, &answers, &[]) })
}

/// What was given to a question of the pack; none where nothing was, or nothing that is an answer.
pub(crate) fn given(pack: &Pack, key: &str, fields: &Fields) -> Option<(QuestionKey, Given)> {
    let key = QuestionKey::try_from(key).ok()?;
    let question = pack.question(&key)?;
    let answers = Answers::from_fields(pack, fields.pairs());
    let given = answer_from_words(question, &answers.to(key.as_str())).ok().flatten()?;
    Some((key, given))
}

/// A row of numbers from 0 to 10, with the words of `message` and of its ends.
pub(crate) fn scale(words: Words, name: &str, message: &str, given: &Fields) -> Field {
    let id = field_id(name);
    let number = |it: u8| Choice {
        id: format!("{id}-{it}"),
        value: it.to_string(),
        words: it.to_string(),
        chosen: given.text(name) == it.to_string(),
    };
    let control = Control::Scale {
        low: words.say(&format!("{message}.low")),
        high: words.say(&format!("{message}.high")),
        numbers: (0..=SCALE_MAX).map(number).collect(),
        others: Vec::new(),
    };
    plain(words, name, message, control)
}

/// One of a few, each a value with its words.
pub(crate) fn one_of(
    words: Words,
    (name, message): (&str, &str),
    choices: Vec<(&str, String)>,
    given: &Fields,
) -> Field {
    let control = Control::Radios(chosen(name, choices, given));
    plain(words, name, message, control)
}

/// Any of these.
pub(crate) fn any_of(
    words: Words,
    (name, message): (&str, &str),
    choices: Vec<(&str, String)>,
    given: &Fields,
) -> Field {
    let control = Control::Boxes { choices: chosen(name, choices, given), others: Vec::new() };
    plain(words, name, message, control)
}

fn chosen(name: &str, choices: Vec<(&str, String)>, given: &Fields) -> Vec<Choice> {
    let choice = |(value, words): (&str, String)| Choice {
        id: format!("{}-{value}", field_id(name)),
        value: value.to_owned(),
        words,
        chosen: given.all(name).any(|it| it == value),
    };
    choices.into_iter().map(choice).collect()
}

/// A field with the words of a message.
pub(crate) fn plain(words: Words, name: &str, message: &str, control: Control) -> Field {
    Field {
        words,
        id: field_id(name),
        name: name.to_owned(),
        question: words.say(message),
        is_heading: false,
        optional: false,
        hint: words.find(&format!("{message}.hint")),
        why: None,
        error: None,
        control,
    }
}

/// The id of a field's controls: names have points, and a style sheet would take them for classes.
pub(crate) fn field_id(name: &str) -> String {
    format!("f-{}", name.replace('.', "-"))
}
