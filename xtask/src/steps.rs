//! What each step of the release build gives: the module made once more without it, everything else as it ships.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::build::{self, Built, Recipe};
use crate::project::{CLIENT_LIB, Project};
use crate::ui;

/// A step, and the recipe without it.
struct Step {
    name: &'static str,
    undo: fn(&Project, &mut Recipe) -> Result<()>,
    /// Whether it takes a compilation, standard library included: a minute or two.
    compiles: bool,
}

/// What remains of wasm-opt where it does not optimise: no names, which nobody would ship.
const STRIP_ONLY: [&str; 3] = ["--strip-debug", "--strip-producers", "--strip-target-features"];

const STEPS: &[Step] = &[
    Step {
        name: "all of it: as `cargo build --release` makes it, names stripped",
        undo: |project, recipe| {
            // Those two are undone by others of these.
            let is_taken = |step: &&Step| ![OWN_LEVELS, OTHER_PASSES].contains(&step.name);
            STEPS
                .iter()
                .skip(1)
                .filter(is_taken)
                .try_for_each(|step| (step.undo)(project, recipe))
        },
        compiles: true,
    },
    Step {
        name: "our code and the standard library's for size, not for speed (`opt-level`)",
        undo: |project, recipe| {
            recipe.config.push("profile.release.opt-level=3".to_owned());
            recipe.config.extend(levels(project, "3")?);
            Ok(())
        },
        compiles: true,
    },
    Step {
        name: OWN_LEVELS,
        undo: |project, recipe| {
            recipe.config.extend(levels(project, "\"z\"")?);
            Ok(())
        },
        compiles: true,
    },
    Step {
        name: "optimised across crates, in one unit (`lto`, `codegen-units`)",
        undo: |_, recipe| {
            let settings = ["profile.release.lto=\"off\"", "profile.release.codegen-units=16"];
            recipe.config.extend(settings.map(str::to_owned));
            Ok(())
        },
        compiles: true,
    },
    Step {
        name: "a panic is one instruction, not a message (`immediate-abort`)",
        undo: |_, recipe| replace(recipe, "-Cpanic=immediate-abort", "-Cpanic=abort"),
        compiles: true,
    },
    Step {
        name: "no `Debug` texts, no places in the source (`fmt-debug`, `location-detail`)",
        undo: |_, recipe| {
            replace(recipe, "-Zfmt-debug=none", "")?;
            replace(recipe, "-Zlocation-detail=none", "")
        },
        compiles: true,
    },
    Step {
        name: "the standard library's own choice of small code (`optimize_for_size`)",
        undo: |_, recipe| {
            ensure!(recipe.std_for_size, "no such step");
            recipe.std_for_size = false;
            Ok(())
        },
        compiles: true,
    },
    Step {
        name: "SHA-256 rolled up (`sha2_backend_soft`)",
        undo: |_, recipe| replace(recipe, "--cfg sha2_backend_soft=\"compact\"", ""),
        compiles: true,
    },
    Step {
        name: "optimised once more after linking (wasm-opt)",
        undo: |_, recipe| {
            recipe.optimise = STRIP_ONLY.to_vec();
            Ok(())
        },
        compiles: false,
    },
    Step {
        name: OTHER_PASSES,
        undo: |_, recipe| {
            recipe.optimise = ["-Oz", "--mvp-features"].into_iter().chain(STRIP_ONLY).collect();
            Ok(())
        },
        compiles: false,
    },
];

const OWN_LEVELS: &str = "some crates at a level of their own, for speed";
const OTHER_PASSES: &str = "the passes that compress best, not `-Oz` as it comes";

/// A step that is no longer taken has to leave the table, too.
fn replace(recipe: &mut Recipe, from: &str, to: &str) -> Result<()> {
    ensure!(recipe.flags.contains(from), "the release build does without {from}");
    recipe.flags = recipe.flags.replacen(from, to, 1);
    Ok(())
}

