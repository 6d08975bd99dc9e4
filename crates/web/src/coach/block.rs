//! What comes after the last week: the block that keeps what was reached, or a clear word why it does not begin.

use chart::{Beginning, Entry, Next, Programme, begin_block, block_decision};
use jiff::civil::Date;
use knowledge::Pack;

use crate::frame::Words;

/// What becomes of a programme whose weeks are over.
pub(super) enum Block {
    /// The next block, to be put in force, and what it rests on.
    Begins(Box<Next>, [String; 2]),
    /// Why none begins, one sentence a line.
    Not(Vec<String>),
}

impl Block {
    /// Works it out; what stands against it is said in words.
    pub(super) fn of(words: Words, entries: &[Entry], today: Date) -> Self {
        let pack = words.pack;
        let begun = chart::programme(pack, entries).and_then(|programme| {
            let template = behind(pack, &programme).unwrap_or_default();
            let decision = block_decision(pack, entries, &programme.prescription, today);
            Ok((begin_block(pack, entries, &programme, template, today)?, decision))
        });
        let said = outcomes::Words::new(pack, words.locale, None);
        let with = |message: &str, blanks: &[(&str, &str)]| Self::Not(vec![said.with(message, blanks)]);
        match begun {
            Ok((Beginning::Begins(next), decision)) => Self::Begins(next, said.block(&decision)),
            Ok((Beginning::Refused(decision), _)) => Self::Not(said.block(&decision).into()),
            Ok((Beginning::Halted(halt), _)) => Self::Not(said.halt(&halt).into()),
            Ok((Beginning::Held(_), _)) => Self::Not(vec![words.say("stands-held")]),
            Ok((Beginning::NotOver { last }, _)) => with("block-not-over", &[("date", &said.date(last))]),
            Ok((Beginning::Away { since, days }, _)) => {
                with("block-away", &[("date", &said.date(since)), ("days", &days.to_string())])
            }
            Err(error) => Self::Not(vec![words.say("stands-broken"), error.to_string()]),
        }
    }
}

/// The template that comes behind a programme; one that keeps what was reached comes behind itself.
fn behind<'a>(pack: &'a Pack, programme: &Programme) -> Option<&'a str> {
    let own = programme.prescription.template();
    let comes_behind = |keeps: &knowledge::raw::template::Keeps| keeps.after.iter().any(|it| it == own);
    let mut templates = pack.templates.values();
    let template =
        templates.find(|it| it.keeps.as_ref().is_some_and(|keeps| it.id == own || comes_behind(keeps)));
    template.map(|it| it.id.as_str())
}
