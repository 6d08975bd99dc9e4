//! Draws every page from all of its samples, in a language.

use askama::Template;
use knowledge::Locale;

use super::pack;
use crate::account::{join, recover, sign_in, studios};
use crate::coach::visit::{checklist, overview, readings, test};
use crate::coach::{class, harm, incident, invite, member, orders, programme, roster, sheet, timetable};
use crate::frame::{Door, Words};
use crate::member::{alarm, classes, erasure, findings, measures, messages, papers, progress, typed};
use crate::pages::{
    Samples, about, emergency, error, home, incomplete, landing, learn, more, plan, question, review, safety,
    share, too_young, urgent, waiting,
};

/// One page as it was drawn.
pub(super) struct Drawn {
    /// Page and sample.
    pub(super) name: String,
    pub(super) html: String,
}

/// Every page with every sample.
pub(super) fn everything(locale: Locale) -> Vec<Drawn> {
    let words = Words { pack: pack(), locale, door: Door::Public };
    let mut all = Vec::new();
    all.extend(drawn::<about::AboutPage>("about", words));
    all.extend(drawn::<emergency::EmergencyPage>("emergency", words));
    all.extend(drawn::<error::ErrorPage>("error", words));
    all.extend(drawn::<home::HomePage>("home", words));
    all.extend(drawn::<home::HomeTestPage>("home test", words));
    all.extend(drawn::<incomplete::IncompletePage>("incomplete", words));
    all.extend(drawn::<landing::LandingPage>("landing", words));
    all.extend(drawn::<learn::LearnPage>("learn", words));
    all.extend(drawn::<learn::CardPage>("card", words));
    all.extend(drawn::<more::MorePage>("more", words));
    all.extend(drawn::<plan::PlanPage>("plan", words));
    all.extend(drawn::<question::QuestionPage>("question", words));
    all.extend(drawn::<review::ReviewPage>("review", words));
    all.extend(drawn::<safety::SafetyPage>("safety", words));
    all.extend(drawn::<share::SharePage>("share", words));
    all.extend(drawn::<too_young::TooYoungPage>("too young", words));
    all.extend(drawn::<urgent::UrgentPage>("urgent", words));
    all.extend(drawn::<waiting::WaitingPage>("waiting", words));
    let words = Words { door: Door::Member, ..words };
    all.extend(drawn::<sign_in::SignInPage>("sign in", words));
    all.extend(drawn::<join::JoinPage>("join", words));
    all.extend(drawn::<join::ClosedPage>("closed", words));
    all.extend(drawn::<recover::RecoverPage>("recover", words));
    all.extend(drawn::<studios::StudiosPage>("studios", words));
    all.extend(drawn::<roster::RosterPage>("roster", words));
    all.extend(drawn::<invite::InvitePage>("invite", words));
    all.extend(drawn::<harm::HarmPage>("harm", words));
    all.extend(drawn::<timetable::TimetablePage>("timetable", words));
    all.extend(drawn::<class::ClassPage>("class", words));
    all.extend(drawn::<sheet::SheetPage>("sheet", words));
    all.extend(drawn::<classes::ClassesPage>("classes", words));
    all.extend(drawn::<findings::FindingsPage>("findings", words));
    all.extend(drawn::<incident::IncidentPage>("incident", words));
    all.extend(drawn::<member::MemberPage>("member", words));
    all.extend(drawn::<programme::ProgrammePage>("programme", words));
    all.extend(drawn::<orders::OrdersPage>("orders", words));
    all.extend(drawn::<overview::VisitPage>("visit", words));
    all.extend(drawn::<readings::ReadingsPage>("readings", words));
    all.extend(drawn::<test::TestPage>("test", words));
    all.extend(drawn::<checklist::ChecklistPage>("check-list", words));
    all.extend(drawn::<alarm::AlarmPage>("alarm", words));
    all.extend(drawn::<typed::TypedPage>("typed", words));
    all.extend(drawn::<papers::PapersPage>("papers", words));
    all.extend(drawn::<papers::PaperPage>("paper", words));
    all.extend(drawn::<erasure::ErasePage>("erase", words));
    all.extend(drawn::<erasure::ErasedPage>("erased", words));
    all.extend(drawn::<measures::MeasuresPage>("measures", words));
    all.extend(drawn::<progress::ProgressPage>("progress", words));
    all.extend(drawn::<messages::MessagesPage>("messages", words));
    all.extend(drawn::<question::QuestionPage>("question, kept", words));
    all.extend(drawn::<emergency::EmergencyPage>("emergency, kept", words));
    all
}

fn drawn<P: Samples + Template>(page: &str, words: Words) -> Vec<Drawn> {
    let samples = P::samples(words).into_iter();
    samples
        .map(|(name, sample)| Drawn { name: format!("{page}: {name}"), html: sample.render().unwrap() })
        .collect()
}
