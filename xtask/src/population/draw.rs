//! Makes one invented person from the stated mix, a seed and a number: the same three give the same person.

use anyhow::{anyhow, bail, ensure};
use assessment::Intake;
use knowledge::raw::question::Kind;
use knowledge::{Pack, Question};
use model::{Answer, Given, QuestionKey};

use super::mix::{self, Band, Mix, Share, WHOLE};

/// A population that can be drawn from.
pub(super) struct Population<'a> {
    pub(super) mix: &'a Mix,
    base: Intake,
    answers: Vec<(&'a mix::Answer, Kind)>,
    serious: Vec<(&'a mix::Serious, Vec<(QuestionKey, Given)>)>,
    systolic: QuestionKey,
    diastolic: QuestionKey,
}

/// An invented person.
pub(super) struct Person<'a> {
    /// What they answer.
    pub(super) intake: Intake,
    /// The serious cause they have.
    pub(super) serious: Option<&'a str>,
}

impl<'a> Population<'a> {
    /// Checks the mix against the questions.
    pub(super) fn new(pack: &Pack, mix: &'a Mix, base: &str) -> anyhow::Result<Self> {
        let base = assessment::intake::read(pack, base.as_bytes(), mix.as_of).map_err(|faults| {
            anyhow!("{}: {}", mix.base, faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))
        })?;
        let mut answers = Vec::new();
        for answer in &mix.answer {
            let question = question(pack, &answer.key)?;
            check(answer, question)?;
            answers.push((answer, question.raw.kind));
        }
        let serious: u64 = mix.serious.iter().map(|it| it.share).sum();
        ensure!(serious <= WHOLE, "the shares of serious causes add up to {serious}");
        let shares: u64 = mix.readings.bands.iter().map(|it| it.share).sum();
        ensure!(shares == WHOLE, "the bands of the readings add up to {shares}");
        let serious =
            mix.serious.iter().map(|it| Ok((it, given_of(pack, it)?))).collect::<anyhow::Result<_>>()?;
        let (systolic, diastolic) = (QuestionKey::try_from("bp_sys")?, QuestionKey::try_from("bp_dia")?);
        Ok(Self { mix, base, answers, serious, systolic, diastolic })
    }

    /// The person with a number; `always_sure` takes "not sure" and "prefer not to say" away and leaves the rest alone.
    pub(super) fn person(&self, number: u64, always_sure: bool) -> Person<'a> {
        let mut dice = Dice::new(self.mix.seed, number);
        let [youngest, oldest] = self.mix.age.map(i64::from);
        let mut age = dice.between(youngest, oldest);
        let serious = self.seriously_ill(dice.below(WHOLE));
        if let Some((it, _)) = serious {
            age = age.max(it.age_min.map_or(youngest, i64::from));
        }
        let mut intake = self.base.clone();
        intake.birth_year =
            i16::try_from(i64::from(self.mix.as_of.year()) - age).unwrap_or(self.base.birth_year);
        let mut drawing = Drawing { dice, age, ages: (youngest, oldest), always_sure };
        for (answer, kind) in &self.answers {
            let given = drawing.answer(answer, *kind);
            put(&mut intake, &answer.key, given);
        }
        let pressure = drawing.pressure(&self.mix.readings);
        put(&mut intake, &self.systolic, pressure.map(|(systolic, _)| readings(systolic)));
        put(&mut intake, &self.diastolic, pressure.map(|(_, diastolic)| readings(diastolic)));
        for (key, given) in serious.iter().flat_map(|(_, answers)| answers) {
            put(&mut intake, key, Some(given.clone()));
        }
        Person { intake, serious: serious.map(|(it, _)| it.name.as_str()) }
    }

    fn seriously_ill(&self, drawn: u64) -> Option<&(&'a mix::Serious, Vec<(QuestionKey, Given)>)> {
        let mut upto = 0;
        self.serious.iter().find(|(it, _)| {
            upto += it.share;
            drawn < upto
        })
    }
}

