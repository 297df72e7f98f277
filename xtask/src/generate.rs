//! `cargo xtask gen`: writes what follows from the Action files and the table of codes, or proves that it is fresh.
//!
//! Everything here is a pure function from the tables to a text; this module alone reads and writes files. What comes
//! out is committed, so that a change of an Action shows what it changes for users.

pub mod benchmarks;
mod catalog;
mod command_line;
mod guides;
mod javascript;
pub mod pages;
mod reference;
mod tables;
mod typescript;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail, ensure};
use iotexplorer_client::action::{self, Action};

use crate::bench::GROUPS;
use crate::size::RECORDED_SIZES;
use pages::frame::Edition;

/// Set for the run that a changed catalog makes necessary, so that it cannot start yet another.
const SECOND_PASS: &str = "IOTEXPLORER_GEN_SECOND_PASS";

/// The front pages.
const READMES: [(&str, tables::Language); 2] = [
    ("README.md", tables::Language::English),
    ("README.zh-CN.md", tables::Language::Chinese),
];

/// The catalog's path in the repository.
const CATALOG: &str = "src/action/catalog.rs";
/// The lists that module and host count alike.
const ATOMS: &str = "pkg-template/generated/atoms.js";
const CODES: &str = "pkg-template/generated/codes.js";

/// Writes the generated files; with `check` writes nothing and fails, naming the stale ones.
///
/// # Errors
///
/// A file that cannot be read or written, an Action file that does not follow the rules, and, with `check`, a stale file.
pub fn run(check: bool) -> Result<()> {
    let root = root();
    let stems = catalog::stems(&root.join("src/action"))?;
    let mut files = Files::new(root, check);

    files.put(CATALOG, &catalog::source(&stems))?;
    if files.has_changed() && !check {
        // This very program was compiled against the old catalog; the rest is for its successor.
        return again();
    }
    if !files.has_changed() {
        let actions = compiled(&stems)?;
        files.put("pkg-template/generated/actions.js", &javascript::actions(&actions)?)?;
        files.put(ATOMS, &javascript::atoms()?)?;
        files.put(CODES, &javascript::codes()?)?;
        files.put("pkg-template/generated/cli.json", &command_line::table(&actions))?;
        files.put("pkg-template/generated/actions.d.ts", &typescript::actions(&actions)?)?;
        files.put("docs/reference.md", &reference::page(&actions))?;
        files.folder(pages::FOLDER, &pages::files(&actions, Edition::Repository)?)?;
        let guides = guides::files(&files.root, &actions, Edition::Repository)?;
        files.folder(guides::FOLDER, &guides)?;
        for (readme, language) in READMES {
            files.fill(readme, "errors", &tables::errors(language))?;
            files.fill(readme, "actions", &tables::actions(&actions, language))?;
        }
        files.benchmarks()?;
    }
    files.finish()
}

/// The pages as the published site has them, by their paths below `www/`.
///
/// # Errors
///
/// As those of [`run`].
pub fn site() -> Result<Vec<(String, String)>> {
    let root = root();
    let actions = compiled(&catalog::stems(&root.join("src/action"))?)?;
    let mut pages = Vec::new();
    for (folder, files) in [
        (pages::FOLDER, pages::files(&actions, Edition::Site)?),
        (guides::FOLDER, guides::files(&root, &actions, Edition::Site)?),
    ] {
        let folder = folder.trim_start_matches("www/");
        pages.extend(files.into_iter().map(|(name, text)| (format!("{folder}/{name}"), text)));
    }
    Ok(pages)
}

/// Proves that the package will count texts and codes as the module does, to which they are numbers.
///
/// # Errors
///
/// A list that is stale: each text behind the first difference would be taken for another.
pub fn numbers_agree() -> Result<()> {
    for (path, fresh) in [(ATOMS, javascript::atoms()?), (CODES, javascript::codes()?)] {
        let found = fs::read_to_string(root().join(path)).with_context(|| path.to_owned())?;
        ensure!(
            found == fresh,
            "{path} is stale, and the module counts otherwise: run cargo xtask gen"
        );
    }
    Ok(())
}

/// The repository's directory.
fn root() -> PathBuf {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.parent().unwrap_or(manifest).to_path_buf()
}

/// Builds and runs this command once more.
fn again() -> Result<()> {
    ensure!(
        std::env::var_os(SECOND_PASS).is_none(),
        "{CATALOG} changed twice in a row: is something else writing src/action?"
    );
    println!("{CATALOG} changed: building again for the rest");
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args(["run", "--quiet", "--package", "xtask", "--", "gen"])
        .current_dir(root())
        .env(SECOND_PASS, "1")
        .status()
        .context("could not run cargo for the second pass")?;
    ensure!(status.success(), "the second pass failed");
    Ok(())
}

