//! THIRD-PARTY-NOTICES.txt: whose code the published modules are compiled from, and under which licence. Made anew with each
//! build, from what cargo says that it compiles: the crates in exactly these versions, the standard library and its own crates.
//! (cargo-about and its like read the lock file alone, where the standard library does not stand.)

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::Value;
use spdx::{Expression, Licensee, ParseMode};
use toml::Table;

use crate::project::{CLIENT, Inputs, Project, is_stamped, set_stamp};
use crate::toolchain::Toolchain;
use crate::ui;

/// The file's name in the package.
pub const FILE: &str = "THIRD-PARTY-NOTICES.txt";

/// The licences that are taken, the first where there is a choice; and words by which each one's text is known. A text without
/// which the licence may be followed has none.
const LICENCES: &[(&str, Option<&str>)] = &[
    ("MIT", Some("permission is hereby granted, free of charge")),
    (
        "BSD-3-Clause",
        Some("redistribution and use in source and binary forms"),
    ),
    ("Zlib", Some("this software is provided 'as-is'")),
    ("Unicode-3.0", Some("unicode license v3")),
    ("Apache-2.0", Some("apache license")),
    // Its exception is for this: code that a compiler puts into what it makes.
    ("Apache-2.0 WITH LLVM-exception", None),
];

/// Crates of the standard library that are nothing but names for others.
const STD_SHIM: &str = "rustc-std-workspace-";

/// Where it lies until it is put into the package.
pub fn path(project: &Project) -> PathBuf {
    project.target.join("wasm").join(FILE)
}

/// Brings the file up to date. `graph` is asked for what is compiled, as cargo's `--unit-graph` says it.
pub fn write(project: &Project, toolchain: &Toolchain, graph: impl FnOnce() -> Result<String>) -> Result<()> {
    let path = path(project);
    let stamp = path.with_extension("stamp");
    let root = &project.root;
    let mut inputs = Inputs::default().word("compiler", &toolchain.verbose);
    for part in [
        "Cargo.toml",
        "Cargo.lock",
        "LICENSE-MIT",
        "xtask/src/build.rs",
        "xtask/src/notices.rs",
    ] {
        inputs = inputs.path(root, &root.join(part))?;
    }
    let digest = inputs.digest();
    let made = |path: &Path| -> Result<String> {
        Ok(format!(
            "{digest}\n{}\n",
            Inputs::default().path(&project.target, path)?.digest()
        ))
    };
    if is_stamped(&stamp, &made(&path)?) {
        return Ok(());
    }
    ui::step(&format!("npm package: {FILE}"), || {
        let crates = compiled(&serde_json::from_str(&graph()?).context("cargo's unit graph is JSON")?)?;
        let grant = fs::read_to_string(root.join("LICENSE-MIT"))?;
        let text = notices(&crates, toolchain, mit_grant(&grant)?)?;
        ui::note(&format!("{} crates", crates.len()));
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&path, text)?;
        set_stamp(&stamp, &made(&path)?)
    })
}

/// A crate whose code is compiled for the module.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Compiled {
    name: String,
    version: String,
    /// Whether it is a part of the standard library itself, of the compiler's version.
    is_std: bool,
    /// The folder with its manifest.
    folder: PathBuf,
}

/// Every crate but our own that the graph compiles for the target: not what runs while compiling.
fn compiled(graph: &Value) -> Result<BTreeSet<Compiled>> {
    let mut found = BTreeSet::new();
    for unit in graph["units"].as_array().context("a unit graph has units")? {
        if unit["platform"].is_null() || unit["mode"] != "build" {
            continue;
        }
        let id = unit["pkg_id"].as_str().context("a unit has a package")?;
        let source = unit["target"]["src_path"].as_str().context("a unit has a source")?;
        let (origin, named) = id.rsplit_once('#').with_context(|| format!("a package's id: {id}"))?;
        // The name is left out where the folder has it.
        let (name, version) = named
            .rsplit_once('@')
            .or_else(|| Some((origin.rsplit_once('/')?.1, named)))
            .with_context(|| format!("a package's id: {id}"))?;
        if name == CLIENT || name.starts_with(STD_SHIM) {
            continue;
        }
        let folder = Path::new(source)
            .ancestors()
            .find(|folder| folder.join("Cargo.toml").is_file())
            .with_context(|| format!("{source} belongs to a package"))?;
        found.insert(Compiled {
            name: name.to_owned(),
            version: version.to_owned(),
            is_std: !origin.starts_with("registry+"),
            folder: folder.to_owned(),
        });
    }
    if !found.iter().any(|one| one.is_std && one.name == "std") {
        bail!("the unit graph lacks the standard library");
    }
    Ok(found)
}