fn question<'p>(pack: &'p Pack, key: &QuestionKey) -> anyhow::Result<&'p Question> {
    pack.question(key).ok_or_else(|| anyhow!("the mix has a share for {key}, which is not a question"))
}

/// Whether the stated shares fit the question.
fn check(answer: &mix::Answer, question: &Question) -> anyhow::Result<()> {
    let key = &answer.key;
    let unknown =
        answer.choices.keys().chain(&answer.otherwise).find(|it| !question.raw.choices.contains(it));
    if let Some(unknown) = unknown {
        bail!("{key} has no choice {unknown}");
    }
    let stated = (
        answer.yes.is_some(),
        !answer.choices.is_empty(),
        answer.otherwise.is_some(),
        !answer.bands.is_empty(),
    );
    let fits = match question.raw.kind {
        Kind::YesNo => stated == (true, false, false, false),
        Kind::Choice => stated == (false, true, true, false),
        Kind::Multi => stated == (false, true, false, false),
        Kind::Int | Kind::Decimal => stated == (false, false, false, true),
        Kind::Numbers | Kind::Words => false,
    };
    ensure!(fits, "the shares of {key} do not fit a question of its kind");
    let shares: u64 = answer.bands.iter().map(|it| it.share).sum();
    ensure!(answer.bands.is_empty() || shares == WHOLE, "the bands of {key} add up to {shares}");
    Ok(())
}

fn given_of(pack: &Pack, serious: &mix::Serious) -> anyhow::Result<Vec<(QuestionKey, Given)>> {
    let one = |(key, value): (&QuestionKey, &toml::Value)| {
        question(pack, key)?;
        let words = |it: &toml::Value| it.as_str().map(str::to_owned);
        let answer = match value {
            toml::Value::Boolean(yes) => Answer::YesNo(*yes),
            toml::Value::String(choice) => Answer::Choice(choice.clone()),
            toml::Value::Integer(number) => Answer::Number(number * 1000),
            toml::Value::Array(choices) => Answer::Multi(choices.iter().filter_map(words).collect()),
            toml::Value::Float(_) | toml::Value::Datetime(_) | toml::Value::Table(_) => {
                bail!("{key} cannot be {value}")
            }
        };
        Ok((key.clone(), Given::Answered(answer)))
    };
    serious.answers.iter().map(one).collect()
}

fn put(intake: &mut Intake, key: &QuestionKey, given: Option<Given>) {
    match given {
        Some(given) => intake.answers.insert(key.clone(), given),
        None => intake.answers.remove(key),
    };
}

fn readings(value: i64) -> Given {
    Given::Answered(Answer::Numbers(vec![value * 1000]))
}

/// The drawing of one person.
struct Drawing {
    dice: Dice,
    age: i64,
    ages: (i64, i64),
    always_sure: bool,
}

impl Drawing {
    /// An answer. As many numbers are drawn whatever comes of them, so that people stay who they are when a share changes.
    fn answer(&mut self, answer: &mix::Answer, kind: Kind) -> Option<Given> {
        let left_out = self.hits(answer.left_out);
        let unsure = self.hits(answer.unsure) && !self.always_sure;
        let prefer_not = self.hits(answer.prefer_not) && !self.always_sure;
        let value = self.value(answer, kind);
        if left_out {
            None
        } else if unsure {
            Some(Given::Unsure)
        } else if prefer_not {
            Some(Given::PreferNot)
        } else {
            value.map(Given::Answered)
        }
    }

    fn value(&mut self, answer: &mix::Answer, kind: Kind) -> Option<Answer> {
        match kind {
            Kind::YesNo => Some(Answer::YesNo(self.hits(answer.yes.unwrap_or_default()))),
            Kind::Choice => Some(Answer::Choice(self.choice(answer)?)),
            Kind::Multi => {
                let ticked = answer.choices.iter().filter(|(_, share)| self.hits(**share));
                Some(Answer::Multi(ticked.map(|(name, _)| name.clone()).collect()))
            }
            Kind::Int | Kind::Decimal => self.number(&answer.bands).map(|it| Answer::Number(it * 1000)),
            Kind::Numbers | Kind::Words => None,
        }
    }

