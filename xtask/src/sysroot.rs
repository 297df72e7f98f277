//! The standard library compiled for the first version of WebAssembly, in a folder of its own below `target/`. With it,
//! plain cargo, wasm-pack and doctests work for wasm32 without a flag, and nothing of the person's own Rust changes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::project::{Inputs, Project, empty_dir, is_stamped, set_stamp};
use crate::toolchain::{TARGET, Toolchain};
use crate::ui;

/// What everything that uses the folder is compiled with.
pub const FLAGS: &str = "-Ctarget-cpu=mvp";

/// A sysroot for tests and lints.
#[derive(Debug, Clone)]
pub struct Sysroot {
    /// What `--sysroot` gets.
    pub path: PathBuf,
    /// Folder of the wrappers, to be first on the PATH.
    wrappers: PathBuf,
    /// Where to put what is compiled with it.
    target: PathBuf,
}

impl Sysroot {
    /// The one for this compiler; compiled if it is not there.
    pub fn find(project: &Project, toolchain: &Toolchain) -> Result<Self> {
        if cfg!(not(unix)) {
            bail!("the WebAssembly tests need a Unix shell for their wrappers");
        }
        let place = project.target.join("sysroot");
        let sysroot = Self {
            path: place.join("root"),
            wrappers: place.join("bin"),
            target: project.target.join("wasm/test"),
        };
        let digest = Inputs::default()
            .word("compiler", &toolchain.verbose)
            .word("at", &toolchain.sysroot.display().to_string())
            .word("here", &place.display().to_string())
            .word("recipe", include_str!("sysroot.rs"))
            .digest();
        let stamp = place.join("stamp");
        if !is_stamped(&stamp, &digest) {
            ui::step("Standard library for the WebAssembly tests: compile", || {
                empty_dir(&place)?;
                sysroot.compile(project, toolchain, &place.join("work"))?;
                sysroot.write_wrappers(toolchain)?;
                fs::remove_dir_all(place.join("work")).ok();
                set_stamp(&stamp, &digest)
            })?;
        }
        Ok(sysroot)
    }

    fn compile(&self, project: &Project, toolchain: &Toolchain, work: &Path) -> Result<()> {
        let name = "nothing";
        fs::create_dir_all(work.join("src"))?;
        fs::write(
            work.join("Cargo.toml"),
            format!("[workspace]\n[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n"),
        )?;
        fs::write(work.join("src/lib.rs"), "#![no_std]\n")?;
        let mut command = toolchain.cargo(project, &work.join("target"), &format!("-Cembed-bitcode=yes {FLAGS}"));
        command.current_dir(work).args([
            "build",
            "--release",
            "--target",
            TARGET,
            "-Zbuild-std=std,panic_abort,panic_unwind,test,proc_macro",
            "-Zbuild-std-features=",
        ]);
        ui::run(&mut command)?;

        let libraries = self.path.join("lib/rustlib").join(TARGET).join("lib");
        fs::create_dir_all(&libraries)?;
        let made = work.join("target").join(TARGET).join("release/deps");
        let mut copied = 0;
        for entry in fs::read_dir(&made).with_context(|| made.display().to_string())? {
            let path = entry?.path();
            let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if file.ends_with(".rlib") && !file.starts_with(&format!("lib{name}-")) {
                fs::copy(&path, libraries.join(&file))?;
                copied += 1;
            }
        }
        if copied == 0 {
            bail!("no libraries came out in {}", made.display());
        }
        // The host's own libraries (for build scripts and macros), its linker and the sources stay where they are.
        for shared in [toolchain.host.as_str(), "src"] {
            let from = toolchain.sysroot.join("lib/rustlib").join(shared);
            link(&from, &self.path.join("lib/rustlib").join(shared))?;
        }
        Ok(())
    }

    fn write_wrappers(&self, toolchain: &Toolchain) -> Result<()> {
        fs::create_dir_all(&self.wrappers)?;
        for name in ["rustc", "rustdoc"] {
            let real = quoted(&toolchain.program(name));
            let text = format!("#!/bin/sh\nexec {real} --sysroot {} \"$@\"\n", quoted(&self.path));
            write_program(&self.wrappers.join(name), &text)?;
        }
        let real = quoted(&toolchain.program("cargo"));
        write_program(
            &self.wrappers.join("cargo"),
            &format!("#!/bin/sh\nexec {real} \"$@\"\n"),
        )
    }

    /// Makes a command compile with this sysroot, with `first` (a folder) before everything else on its PATH.
    pub fn apply(&self, command: &mut Command, project: &Project, toolchain: &Toolchain, first: &Path) -> Result<()> {
        toolchain.prepare(command, project, &self.target, FLAGS);
        let rest = std::env::var_os("PATH").unwrap_or_default();
        let paths = [first.to_owned(), self.wrappers.clone()];
        let path = std::env::join_paths(paths.into_iter().chain(std::env::split_paths(&rest)))?;
        command
            .env("PATH", path)
            .env("RUSTC", self.wrappers.join("rustc"))
            .env("RUSTDOC", self.wrappers.join("rustdoc"))
            .env("CARGO", self.wrappers.join("cargo"))
            .env_remove("RUSTC_BOOTSTRAP");
        Ok(())
    }
}

fn quoted(path: &Path) -> String {
    format!("'{}'", path.display().to_string().replace('\'', r"'\''"))
}

#[cfg(unix)]
fn link(from: &Path, to: &Path) -> Result<()> {
    std::os::unix::fs::symlink(from, to).with_context(|| to.display().to_string())
}

#[cfg(not(unix))]
fn link(_: &Path, to: &Path) -> Result<()> {
    bail!("cannot link {}", to.display())
}

#[cfg(unix)]
fn write_program(path: &Path, text: &str) -> Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::write(path, text)?;
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).with_context(|| path.display().to_string())
}

#[cfg(not(unix))]
fn write_program(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| path.display().to_string())
}
