//! Where things are: the repository, what is built from it, and what it depends on.

use std::collections::BTreeMap;
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::ui;

/// The package that is compiled to WebAssembly.
pub const CLIENT: &str = "iotexplorer-client";
/// The same, as Rust's file names have it.
pub const CLIENT_LIB: &str = "iotexplorer_client";
/// The cloud's stand-in.
pub const SANDBOX: &str = "iotexplorer-sandbox";

/// The repository and its places.
#[derive(Debug, Clone)]
pub struct Project {
    /// The repository.
    pub root: PathBuf,
    /// Everything that is made and not committed, `pkg/` apart.
    pub target: PathBuf,
    /// The version of every member.
    pub version: String,
    /// The cargo that runs this.
    cargo: PathBuf,
    /// Go ahead without asking.
    pub yes: bool,
}

impl Project {
    /// Finds the repository that this program belongs to.
    pub fn find(yes: bool) -> Result<Self> {
        let manifest = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        let root = Path::new(&manifest)
            .parent()
            .context("xtask lies in the repository")?
            .to_owned();
        let cargo = env::var_os("CARGO").map_or_else(|| PathBuf::from("cargo"), PathBuf::from);
        let mut question = Command::new(&cargo);
        question
            .current_dir(&root)
            .args(["metadata", "--no-deps", "--format-version", "1"]);
        let metadata: serde_json::Value = serde_json::from_str(&ui::ask(&mut question)?)?;
        let target = metadata["target_directory"]
            .as_str()
            .context("cargo names its target directory")?;
        let version = metadata["packages"]
            .as_array()
            .into_iter()
            .flatten()
            .find(|package| package["name"] == CLIENT)
            .and_then(|package| package["version"].as_str())
            .with_context(|| format!("the workspace has a package {CLIENT}"))?;
        let ci = env::var("CI").is_ok_and(|value| matches!(value.as_str(), "true" | "1"));
        Ok(Self {
            target: PathBuf::from(target),
            version: version.to_owned(),
            root,
            cargo,
            yes: yes || ci,
        })
    }

    /// The cargo that runs this, for everything native.
    pub fn cargo(&self) -> Command {
        let mut command = Command::new(&self.cargo);
        command
            .current_dir(&self.root)
            .env("CARGO_TARGET_DIR", &self.target)
            .env("CARGO_TERM_COLOR", "never")
            // Without this, cargo-llvm-cov would fetch a component by itself.
            .env("CARGO_LLVM_COV_SETUP", "no");
        forget_own_package(&mut command);
        command
    }

    /// The assembled npm package.
    pub fn pkg(&self) -> PathBuf {
        self.root.join("pkg")
    }

    /// JavaScript's development tools.
    pub fn tests(&self) -> PathBuf {
        self.root.join("tests")
    }

    /// What this program keeps between runs.
    pub fn stamps(&self) -> PathBuf {
        self.target.join("xtask")
    }

    /// The version of a dependency, as locked.
    pub fn locked(&self, name: &str) -> Result<String> {
        let lock = fs::read_to_string(self.root.join("Cargo.lock")).context("Cargo.lock")?;
        locked_version(&lock, name).with_context(|| format!("Cargo.lock holds {name}"))
    }

    /// A path as people write it: from the repository, where it lies there.
    pub fn display(&self, path: &Path) -> String {
        path.strip_prefix(&self.root).unwrap_or(path).display().to_string()
    }
}

/// What `cargo run` tells this program about itself must not reach the programs it starts.
pub fn forget_own_package(command: &mut Command) {
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        let own =
            text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") || text == "CARGO_PRIMARY_PACKAGE";
        if own {
            command.env_remove(&name);
        }
    }
}

fn locked_version(lock: &str, name: &str) -> Option<String> {
    let mut lines = lock.lines();
    let wanted = format!("name = \"{name}\"");
    lines.find(|line| *line == wanted)?;
    let version = lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')?;
    Some(version.to_owned())
}

/// The hash of everything that goes into something: files, folders (whole) and words.
#[derive(Debug, Default)]
pub struct Inputs(BTreeMap<String, String>);

impl Inputs {
    /// Adds words, such as a compiler's version.
    #[must_use]
    pub fn word(mut self, name: &str, value: &str) -> Self {
        self.0.insert(format!("={name}"), value.to_owned());
        self
    }

    /// Adds a file or a folder; what does not exist counts as such.
    pub fn path(mut self, root: &Path, path: &Path) -> Result<Self> {
        self.add(root, path)?;
        Ok(self)
    }

    fn add(&mut self, root: &Path, path: &Path) -> Result<()> {
        let name = path.strip_prefix(root).unwrap_or(path).display().to_string();
        if path.is_dir() {
            for entry in fs::read_dir(path)? {
                let entry = entry?;
                if entry.file_name() != "node_modules" {
                    self.add(root, &entry.path())?;
                }
            }
        } else if path.is_file() {
            let bytes = fs::read(path).with_context(|| path.display().to_string())?;
            self.0.insert(name, hex(&Sha256::digest(&bytes)));
        } else {
            self.0.insert(name, "absent".to_owned());
        }
        Ok(())
    }

    /// One short text that changes when any of them does.
    pub fn digest(&self) -> String {
        let mut all = String::new();
        for (name, hash) in &self.0 {
            let _ = writeln!(all, "{name}\t{hash}");
        }
        hex(&Sha256::digest(all.as_bytes()))
    }
}

/// Bytes as lower-case hex.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Whether the stamp says that exactly this was made.
pub fn is_stamped(stamp: &Path, digest: &str) -> bool {
    fs::read_to_string(stamp).is_ok_and(|text| text == digest)
}

/// Notes that exactly this was made.
pub fn set_stamp(stamp: &Path, digest: &str) -> Result<()> {
    if let Some(folder) = stamp.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(stamp, digest).with_context(|| stamp.display().to_string())
}

/// Makes sure that a folder exists and is empty.
pub fn empty_dir(path: &Path) -> Result<()> {
    if path.exists() {
        fs::remove_dir_all(path).with_context(|| path.display().to_string())?;
    }
    fs::create_dir_all(path).with_context(|| path.display().to_string())
}

/// Looks a program up on the PATH.
pub fn which(name: &str) -> Option<PathBuf> {
    let paths = env::var_os("PATH")?;
    env::split_paths(&paths)
        .map(|folder| folder.join(name))
        .find(|path| path.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_from_the_lock_file() {
        let lock =
            "[[package]]\nname = \"a-b\"\nversion = \"1.2.3\"\n\n[[package]]\nname = \"a\"\nversion = \"4.5.6\"\n";
        assert_eq!(locked_version(lock, "a").as_deref(), Some("4.5.6"));
        assert_eq!(locked_version(lock, "c"), None);
    }

    #[test]
    fn a_digest_follows_names_contents_and_words() {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let one = Inputs::default()
            .path(here, &here.join("Cargo.toml"))
            .expect("readable");
        let same = Inputs::default()
            .path(here, &here.join("Cargo.toml"))
            .expect("readable");
        assert_eq!(one.digest(), same.digest());
        assert_ne!(one.digest(), same.word("rustc", "1").digest());
        let absent = Inputs::default()
            .path(here, &here.join("no-such-file"))
            .expect("allowed");
        assert_ne!(absent.digest(), Inputs::default().digest());
    }
}
