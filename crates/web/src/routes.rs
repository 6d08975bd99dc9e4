//! Every address of every door.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, post};
use store::Store;

use crate::account::{join, recover, sign_in, sign_out, studios};
use crate::coach::visit::{checklist, overview, readings, test};
use crate::coach::{
    acknowledge, class, harm, incident, invite, member, orders, programme, roster, sheet, timetable,
};
use crate::doors::Doors;
use crate::identity::{Attempts, refuse_other_sites};
use crate::member::{
    after, alarm, chart_file, classes, erasure, findings, history, home, measures, messages, paper, papers,
    progress, session, today, typed,
};
use crate::pages::{about, check, downloads, error, landing, learn, podcast, safety, share};
use crate::state::AppState;
use crate::{headers, statics};

/// The most that any form here sends, several times over.
const BODY_BYTES_MAX: usize = 64 * 1024;

/// The public door, and with a store those of members and coaches.
pub fn router(state: AppState, store: Option<Store>) -> Router {
    let state = AppState { signs_in: store.is_some(), ..state };
    let doors = store.map(|store| Doors { app: state.clone(), store, attempts: Attempts::default() });
    let inner = doors.map_or_else(Router::new, |doors| signed_in().with_state(doors));
    public()
        .with_state(state.clone())
        .merge(inner)
        .fallback(error::not_found)
        .method_not_allowed_fallback(error::wrong_method)
        .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
        .layer(from_fn(refuse_other_sites))
        .layer(from_fn_with_state(state, error::dress))
        .layer(from_fn(headers::add))
}

fn public() -> Router<AppState> {
    Router::new()
        .route("/", get(landing::show))
        .route("/check", get(check::start).post(check::step))
        .route("/plan.pdf", post(downloads::plan_pdf))
        .route("/plan.ics", post(downloads::plan_calendar))
        .route("/card.pdf", post(downloads::waiting_pdf))
        .route("/letter.pdf", post(downloads::letter_pdf))
        .route("/letter-inflammation.pdf", post(downloads::inflammation_pdf))
        .route("/letter-mood.pdf", post(downloads::mood_pdf))
        .route("/learn", get(learn::list))
        .route("/learn/{card}", get(learn::card))
        .route("/safety", get(safety::show))
        .route("/about", get(about::show))
        .route("/share", get(share::show))
        .route("/podcast.xml", get(podcast::feed))
        .route("/static/{*name}", get(statics::show))
}

/// What somebody has to sign in for, or signs in by.
fn signed_in() -> Router<Doors> {
    Router::new()
        .route("/sign-in", get(sign_in::show).post(sign_in::send))
        .route("/sign-out", post(sign_out::send))
        .route("/join/{studio}/{link}", get(join::show).post(join::send))
        .route("/recover/{studio}/{link}", get(recover::show).post(recover::send))
        .route("/home", get(studios::show))
        .route("/studio/{studio}", get(roster::show))
        .route("/studio/{studio}/members", post(roster::add))
        .route("/studio/{studio}/harm", get(harm::show))
        .route("/studio/{studio}/classes", get(timetable::show).post(timetable::add))
        .nest("/studio/{studio}/classes/{class}", of_a_class())
        .route("/studio/{studio}/invite", post(invite::staff))
        .nest("/studio/{studio}/members/{member}", of_a_member())
        .nest("/studio/{studio}/members/{member}/door", members_own())
        .nest("/my/{studio}", members_own())
}

/// A coach's pages about one class.
fn of_a_class() -> Router<Doors> {
    Router::new()
        .route("/", get(class::show))
        .route("/book", post(class::book))
        .route("/unbook", post(class::unbook))
        .route("/came", post(class::came))
        .route("/cancel", post(class::cancel))
}

/// A coach's pages about one member.
fn of_a_member() -> Router<Doors> {
    Router::new()
        .route("/", get(member::show))
        .route("/invite", post(invite::member))
        .route("/recover", post(invite::recovery))
        .route("/programme", get(programme::show).post(programme::send))
        .route("/visit", get(overview::show))
        .route("/visit/readings", get(readings::show).post(readings::send))
        .route("/visit/tests/{test}", get(test::show).post(test::send))
        .route("/visit/checklist/{stage}", get(checklist::show).post(checklist::send))
        .route("/orders", get(orders::show).post(orders::send))
        .route("/acknowledge", post(acknowledge::send))
        .route("/contact", post(acknowledge::contact))
        .route("/lead", post(acknowledge::lead))
        .route("/note", post(acknowledge::note))
        .route("/next", get(sheet::show))
        .route("/incident", get(incident::show).post(incident::send))
}

/// A member's own pages, which the studio opens for whoever has no phone.
fn members_own() -> Router<Doors> {
    Router::new()
        .route("/", get(home::show))
        .route("/check", get(history::start).post(history::step))
        .route("/today", post(today::send))
        .route("/session", post(session::send))
        .route("/after", post(after::send))
        .route("/alarm", get(alarm::show).post(alarm::send))
        .route("/messages", get(messages::show).post(messages::send))
        .route("/typed", get(typed::show).post(typed::send))
        .route("/measures", get(measures::show).post(measures::send))
        .route("/progress", get(progress::show))
        .route("/findings", get(findings::show))
        .route("/classes", get(classes::show))
        .route("/classes/{class}", post(classes::send))
        .route("/packages", post(classes::bought))
        .route("/papers", get(papers::list))
        .route("/papers/{document}", get(papers::show).post(papers::send))
        .route("/programme.pdf", get(paper::programme))
        .route("/week.pdf", get(paper::week))
        .route("/letter.pdf", get(paper::letter))
        .route("/letter-inflammation.pdf", get(paper::inflammation))
        .route("/letter-mood.pdf", get(paper::mood))
        .route("/chart.ndjson", get(chart_file::show))
        .route("/chart.csv", get(chart_file::table))
        .route("/erase", get(erasure::show).post(erasure::send))
}
