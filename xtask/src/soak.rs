//! Long use of the packed package: a million calls, a hundred thousand flows, and memory that must stay where it was.

use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use crate::build;
use crate::pack;
use crate::project::Project;
use crate::tools;

/// How much of it.
#[derive(Debug, Clone, Copy, clap::Args)]
pub struct Amounts {
    /// How many calls
    #[arg(long, default_value_t = 1_000_000)]
    calls: u32,
    /// How many flows
    #[arg(long, default_value_t = 100_000)]
    flows: u32,
}

/// Runs it and shows what it says as it says it; whether everything held.
pub fn run(project: &Project, amounts: Amounts) -> Result<bool> {
    let built = build::build(project, false)?;
    let tarball = pack::pack(project, &built)?;
    let user = pack::install(project, &tarball)?;
    let mut command = Command::new(tools::node()?);
    command
        .current_dir(&project.root)
        .args(["--expose-gc", "tests/soak/soak.mjs"])
        .args(["--calls", &amounts.calls.to_string()])
        .args(["--flows", &amounts.flows.to_string()])
        .env("IOTEXPLORER_PROJECT", user)
        .env("IOTEXPLORER_REPO", &project.root)
        .stdin(Stdio::null());
    Ok(command.status().context("cannot start Node")?.success())
}