/// What goes without saying whose it is: MIT's text without the line of our own copyright.
fn mit_grant(own: &str) -> Result<&str> {
    let at = own
        .find("Permission is hereby granted")
        .context("LICENSE-MIT has MIT's text")?;
    Ok(own[at..].trim())
}

/// The whole file.
fn notices(crates: &BTreeSet<Compiled>, toolchain: &Toolchain, mit_grant: &str) -> Result<String> {
    let mut list = String::new();
    // Text → whose it is.
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for one in crates.iter().filter(|one| !one.is_std) {
        let label = format!("{} {}", one.name, one.version);
        let manifest = fs::read_to_string(one.folder.join("Cargo.toml"))?;
        let manifest: Table = manifest.parse().with_context(|| label.clone())?;
        let package = &manifest["package"];
        let licence = package
            .get("license")
            .and_then(toml::Value::as_str)
            .with_context(|| format!("{label} names no licence"))?;
        let taken = taken(licence).with_context(|| label.clone())?;
        let _ = write!(list, "{label}: {licence}");
        if !licence.eq_ignore_ascii_case(&taken.join(" AND ")) {
            let _ = write!(list, " (taken: {})", taken.join(" AND "));
        }
        list.push('\n');
        for id in taken {
            let text = match text_of(&one.folder, id)? {
                Some(text) => text,
                // Some forget to pack it.
                None if id == "MIT" => format!("Copyright (c) {}\n\n{mit_grant}", holders(&one.name, package)),
                None => bail!("{label} has no text of its licence, {id}"),
            };
            texts.entry(text).or_default().push(label.clone());
        }
    }

    let std: Vec<&str> = crates
        .iter()
        .filter(|one| one.is_std)
        .map(|one| one.name.as_str())
        .collect();
    let std = format!("Rust's standard library ({})", std.join(", "));
    let _ = writeln!(
        list,
        "{std}: MIT OR Apache-2.0 (taken: MIT), of {}",
        toolchain.version()
    );
    let _ = writeln!(
        list,
        "  Parts of compiler_builtins are after LLVM's compiler-rt: Apache-2.0 WITH LLVM-exception; and after musl: MIT, Copyright (c) 2005-2020 Rich Felker, et al."
    );
    texts
        .entry(format!("Copyright (c) The Rust Project Contributors\n\n{mit_grant}"))
        .or_default()
        .push(std);

    let mut file = String::from(
        "Third-party notices\n\n\
         The WebAssembly modules of this package (iotexplorer_client*.wasm, those in inline.js, inline-wasm.cjs and\n\
         miniprogram_dist/, and the one in diagnose.*) are compiled from our own sources and from these, each under its own licence.\n\
         Of some the compiler leaves nothing over. The JavaScript that wasm-bindgen wrote is under wasm-bindgen's licence. What the\n\
         files for mini-programs have besides: licence-stablelib-utf8.txt.\n\n",
    );
    file.push_str(&list);
    let mut texts: Vec<(Vec<String>, String)> = texts.into_iter().map(|(text, owners)| (owners, text)).collect();
    texts.sort();
    for (owners, text) in texts {
        let _ = write!(file, "\n{}\n{}\n\n{text}\n", "-".repeat(80), owners.join(", "));
    }
    Ok(file)
}

