//! Letters that are offered beside a plan: the question of inflammation (CT-05), and support with mood (CT-06).

use assessment::{Assessment, Fired, Intake};
use knowledge::expression::thousandths;
use model::RuleId;

use super::Words;
use crate::{Letter, LetterPart, OfferedLetter};

impl Words<'_> {
    /// The letters that rules offer beside a plan, each for whom it is for alone.
    pub fn offered_letters(&self, intake: &Intake, assessment: &Assessment) -> Vec<OfferedLetter> {
        let letter = |id: &RuleId| {
            let letter = match id.as_str() {
                "CT-05" => self.inflammation_letter(intake, assessment),
                "CT-06" => self.mood_letter(intake, assessment),
                _ => return None,
            };
            Some(OfferedLetter { id: id.to_string(), letter })
        };
        assessment.disposition.letters.iter().filter_map(letter).collect()
    }

    /// CT-05: what speaks for inflammation, and since when.
    fn inflammation_letter(&self, intake: &Intake, assessment: &Assessment) -> Letter {
        let fired = fired(assessment, "RF-20");
        let keys = ["spa_items", "spa_onset_age", "spa_months"];
        let questions = self.pack.questions.iter().filter(|it| keys.contains(&it.raw.key.as_str()));
        let mut lines: Vec<String> = questions.map(|it| self.answer_line(it, intake)).collect();
        lines.push(self.say("letter-inflammation-not-asked"));
        let parts = vec![
            LetterPart::new(self.say("letter-positives"), lines),
            LetterPart::new(self.say("letter-told"), self.told_of(&fired)),
            LetterPart::new(self.say("letter-asked"), vec![self.say("letter-inflammation-asked")]),
        ];
        Letter { parts, ..self.letter("letter-inflammation-title", "letter-urgency-offered", intake, &fired) }
    }

    /// CT-06: the scores, room for what the person wants, and what they were told. It infers no risk.
    fn mood_letter(&self, intake: &Intake, assessment: &Assessment) -> Letter {
        let fired = fired(assessment, "OM-33");
        let score = assessment.measures.scores.iter().find(|(id, _)| id.as_str() == "OM-10");
        let mut lines = Vec::new();
        if let Some((id, score)) = score {
            let name = self.pack.instruments.get(id).map_or_else(String::new, |it| it.name.clone());
            let parts = score.parts.iter().map(|(name, value)| (name.clone(), *value));
            for (name, value) in std::iter::once((name, score.value)).chain(parts) {
                let value = thousandths(value);
                lines.push(self.with("letter-answer-line", &[("question", &name), ("answer", &value)]));
            }
        }
        lines.push(self.say("letter-mood-no-inference"));
        let parts = vec![
            LetterPart::new(self.say("letter-mood-scores"), lines),
            LetterPart::new(self.say("letter-mood-wish"), vec![self.say("letter-mood-wish-line")]),
            LetterPart::new(self.say("letter-told"), self.told_of(&fired)),
        ];
        Letter { parts, ..self.letter("letter-mood-title", "letter-urgency-offered", intake, &fired) }
    }

    /// What the person was told about this, the strongest words once.
    fn told_of(&self, fired: &[&Fired]) -> Vec<String> {
        fired
            .first()
            .map(|it| std::iter::once(self.because(it)).chain(self.advice_for(it)).collect())
            .unwrap_or_default()
    }
}

/// What fired for a rule, its strongest outcome alone.
fn fired<'a>(assessment: &'a Assessment, rule: &str) -> Vec<&'a Fired> {
    assessment.disposition.fired.iter().find(|it| it.cause.id() == rule).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::Words;
    use crate::OfferedLetter;
    use assessment::{assess, intake};
    use jiff::civil::date;
    use knowledge::Locale;

    /// The letters for an invented person who gave these answers, and hardly any other.
    fn letters(answers: &str) -> Vec<OfferedLetter> {
        let pack = knowledge::bundled().unwrap();
        let day = date(2026, 11, 22);
        let file = format!("form = 1\ndate = 2026-11-22\nbirth_year = 1988\n{answers}");
        let intake = intake::read(pack, file.as_bytes(), day).unwrap();
        Words::new(pack, Locale::En, Some("GB")).offered_letters(&intake, &assess(pack, &intake, &[], day))
    }

    fn lines(offered: &OfferedLetter) -> String {
        offered.letter.parts.iter().flat_map(|it| it.lines.clone()).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn nothing_told_offers_no_letter() {
        assert!(letters("").is_empty());
    }

    #[test]
    fn the_letter_about_inflammation_says_which_signs_and_since_when() {
        let signs = "spa_items = [\"buttock\", \"relative\", \"nsaid_48h\", \"psoriasis\"]";
        let offered = letters(&format!("[safety]\n{signs}\nspa_onset_age = 30\nspa_months = 48\n"));
        assert_eq!(offered.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["CT-05"]);
        let lines = lines(&offered[0]);
        for wanted in ["psoriasis", "30 years", "48 months", "joint specialist", "were not asked about"] {
            assert!(lines.contains(wanted), "it lacks {wanted}:\n{lines}");
        }
    }

    #[test]
    fn the_letter_about_mood_gives_the_scores_and_concludes_nothing() {
        let offered = letters("[outcomes]\nphq4 = [3, 3, 2, 1]\n");
        assert_eq!(offered.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["CT-06"]);
        let lines = lines(&offered[0]);
        for wanted in ["(PHQ-4): 9", "PHQ-2: 3", "GAD-2: 6", "no diagnosis", "call 999"] {
            assert!(lines.contains(wanted), "it lacks {wanted}:\n{lines}");
        }
    }
}
