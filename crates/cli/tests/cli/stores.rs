//! Stores on the command line: charts in and out, copies, and whether all is whole.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use super::{code, folder, plumbline};

/// A store with one studio, as `serve` begins it, and the link that it printed.
fn begun(data: &Path) -> String {
    let mut server = Command::new(env!("CARGO_BIN_EXE_plumbline"))
        .args(["serve", "--listen", "127.0.0.1:0", "--data", data.to_str().unwrap()])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(server.stdout.take().unwrap()).lines().map(Result::unwrap);
    let said: Vec<String> = lines.take_while(|it| !it.starts_with("Plumbline is at")).collect();
    server.kill().unwrap();
    server.wait().unwrap();
    said.into_iter().find(|it| it.contains("/join/")).unwrap()
}

fn said(output: &std::process::Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// A chart of a few entries, as it was exported somewhere.
fn chart_file() -> String {
    format!("{}/../chart/tests/golden/charts/hurts.ndjson", env!("CARGO_MANIFEST_DIR"))
}

/// The lines without what a server adds.
fn entries(text: &str) -> Vec<serde_json::Value> {
    let line = |it: &str| {
        let mut entry: serde_json::Value = serde_json::from_str(it).unwrap();
        let fields = entry.as_object_mut().unwrap();
        fields.remove("seq");
        fields.remove("recorded_at");
        entry
    };
    text.lines().map(line).collect()
}

#[test]
fn a_password_is_set_from_standard_input_for_an_account_that_there_is() {
    let folder = folder("stores-password");
    let data = folder.join("data");
    let data = data.to_str().unwrap();
    begun(Path::new(data));
    let set = |mail: &str, password: &str| {
        use std::io::Write as _;
        use std::process::{Command, Stdio};
        let mut child = Command::new(env!("CARGO_BIN_EXE_plumbline"));
        child.args(["password", mail, "--data", data]);
        let mut child =
            child.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(password.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    let (code, said) = set("nobody@example.invalid", "a long password\n");
    assert!(code == 2 && said.contains("nobody has this mail address"), "{said}");
    let (code, said) = set("nobody@example.invalid", "short\n");
    assert!(code == 2 && said.contains("has 10 to 128 characters"), "{said}");
}

#[test]
fn a_chart_that_is_brought_in_comes_out_again_and_survives_a_restore() {
    let folder = folder("stores-round");
    let data = folder.join("data");
    let data = data.to_str().unwrap();
    assert!(begun(Path::new(data)).contains("/join/"));
    let file = chart_file();
    let taken = plumbline(&["import", &file, "--name", "Invented Person", "--data", data]);
    assert_eq!(code(&taken), 0, "{}", said(&taken));
    let member = said(&taken).split_once(':').unwrap().0.to_owned();
    assert!(said(&plumbline(&["studios", "--data", data])).contains(&member));
    let again = plumbline(&["import", &file, "--member", &member, "--data", data]);
    assert_eq!(code(&again), 0, "the same file again changes nothing: {}", said(&again));
    let (copy, restored) = (folder.join("copy"), folder.join("restored"));
    assert_eq!(code(&plumbline(&["backup", copy.to_str().unwrap(), "--data", data])), 0);
    let restored = restored.to_str().unwrap();
    let key = format!("{data}/key");
    let back = plumbline(&["restore", copy.to_str().unwrap(), "--key", &key, "--data", restored]);
    assert_eq!(code(&back), 0, "{}", said(&back));
    let over = plumbline(&["restore", copy.to_str().unwrap(), "--key", &key, "--data", restored]);
    assert_eq!(code(&over), 2, "nothing is written over: {}", said(&over));
    let out = folder.join("out.ndjson");
    let out = out.to_str().unwrap();
    assert_eq!(code(&plumbline(&["export", &member, out, "--data", restored])), 0);
    let (was, is) = (std::fs::read_to_string(&file).unwrap(), std::fs::read_to_string(out).unwrap());
    assert_eq!(entries(&was), entries(&is));
}

#[test]
fn a_faulty_chart_file_adds_nobody() {
    let folder = folder("stores-faulty");
    let data = folder.join("data");
    let data = data.to_str().unwrap();
    begun(Path::new(data));
    let text = std::fs::read_to_string(chart_file()).unwrap();
    let file = folder.join("chart.ndjson");
    let lines: Vec<&str> = text.lines().collect();
    // Not an entry at all; and numbers of which one is missing.
    let numbered = lines.iter().enumerate().map(|(number, line)| {
        let mut entry: serde_json::Value = serde_json::from_str(line).unwrap();
        entry["seq"] = serde_json::json!(number + 2);
        entry.to_string() + "\n"
    });
    for (content, fault) in
        [(format!("{}\n{{\n", lines[0]), "line 2"), (numbered.collect(), "numbered 1 is missing")]
    {
        std::fs::write(&file, content).unwrap();
        let refused = plumbline(&["import", file.to_str().unwrap(), "--name", "Invented", "--data", data]);
        assert_eq!(code(&refused), 2);
        assert!(said(&refused).contains(fault), "{}", said(&refused));
        assert!(!said(&plumbline(&["studios", "--data", data])).contains("Invented"), "nobody was added");
    }
}

#[test]
fn a_store_without_a_name_or_with_another_key_says_what_to_do() {
    let folder = folder("stores-key");
    let data = folder.join("data");
    let data = data.to_str().unwrap();
    begun(Path::new(data));
    let unnamed = plumbline(&["verify"]);
    assert_eq!(code(&unnamed), 2);
    assert!(said(&unnamed).contains("--data DIR"), "{}", said(&unnamed));
    assert_eq!(code(&plumbline(&["verify", "--data", data])), 0);
    std::fs::write(format!("{data}/key"), [7; 32]).unwrap();
    let other = plumbline(&["verify", "--data", data]);
    assert_eq!(code(&other), 1);
    assert!(said(&other).contains("not the key file"), "{}", said(&other));
}

/// A store with one member whose chart was brought in: their id.
fn with_a_chart(data: &str) -> String {
    begun(Path::new(data));
    let taken = plumbline(&["import", &chart_file(), "--name", "Invented Person", "--data", data]);
    assert_eq!(code(&taken), 0, "{}", said(&taken));
    said(&taken).split_once(':').unwrap().0.to_owned()
}

/// The file of the only studio.
fn studio_file(data: &str) -> std::path::PathBuf {
    let mut files = std::fs::read_dir(Path::new(data).join("studios")).unwrap().map(|it| it.unwrap().path());
    files.find(|it| it.extension().is_some_and(|it| it == "sqlite")).unwrap()
}

/// Makes the folded cards of a studio's file say nothing.
fn spoil_cards(file: &Path) {
    sqlx::any::install_default_drivers();
    let work = async {
        let pool =
            sqlx::any::AnyPoolOptions::new().connect(&format!("sqlite://{}", file.display())).await.unwrap();
        let spoilt = sqlx::query("UPDATE card SET card = '{}'").execute(&pool).await.unwrap();
        assert_eq!(spoilt.rows_affected(), 1);
        pool.close().await;
    };
    tokio::runtime::Runtime::new().unwrap().block_on(work);
}

#[test]
fn a_name_that_was_mistyped_makes_nothing() {
    let folder = folder("stores-mistyped");
    let data = folder.join("daat");
    for verb in [&["verify"][..], &["studios"], &["backup", "copy"]] {
        let refused = plumbline(&[verb, &["--data", data.to_str().unwrap()]].concat());
        assert_eq!(code(&refused), 1);
        assert!(said(&refused).contains("there is no store here"), "{}", said(&refused));
        assert!(!data.exists());
    }
}

#[test]
fn a_studio_whose_file_is_gone_or_empty_is_a_fault_and_is_not_made_again() {
    let folder = folder("stores-lost");
    let data = folder.join("data");
    let data = data.to_str().unwrap();
    with_a_chart(data);
    let file = studio_file(data);
    std::fs::write(&file, "").unwrap();
    for lost in [false, true] {
        if lost {
            std::fs::remove_file(&file).unwrap();
        }
        let faulty = plumbline(&["verify", "--mend", "--data", data]);
        assert_eq!(code(&faulty), 1, "{}", said(&faulty));
        assert!(said(&faulty).contains("gone or empty"), "{}", said(&faulty));
        assert_eq!(file.exists(), !lost);
    }
    let (restored, key) = (folder.join("restored"), format!("{data}/key"));
    let back = plumbline(&["restore", data, "--key", &key, "--data", restored.to_str().unwrap()]);
    assert_eq!(code(&back), 1, "{}", said(&back));
    assert!(!restored.exists());
}

#[test]
fn a_restore_mends_what_can_be_folded_and_leaves_what_lies_beside() {
    let folder = folder("stores-beside");
    let (data, copy, restored) = (folder.join("data"), folder.join("copy"), folder.join("restored"));
    let data = data.to_str().unwrap();
    let member = with_a_chart(data);
    assert_eq!(code(&plumbline(&["backup", copy.to_str().unwrap(), "--data", data])), 0);
    let stranger = folder.join("restored.restoring");
    std::fs::create_dir(&stranger).unwrap();
    std::fs::write(stranger.join("mine"), "kept").unwrap();
    spoil_cards(&studio_file(copy.to_str().unwrap()));
    let key = format!("{data}/key");
    let back =
        plumbline(&["restore", copy.to_str().unwrap(), "--key", &key, "--data", restored.to_str().unwrap()]);
    assert_eq!(code(&back), 0, "{}", said(&back));
    assert!(said(&back).contains("mended"), "{}", said(&back));
    assert_eq!(std::fs::read_to_string(stranger.join("mine")).unwrap(), "kept");
    let out = plumbline(&["export", &member, "-", "--data", restored.to_str().unwrap()]);
    let was = std::fs::read_to_string(chart_file()).unwrap();
    assert_eq!(entries(&String::from_utf8(out.stdout).unwrap()), entries(&was), "and `-` is standard output");
    assert!(!Path::new("-").exists());
    let names = std::fs::read_dir(&folder).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap());
    assert!(names.into_iter().all(|it| !it.starts_with(".plumbline")), "nothing half done is left");
}
