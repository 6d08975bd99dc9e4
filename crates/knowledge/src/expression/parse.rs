//! Reads an expression. The grammar is in `knowledge/README.md`.

use model::{InstrumentId, QuestionKey, RuleId, Tag, TestId, TriageLevel};

use super::{Compare, Expression, Fact, TestOutcome};

/// A text that is not an expression.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("cannot read `{text}`: {problem}")]
pub struct NotAnExpression {
    /// The text.
    pub text: String,
    /// What is wrong, and where.
    pub problem: String,
}

/// Reads an expression.
pub fn parse(text: &str) -> Result<Expression, NotAnExpression> {
    let mut reader = Reader { words: words(text), at: 0 };
    let read = reader.any().and_then(|expression| match reader.peek() {
        None => Ok(expression),
        Some(word) => Err(format!("`{word}` is left over")),
    });
    read.map_err(|problem| NotAnExpression { text: text.to_owned(), problem })
}

/// Splits a text into words, brackets, commas and comparisons.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut in_word = false;
    for c in text.chars() {
        let symbol = matches!(c, '(' | ')' | ',' | '<' | '>' | '=');
        let second = c == '=' && !in_word && matches!(words.last().map(String::as_str), Some("<" | ">"));
        if second || (in_word && !symbol && !c.is_whitespace()) {
            if let Some(word) = words.last_mut() {
                word.push(c);
            }
        } else if !c.is_whitespace() {
            words.push(c.to_string());
            in_word = !symbol;
            continue;
        }
        in_word = in_word && !symbol && !c.is_whitespace();
    }
    words
}

struct Reader {
    words: Vec<String>,
    at: usize,
}

type Read<T> = Result<T, String>;

impl Reader {
    fn peek(&self) -> Option<&str> {
        self.words.get(self.at).map(String::as_str)
    }

    fn next(&mut self, wanted: &str) -> Read<String> {
        let word =
            self.words.get(self.at).cloned().ok_or_else(|| format!("it ends where {wanted} should stand"))?;
        self.at += 1;
        Ok(word)
    }

    fn take(&mut self, word: &str) -> bool {
        let found = self.peek() == Some(word);
        self.at += usize::from(found);
        found
    }

    fn expect(&mut self, word: &str) -> Read<()> {
        if self.take(word) {
            Ok(())
        } else {
            Err(format!("`{word}` is missing before `{}`", self.peek().unwrap_or("the end")))
        }
    }

    fn any(&mut self) -> Read<Expression> {
        let mut parts = vec![self.all()?];
        while self.take("or") {
            parts.push(self.all()?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Expression::Or(parts) })
    }

    fn all(&mut self) -> Read<Expression> {
        let mut parts = vec![self.one()?];
        while self.take("and") {
            parts.push(self.one()?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Expression::And(parts) })
    }

    fn one(&mut self) -> Read<Expression> {
        if self.take("not") {
            return Ok(Expression::Not(Box::new(self.one()?)));
        }
        if self.take("(") {
            let inner = self.any()?;
            self.expect(")")?;
            return Ok(inner);
        }
        if self.take("at_least") {
            return self.at_least();
        }
        self.fact().map(Expression::Fact)
    }

    fn at_least(&mut self) -> Read<Expression> {
        let word = self.next("a number")?;
        let needed = word.parse().map_err(|_| format!("`{word}` is not a small number"))?;
        self.expect("of")?;
        self.expect("(")?;
        let mut parts = vec![self.any()?];
        while self.take(",") {
            parts.push(self.any()?);
        }
        self.expect(")")?;
        Ok(Expression::AtLeast(needed, parts))
    }

