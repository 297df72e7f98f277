//! Packages of the system: Debian's and Ubuntu's, where there is the right to install. Never with sudo: who has no
//! right gets the line to run.

use std::env;
use std::fs;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Context, Result, bail};

use crate::project::{Project, which};
use crate::ui;

/// The flags of every installation: nothing beyond what is named, and nothing of the person's removed.
const INSTALL: &[&str] = &["install", "-y", "--no-install-recommends", "--no-remove"];

/// Whether this is Debian or Ubuntu.
pub fn is_debian_like() -> bool {
    which("apt-get").is_some()
        && fs::read_to_string("/etc/os-release").is_ok_and(|text| {
            text.lines()
                .filter(|line| line.starts_with("ID=") || line.starts_with("ID_LIKE="))
                .any(|line| line.contains("debian") || line.contains("ubuntu"))
        })
}

/// Whether this process may install packages.
pub fn may_install() -> bool {
    let mut id = Command::new("id");
    id.arg("-u");
    is_debian_like() && ui::ask(&mut id).is_ok_and(|user| user == "0")
}

/// The line that installs these packages.
pub fn line(names: &[String]) -> String {
    format!("apt-get update && apt-get {} {}", INSTALL.join(" "), names.join(" "))
}

/// Fetches the lists of packages, so that versions and names are today's. Once is enough.
pub fn update() -> Result<()> {
    static DONE: AtomicBool = AtomicBool::new(false);
    if DONE.swap(true, Ordering::Relaxed) {
        return Ok(());
    }
    ui::step("Debian packages: fetch the lists", || {
        ui::run(apt().args(["update", "-q"])).map(|_| ())
    })
}

/// The packages that a package depends on, as the lists have it.
pub fn depends(name: &str) -> Result<Vec<String>> {
    let mut question = Command::new("apt-cache");
    question
        .env("LC_ALL", "C")
        .args(["depends", "--no-recommends", "--no-suggests", name]);
    let answer = ui::ask(&mut question)?;
    Ok(answer
        .lines()
        .filter_map(|line| line.trim().strip_prefix("Depends: "))
        .map(str::to_owned)
        .collect())
}

/// The version that would be installed, such as `1.96.0+dfsg1-1`.
pub fn candidate(name: &str) -> Result<Option<String>> {
    let mut question = Command::new("apt-cache");
    question.env("LC_ALL", "C").args(["policy", name]);
    let answer = ui::ask(&mut question)?;
    Ok(answer
        .lines()
        .find_map(|line| line.trim().strip_prefix("Candidate: "))
        .filter(|version| *version != "(none)")
        .map(str::to_owned))
}

/// Installs packages after asking; the lists are [`update`]d already.
pub fn install(project: &Project, names: &[String], why: &str) -> Result<()> {
    let command = line(names);
    if !may_install() {
        bail!("{why}. As root, run:\n  {command}");
    }
    let what = format!("{why}. To be installed: {}", names.join(" "));
    if !ui::consent(project.yes, &what)? {
        bail!("{why}. Run this, or the same command again with --yes:\n  {command}");
    }
    ui::step(&format!("Debian packages: install {}", names.join(" ")), || {
        ui::run(apt().args(INSTALL).args(names))
            .map(|_| ())
            .with_context(|| format!("cannot install; by hand: {command}"))
    })
}

fn apt() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive").env("LC_ALL", "C");
    // Left over from `cargo run`, it would point apt at Rust's libraries.
    if env::var_os("LD_LIBRARY_PATH").is_some() {
        command.env_remove("LD_LIBRARY_PATH");
    }
    command
}
