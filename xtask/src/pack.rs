//! The package as it would be published, and a project that has it installed.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::build::Built;
use crate::project::{CLIENT, Inputs, Project, empty_dir, is_stamped, set_stamp};
use crate::tools;
use crate::ui;

/// Packs `pkg/` into `target/pack/` and makes sure that exactly the listed files are inside.
pub fn pack(project: &Project, built: &Built) -> Result<PathBuf> {
    let folder = project.target.join("pack");
    let tarball = folder.join(format!("{CLIENT}-{}.tgz", project.version));
    let title = format!("npm package: pack {}", project.display(&tarball));
    ui::step(&title, || {
        empty_dir(&folder)?;
        readable_by_all(&built.pkg)?;
        let mut command = tools::npm(&built.pkg);
        command
            .args(["pack", "--json", "--ignore-scripts", "--pack-destination"])
            .arg(&folder);
        let answer = ui::ask(&mut command)?;
        let answer: Value = serde_json::from_str(&answer).context("npm pack answers JSON")?;
        let manifest: Value = serde_json::from_str(&fs::read_to_string(built.pkg.join("package.json"))?)?;
        check_files(&manifest, &packed_files(&answer)?, &present_files(&built.pkg)?)?;
        check_version(&manifest, &project.version)?;
        if !tarball.is_file() {
            bail!("npm did not write {}", project.display(&tarball));
        }
        Ok(tarball)
    })
}

/// npm packs the rights of the files, too, and they are as the umask of whoever built it left them.
#[cfg(unix)]
fn readable_by_all(pkg: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    for name in present_files(pkg)? {
        fs::set_permissions(pkg.join(&name), fs::Permissions::from_mode(0o644)).context(name)?;
    }
    Ok(())
}

#[cfg(not(unix))]
fn readable_by_all(_: &Path) -> Result<()> {
    Ok(())
}

/// npm answers a list with one package, or (since npm 12) an object with one.
fn packed_files(answer: &Value) -> Result<BTreeSet<String>> {
    let package = answer
        .get(0)
        .or_else(|| answer.as_object().and_then(|packages| packages.values().next()))
        .context("npm pack describes one package")?;
    let files = package["files"].as_array().context("npm pack lists the files")?;
    files
        .iter()
        .map(|file| file["path"].as_str().map(str::to_owned).context("a file has a path"))
        .collect()
}

/// Every file below the folder, as npm writes paths.
fn present_files(pkg: &Path) -> Result<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    let mut folders = vec![pkg.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let parts = path.strip_prefix(pkg)?.components();
                let parts: Vec<_> = parts.map(|part| part.as_os_str().to_string_lossy()).collect();
                names.insert(parts.join("/"));
            }
        }
    }
    Ok(names)
}

/// What is listed, what is there and what is packed must be the same: nothing missing, no junk.
fn check_files(manifest: &Value, packed: &BTreeSet<String>, present: &BTreeSet<String>) -> Result<()> {
    let mut listed: BTreeSet<String> = manifest["files"]
        .as_array()
        .context("package.json lists its files")?
        .iter()
        .filter_map(|name| name.as_str().map(str::to_owned))
        .collect();
    if let Some(pattern) = listed
        .iter()
        .find(|name| name.contains(['*', '!']) || name.ends_with('/'))
    {
        bail!("\"files\" names each file, no patterns: {pattern}");
    }
    listed.insert("package.json".to_owned());
    for (what, found) in [("packed", packed), ("in pkg/", present)] {
        let odd: Vec<&String> = listed.symmetric_difference(found).collect();
        if !odd.is_empty() {
            bail!("\"files\" and what is {what} differ: {odd:?}");
        }
    }
    Ok(())
}

fn check_version(manifest: &Value, version: &str) -> Result<()> {
    if manifest["version"] != version {
        bail!("package.json has version {}, Cargo.toml {version}", manifest["version"]);
    }
    for part in ["dependencies", "peerDependencies", "optionalDependencies", "scripts"] {
        if manifest
            .get(part)
            .is_some_and(|value| value.as_object().is_none_or(|object| !object.is_empty()))
        {
            bail!("the package must have no {part}");
        }
    }
    Ok(())
}

/// A project of its own that has the packed package installed, as a user would have it.
pub fn install(project: &Project, tarball: &Path) -> Result<PathBuf> {
    let folder = project.target.join("packed");
    let digest = Inputs::default().path(&project.target, tarball)?.digest();
    let stamp = folder.join("stamp");
    if is_stamped(&stamp, &digest) {
        return Ok(folder);
    }
    ui::step("npm package: install the tarball into a project of its own", || {
        empty_dir(&folder)?;
        let manifest = json!({ "name": "a-user-of-the-package", "private": true });
        fs::write(folder.join("package.json"), format!("{manifest:#}\n"))?;
        let mut command = tools::npm(&folder);
        command
            .args(["install", "--offline", "--ignore-scripts", "--no-package-lock"])
            .arg(tarball);
        ui::run(&mut command)?;
        if !folder.join("node_modules").join(CLIENT).join("package.json").is_file() {
            bail!("the package is not in node_modules");
        }
        set_stamp(&stamp, &digest)
    })?;
    Ok(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn junk_and_missing_files_are_found() {
        let manifest = json!({ "files": ["a.js"] });
        let right = set(&["a.js", "package.json"]);
        assert!(check_files(&manifest, &right, &right).is_ok());
        assert!(check_files(&manifest, &set(&["a.js", "b.js", "package.json"]), &right).is_err());
        assert!(check_files(&manifest, &set(&["package.json"]), &right).is_err());
        assert!(check_files(&manifest, &right, &set(&["a.js", "notes", "package.json"])).is_err());
        assert!(check_files(&json!({ "files": ["*.js"] }), &right, &right).is_err());
        let nested = set(&["a/b.js", "package.json"]);
        assert!(check_files(&json!({ "files": ["a/b.js"] }), &nested, &nested).is_ok());
        assert!(check_files(&json!({ "files": ["a/"] }), &nested, &nested).is_err());
    }

    #[test]
    fn a_stray_version_or_a_dependency_is_found() {
        assert!(check_version(&json!({ "version": "1.0.0" }), "1.0.0").is_ok());
        assert!(check_version(&json!({ "version": "1.0.0" }), "1.0.1").is_err());
        assert!(check_version(&json!({ "version": "1.0.0", "dependencies": { "a": "1" } }), "1.0.0").is_err());
    }

    #[test]
    fn both_answers_of_npm_are_read() {
        let package = json!({ "files": [{ "path": "a.js" }] });
        assert_eq!(packed_files(&json!([package])).expect("read"), set(&["a.js"]));
        assert_eq!(packed_files(&json!({ "name": package })).expect("read"), set(&["a.js"]));
    }
}
