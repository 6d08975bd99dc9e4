//! The power goes, two hundred times: every entry that was acknowledged before is there, and every chart is whole.
//!
//! A child of this test writes into a store with `recorder.c` loaded before libc, which records every write and every wait for the
//! disk, in order. For each cut the test then makes the folder that a disk would hold: what was synced before, and of what was not
//! either nothing, or a part of its sectors, drawn. With the waits left out, as `synchronous = OFF` leaves them out, entries are
//! lost, which shows that the test can fail.
//!
//! A file's entry in its folder counts as kept once the file was synced, as on ext4. Only Linux has `LD_PRELOAD`; elsewhere it is skipped.

#![cfg(target_os = "linux")]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test that cannot go on should stop"
)]

use chart::Body;
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use store::{By, Draft, MemberId, Place, Store, fresh};
use uuid::Uuid;

/// Where the child writes; this is set in it alone.
const FOLDER: &str = "PLUMBLINE_POWER_FOLDER";
/// The moment of everything.
const NOW: Timestamp = Timestamp::constant(1_795_500_000, 0);
/// Members whose charts grow at the same time, and entries of each.
const MEMBERS: usize = 4;
const ENTRIES: usize = 60;
/// How often the power goes.
const CUTS: usize = 200;
/// What a disk writes as a whole.
const SECTOR: usize = 512;

fn pack() -> &'static knowledge::Pack {
    knowledge::bundled().unwrap()
}

/// The child: writes into a store, and beside it what was acknowledged.
#[tokio::test(flavor = "multi_thread")]
async fn writes_while_it_is_recorded() {
    let Some(folder) = std::env::var_os(FOLDER).map(PathBuf::from) else { return };
    let store = Store::open(Place::Folder(folder.clone()), pack()).await.unwrap();
    let id = store.add_studio("An invented studio", NOW).await.unwrap();
    let studio = store.studio(store.operator(id)).await.unwrap();
    let mut writing = Vec::new();
    for _ in 0..MEMBERS {
        let member = studio.add_member("Invented Person", NOW).await.unwrap().unwrap();
        let (studio, folder) = (studio.clone(), folder.clone());
        writing.push(tokio::spawn(async move {
            for _ in 0..ENTRIES {
                let entry = fresh(NOW).unwrap();
                studio.append(member, vec![note(entry)], None, NOW).await.unwrap().unwrap();
                let mut said =
                    std::fs::OpenOptions::new().append(true).create(true).open(folder.join("said")).unwrap();
                said.write_all(format!("{member} {entry}\n").as_bytes()).unwrap();
            }
        }));
    }
    for it in writing {
        it.await.unwrap();
    }
    store.close().await;
}

fn note(id: Uuid) -> Draft {
    let body = Body::Note("words ".repeat(200));
    Draft { id, occurred_at: NOW, by: By::Writer, supersedes: None, asked: None, body }
}

/// One thing that was done to a file.
struct Act {
    what: u8,
    path: PathBuf,
    offset: usize,
    bytes: Vec<u8>,
}

/// Lets the child write and reads what was recorded; none where there is no compiler for the recorder.
fn recorded(folder: &Path, syncs: bool) -> Option<Vec<Act>> {
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/power_cut/recorder.c");
    let (library, log, data) = (folder.join("recorder.so"), folder.join("log"), folder.join("data"));
    let compiled = Command::new("cc")
        .args(["-shared", "-fPIC", "-O1", "-w", source, "-o"])
        .arg(&library)
        .arg("-ldl")
        .status();
    if !compiled.is_ok_and(|it| it.success()) {
        eprintln!("SKIPPED: no C compiler for the recorder");
        return None;
    }
    std::fs::create_dir(&data).unwrap();
    let mut child = Command::new(std::env::current_exe().unwrap());
    child.args(["--exact", "writes_while_it_is_recorded"]).env("LD_PRELOAD", &library);
    child.env(FOLDER, &data).env("PLUMBLINE_POWER_LOG", &log);
    if !syncs {
        child.env("PLUMBLINE_POWER_NO_SYNC", "1");
    }
    let output = child.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    Some(acts(&std::fs::read(&log).unwrap(), &data))
}

