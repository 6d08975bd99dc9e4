//! The intake of a story: its answers laid over a complete intake, and written as a file.

use std::fs;
use std::path::Path;
use toml::{Table, Value};

use crate::FOLDER;

/// Takes an answer of the base away.
const NOT_ANSWERED: &str = "(not answered)";

/// The complete intake of a person of `cases/people/`.
pub(crate) fn base(name: &str) -> Result<Table, String> {
    let path = Path::new(FOLDER).join("people").join(format!("{name}.toml"));
    let text = fs::read_to_string(&path).map_err(|error| format!("base {name}: {error}"))?;
    text.parse().map_err(|error| format!("base {name}: {error}"))
}

/// Lays a story's answers over a base: keys replace or add, `(not answered)` takes away, `[[…]]` rows are added.
pub(crate) fn overlaid(base: &Table, overlay: &Table) -> Result<Table, String> {
    let mut laid = base.clone();
    for (key, value) in overlay {
        match (laid.get_mut(key), value) {
            (Some(Value::Table(under)), Value::Table(over)) => *under = overlaid(under, over)?,
            (Some(Value::Array(under)), Value::Array(over))
                if over.iter().all(Value::is_table) && !over.is_empty() =>
            {
                under.extend(over.iter().cloned());
            }
            (under, Value::String(word)) if word == NOT_ANSWERED => {
                under.ok_or_else(|| format!("{key} is taken away, but the base has no such answer"))?;
                laid.remove(key);
            }
            (Some(under), _) if under == value => return Err(format!("{key} is the same as in the base")),
            _ => {
                laid.insert(key.clone(), value.clone());
            }
        }
    }
    Ok(laid)
}

/// An intake as a file, its tables, answers and ticks in alphabetical order or backwards.
pub(crate) fn written(intake: &Table, backwards: bool) -> String {
    let in_order = |mut lines: Vec<String>| {
        if backwards {
            lines.reverse();
        }
        lines.concat()
    };
    let line = |(key, value): (&String, &Value)| {
        let mut value = value.clone();
        if let Value::Array(ticks) = &mut value
            && backwards
            && ticks.iter().all(Value::is_str)
        {
            ticks.reverse();
        }
        format!("{key} = {value}\n")
    };
    let rows = |table: &Table| in_order(table.iter().map(line).collect());
    let (mut top, mut tables) = (Vec::new(), Vec::new());
    for (key, value) in intake {
        match value {
            Value::Table(table) => tables.push(format!("[{key}]\n{}", rows(table))),
            Value::Array(list) => {
                let each = list.iter().filter_map(Value::as_table);
                tables.push(in_order(
                    each.map(|row| format!("[[{key}]]\n{}", row.iter().map(plain).collect::<String>()))
                        .collect(),
                ));
            }
            Value::String(_)
            | Value::Integer(_)
            | Value::Float(_)
            | Value::Boolean(_)
            | Value::Datetime(_) => {
                top.push(plain((key, value)));
            }
        }
    }
    in_order(top) + &in_order(tables)
}

fn plain((key, value): (&String, &Value)) -> String {
    format!("{key} = {value}\n")
}
