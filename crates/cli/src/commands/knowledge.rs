//! `plumbline knowledge`: check, list, show and sign what Plumbline knows.

use anyhow::Context as _;
use knowledge::raw::Signature;
use knowledge::{Files, Locale, Pack, Signed, bundled_files, item_hash, signing_record};
use std::path::{Path, PathBuf};

use crate::Done;
use crate::print;
use crate::report::Failure;

/// What to do with the knowledge.
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Reads every file and lists every fault at once.
    Check(From),
    /// Lists every item with its review status and whether a clinician has signed it.
    List(From),
    /// Shows one item: its file part and its words.
    Show(Show),
    /// Records a clinician's signature under one item; a later change of the item voids it.
    Sign(Sign),
}

/// Where the knowledge is.
#[derive(clap::Args)]
pub(crate) struct From {
    /// A knowledge folder instead of the one built into this program.
    #[arg(long, value_name = "DIR")]
    knowledge: Option<PathBuf>,
}

/// Which item to show.
#[derive(clap::Args)]
pub(crate) struct Show {
    /// The item: `RF-02`, `C10`, `ces_saddle`.
    id: String,
    #[command(flatten)]
    from: From,
}

/// Who signs what.
#[derive(clap::Args)]
pub(crate) struct Sign {
    /// The item: `RF-02`, `C10`, `ces_saddle`.
    id: String,
    /// The clinician's name.
    #[arg(long)]
    name: String,
    /// Professional registration, with the register's name.
    #[arg(long)]
    registration: String,
    /// The date of signing.
    #[arg(long)]
    date: jiff::civil::Date,
    /// The knowledge folder to write into.
    #[arg(long, value_name = "DIR", default_value = "knowledge")]
    knowledge: PathBuf,
}

pub(crate) fn run(command: &Command) -> Done {
    match command {
        Command::Check(from) => check(from),
        Command::List(from) => list(from),
        Command::Show(args) => show(args),
        Command::Sign(args) => sign(args),
    }
}

fn files(folder: Option<&Path>) -> Result<Files, Failure> {
    let Some(folder) = folder else { return Ok(bundled_files()) };
    let mut files = Files::default();
    collect(folder, folder, &mut files).with_context(|| format!("cannot read {}", folder.display()))?;
    Ok(files)
}

fn collect(root: &Path, folder: &Path, files: &mut Files) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        if path.is_dir() {
            collect(root, &path, files)?;
        } else if Files::is_knowledge(&name) {
            files.0.insert(name, std::fs::read_to_string(&path)?);
        }
    }
    Ok(())
}

fn pack(files: &Files) -> Result<Pack, Failure> {
    Pack::from_files(files).map_err(|faults| Failure::Input(faults.iter().map(ToString::to_string).collect()))
}

fn check(from: &From) -> Done {
    let pack = pack(&files(from.knowledge.as_deref())?)?;
    let items = pack.items();
    let unsigned = items.iter().filter(|(id, ..)| pack.signed(id) != Signed::Valid).count();
    print::line(&format!(
        "no faults: {} items, {} files, pack {}",
        items.len(),
        pack.files.0.len(),
        pack.hash
    ));
    print::line(&format!("{unsigned} of {} items are not signed by a clinician (WS-05)", items.len()));
    Ok(())
}

fn list(from: &From) -> Done {
    let pack = pack(&files(from.knowledge.as_deref())?)?;
    for (id, status, note) in pack.items() {
        let signed = match pack.signed(&id) {
            Signed::Not => "unsigned",
            Signed::Void => "void",
            Signed::Valid => "signed",
        };
        let name = pack.text.find(Locale::En, &id).unwrap_or_default();
        print::line(format!("{id:<24} {status:<9} {signed:<9} {name}  {note}").trim_end());
    }
    Ok(())
}

fn show(args: &Show) -> Done {
    let files = files(args.from.knowledge.as_deref())?;
    let hash = item_hash(&files, &args.id).ok_or_else(|| no_such_item(&args.id))?;
    for (path, content) in &files.0 {
        // A file about one item says its id at the top, before any table: the policy is not named after PP-08.
        let top = content.split("\n[").next().unwrap_or_default();
        let own_file = top.lines().any(|it| it == format!("id = \"{}\"", args.id));
        let words = content.lines().any(|line| {
            let id = line.split(" =").next().unwrap_or_default();
            id == args.id || id == format!("q-{}", args.id) || id == format!("tag-{}", args.id)
        });
        if own_file {
            print::line(&format!("# knowledge/{path}\n{content}"));
        } else if words {
            print::line(&format!("# knowledge/{path}"));
            part(content, &args.id).for_each(print::line);
        }
    }
    print::line(&format!("# text hash {hash}"));
    Ok(())
}

/// The lines of a Fluent file that belong to an item.
fn part<'c>(content: &'c str, id: &str) -> impl Iterator<Item = &'c str> {
    let own = [format!("{id} ="), format!("q-{id} ="), format!("tag-{id} =")];
    let mut inside = false;
    content.lines().filter(move |line| {
        if !line.starts_with([' ', '\t']) && !line.is_empty() {
            inside = own.iter().any(|start| line.starts_with(start.as_str()));
        }
        inside
    })
}

fn no_such_item(id: &str) -> Failure {
    Failure::input(format!("there is no item {id}; `plumbline knowledge list` shows them all"))
}

fn sign(args: &Sign) -> Done {
    let mut files = files(Some(&args.knowledge))?;
    let text_hash = item_hash(&files, &args.id).ok_or_else(|| no_such_item(&args.id))?;
    let blank = [&args.name, &args.registration].iter().any(|it| it.trim().is_empty());
    if blank {
        return Err(Failure::input("a signature needs a name and a registration"));
    }
    let signature = Signature {
        id: args.id.clone(),
        name: args.name.trim().to_owned(),
        registration: args.registration.trim().to_owned(),
        date: args.date.to_string(),
        text_hash,
    };
    let file = args.knowledge.join("signatures.toml");
    let before = std::fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    // An empty list and a table of the same name cannot stand in one file.
    let kept: Vec<&str> = before.lines().filter(|it| it.replace(' ', "") != "signature=[]").collect();
    let after = kept.join("\n") + "\n" + &signing_record(&signature);
    // Checked with the signature in place: a policy other than the default has no faults only once it is signed (PP-08).
    files.0.insert("signatures.toml".to_owned(), after.clone());
    pack(&files)?;
    std::fs::write(&file, after).with_context(|| format!("cannot write {}", file.display()))?;
    print::line(&format!(
        "{} is signed by {} on {}; any later change of it voids the signature",
        args.id, signature.name, signature.date
    ));
    Ok(())
}
