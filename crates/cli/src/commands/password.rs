//! `plumbline password`: a new password for an account, by whoever may read the data folder anyway.

use anyhow::Context as _;
use jiff::tz::TimeZone;
use std::io::{self, Read as _};
use store::PASSWORD_CHARS;

use crate::Done;
use crate::clock;
use crate::commands::person::pack;
use crate::commands::store_place::{StorePlace, wait};
use crate::print;
use crate::report::Failure;

/// The most bytes of it that are read.
const BYTES_MAX: u64 = 1024;

/// Whose.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The mail address of the account. The password comes on standard input, so that it stands in no history of commands.
    mail: String,
    #[command(flatten)]
    place: StorePlace,
}

pub(crate) fn run(args: &Args) -> Done {
    let mut password = String::new();
    io::stdin()
        .take(BYTES_MAX)
        .read_to_string(&mut password)
        .map_err(|_| Failure::input("the password on standard input cannot be read".to_owned()))?;
    let password = password.trim_end_matches(['\r', '\n']);
    if !PASSWORD_CHARS.contains(&password.chars().count()) {
        let (least, most) = (PASSWORD_CHARS.start(), PASSWORD_CHARS.end());
        return Err(Failure::input(format!("a password has {least} to {most} characters on one line")));
    }
    wait(async {
        let store = args.place.opened(pack()?).await?;
        let now = clock::now(&TimeZone::UTC).timestamp();
        let is_set = store.set_password(&args.mail, password, now).await;
        if !is_set.context("the password cannot be set")? {
            return Err(Failure::input("nobody has this mail address".to_owned()));
        }
        print::line("The password is set, and whoever had signed in with the old one is signed out.");
        Ok(())
    })
}
