//! The Rust that compiles for WebAssembly. It needs the sources of the standard library, because both must be compiled
//! for the first version of WebAssembly, and a linker.
//!
//! The order: what is there already; else Debian's packages, where there is the right to install them; else rustup's
//! component, after asking; else a clear line. `IOTEXPLORER_TOOLCHAIN=debian` or `=rustup` forces one way.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::packages;
use crate::project::{Project, forget_own_package, which};
use crate::ui;

/// The target of everything here.
pub const TARGET: &str = "wasm32-unknown-unknown";
/// The first minor version whose compiler knows `-Cpanic=immediate-abort`.
const MIN_MINOR: u32 = 92;
/// What chooses the way.
const CHOICE: &str = "IOTEXPLORER_TOOLCHAIN";
/// Debian's packages; the linker's own depends on their version.
const DEBIAN: &[&str] = &[
    "rustc-web",
    "cargo-web",
    "rust-web-src",
    "rust-web-llvm",
    "libstd-rust-web-dev",
];
/// Debian's linter for the same compiler.
const DEBIAN_CLIPPY: &str = "rust-web-clippy";

/// A Rust toolchain that can compile the standard library for [`TARGET`].
#[derive(Debug, Clone)]
pub struct Toolchain {
    /// Whether it is Debian's.
    debian: bool,
    /// Folder of rustc, cargo and the rest.
    bin: PathBuf,
    /// Where its libraries are.
    pub sysroot: PathBuf,
    /// All that `rustc -vV` says.
    pub verbose: String,
    /// The host's target.
    pub host: String,
}

impl Toolchain {
    /// The path of one of its programs.
    pub fn program(&self, name: &str) -> PathBuf {
        self.bin.join(name)
    }

    /// The compiler's version in one line.
    pub fn version(&self) -> &str {
        self.verbose.lines().next().unwrap_or_default()
    }

    /// Its cargo, with `flags` for everything that is compiled for [`TARGET`].
    pub fn cargo(&self, project: &Project, target_dir: &Path, flags: &str) -> Command {
        let mut command = Command::new(self.program("cargo"));
        self.prepare(&mut command, project, target_dir, flags);
        command
            .env("RUSTC", self.program("rustc"))
            .env("RUSTDOC", self.program("rustdoc"))
            // Compiling the standard library is not a stable feature, whatever the compiler.
            .env("RUSTC_BOOTSTRAP", "1");
        command
    }

    /// What every command that compiles with it must know and must not know.
    pub fn prepare(&self, command: &mut Command, project: &Project, target_dir: &Path, flags: &str) {
        command
            .current_dir(&project.root)
            .env("CARGO_TARGET_DIR", target_dir)
            .env("CARGO_TERM_COLOR", "never")
            .env("CARGO_LLVM_COV_SETUP", "no")
            .env("RUSTFLAGS", flags)
            .env("RUSTDOCFLAGS", flags);
        for name in [
            "CARGO",
            "CARGO_BUILD_TARGET",
            "CARGO_ENCODED_RUSTFLAGS",
            "CARGO_ENCODED_RUSTDOCFLAGS",
            "RUSTUP_TOOLCHAIN",
            "RUSTC_WORKSPACE_WRAPPER",
        ] {
            command.env_remove(name);
        }
        forget_own_package(command);
        // `cargo run` points this at another compiler's libraries.
        command
            .env_remove("LD_LIBRARY_PATH")
            .env_remove("DYLD_FALLBACK_LIBRARY_PATH");
    }

    /// Whether its linter is there.
    pub fn has_clippy(&self) -> bool {
        self.program("cargo-clippy").is_file() && self.program("clippy-driver").is_file()
    }
}

/// Finds a toolchain, or installs what is missing for one.
pub fn find(project: &Project) -> Result<Toolchain> {
    let choice = env::var(CHOICE).unwrap_or_else(|_| "auto".to_owned());
    let reasons = match look(&choice)? {
        Ok(found) => return Ok(found),
        Err(reasons) => reasons,
    };
    let debian_helps = choice != "rustup" && packages::may_install() && debian(project, choice == "debian")?;
    if !debian_helps {
        rustup(project, &choice)?;
    }
    match look(&choice)? {
        Ok(found) => Ok(found),
        Err(still) => bail!(
            "no Rust here can compile for WebAssembly, and installing did not help:\n{}\n(before that: {})",
            still.join("\n"),
            reasons.join("; ")
        ),
    }
}

/// Makes sure that the toolchain's linter is there; where it cannot be had, says why.
pub fn clippy(project: &Project, toolchain: &Toolchain) -> Result<()> {
    if toolchain.has_clippy() {
        return Ok(());
    }
    if toolchain.debian {
        packages::update()?;
        packages::install(
            project,
            &[DEBIAN_CLIPPY.to_owned()],
            "The linter of Debian's Rust for WebAssembly is missing",
        )?;
    }
    if !toolchain.has_clippy() {
        bail!("this toolchain has no clippy; run: rustup component add clippy");
    }
    Ok(())
}

/// Every toolchain that may be there, tried in order; or why none will do.
fn look(choice: &str) -> Result<Result<Toolchain, Vec<String>>> {
    let mut reasons = Vec::new();
    let candidates: Vec<(PathBuf, bool)> = match choice {
        "auto" => vec![("rustc".into(), false), ("/usr/bin/rustc".into(), true)],
        "rustup" => vec![("rustc".into(), false)],
        "debian" => vec![("/usr/bin/rustc".into(), true)],
        other => bail!("{CHOICE} is `debian`, `rustup` or `auto`, not `{other}`"),
    };
    for (rustc, debian) in candidates {
        match inspect(&rustc, debian) {
            Ok(found) => return Ok(Ok(found)),
            Err(error) => reasons.push(format!("{}: {error:#}", rustc.display())),
        }
    }
    Ok(Err(reasons))
}

