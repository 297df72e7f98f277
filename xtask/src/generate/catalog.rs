//! The list of all Actions, from the names of the files.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};

/// What makes a file an Action's.
const CONSTANT: &str = "pub const ACTION: Action =";

/// The names of the Action files in `folder`, without `.rs`, sorted. Files that hold no Action are helpers.
pub fn stems(folder: &Path) -> Result<Vec<String>> {
    let mut stems = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("could not read {}", folder.display()))? {
        let path = entry?.path();
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        if path.extension().is_none_or(|extension| extension != "rs") {
            continue;
        }
        let source = fs::read_to_string(&path).with_context(|| format!("could not read {stem}.rs"))?;
        let is_action = source.contains(CONSTANT);
        // Nearly every Action's name begins so; one that only lacks the constant should not go missing in silence.
        ensure!(
            is_action || !stem.starts_with("app_"),
            "src/action/{stem}.rs has no `{CONSTANT} …`"
        );
        if is_action {
            stems.push(stem.to_owned());
        }
    }
    stems.sort();
    Ok(stems)
}

/// The catalog of these files.
pub fn source(stems: &[String]) -> String {
    let mut text = String::from(
        "// Written by `cargo xtask gen` from the files beside this one. Do not edit.\n\
         //! Every Action, by name.\n\nuse super::Action;\n\n",
    );
    for stem in stems {
        let _ = writeln!(text, "#[path = \"{stem}.rs\"]\npub mod {stem};");
    }
    text.push_str("\n/// Every Action, by name.\npub const ALL: &[&Action] = &[\n");
    for stem in stems {
        let _ = writeln!(text, "    &{stem}::ACTION,");
    }
    text.push_str("];\n");
    text
}
