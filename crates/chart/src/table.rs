//! A chart as a table, for whoever opens it in a spreadsheet: one value a row, whatever record it stands in.
//!
//! It is for reading. The file form ([`write`](crate::write)) is what another Plumbline takes in.

use serde_json::Value;

use crate::entry::Entry;

/// The columns.
const COLUMNS: [&str; 6] = ["entry", "occurred_at", "role", "kind", "field", "value"];

/// Writes every value of every entry as comma-separated text, in order of the entries.
///
/// `field` is the way to the value, parts joined by points; a record that is words alone has one value without a field. A text that
/// a spreadsheet would take for a formula begins with an apostrophe.
pub fn table(entries: &[Entry]) -> Result<String, csv::Error> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(COLUMNS)?;
    for (number, entry) in (1_u64..).zip(entries) {
        let whole = serde_json::to_value(entry).map_err(std::io::Error::other)?;
        let number = entry.seq.unwrap_or(number).to_string();
        let moment = entry.occurred_at.to_string();
        let role = text(&whole["author"]["role"]);
        let kind = text(&whole["body"]["kind"]);
        let mut values = Vec::new();
        flatten("", &whole["body"]["record"], &mut values);
        for (field, value) in values {
            table.write_record([&number, &moment, &role, &kind, &field, &value])?;
        }
    }
    let bytes = table.into_inner().map_err(csv::IntoInnerError::into_error)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Every value below one, with the way to it.
fn flatten(way: &str, value: &Value, values: &mut Vec<(String, String)>) {
    let below = |part: &str| if way.is_empty() { part.to_owned() } else { format!("{way}.{part}") };
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                flatten(&below(name), value, values);
            }
        }
        Value::Array(items) => {
            for (at, value) in (1_usize..).zip(items) {
                flatten(&below(&at.to_string()), value, values);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            values.push((way.to_owned(), text(value)));
        }
    }
}

/// A value as a cell shows it.
fn text(value: &Value) -> String {
    match value {
        Value::String(it) if it.starts_with(['=', '+', '-', '@']) => format!("'{it}"),
        Value::String(it) => it.clone(),
        Value::Null => String::new(),
        Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read;

    const GOLDEN: &str = include_str!("../tests/golden/charts/hurts.ndjson");

    fn pack() -> &'static knowledge::Pack {
        knowledge::bundled().unwrap_or_else(|faults| panic!("{faults:#?}"))
    }

    fn rows(entries: &[Entry]) -> Vec<Vec<String>> {
        let table = table(entries).unwrap();
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(table.as_bytes());
        reader.records().map(|it| it.unwrap().iter().map(str::to_owned).collect()).collect()
    }

    /// How many values stand below one.
    fn leaves(value: &Value) -> usize {
        match value {
            Value::Object(it) => it.values().map(leaves).sum(),
            Value::Array(it) => it.iter().map(leaves).sum(),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => 1,
        }
    }

    #[test]
    fn every_value_of_every_record_is_a_row() {
        let entries = read(pack(), GOLDEN.as_bytes()).unwrap();
        let lines = GOLDEN.lines().map(|it| serde_json::from_str::<Value>(it).unwrap());
        let wanted: usize = lines.map(|it| leaves(&it["body"]["record"])).sum();
        let rows = rows(&entries);
        assert!(wanted > 100, "the chart says something");
        assert_eq!(rows.len(), wanted + 1, "and the names of the columns");
        let numbers: std::collections::BTreeSet<&String> = rows[1..].iter().map(|it| &it[0]).collect();
        assert_eq!(numbers.len(), entries.len(), "no entry is without a row");
    }

    #[test]
    fn words_come_back_as_they_were_and_are_no_formula() {
        let mut entry = read(pack(), GOLDEN.as_bytes()).unwrap().remove(0);
        for (words, cell) in
            [("a \"b\",\nc; ä", "a \"b\",\nc; ä"), ("=1+1", "'=1+1"), ("-", "'-"), ("@SUM(A1)", "'@SUM(A1)")]
        {
            entry.body = crate::Body::Note(words.to_owned());
            let rows = rows(std::slice::from_ref(&entry));
            assert_eq!(rows[1][3..], ["note".to_owned(), String::new(), cell.to_owned()]);
        }
    }
}
