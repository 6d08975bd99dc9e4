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
