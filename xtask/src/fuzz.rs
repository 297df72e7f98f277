//! Coverage-guided fuzzing of the core: the targets in `fuzz/`, which is a workspace of its own, run by libFuzzer.
//!
//! What a target finds on the way is kept below `target/fuzz/`, what is committed in `fuzz/corpus/` is only read.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::counts::Tally;
use crate::packages;
use crate::project::{Project, forget_own_package, which};
use crate::tools;
use crate::ui;

/// How long each target runs as a part of the tests, beyond its corpus.
pub const BRIEF_SECONDS: u32 = 3;
/// How long one input may take before it counts as an endless loop.
const INPUT_SECONDS: u32 = 10;
/// How much memory a target may take.
const MEMORY_MB: u32 = 1024;

/// What a target did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Stats {
    /// How many inputs it was given.
    executions: u64,
    /// How many edges of the program's graph they reached.
    edges: u64,
    /// How many of them reached something that no other does.
    corpus: u64,
}

/// Runs these targets, or all, each for so long; `is_brief` forgets what it found before.
pub fn run(project: &Project, wanted: &[String], seconds: u32, is_brief: bool) -> Result<Tally> {
    let all = targets(project)?;
    if let Some(unknown) = wanted.iter().find(|name| !all.contains(name)) {
        bail!("there is no target {unknown}; there are {}", all.join(", "));
    }
    let programs = build(project)?;
    let mut tally = Tally::default();
    let mut rows = Vec::new();
    for name in all.iter().filter(|name| wanted.is_empty() || wanted.contains(name)) {
        let outcome = ui::step(&format!("Fuzzing {name}"), || {
            fuzz(project, &programs, name, seconds, is_brief)
        });
        tally += Tally::one(outcome.is_ok());
        rows.push((name, outcome.unwrap_or_default()));
    }
    ui::note(&format!(
        "{:<12} {:>12} {:>8} {:>8}",
        "target", "executions", "edges", "corpus"
    ));
    for (name, stats) in rows {
        let Stats {
            executions,
            edges,
            corpus,
        } = stats;
        ui::note(&format!("{name:<12} {executions:>12} {edges:>8} {corpus:>8}"));
    }
    Ok(tally)
}

/// The folder of the targets.
fn folder(project: &Project) -> PathBuf {
    project.root.join("fuzz")
}

/// The targets by name: each has a file.
fn targets(project: &Project) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder(project).join("fuzz_targets"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "rs")
            && let Some(name) = path.file_stem()
        {
            names.push(name.to_string_lossy().into_owned());
        }
    }
    names.sort();
    Ok(names)
}

/// Compiles all targets; answers where they lie.
fn build(project: &Project) -> Result<PathBuf> {
    let program = tools::cargo_fuzz(project)?;
    compiler(project)?;
    let made = project.target.join("fuzz");
    let host = host()?;
    ui::step("Fuzz targets: compile", || {
        let lock = fs::read(folder(project).join("Cargo.lock")).context("fuzz/Cargo.lock")?;
        let mut command = Command::new(program);
        command
            .current_dir(&project.root)
            // The core has no unsafe code for which an address sanitizer would be worth its time.
            .args([
                "fuzz",
                "build",
                "--sanitizer",
                "none",
                "--target",
                &host,
                "--target-dir",
            ])
            .arg(&made)
            .env("CARGO_TERM_COLOR", "never")
            // What instruments the code is not stable.
            .env("RUSTC_BOOTSTRAP", "1");
        forget_own_package(&mut command);
        ui::run(&mut command)?;
        if fs::read(folder(project).join("Cargo.lock"))? != lock {
            bail!("fuzz/Cargo.lock was not up to date: it has changed");
        }
        Ok(())
    })?;
    Ok(made.join(host).join("release"))
}

/// libFuzzer is compiled from C++.
fn compiler(project: &Project) -> Result<()> {
    let is_there = || std::env::var_os("CXX").is_some() || which("c++").is_some();
    if !is_there() && packages::is_debian_like() {
        packages::install(project, &["g++".to_owned()], "a C++ compiler is missing")?;
    }
    if !is_there() {
        bail!("a C++ compiler is missing: install one, or name it with CXX");
    }
    Ok(())
}

/// The platform that this compiler compiles for.
fn host() -> Result<String> {
    let said = ui::ask(Command::new("rustc").arg("-vV"))?;
    let host = said.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).context("rustc says what its host is")
}

fn fuzz(project: &Project, programs: &Path, name: &str, seconds: u32, is_brief: bool) -> Result<Stats> {
    let made = project.target.join("fuzz");
    let found = made.join(if is_brief { "brief" } else { "corpus" }).join(name);
    if is_brief {
        fs::remove_dir_all(&found).ok();
    }
    let crashes = made.join("artifacts").join(name);
    fs::create_dir_all(&found)?;
    fs::create_dir_all(&crashes)?;
    let mut command = Command::new(programs.join(name));
    command
        .current_dir(&project.root)
        .arg(format!("-artifact_prefix={}/", crashes.display()))
        .arg(format!("-max_total_time={seconds}"))
        .arg(format!("-timeout={INPUT_SECONDS}"))
        .arg(format!("-rss_limit_mb={MEMORY_MB}"))
        .arg("-print_final_stats=1");
    let words = folder(project).join("dictionaries").join(name).with_extension("dict");
    if words.exists() {
        command.arg(format!("-dict={}", words.display()));
    }
    // New ones go to the first.
    command.arg(&found).arg(folder(project).join("corpus").join(name));
    let finished = ui::capture(&mut command)?;
    if !finished.success {
        bail!(
            "{}\nended with {}; the input is in {}, and is run again by giving the program that file\n{}",
            ui::shown(&command),
            finished.ending,
            project.display(&crashes),
            finished.tail()
        );
    }
    let stats = read(&finished.text).with_context(|| format!("it does not say what it did:\n{}", finished.tail()))?;
    ui::note(&format!("{} executions, {} edges", stats.executions, stats.edges));
    Ok(stats)
}

/// Reads the last line of progress: `#5123 DONE cov: 1683 ft: 5160 corp: 1182/138Kb …`.
fn read(text: &str) -> Option<Stats> {
    let line = text.lines().rev().find(|line| line.contains("\tDONE "))?;
    let mut words = line.split_whitespace();
    let executions = words.next()?.strip_prefix('#')?.parse().ok()?;
    let mut after = |name: &str| words.by_ref().skip_while(|word| *word != name).nth(1);
    let edges = after("cov:")?.parse().ok()?;
    let corpus = after("corp:")?.split('/').next()?.parse().ok()?;
    (executions > 0).then_some(Stats {
        executions,
        edges,
        corpus,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_of_progress_is_read() {
        let text = "#2\tINITED cov: 5 ft: 6 corp: 1/1b exec/s: 0 rss: 28Mb\n\
            #1113767\tDONE   cov: 3155 ft: 16073 corp: 2145/174Kb lim: 1571 exec/s: 1793 rss: 34Mb\n\
            stat::number_of_executed_units: 1113767\nDone 1113767 runs in 621 second(s)\n";
        let stats = Stats {
            executions: 1_113_767,
            edges: 3155,
            corpus: 2145,
        };
        assert_eq!(read(text), Some(stats));
        assert_eq!(read("#2\tINITED cov: 5 ft: 6 corp: 1/1b exec/s: 0\n"), None);
        assert_eq!(read("#0\tDONE   cov: 0 ft: 0 corp: 0/0b\n"), None);
    }
}