    fn fact(&mut self) -> Read<Fact> {
        let word = self.next("a statement")?;
        match word.as_str() {
            "points" => {
                let (compare, value) = self.comparison()?;
                Ok(Fact::Points(compare, value / 1000))
            }
            "fired" => {
                let rule = self.id::<RuleId>("a rule id")?;
                let level = if self.take("at") { Some(self.level()?) } else { None };
                Ok(Fact::Fired(rule, level))
            }
            "tag" => self.id::<Tag>("a tag").map(Fact::Tag),
            "unsure" => self.id::<QuestionKey>("a question").map(Fact::Unsure),
            "answered" => self.id::<QuestionKey>("a question").map(Fact::Answered),
            "count" => {
                let key = self.id::<QuestionKey>("a question")?;
                let (compare, value) = self.comparison()?;
                Ok(Fact::Count(key, compare, value / 1000))
            }
            "test" => Ok(Fact::Test(self.id::<TestId>("a test id")?, self.test_outcome()?)),
            "score" => self.score(),
            _ => self.about(QuestionKey::try_from(word).map_err(|e| e.to_string())?),
        }
    }

    fn about(&mut self, key: QuestionKey) -> Read<Fact> {
        if self.take("is") {
            return Ok(Fact::Is(key, self.next("a choice")?));
        }
        if self.take("has") {
            return Ok(Fact::Has(key, self.next("a choice")?));
        }
        if matches!(self.peek(), Some("<" | "<=" | ">" | ">=" | "=")) {
            let (compare, value) = self.comparison()?;
            return Ok(Fact::Compare(key, compare, value));
        }
        Ok(Fact::Key(key))
    }

    fn score(&mut self) -> Read<Fact> {
        let instrument = self.id::<InstrumentId>("an instrument id")?;
        let part = match self.peek() {
            Some("<" | "<=" | ">" | ">=" | "=") | None => None,
            Some(_) => Some(self.next("a part")?),
        };
        let (compare, value) = self.comparison()?;
        Ok(Fact::Score(instrument, part, compare, value))
    }

    fn id<T: std::str::FromStr<Err: std::fmt::Display>>(&mut self, wanted: &str) -> Read<T> {
        self.next(wanted)?.parse().map_err(|error: T::Err| error.to_string())
    }

    fn level(&mut self) -> Read<TriageLevel> {
        let code = self.next("a level")?;
        level_of(&code).ok_or_else(|| format!("`{code}` is not a level; one of: E0, E1, E2, C"))
    }

    fn test_outcome(&mut self) -> Read<TestOutcome> {
        match self.next("low, asymmetric, pain or done")?.as_str() {
            "low" => Ok(TestOutcome::Low),
            "asymmetric" => Ok(TestOutcome::Asymmetric),
            "pain" => Ok(TestOutcome::Pain),
            "done" => Ok(TestOutcome::Done),
            other => Err(format!("`{other}` is not low, asymmetric, pain or done")),
        }
    }

    /// Reads a comparison with a number, which is returned in thousandths.
    fn comparison(&mut self) -> Read<(Compare, i64)> {
        let compare = match self.next("a comparison")?.as_str() {
            "<" => Compare::Below,
            "<=" => Compare::AtMost,
            ">" => Compare::Above,
            ">=" => Compare::AtLeast,
            "=" => Compare::Equal,
            other => return Err(format!("`{other}` is not a comparison")),
        };
        let word = self.next("a number")?;
        let value = in_thousandths(&word).ok_or_else(|| format!("`{word}` is not a number"))?;
        Ok((compare, value))
    }
}

/// The level with this code, if a rule may name it.
pub(crate) fn level_of(code: &str) -> Option<TriageLevel> {
    use TriageLevel::{Caution, Emergency, SeeClinician, Urgent};
    [Emergency, Urgent, SeeClinician, Caution].into_iter().find(|level| level.code() == code)
}

/// Reads a decimal number with at most three places into thousandths, without rounding.
pub(crate) fn in_thousandths(word: &str) -> Option<i64> {
    let (sign, digits) = word.strip_prefix('-').map_or((1, word), |rest| (-1, rest));
    let (whole, rest) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() || rest.len() > 3 || !rest.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    let whole: i64 = whole.parse().ok().filter(|it| *it >= 0)?;
    let rest: i64 = format!("{rest:0<3}").parse().ok()?;
    whole.checked_mul(1000)?.checked_add(rest).map(|it| sign * it)
}
