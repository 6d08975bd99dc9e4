//! What is written: PDF, calendar, the example of an intake file.

use crate::{code, example, folder, intake, json, plan, plumbline, rows, words};

#[test]
fn the_same_input_gives_the_same_bytes() {
    let folder = folder("twice");
    let file = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    for run in ["a", "b"] {
        let (pdf, ics) = (file(&format!("{run}.pdf")), file(&format!("{run}.ics")));
        let output = plan(&example(), &["--json", "--pdf", &pdf, "--ics", &ics]);
        assert_eq!(code(&output), 0, "{}", words(&output.stderr));
        std::fs::write(file(&format!("{run}.json")), output.stdout).unwrap();
    }
    for kind in ["json", "pdf", "ics"] {
        let bytes = |run: &str| std::fs::read(file(&format!("{run}.{kind}"))).unwrap();
        assert!(bytes("a") == bytes("b"), "two {kind} files differ");
    }
    assert_eq!(plan(&example(), &[]).stdout, plan(&example(), &[]).stdout);
}

#[test]
fn pdf_and_calendar_are_files_of_their_kind() {
    let folder = folder("files");
    let (pdf, ics) = (folder.join("plan.pdf"), folder.join("plan.ics"));
    let output =
        plan(&example(), &["--pdf", pdf.to_str().unwrap(), "--letter", "--ics", ics.to_str().unwrap()]);
    assert_eq!(code(&output), 0, "{}", words(&output.stderr));
    let pdf = std::fs::read(&pdf).unwrap();
    assert!(pdf.starts_with(b"%PDF-") && pdf.len() > 10_000);
    let ics = std::fs::read_to_string(&ics).unwrap();
    assert!(ics.starts_with("BEGIN:VCALENDAR\r\n") && ics.trim_end().ends_with("END:VCALENDAR"));
    assert!(ics.contains("BEGIN:VALARM") && ics.contains("TZID=America/Toronto"), "{ics}");
}

#[test]
fn a_file_that_cannot_be_written_is_an_error_and_leaves_nothing() {
    let folder = folder("unwritable");
    let target = folder.join("no-such-folder").join("plan.pdf");
    let output = plan(&example(), &["--pdf", target.to_str().unwrap()]);
    assert_eq!(code(&output), 1);
    assert!(words(&output.stderr).contains("cannot write"));
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0);
}

#[test]
fn the_written_example_is_read_back() {
    let text = words(&plumbline(&["intake", "--example"]).stdout);
    let started = text.replacen("# date =", "date =", 1).replacen("# birth_year =", "birth_year =", 1);
    let output = plan(&intake("written", started), &["--json"]);
    assert_eq!(code(&output), 3, "{}", words(&output.stderr));
    let object = json(&output);
    assert!(object["programme"].is_null());
    assert!(rows(&object["unanswered"]).iter().any(|it| it == "ces_saddle"), "{}", object["unanswered"]);
    let schema = plumbline(&["intake", "--schema"]);
    assert!(json(&schema)["properties"]["safety"].is_object());
}

#[test]
fn help_is_no_failure_and_nonsense_is() {
    assert_eq!(code(&plumbline(&["--help"])), 0);
    assert_eq!(code(&plumbline(&["plan"])), 2);
    assert_eq!(code(&plumbline(&["fly"])), 2);
}

#[test]
fn a_studio_file_with_faults_is_refused_and_names_them() {
    let folder = folder("studio");
    let file = folder.join("studio.toml");
    std::fs::write(&file, "name = \"A\"\nphone = \"1\"\nemail = \"nobody\"\n").unwrap();
    let output = plumbline(&["serve", "--listen", "127.0.0.1:0", "--studio", file.to_str().unwrap()]);
    assert_eq!(code(&output), 2);
    assert!(words(&output.stderr).contains("line 3: `email`"), "{}", words(&output.stderr));
}

#[test]
fn an_address_that_is_none_is_refused() {
    assert_eq!(code(&plan(&example(), &["--address", "javascript:1"])), 2);
    assert_eq!(code(&plumbline(&["serve", "--address", "back.example.org"])), 2);
}
