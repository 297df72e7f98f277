//! The fault matrix: every bind flow with the packed package over the sandbox, each step with each fault. What is expected
//! stands in `tests/faults/expected.md`; the program that plays it lies beside it.

use std::fs;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use crate::build;
use crate::project::Project;
use crate::test::Packed;
use crate::tools;

/// Plays the matrix, shown as it goes, and says whether all of it held.
///
/// `only` is a flow, a flow's fault or a cell, as `flow/fault/step`.
pub fn faults(project: &Project, quick: bool, only: Option<&str>) -> Result<bool> {
    let built = build::build(project, false)?;
    tools::javascript(project)?;
    let packed = Packed::of(project, &built)?;
    let mut command = command(project, &packed, quick)?;
    if let Some(only) = only {
        command.args(["--only", only]);
    }
    let status = command.stdin(Stdio::null()).status().context("cannot start Node")?;
    Ok(status.success())
}

/// What plays it, or a pick of it, and leaves the report in `target/faults/`.
pub fn command(project: &Project, packed: &Packed, quick: bool) -> Result<Command> {
    let folder = project.target.join("faults");
    fs::create_dir_all(&folder)?;
    let mut command = packed.node(project)?;
    command
        .arg("faults/run.mjs")
        .arg("--report")
        .arg(folder.join("report.md"))
        .args(quick.then_some("--quick"));
    Ok(command)
}
