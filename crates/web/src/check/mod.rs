//! The self-check: from what a form sent to what comes next.
//!
//! [`sent`] is the form as it came, [`reading`] turns words into an intake and faults, [`steps`] says which page
//! comes next, [`fields`] shows a question, [`home`] knows the tests to do at home. Nothing is kept between two
//! steps but what the form carries, and every step reads all of it again.
//!
//! Must never: let a page further on than the first unanswered one, or anything at all after an emergency answer.

pub(crate) mod fields;
pub(crate) mod home;
pub(crate) mod reading;
pub(crate) mod sent;
pub(crate) mod steps;