/// Settings that put every crate that has a level of its own in Cargo.toml at another one.
fn levels(project: &Project, level: &str) -> Result<Vec<String>> {
    let manifest = fs::read_to_string(project.root.join("Cargo.toml"))?;
    let settings = own_levels(&manifest)
        .map(|name| format!("profile.release.package.{name}.opt-level={level}"))
        .collect();
    Ok(settings)
}

fn own_levels(manifest: &str) -> impl Iterator<Item = &str> {
    let begin = "[profile.release.package.";
    manifest
        .lines()
        .filter_map(move |line| line.trim().strip_prefix(begin)?.strip_suffix(']'))
}

/// Makes them all and says which files to weigh: what a mini-program or a browser loads, with and without each. `quick` leaves out
/// what takes a compilation.
pub fn loads(project: &Project, built: &Built, quick: bool) -> Result<Value> {
    let folder = project.target.join("bench").join("steps");
    fs::create_dir_all(&folder)?;
    let module = built.pkg.join(format!("{CLIENT_LIB}.wasm"));
    // The JavaScript alone: on the web there is a part of the module in it.
    let script = Path::new("miniprogram_dist").join("index.js");
    let row = |name: &str, files: &[&Path]| json!({ "name": name, "files": files });
    let mut rows = vec![row("iotexplorer-client", &[&module, &built.pkg.join(&script)])];
    rows[0]["isOurs"] = true.into();
    for (at, step) in STEPS.iter().enumerate().filter(|(_, step)| !(quick && step.compiles)) {
        let file = ui::step(&format!("Without: {}", step.name), || {
            without(project, step, &folder, &folder.join(format!("{at}.wasm")))
        })?;
        rows.push(row(step.name, &[&file, &built.pkg.join(&script)]));
    }
    let plain = folder.join("unminified");
    build::unminified(project, &plain)?;
    rows.push(row(
        "JavaScript minified (esbuild, then terser)",
        &[&module, &plain.join(&script)],
    ));
    let relation = "what the step gives (brotli)";
    let whole = folder.join("whole");
    build::in_one_piece(project, &whole)?;
    let mut parts = vec![
        row("iotexplorer-client", &[&built.pkg.join("index.js")]),
        row(
            "in two parts, the second when something is bound or signed",
            &[&whole.join("index.js")],
        ),
    ];
    parts[0]["isOurs"] = true.into();
    Ok(json!([
        { "title": "What the whole module and its JavaScript weigh, without this step", "relation": relation, "rows": rows },
        { "title": "What a browser loads before its first call, without this step", "relation": relation, "rows": parts },
    ]))
}

fn without(project: &Project, step: &Step, folder: &Path, to: &Path) -> Result<PathBuf> {
    let mut recipe = Recipe::release();
    (step.undo)(project, &mut recipe)?;
    let made = build::variant(project, &recipe, folder)?;
    fs::copy(&made, to).with_context(|| made.display().to_string())?;
    Ok(to.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_is_one_of_the_release_build() {
        let project = Project::find(true).expect("the project");
        for step in STEPS {
            let mut recipe = Recipe::release();
            (step.undo)(&project, &mut recipe).expect(step.name);
            let release = Recipe::release();
            let is_changed = recipe.flags != release.flags
                || recipe.config != release.config
                || recipe.std_for_size != release.std_for_size
                || recipe.optimise != release.optimise;
            assert!(is_changed, "{}", step.name);
        }
        assert!(replace(&mut Recipe::release(), "-Cno-such-flag", "").is_err());
    }

    #[test]
    fn crates_with_a_level_of_their_own_are_found() {
        let manifest = "[profile.release]\nlto = true\n[profile.release.package.a]\nopt-level = 3\n[profile.release.package.b-c]\n";
        assert_eq!(own_levels(manifest).collect::<Vec<_>>(), ["a", "b-c"]);
    }
}
