//! `cargo xtask bench`: how fast, how small and how soon ready the package is, beside what people would use instead. The
//! measurements are programs of Node's in `tests/bench/`, each with figures as its result; they end up in one committed file,
//! from which `cargo xtask gen` writes the tables.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value, json};

use crate::build::{self, Built};
use crate::generate::{self, benchmarks};
use crate::pack;
use crate::project::Project;
use crate::size::Weight;
use crate::steps;
use crate::tools;
use crate::ui;

/// What can be measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, clap::ValueEnum)]
pub enum Group {
    /// Signatures against node:crypto, WebCrypto, crypto-js and @noble/hashes.
    Signature,
    /// Building requests and reading answers against JSON and checks by hand.
    Json,
    /// Whole calls against the official SDK: processor time and garbage.
    Call,
    /// From nothing to the first request, in fresh processes.
    ColdNode,
    /// The same in Chromium, from the navigation on.
    ColdChromium,
    /// What is downloaded.
    Bytes,
    /// What each step of the release build gives. Takes a quarter of an hour, and only runs when it is named.
    Build,
    /// How cost grows with batches and answers.
    Growth,
}

/// All of them, in the order in which people read about them.
pub const GROUPS: [Group; 8] = [
    Group::Bytes,
    Group::Build,
    Group::Signature,
    Group::Json,
    Group::Call,
    Group::ColdNode,
    Group::ColdChromium,
    Group::Growth,
];

impl Group {
    /// The name of its program, of its figures and of its place in the text.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Signature => "signature",
            Self::Json => "json",
            Self::Call => "call",
            Self::ColdNode => "cold-node",
            Self::ColdChromium => "cold-chromium",
            Self::Bytes => "bytes",
            Self::Build => "build",
            Self::Growth => "growth",
        }
    }
}

/// Measures the groups, prints their tables and, unless `quick`, commits the figures to the texts.
pub fn bench(project: &Project, groups: &[Group], quick: bool) -> Result<()> {
    let built = build::build(project, false)?;
    let user = pack::install(project, &pack::pack(project, &built)?)?;
    tools::locked(
        &project.tests().join("bench"),
        "The benchmark's peers: npm ci (20 MB, once)",
    )?;
    let usual = GROUPS.map(|group| (group != Group::Build).then_some(group));
    let usual: Vec<Group> = usual.into_iter().flatten().collect();
    let wanted = if groups.is_empty() { &usual } else { groups };
    let path = project.root.join(benchmarks::RESULTS);
    let mut results: Map<String, Value> = match fs::read_to_string(&path) {
        Ok(text) => serde_json::from_str(&text).context(benchmarks::RESULTS)?,
        Err(_) => Map::new(),
    };
    for group in wanted {
        let figures = ui::step(&format!("Measure: {}", group.name()), || {
            measure(project, &built, &user, *group, quick)
        })?;
        for table in figures["tables"].as_array().into_iter().flatten() {
            ui::line(&format!(
                "\n{}\n{}",
                table["title"].as_str().unwrap_or_default(),
                benchmarks::rows(table)
            ));
        }
        results.insert(group.name().to_owned(), figures);
    }
    if quick {
        ui::note("Quick figures are for trying things out: nothing is written.");
        return Ok(());
    }
    let mut ordered = Map::new();
    for group in GROUPS {
        if let Some(figures) = results.remove(group.name()) {
            ordered.insert(group.name().to_owned(), figures);
        }
    }
    fs::write(&path, format!("{:#}\n", Value::from(ordered)))?;
    ui::fresh(benchmarks::RESULTS, "written");
    generate::run(false)
}

fn measure(project: &Project, built: &Built, user: &Path, group: Group, quick: bool) -> Result<Value> {
    let folder = project.target.join("bench");
    fs::create_dir_all(&folder)?;
    let output = folder.join(format!("{}.json", group.name()));
    let mut command = Command::new(tools::node()?);
    command
        .current_dir(project.tests())
        .args(["--expose-gc", "bench/run.mjs", group.name()])
        .arg(&output)
        .env("IOTEXPLORER_PROJECT", user)
        .env("IOTEXPLORER_REPO", &project.root)
        .env("IOTEXPLORER_BENCH", folder.join("bundles"));
    if quick {
        command.arg("--quick");
    }
    match group {
        Group::ColdChromium => {
            command.env("CHROMIUM", tools::browser(project)?.chromium);
        }
        Group::Build => {
            let loads = folder.join("loads.json");
            fs::write(&loads, steps::loads(project, built, quick)?.to_string())?;
            command.env("IOTEXPLORER_LOADS", loads);
        }
        _ => {}
    }
    ui::run(&mut command)?;
    let mut figures: Value = serde_json::from_str(&fs::read_to_string(&output)?).context("a group's figures")?;
    let versions = figures["taken"]["versions"].as_object_mut().context("versions")?;
    versions.insert("iotexplorer-client".to_owned(), project.version.clone().into());
    let compiler: Vec<&str> = built.compiler.split_whitespace().take(2).collect();
    if let [name, version] = compiler[..] {
        versions.insert(name.to_owned(), version.into());
    }
    if let Some(loads) = figures.as_object_mut().and_then(|figures| figures.remove("loads")) {
        let weighed = loads
            .as_array()
            .into_iter()
            .flatten()
            .map(weigh)
            .collect::<Result<Vec<Value>>>()?;
        figures["tables"] = weighed.into();
    }
    if figures["tables"].as_array().is_none_or(Vec::is_empty) {
        bail!("{} has measured nothing", group.name());
    }
    Ok(figures)
}

/// A table out of one that names files.
fn weigh(load: &Value) -> Result<Value> {
    let mut ours = None;
    let mut rows = Vec::new();
    for row in load["rows"].as_array().into_iter().flatten() {
        let files: Vec<PathBuf> = row["files"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|path| path.as_str().map(PathBuf::from))
            .collect();
        let Weight { raw, gzip, brotli } = Weight::of_files(&files)?;
        let is_ours = row["isOurs"] == true;
        let first = *ours.get_or_insert(brotli);
        let mut weighed = json!({
            "name": row["name"], "isOurs": is_ours, "raw": raw, "gzip": gzip, "median": brotli, "low": brotli, "high": brotli,
        });
        if !is_ours {
            let share = first as f64 / brotli as f64;
            weighed["share"] = json!({ "median": share, "low": share, "high": share });
        }
        rows.push(weighed);
    }
    let mut table = json!({ "title": load["title"], "unit": "bytes", "rows": rows });
    if let Some(relation) = load.get("relation") {
        table["relation"] = relation.clone();
    }
    Ok(table)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_weighed_and_compared_with_the_first() {
        let here = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
        let load = json!({ "title": "T", "rows": [
            { "name": "a", "isOurs": true, "files": [here] },
            { "name": "b", "files": [here, here] },
        ] });
        let table = weigh(&load).expect("weighed");
        assert_eq!(
            table["rows"][1]["raw"],
            2 * table["rows"][0]["raw"].as_u64().expect("a number")
        );
        assert_eq!(table["rows"][1]["share"]["median"], 0.5);
        assert!(table["rows"][0].get("share").is_none());
        assert!(weigh(&json!({ "rows": [{ "files": ["/no/such/file"] }] })).is_err());
    }

    #[test]
    fn every_group_has_its_place_in_the_text() {
        let page = include_str!("../../BENCHMARKS.md");
        for group in GROUPS {
            let name = group.name();
            assert!(page.contains(&format!("<!-- gen:bench-{name} -->")), "{name}");
        }
    }
}