/// The licences that are followed of those that are offered.
fn taken(offered: &str) -> Result<Vec<&'static str>> {
    // With `/` for `OR`, as was usual once.
    let offered = Expression::parse_mode(offered, ParseMode::LAX)?;
    let mut accepted = Vec::new();
    for (id, _) in LICENCES {
        accepted.push((*id, Licensee::parse(id)?));
    }
    let taken = offered.minimized_requirements(accepted.iter().map(|(_, licensee)| licensee))?;
    Ok(accepted
        .into_iter()
        .filter(|(_, licensee)| taken.iter().any(|one| licensee.satisfies(one)))
        .map(|(id, _)| id)
        .collect())
}

/// The licence's text as the crate has it; an empty one where none is needed.
fn text_of(folder: &Path, id: &str) -> Result<Option<String>> {
    let Some((_, words)) = LICENCES.iter().find(|(known, _)| *known == id) else {
        bail!("{id} is not known");
    };
    let Some(words) = words else {
        return Ok(Some(format!("{id}: https://spdx.org/licenses/LLVM-exception.html")));
    };
    let mut names: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    names.sort();
    for path in names {
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        if !path.is_file()
            || !["LICEN", "COPYING", "UNLICENSE"]
                .iter()
                .any(|start| name.starts_with(start))
        {
            continue;
        }
        let text = fs::read_to_string(&path)?.replace("\r\n", "\n");
        let plain = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        if plain.contains(words) {
            let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
            return Ok(Some(lines.join("\n").trim().to_owned()));
        }
    }
    Ok(None)
}

/// Whose it is, as the manifest has it, without addresses.
fn holders(name: &str, package: &toml::Value) -> String {
    let authors: Vec<&str> = package
        .get("authors")
        .and_then(toml::Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(toml::Value::as_str)
        .map(|author| author.split('<').next().unwrap_or(author).trim())
        .collect();
    if authors.is_empty() {
        format!("the authors of {name}")
    } else {
        authors.join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_licence_to_follow_is_found() {
        assert_eq!(taken("MIT OR Apache-2.0").expect("offered"), ["MIT"]);
        assert_eq!(taken("Apache-2.0/MIT").expect("offered"), ["MIT"]);
        assert_eq!(taken("BSD-3-Clause").expect("offered"), ["BSD-3-Clause"]);
        assert_eq!(
            taken("(MIT OR Apache-2.0) AND Unicode-3.0").expect("offered"),
            ["MIT", "Unicode-3.0"]
        );
        assert!(taken("GPL-3.0-only").is_err());
        assert!(taken("MIT AND GPL-3.0-only").is_err());
    }

    #[test]
    fn what_runs_while_compiling_is_not_in_the_module() {
        let here = concat!(env!("CARGO_MANIFEST_DIR"), "/src/main.rs");
        let unit = |id: &str, platform: Value, mode: &str| json!({ "pkg_id": id, "platform": platform, "mode": mode, "target": { "src_path": here } });
        let wasm = json!("wasm32-unknown-unknown");
        let graph = json!({ "units": [
            unit("path+file:///rust/library/std#0.0.0", wasm.clone(), "build"),
            unit("path+file:///rust/library/x#rustc-std-workspace-core@1.99.0", wasm.clone(), "build"),
            unit("registry+https://index#base64@1.2.3", wasm.clone(), "build"),
            unit("registry+https://index#syn@1.2.3", Value::Null, "build"),
            unit("registry+https://index#wasm-bindgen@1.2.3", wasm.clone(), "run-custom-build"),
            unit("path+file:///here#iotexplorer-client@1.2.3", wasm, "build"),
        ]});
        let found = compiled(&graph).expect("read");
        let names: Vec<_> = found
            .iter()
            .map(|one| (one.name.as_str(), one.version.as_str(), one.is_std))
            .collect();
        assert_eq!(names, [("base64", "1.2.3", false), ("std", "0.0.0", true)]);
        assert!(compiled(&json!({ "units": [] })).is_err());
    }

    #[test]
    fn a_crate_without_a_text_is_spoken_of_by_its_authors() {
        let package: Table = "authors = [\"A B <a@b>\", \"C\"]".parse().expect("TOML");
        assert_eq!(holders("x", &toml::Value::Table(package)), "A B, C");
        assert_eq!(holders("x", &toml::Value::Table(Table::new())), "the authors of x");
    }
}
