//! `plumbline intake`: a file to start from.

use crate::Done;
use crate::commands::person::pack;
use crate::print;
use crate::report::Failure;

/// What to print.
#[derive(clap::Args)]
#[group(required = true)]
pub(crate) struct Args {
    /// A complete, commented intake file (TOML).
    #[arg(long)]
    example: bool,
    /// The JSON Schema of the intake file, for editors.
    #[arg(long)]
    schema: bool,
}

pub(crate) fn run(args: &Args) -> Done {
    let pack = pack()?;
    if args.example {
        print::line(&assessment::intake::example(pack));
    }
    if args.schema {
        let schema = assessment::intake::json_schema(pack);
        print::line(&serde_json::to_string_pretty(&schema).map_err(Failure::from)?);
    }
    Ok(())
}
