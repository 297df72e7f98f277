//! Proof that one new file and `cargo xtask gen` are all that a new Action takes: done in a copy of the repository, and the
//! method that comes out is called and type-checked.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::project::{Inputs, Project, forget_own_package, is_stamped, set_stamp};
use crate::tools;
use crate::ui;

/// What the copy needs; everything else would only make it stale more often.
const PARTS: &[&str] = &[
    ".cargo",
    "Cargo.lock",
    "Cargo.toml",
    "CHANGELOG.md",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "README.zh-CN.md",
    "docs",
    "pkg-template",
    "rustfmt.toml",
    "sandbox",
    "src",
    "tests/made-up",
    "tests/package-lock.json",
    "tests/package.json",
    "xtask",
];

/// What `gen` has to rewrite on account of the new file.
const GENERATED: &[&str] = &[
    "src/action/catalog.rs",
    "pkg-template/generated/actions.js",
    "pkg-template/generated/actions.d.ts",
    "pkg-template/generated/cli.json",
    "README.md",
];
/// The one of these that goes by the Actions' places and has no names in it.
const BY_PLACE: &str = "pkg-template/generated/actions.js";

/// Adds an Action to a copy of the repository, generates, builds, and uses it.
pub fn check(project: &Project) -> Result<()> {
    let place = project.target.join("made-up");
    let copy = place.join("repository");
    let target = place.join("target");
    let mut inputs = Inputs::default();
    for part in PARTS {
        inputs = inputs.path(&project.root, &project.root.join(part))?;
    }
    let stamp = place.join("stamp");
    let digest = inputs.digest();
    if is_stamped(&stamp, &digest) {
        ui::fresh("A made-up Action", "held for exactly these sources");
        return Ok(());
    }
    ui::step("A made-up Action: copy the repository and add one file", || {
        for part in PARTS {
            mirror(&project.root.join(part), &copy.join(part))?;
        }
        fs::copy(
            project.root.join("tests/made-up/app_made_up_thing.rs"),
            copy.join("src/action/app_made_up_thing.rs"),
        )?;
        // The copy's own target folder, but the tools, packages and compiled standard library that are there already.
        fs::create_dir_all(target.join("wasm/release"))?;
        link(&project.target.join("tools"), &target.join("tools"))?;
        link(
            &project.target.join("wasm/release/cargo"),
            &target.join("wasm/release/cargo"),
        )?;
        link(&project.tests().join("node_modules"), &copy.join("tests/node_modules"))
    })?;
    ui::step("A made-up Action: cargo xtask gen", || {
        xtask(project, &copy, &target, "gen")?;
        for path in GENERATED {
            let text = fs::read_to_string(copy.join(path)).with_context(|| (*path).to_owned())?;
            let is_named = text.to_lowercase().contains("madeup") || text.contains("made_up");
            let is_new = text != fs::read_to_string(project.root.join(path))?;
            if !is_new || !is_named && *path != BY_PLACE {
                bail!("{path} does not know the new Action");
            }
        }
        Ok(())
    })?;
    ui::step("A made-up Action: cargo xtask build", || {
        xtask(project, &copy, &target, "build")
    })?;
    ui::step("A made-up Action: call it", || {
        let node = tools::node()?;
        ui::run(
            Command::new(&node)
                .arg(copy.join("tests/made-up/use.mjs"))
                .arg(copy.join("pkg/node.mjs")),
        )?;
        let user = place.join("user");
        let installed = user.join("node_modules/iotexplorer-client");
        mirror(&copy.join("pkg"), &installed)?;
        fs::copy(copy.join("tests/made-up/use.ts"), user.join("use.ts"))?;
        fs::write(user.join("package.json"), r#"{"type":"module","private":true}"#)?;
        let options = "--noEmit --strict --target es2022 --module nodenext --moduleResolution nodenext use.ts";
        let mut command = Command::new(&node);
        command
            .current_dir(&user)
            .arg(project.tests().join("node_modules/typescript/bin/tsc"));
        ui::run(command.args(options.split(' '))).map(|_| ())
    })?;
    set_stamp(&stamp, &digest)
}

fn xtask(project: &Project, copy: &Path, target: &Path, wish: &str) -> Result<()> {
    let mut command = project.cargo();
    forget_own_package(&mut command);
    command
        .current_dir(copy)
        .env("CARGO_TARGET_DIR", target)
        .args(["xtask", "--yes", wish]);
    ui::run(&mut command).map(|_| ())
}

/// Makes `to` hold what `from` holds and nothing else; files that are the same keep their time, for cargo's sake.
fn mirror(from: &Path, to: &Path) -> Result<()> {
    if from.is_dir() {
        fs::create_dir_all(to)?;
        let mut names = Vec::new();
        for entry in fs::read_dir(from)? {
            let name = entry?.file_name();
            if name != "node_modules" {
                mirror(&from.join(&name), &to.join(&name))?;
            }
            names.push(name);
        }
        for entry in fs::read_dir(to)? {
            let entry = entry?;
            if names.contains(&entry.file_name()) || entry.file_type()?.is_symlink() {
                continue;
            }
            remove(&entry.path())?;
        }
        return Ok(());
    }
    let bytes = fs::read(from).with_context(|| from.display().to_string())?;
    if fs::read(to).is_ok_and(|same| same == bytes) {
        return Ok(());
    }
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(to, bytes).with_context(|| to.display().to_string())
}

fn remove(path: &Path) -> Result<()> {
    let removed = if path.is_dir() {
        fs::remove_dir_all(path)
    } else {
        fs::remove_file(path)
    };
    removed.with_context(|| path.display().to_string())
}

#[cfg(unix)]
fn link(from: &Path, to: &Path) -> Result<()> {
    if to.is_symlink() {
        fs::remove_file(to)?;
    }
    std::os::unix::fs::symlink(from, to).with_context(|| to.display().to_string())
}

#[cfg(not(unix))]
fn link(_: &Path, _: &Path) -> Result<()> {
    // Made anew there: slower, and the same.
    Ok(())
}