    fn choice(&mut self, answer: &mix::Answer) -> Option<String> {
        let span = self.span();
        let drawn = self.dice.below(WHOLE * span);
        let mut upto = 0;
        let made = answer.choices.iter().find(|(_, share)| {
            upto += self.weight(**share);
            drawn < upto
        });
        made.map(|(name, _)| name.clone()).or_else(|| answer.otherwise.clone())
    }

    fn number(&mut self, bands: &[Band]) -> Option<i64> {
        let drawn = self.dice.below(WHOLE);
        let mut upto = 0;
        let band = bands.iter().find(|it| {
            upto += it.share;
            drawn < upto
        });
        band.map(|it| self.dice.between(it.from, it.to))
    }

    fn pressure(&mut self, readings: &mix::Readings) -> Option<(i64, i64)> {
        let left_out = self.hits(readings.left_out);
        let drawn = self.dice.below(WHOLE);
        let mut upto = 0;
        let band = readings.bands.iter().find(|it| {
            upto += it.share;
            drawn < upto
        })?;
        let systolic = self.dice.between(band.systolic[0], band.systolic[1]);
        let diastolic = self.dice.between(band.diastolic[0], band.diastolic[1]).min(systolic - 20);
        (!left_out).then_some((systolic, diastolic))
    }

    fn hits(&mut self, share: Share) -> bool {
        let span = self.span();
        self.dice.below(WHOLE * span) < self.weight(share)
    }

    /// Years from the youngest to the oldest; shares on a line are counted in these steps.
    fn span(&self) -> u64 {
        u64::try_from(self.ages.1 - self.ages.0).unwrap_or(1).max(1)
    }

    /// A share at the person's age, in ten-thousandths of a step of the line.
    fn weight(&self, share: Share) -> u64 {
        let years = |years: i64| u64::try_from(years).unwrap_or(0);
        match share {
            Share::Same(share) => share * self.span(),
            Share::Line([young, old]) => {
                young * years(self.ages.1 - self.age) + old * years(self.age - self.ages.0)
            }
        }
    }
}

/// A small generator of numbers that look random: splitmix64.
struct Dice(u64);

impl Dice {
    fn new(seed: u64, number: u64) -> Self {
        let mut dice = Self(seed);
        dice.0 = dice.next().wrapping_add(number.wrapping_mul(0xd134_2543_de82_ef95));
        dice
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// A number below `end`; the remainder's bias is far under one in a million for the ends used here.
    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    /// A number from `low` to `high`, both included.
    fn between(&mut self, low: i64, high: i64) -> i64 {
        let span = u64::try_from(high - low).unwrap_or(0) + 1;
        low + i64::try_from(self.below(span)).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawing(age: i64) -> Drawing {
        Drawing { dice: Dice::new(1, 2), age, ages: (40, 75), always_sure: false }
    }

    #[test]
    fn the_same_seed_and_number_give_the_same_numbers() {
        let numbers = |seed, number| {
            let mut dice = Dice::new(seed, number);
            (0..8).map(|_| dice.next()).collect::<Vec<_>>()
        };
        assert_eq!(numbers(7, 3), numbers(7, 3));
        assert_ne!(numbers(7, 3), numbers(7, 4));
        assert_ne!(numbers(7, 3), numbers(8, 3));
    }

    #[test]
    fn a_share_on_a_line_is_met_at_both_ends() {
        let line = Share::Line([100, 900]);
        assert_eq!(drawing(40).weight(line), drawing(40).weight(Share::Same(100)));
        assert_eq!(drawing(75).weight(line), drawing(75).weight(Share::Same(900)));
    }

    #[test]
    fn a_share_is_hit_about_as_often_as_it_says() {
        let mut drawing = drawing(57);
        let hits = (0..100_000).filter(|_| drawing.hits(Share::Same(2500))).count();
        assert!((24_000..26_000).contains(&hits), "{hits}");
    }
}
