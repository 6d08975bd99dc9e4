//! Writes a complete, commented intake file to start from.

use knowledge::raw::question::Kind;
use knowledge::{Locale, Pack, Question};
use std::fmt::Write as _;

use super::read::wanted;
use super::{FORM, is_intake_question};

const HEAD: &str = "\
# A Plumbline intake file. Every question is here, commented out with what it takes.
# Take the # away from a line and write the answer. A line that stays commented out is \"not answered\",
# which is never taken for \"no\": safety questions must all be answered before a plan is made.
# Yes and no are true and false; \"unsure\" is an answer where it is offered; [] means \"none of these\".
";

const TAIL: &str = "
# Test results, one table each. Twice or more on the same day counts as repeated.
# [[test]]
# id = \"MT-10b\"          # one-minute sit-to-stand; see `plumbline knowledge list`
# source = \"coach\"       # self, coach, clinician or camera
# trials = [28, 29]      # or: not_tested = \"pain\"  (tag, declined, equipment, not-seen)
# side = \"left\"          # for tests of one side

# What a clinician said, as you report it. It lowers \"see a clinician\" alone, and only for the rules named (RF-46).
# [[clearance]]
# who = \"Dr Example\"
# profession = \"family doctor\"
# date = 2026-11-01
# rules = [\"PP-02\"]
# verdict = \"ok\"         # ok-with-limits, not-ok, wants-to-see
# effort_cap = 5
# tags = []
# expires = 2027-11-01
";

/// A complete, commented intake file, in the words of the knowledge pack.
pub fn example(pack: &Pack) -> String {
    let mut file = String::from(HEAD);
    let _ = write!(
        file,
        "\nform = {FORM}\n# date = 2026-11-22      # the day of these answers\n# birth_year = 1968\n"
    );
    let mut section = "";
    for question in pack.questions.iter().filter(|it| is_intake_question(it)) {
        if question.section != section {
            section = &question.section;
            let _ = write!(file, "\n[{section}]\n");
        }
        one(pack, question, &mut file);
    }
    file.push_str(TAIL);
    file
}

fn one(pack: &Pack, question: &Question, file: &mut String) {
    let key = &question.raw.key;
    let words = pack.text.say(Locale::En, &format!("q-{key}")).replace('\n', " ");
    let _ = write!(file, "\n# {words}\n#   {}\n", wanted(question));
    if let Some(when) = &question.raw.ask_when {
        let _ = writeln!(file, "#   only when: {when}");
    }
    let _ = writeln!(file, "# {key} = {}", sample(question));
}

/// A harmless answer that shows the form.
fn sample(question: &Question) -> String {
    let raw = &question.raw;
    match raw.kind {
        Kind::YesNo => "false".to_owned(),
        Kind::Choice => format!("\"{}\"", raw.choices.first().map_or("", String::as_str)),
        Kind::Multi => "[]".to_owned(),
        Kind::Int | Kind::Decimal => raw.min.unwrap_or_default().to_string(),
        Kind::Numbers => format!("[{}]", raw.min.unwrap_or_default()),
        Kind::Words => "\"\"".to_owned(),
    }
}