/// The compiled Actions by name, each proven to stand in the file of its name.
fn compiled(stems: &[String]) -> Result<Vec<&'static Action>> {
    let mut actions = action::ALL.to_vec();
    actions.sort_by_key(|action| action.name);
    let mut named: Vec<String> = actions.iter().map(|action| action.file_stem()).collect();
    named.sort();
    for (index, stem) in named.iter().enumerate() {
        ensure!(
            stems.contains(stem),
            "an Action's file has the wrong name: src/action/{stem}.rs is missing"
        );
        ensure!(
            index == 0 || named.get(index - 1) != Some(stem),
            "two files hold the Action of {stem}.rs"
        );
    }
    Ok(actions)
}

/// The files written or looked at in one run.
struct Files {
    root: PathBuf,
    check: bool,
    changed: Vec<String>,
}

impl Files {
    fn new(root: PathBuf, check: bool) -> Self {
        let changed = Vec::new();
        Self { root, check, changed }
    }

    fn has_changed(&self) -> bool {
        !self.changed.is_empty()
    }

    /// Makes `path` hold `contents`. A file that already does is not touched: cargo goes by the time of its last change.
    fn put(&mut self, path: &str, contents: &str) -> Result<()> {
        let file = self.root.join(path);
        if fs::read_to_string(&file).is_ok_and(|present| present == contents) {
            return Ok(());
        }
        self.changed.push(path.into());
        if !self.check {
            if let Some(parent) = file.parent() {
                fs::create_dir_all(parent).with_context(|| format!("could not create the folder of {path}"))?;
            }
            fs::write(&file, contents).with_context(|| format!("could not write {path}"))?;
        }
        Ok(())
    }

    /// Makes the folder at `path` hold these files, by name, and no others.
    fn folder(&mut self, path: &str, contents: &[(String, String)]) -> Result<()> {
        for (name, text) in contents {
            self.put(&format!("{path}/{name}"), text)?;
        }
        for entry in fs::read_dir(self.root.join(path)).into_iter().flatten() {
            let entry = entry.with_context(|| path.to_owned())?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if contents.iter().any(|(wanted, _)| *wanted == name) {
                continue;
            }
            self.changed.push(format!("{path}/{name}"));
            if !self.check {
                fs::remove_file(entry.path()).with_context(|| format!("could not remove {path}/{name}"))?;
            }
        }
        Ok(())
    }

    /// Puts `contents` between the markers `<!-- gen:NAME -->` and `<!-- /gen:NAME -->` of `path`, where they are.
    fn fill(&mut self, path: &str, name: &str, contents: &str) -> Result<()> {
        let Ok(present) = fs::read_to_string(self.root.join(path)) else {
            return Ok(());
        };
        let (start, end) = (format!("<!-- gen:{name} -->"), format!("<!-- /gen:{name} -->"));
        let Some((before, rest)) = present.split_once(&start) else {
            return Ok(());
        };
        let Some((_, after)) = rest.split_once(&end) else {
            bail!("{path} has {start} without {end}");
        };
        self.put(path, &format!("{before}{start}\n{contents}{end}{after}"))
    }

    /// What was measured, wherever it is told.
    fn benchmarks(&mut self) -> Result<()> {
        let Ok(results) = fs::read_to_string(self.root.join(benchmarks::RESULTS)) else {
            return Ok(());
        };
        let results = serde_json::from_str(&results).context(benchmarks::RESULTS)?;
        for group in GROUPS {
            if let Some(section) = benchmarks::section(&results, group.name()) {
                self.fill(benchmarks::PAGE, &format!("bench-{}", group.name()), &section)?;
            }
        }
        if let Ok(sizes) = fs::read_to_string(self.root.join(RECORDED_SIZES)) {
            let sizes = serde_json::from_str(&sizes).context(RECORDED_SIZES)?;
            self.fill(benchmarks::PAGE, "bench-history", &benchmarks::history(&sizes))?;
        }
        for (readme, language) in READMES {
            if let Some(summary) = benchmarks::summary(&results, language) {
                self.fill(readme, "benchmarks", &summary)?;
            }
        }
        Ok(())
    }

    fn finish(self) -> Result<()> {
        let mut changed = self.changed;
        changed.dedup();
        if self.check && !changed.is_empty() {
            bail!("stale: {}; run `cargo xtask gen` and commit", changed.join(", "));
        }
        for path in changed {
            println!("wrote {path}");
        }
        Ok(())
    }
}