/// What was recorded. The child may have ended in the midst of its last record, after everything that it acknowledged.
fn acts(mut log: &[u8], data: &Path) -> Vec<Act> {
    std::iter::from_fn(|| act(&mut log, data)).collect()
}

/// The next record; none at the end.
fn act(log: &mut &[u8], data: &Path) -> Option<Act> {
    let mut take = |count: usize| {
        let (taken, rest) = log.split_at_checked(count)?;
        *log = rest;
        Some(taken)
    };
    let what = take(1)?[0];
    let length = u32::from_le_bytes(take(4)?.try_into().unwrap());
    let path = PathBuf::from(std::str::from_utf8(take(length.try_into().unwrap())?).unwrap());
    let offset = u64::from_le_bytes(take(8)?.try_into().unwrap());
    let length = u32::from_le_bytes(take(4)?.try_into().unwrap());
    let bytes = if what == b'W' { take(length.try_into().unwrap())?.to_vec() } else { Vec::new() };
    let path = path.strip_prefix(data).unwrap_or(&path).to_owned();
    Some(Act { what, path, offset: offset.try_into().unwrap(), bytes })
}

/// A file as the program sees it, as the disk surely holds it, and what came in between.
#[derive(Default)]
struct File {
    seen: Vec<u8>,
    kept: Option<Vec<u8>>,
    waiting: Vec<(usize, Vec<u8>)>,
}

/// What is known when the power goes.
#[derive(Default)]
struct Disk {
    files: BTreeMap<PathBuf, File>,
}

impl Disk {
    fn does(&mut self, act: &Act) {
        // A folder is waited for too, and is no file.
        if act.what == b'S' && !self.files.contains_key(&act.path) {
            return;
        }
        let file = self.files.entry(act.path.clone()).or_default();
        match act.what {
            b'W' => {
                put(&mut file.seen, act.offset, &act.bytes);
                file.waiting.push((act.offset, act.bytes.clone()));
            }
            // Shorter or longer at once, which is the worse for what was written before.
            b'T' => file.seen.resize(act.offset, 0),
            b'S' => {
                file.kept = Some(file.seen.clone());
                file.waiting.clear();
            }
            b'U' => {
                self.files.remove(&act.path);
            }
            other => panic!("the recorder knows no {other}"),
        }
    }

    /// Every entry that was acknowledged: the child says so after the store has, and a screen needs no disk.
    fn acknowledged(&self) -> Vec<(MemberId, Uuid)> {
        let said = self.files.get(Path::new("said")).map(|it| String::from_utf8(it.seen.clone()).unwrap());
        let pair = |line: &str| {
            line.split_once(' ').map(|(member, entry)| (member.parse().unwrap(), entry.parse().unwrap()))
        };
        said.unwrap_or_default().lines().filter_map(pair).collect()
    }

    /// Makes the folder. With `torn` a part of the sectors that were not synced is on the disk too.
    fn make(&self, folder: &Path, torn: Option<&mut Drawn>) {
        let mut nothing = Drawn(0);
        let is_torn = torn.is_some();
        let drawn = torn.unwrap_or(&mut nothing);
        for (path, file) in &self.files {
            let Some(kept) = &file.kept else { continue };
            let mut bytes = kept.clone();
            for (offset, written) in file.waiting.iter().filter(|_| is_torn) {
                for (number, sector) in written.chunks(SECTOR).enumerate() {
                    if drawn.is_heads() {
                        put(&mut bytes, offset + number * SECTOR, sector);
                    }
                }
            }
            let at = folder.join(path);
            std::fs::create_dir_all(at.parent().unwrap()).unwrap();
            std::fs::write(at, bytes).unwrap();
        }
    }
}

