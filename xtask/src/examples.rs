//! The examples in `examples/`, each installed as locked, with the packed package where its user has the published one, and
//! built. Their sources stay as they are; everything else is below `target/examples/`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::{Map, Value};

use crate::project::{CLIENT, Inputs, Project, is_stamped, set_stamp};
use crate::recipes::{begin_anew, copy, put_package};
use crate::tools;
use crate::ui;

/// An example: a folder with a package.json.
#[derive(Debug)]
pub struct Example {
    /// Its folder's name.
    pub name: &'static str,
    /// What installing its packages takes.
    cost: &'static str,
    /// Whether there is something to build.
    is_built: bool,
}

/// All of them.
pub const EXAMPLES: &[Example] = &[
    Example {
        name: "web-react",
        cost: "100 MB, once",
        is_built: true,
    },
    Example {
        name: "signing-server",
        cost: "18 MB, once",
        is_built: false,
    },
    Example {
        name: "sign-in-server",
        cost: "18 MB, once",
        is_built: false,
    },
    Example {
        name: "same-origin-proxy",
        cost: "26 MB, once",
        is_built: false,
    },
];

/// The folder with one folder per example.
pub fn folder(project: &Project) -> PathBuf {
    project.target.join("examples")
}

/// Installs what an example depends on, exactly as locked; but for the package itself.
pub fn install(project: &Project, example: &Example) -> Result<()> {
    let source = source(project, example);
    let place = folder(project).join(example.name);
    fs::create_dir_all(&place)?;
    copy(&source.join(".npmrc"), &place.join(".npmrc"))?;
    for name in ["package.json", "package-lock.json"] {
        let text = fs::read_to_string(source.join(name)).with_context(|| format!("{}: {name}", example.name))?;
        let mut manifest: Value = serde_json::from_str(&text)?;
        without_client(&mut manifest);
        fs::write(place.join(name), format!("{manifest:#}\n"))?;
    }
    tools::locked(
        &place,
        &format!("{}'s packages: npm ci ({})", example.name, example.cost),
    )
}

/// Sets an example up with what is packed and builds it, unless that was done with exactly these sources and this package.
///
/// `user` is a project that has the packed package installed.
pub fn build(project: &Project, example: &Example, user: &Path) -> Result<()> {
    let source = source(project, example);
    let place = folder(project).join(example.name);
    let package = user.join("node_modules").join(CLIENT);
    let digest = Inputs::default()
        .path(&project.root, &source)?
        .path(&project.root, &package)?
        .digest();
    let stamp = place.join("stamp");
    if is_stamped(&stamp, &digest) {
        ui::fresh(example.name, "set up from exactly these sources");
        return Ok(());
    }
    begin_anew(&place, &source)?;
    install(project, example)?;
    if depends_on_client(&source)? {
        put_package(&place, &package)?;
    }
    if example.is_built {
        ui::step(&format!("{}: npm run build", example.name), || {
            ui::run(tools::npm(&place).args(["run", "build"])).map(|_| ())
        })?;
    }
    set_stamp(&stamp, &digest)
}

fn source(project: &Project, example: &Example) -> PathBuf {
    project.root.join("examples").join(example.name)
}

fn depends_on_client(source: &Path) -> Result<bool> {
    let manifest: Value = serde_json::from_str(&fs::read_to_string(source.join("package.json"))?)?;
    Ok(manifest["dependencies"].get(CLIENT).is_some())
}

/// A package.json or package-lock.json without the package itself: what is tested is what was packed here, not what a registry
/// has by that name.
fn without_client(manifest: &mut Value) {
    let forget = |object: Option<&mut Value>, name: &str| {
        if let Some(object) = object.and_then(Value::as_object_mut) {
            object.remove(name);
        }
    };
    forget(manifest.get_mut("dependencies"), CLIENT);
    if let Some(packages) = manifest.get_mut("packages").and_then(Value::as_object_mut) {
        packages.remove(&format!("node_modules/{CLIENT}"));
        let root: Option<&mut Map<String, Value>> = packages.get_mut("").and_then(Value::as_object_mut);
        forget(root.and_then(|root| root.get_mut("dependencies")), CLIENT);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_the_package_itself_is_left_out() {
        let mut manifest = json!({ "name": "n", "dependencies": { CLIENT: "^1.0.0", "react": "19.0.0" } });
        without_client(&mut manifest);
        assert_eq!(manifest, json!({ "name": "n", "dependencies": { "react": "19.0.0" } }));

        let mut lock = json!({
            "packages": {
                "": { "dependencies": { CLIENT: "^1.0.0", "react": "19.0.0" } },
                format!("node_modules/{CLIENT}"): { "version": "1.0.0" },
                "node_modules/react": { "version": "19.0.0" },
            },
        });
        without_client(&mut lock);
        let left = json!({
            "packages": {
                "": { "dependencies": { "react": "19.0.0" } },
                "node_modules/react": { "version": "19.0.0" },
            },
        });
        assert_eq!(lock, left);
    }
}
