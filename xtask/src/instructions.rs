//! How many instructions the shipped module runs through for what it is asked most, and `instructions.json`, where that is
//! recorded. Seconds differ from run to run; these numbers only change with the code.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::build::{self, Built};
use crate::meter;
use crate::project::Project;
use crate::recorded::{Figures, Record};
use crate::tools;
use crate::ui;

/// Where they are recorded. What is counted is repeatable to the last instruction; the tolerance is for changes elsewhere that
/// make the compiler decide otherwise.
const RECORD: Record = Record {
    file: "instructions.json",
    unit: "instructions",
    command: "cargo xtask instructions",
    kept: "sign.gatewayBind",
    tolerance_percent: 2.0,
    other_compiler_tolerance_percent: 10.0,
};

/// What is counted: instructions within the module, and how often it calls the host, each call a way out and back.
const KINDS: [&str; 2] = ["in the module", "calls of the host"];

/// How many functions are named for an operation.
const NAMED: usize = 12;
/// How long the hash of a crate is, and how much is shown of a name.
const HASH_CHARS: usize = 16;
const NAME_MAX_CHARS: usize = 100;

/// Counts, prints, and compares with what is recorded; with a reason, records.
///
/// `user` is a project that has the packed package installed.
pub fn instructions(project: &Project, built: &Built, user: &Path, reason: Option<&str>) -> Result<()> {
    let counted = count(project, built, user)?;
    let widest = counted.keys().map(String::len).max().unwrap_or(0);
    ui::line(&format!("{:<widest$} {:>15} {:>18}", "", KINDS[0], KINDS[1]));
    let mut figures = Figures::new();
    for (name, operation) in &counted {
        let [instructions, calls] = operation.figures();
        ui::line(&format!("{name:<widest$} {instructions:>15} {calls:>18}"));
        figures.push((name.clone(), KINDS.into_iter().zip([instructions, calls]).collect()));
    }
    RECORD.settle(project, &figures, &built.compiler, reason)
}

/// Says in which functions the instructions of each operation are spent.
pub fn by_function(project: &Project, built: &Built, user: &Path) -> Result<()> {
    let names = meter::names(&build::named(project)?)?;
    for (operation, counted) in count(project, built, user)? {
        let functions = counted.functions();
        if functions.len() != names.len() {
            bail!(
                "the module with names has {} functions, the shipped one {}",
                names.len(),
                functions.len()
            );
        }
        let total = counted.figures()[0].max(1);
        ui::line(&format!("\n{operation}: {total}"));
        let mut spent: Vec<(usize, &String)> = functions.into_iter().zip(&names).collect();
        spent.sort_by_key(|(instructions, _)| std::cmp::Reverse(*instructions));
        for (instructions, name) in spent.into_iter().take(NAMED) {
            let (name, percent) = (readable(name), instructions * 100 / total);
            ui::line(&format!("{instructions:>9} {percent:>3} %  {name}"));
        }
    }
    Ok(())
}

/// A function's name without the hashes of crates, and no longer than a line.
fn readable(name: &str) -> String {
    let mut text = String::new();
    let mut rest = name;
    while let Some((before, after)) = rest.split_once('[') {
        text.push_str(before);
        let (inner, behind) = after.split_once(']').unwrap_or((after, ""));
        if inner.len() != HASH_CHARS || !inner.chars().all(|digit| digit.is_ascii_hexdigit()) {
            text.push_str(&format!("[{inner}]"));
        }
        rest = behind;
    }
    text.push_str(rest);
    text.chars().take(NAME_MAX_CHARS).collect()
}

/// What an operation took.
struct Counted(Value);

impl Counted {
    fn figures(&self) -> [usize; 2] {
        ["instructions", "calls"].map(|kind| number(&self.0[kind]))
    }

    /// Instructions by the functions' order in the module.
    fn functions(&self) -> Vec<usize> {
        self.0["functions"]
            .as_array()
            .into_iter()
            .flatten()
            .map(number)
            .collect()
    }
}

fn number(value: &Value) -> usize {
    value
        .as_u64()
        .and_then(|number| usize::try_from(number).ok())
        .unwrap_or_default()
}

fn count(project: &Project, built: &Built, user: &Path) -> Result<BTreeMap<String, Counted>> {
    let folder = project.target.join("instructions");
    fs::create_dir_all(&folder)?;
    let (module, output) = (folder.join("metered.wasm"), folder.join("counted.json"));
    fs::write(&module, meter::metered(&built.wasm()?)?)?;
    let mut command = Command::new(tools::node()?);
    command
        .current_dir(project.tests())
        .arg("bench/instructions.mjs")
        .args([&module, &output])
        .env("IOTEXPLORER_PROJECT", user)
        .env("IOTEXPLORER_REPO", &project.root);
    ui::run(&mut command)?;
    let counted: BTreeMap<String, Value> =
        serde_json::from_str(&fs::read_to_string(&output)?).context("what was counted")?;
    Ok(counted
        .into_iter()
        .map(|(name, counted)| (name, Counted(counted)))
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_their_hashes() {
        assert_eq!(
            readable("<str[0123456789abcdef]::get as a[fedcba9876543210]::B>::c"),
            "<str::get as a::B>::c"
        );
        assert_eq!(readable("copy::<[u8; 4]>"), "copy::<[u8; 4]>");
        assert_eq!(readable(&"a".repeat(200)).len(), NAME_MAX_CHARS);
    }
}