fn put(file: &mut Vec<u8>, offset: usize, bytes: &[u8]) {
    if file.len() < offset + bytes.len() {
        file.resize(offset + bytes.len(), 0);
    }
    file[offset..offset + bytes.len()].copy_from_slice(bytes);
}

/// A drawing that comes out the same each time (a linear congruence).
struct Drawn(u64);

impl Drawn {
    fn is_heads(&mut self) -> bool {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 63 == 1
    }
}

/// The acknowledged entries that are not there after a cut, and everything else that is wrong.
async fn lost(disk: &Disk, torn: Option<&mut Drawn>) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    disk.make(folder.path(), torn);
    let acknowledged = disk.acknowledged();
    let store = match Store::open_existing(Place::Folder(folder.path().to_owned()), pack()).await {
        Ok(store) => store,
        Err(error) => return vec![error.to_string()],
    };
    let (mut wrong, mut there) = (Vec::new(), BTreeSet::new());
    for (id, _) in store.all_studios().await.unwrap() {
        let studio = match store.studio(store.operator(id)).await {
            Ok(studio) => studio,
            Err(error) => return vec![error.to_string()],
        };
        wrong.extend(studio.verify(false).await.unwrap_or_else(|error| vec![error.to_string()]));
        for member in studio.members().await.unwrap() {
            let chart = studio.chart(member.id).await.ok().flatten().unwrap_or_default();
            there.extend(chart.iter().map(|it| (member.id, it.id)));
        }
    }
    // Also where a whole studio is gone.
    wrong.extend(
        acknowledged.iter().filter(|it| !there.contains(it)).map(|(_, it)| format!("entry {it} is lost")),
    );
    store.close().await;
    wrong
}

/// Goes through the record, and cuts the power at moments that are spread over all of it. What is wrong after each cut.
async fn cuts(acts: &[Act], count: usize) -> Vec<Vec<String>> {
    let begins = acts.iter().position(|it| it.path == Path::new("said")).unwrap();
    let (mut disk, mut drawn, mut wrong) = (Disk::default(), Drawn(20_261_127), Vec::new());
    let moments: Vec<usize> = (1..=count).map(|it| begins + it * (acts.len() - begins) / count).collect();
    for (number, act) in (1..).zip(acts) {
        disk.does(act);
        for at in moments.iter().enumerate().filter(|it| *it.1 == number).map(|it| it.0) {
            // Every other time a part of what was not synced is on the disk too.
            wrong.push(lost(&disk, Some(&mut drawn).filter(|_| at % 2 == 1)).await);
        }
    }
    assert_eq!(wrong.len(), count);
    assert_eq!(disk.acknowledged().len(), MEMBERS * ENTRIES, "the child said of each that it was kept");
    wrong
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_survives_a_power_cut() {
    let folder = tempfile::tempdir().unwrap();
    let Some(acts) = recorded(folder.path(), true) else { return };
    let syncs = acts.iter().filter(|it| it.what == b'S').count();
    assert!(syncs > 0, "the recorder saw no wait for the disk");
    for wrong in cuts(&acts, CUTS).await {
        assert_eq!(wrong, Vec::<String>::new());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_waiting_for_the_disk_entries_are_lost() {
    let folder = tempfile::tempdir().unwrap();
    let Some(mut acts) = recorded(folder.path(), false) else { return };
    // What was there before the first acknowledgement is on the disk, as it would be after half a minute.
    let begins = acts.iter().position(|it| it.path == Path::new("said")).unwrap();
    let before: Vec<PathBuf> = acts[..begins].iter().map(|it| it.path.clone()).collect();
    let sync = |path| Act { what: b'S', path, offset: 0, bytes: Vec::new() };
    acts.splice(begins..begins, before.into_iter().map(sync));
    let wrong = cuts(&acts, CUTS / 10).await;
    assert!(wrong.iter().flatten().any(|it| it.contains("is lost")), "{wrong:?}");
}
