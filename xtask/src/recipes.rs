//! Apps built by the frameworks in which people write mini-programs, each with the packed package in its `node_modules`.
//! Their sources are in `tests/recipes/`, everything else is below `target/recipes/`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::project::{CLIENT, Inputs, Project, is_stamped, set_stamp};
use crate::tools;
use crate::ui;

/// A framework's app.
#[derive(Debug)]
pub struct App {
    /// Its name, and its folder's.
    pub name: &'static str,
    /// What installing its tools takes.
    cost: &'static str,
}

/// All of them.
pub const APPS: &[App] = &[
    App {
        name: "uni-app",
        cost: "230 MB, half a minute or more, once",
    },
    App {
        name: "taro",
        cost: "430 MB, a minute or two, once",
    },
];

/// The folder with one folder per app.
pub fn folder(project: &Project) -> PathBuf {
    project.target.join("recipes")
}

/// Installs what an app is built with, exactly as locked.
pub fn install(project: &Project, app: &App) -> Result<()> {
    let source = project.tests().join("recipes").join(app.name);
    let place = folder(project).join(app.name);
    fs::create_dir_all(&place)?;
    for name in ["package.json", "package-lock.json", ".npmrc"] {
        copy(&source.join(name), &place.join(name))?;
    }
    tools::locked(&place, &format!("{}'s tools: npm ci ({})", app.name, app.cost))
}

/// Builds an app, unless it was built from exactly these sources and this package before.
///
/// `user` is a project that has the packed package installed.
pub fn build(project: &Project, app: &App, user: &Path) -> Result<()> {
    let source = project.tests().join("recipes").join(app.name);
    let place = folder(project).join(app.name);
    let package = user.join("node_modules").join(CLIENT);
    let digest = Inputs::default()
        .path(&project.root, &source)?
        .path(&project.root, &package)?
        .digest();
    let stamp = place.join("stamp");
    if is_stamped(&stamp, &digest) {
        ui::fresh(app.name, "built from exactly these sources");
        return Ok(());
    }
    begin_anew(&place, &source)?;
    install(project, app)?;
    put_package(&place, &package)?;
    ui::step(&format!("{}: npm run build", app.name), || {
        ui::run(tools::npm(&place).args(["run", "build"])).map(|_| ())
    })?;
    set_stamp(&stamp, &digest)
}

/// Puts sources in place of those that were there. What is installed stays, and is installed anew when its lock file has changed.
pub fn begin_anew(place: &Path, source: &Path) -> Result<()> {
    fs::create_dir_all(place)?;
    for entry in fs::read_dir(place)? {
        let entry = entry?;
        if entry.file_name() != "node_modules" {
            remove(&entry.path())?;
        }
    }
    copy(source, place)
}

/// Puts the packed package among what is installed.
pub fn put_package(place: &Path, package: &Path) -> Result<()> {
    let modules = place.join("node_modules");
    let installed = modules.join(CLIENT);
    // Vite keeps what it made of the former one, as long as its version is the same.
    for former in [&installed, &modules.join(".vite")] {
        if former.exists() {
            remove(former)?;
        }
    }
    copy(package, &installed)
}

/// Copies a file, or a folder without its `node_modules`.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    if !from.is_dir() {
        return fs::copy(from, to)
            .map(|_| ())
            .with_context(|| from.display().to_string());
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let name = entry?.file_name();
        if name != "node_modules" {
            copy(&from.join(&name), &to.join(&name))?;
        }
    }
    Ok(())
}

/// Removes a file or a folder.
fn remove(path: &Path) -> Result<()> {
    let removed = if path.is_dir() {
        fs::remove_dir_all(path)
    } else {
        fs::remove_file(path)
    };
    removed.with_context(|| path.display().to_string())
}