fn inspect(rustc: &Path, debian: bool) -> Result<Toolchain> {
    let ask = |args: &[&str]| {
        let mut question = Command::new(rustc);
        question.args(args).env_remove("LD_LIBRARY_PATH");
        if debian {
            question.env_remove("RUSTUP_TOOLCHAIN");
        }
        ui::ask(&mut question)
    };
    let sysroot = PathBuf::from(ask(&["--print", "sysroot"])?);
    let verbose = ask(&["-vV"])?;
    let minor = minor(&verbose).with_context(|| format!("cannot read its version from: {verbose}"))?;
    if minor < MIN_MINOR {
        bail!("version 1.{minor} is too old: 1.{MIN_MINOR} or later is needed");
    }
    let host = verbose
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .context("it does not name its host")?
        .to_owned();
    if !sysroot.join("lib/rustlib/src/rust/library/std/src/lib.rs").is_file() {
        bail!("the standard library's sources (rust-src) are missing");
    }
    let own_linker = sysroot.join("lib/rustlib").join(&host).join("bin/rust-lld");
    if !own_linker.exists() && which("rust-lld").is_none_or(|path| !path.exists()) {
        bail!("the linker rust-lld is missing");
    }
    let bin = sysroot.join("bin");
    for name in ["rustc", "rustdoc", "cargo"] {
        if !bin.join(name).is_file() {
            bail!("{name} is missing");
        }
    }
    Ok(Toolchain {
        debian: sysroot.as_os_str() == OsStr::new("/usr"),
        bin,
        sysroot,
        verbose,
        host,
    })
}

fn minor(verbose: &str) -> Option<u32> {
    let release = verbose.lines().find_map(|line| line.strip_prefix("release: "))?;
    release.split('.').nth(1)?.parse().ok()
}

/// Installs Debian's; false where it has none that will do and nobody insists on it.
fn debian(project: &Project, insist: bool) -> Result<bool> {
    packages::update()?;
    let candidate = packages::candidate("rustc-web")?.unwrap_or_else(|| "none".to_owned());
    let new_enough = candidate
        .split('.')
        .nth(1)
        .and_then(|minor| minor.parse::<u32>().ok())
        .is_some_and(|minor| minor >= MIN_MINOR);
    if !new_enough {
        let found = format!("the package rustc-web has version {candidate} here, and 1.{MIN_MINOR} is needed");
        if insist {
            bail!("{found}: Debian's -security suite has it");
        }
        ui::note(&found);
        return Ok(false);
    }
    let mut names: Vec<String> = DEBIAN.iter().map(|name| (*name).to_owned()).collect();
    names.extend(linker(&packages::depends("rust-web-llvm")?)?);
    packages::install(project, &names, "Rust for WebAssembly is missing")?;
    Ok(true)
}

/// `rust-lld` is a link to the linker of the LLVM that goes with the compiler; no package depends on that.
fn linker(depends: &[String]) -> Result<[String; 2]> {
    let llvm = depends.iter().find_map(|name| {
        let version = name.strip_prefix("llvm-")?;
        version.bytes().all(|byte| byte.is_ascii_digit()).then_some(version)
    });
    let version = llvm.context("rust-web-llvm depends on a version of llvm")?;
    Ok([format!("lld-{version}"), format!("llvm-{version}")])
}

/// Rustup's component, only where somebody wants it: downloading a toolchain is a person's own affair.
fn rustup(project: &Project, choice: &str) -> Result<()> {
    let line = "rustup component add rust-src";
    let mut missing = String::from("Rust for WebAssembly is missing: the standard library's sources.");
    if packages::is_debian_like() && choice != "rustup" && !packages::may_install() {
        missing.push_str(&format!("\nAs root, this installs Debian's:\n  {}", {
            let mut names: Vec<String> = DEBIAN.iter().map(|name| (*name).to_owned()).collect();
            names.push("lld-NN llvm-NN  # NN: what rust-web-llvm depends on".to_owned());
            packages::line(&names)
        }));
    }
    let forbidden = env::var("RUSTUP_AUTO_INSTALL").is_ok_and(|value| value == "0");
    let asked_for = choice == "rustup" || !packages::is_debian_like() || packages::may_install();
    if which("rustup").is_none() || forbidden || !asked_for {
        bail!("{missing}\nWith rustup (https://rustup.rs), run:\n  {line}");
    }
    if !ui::consent(project.yes, &format!("{missing}\nTo be run: {line}"))? {
        bail!("{missing}\nRun this, or the same command again with --yes:\n  {line}");
    }
    ui::step("rustup: add the standard library's sources", || {
        let mut command = Command::new("rustup");
        command
            .current_dir(&project.root)
            .args(["component", "add", "rust-src"]);
        ui::run(&mut command).map(|_| ())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_minor_version_is_read() {
        assert_eq!(minor("rustc 1.96.0 (abc)\nrelease: 1.96.0\nhost: x"), Some(96));
        assert_eq!(minor("release: 1.97.0-nightly"), Some(97));
        assert_eq!(minor("rustc"), None);
    }

    #[test]
    fn the_linker_follows_the_llvm_version() {
        let depends = ["libc6", "llvm-22", "llvm-tools"].map(str::to_owned);
        assert_eq!(linker(&depends).expect("named"), ["lld-22", "llvm-22"]);
        assert!(linker(&["libc6".to_owned()]).is_err());
    }
}
