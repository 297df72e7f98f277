//! Figures that a change must not move unnoticed, in a committed file of theirs: a growth is written down with its reason.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value, json};

use crate::project::Project;
use crate::ui;

/// What is recorded: names, and for each what was counted.
pub type Figures = Vec<(String, Vec<(&'static str, usize)>)>;

/// A file of recorded figures.
#[derive(Debug)]
pub struct Record {
    /// Its name, in the repository.
    pub file: &'static str,
    /// What the figures are called there.
    pub unit: &'static str,
    /// The command that compares them, and with `--update` records them.
    pub command: &'static str,
    /// The name whose figures the history keeps.
    pub kept: &'static str,
    /// By how much a figure may differ from the recorded one, in percent, unless the file says otherwise.
    pub tolerance_percent: f64,
    /// The same where another compiler made the module.
    pub other_compiler_tolerance_percent: f64,
}

impl Record {
    /// With a reason, records the figures; without, compares them with what is recorded.
    pub fn settle(&self, project: &Project, figures: &Figures, compiler: &str, reason: Option<&str>) -> Result<()> {
        let path = project.root.join(self.file);
        let recorded = self.read(&path)?;
        if let Some(reason) = reason {
            let record = self.update(recorded.as_ref(), figures, compiler, &project.version, reason)?;
            fs::write(&path, format!("{record:#}\n"))?;
            ui::fresh(self.file, "written");
            return Ok(());
        }
        let update = format!("{} --update --reason", self.command);
        let Some(recorded) = recorded else {
            bail!("{} is missing; record the {}: {update} \"…\"", self.file, self.unit);
        };
        let differences = self.compare(&recorded, figures, compiler);
        if differences.is_empty() {
            ui::fresh(self.unit, &format!("as recorded in {}", self.file));
            return Ok(());
        }
        bail!("{}\nIf that is meant: {update} \"why\"", differences.join("\n"))
    }

    /// The compiler that what is recorded was found with.
    pub fn compiler(&self, project: &Project) -> Option<String> {
        let recorded = self.read(&project.root.join(self.file)).ok()??;
        recorded["compiler"].as_str().map(str::to_owned)
    }

    fn read(&self, path: &Path) -> Result<Option<Value>> {
        match fs::read_to_string(path) {
            Ok(text) => Ok(Some(serde_json::from_str(&text).context(self.file)?)),
            Err(_) => Ok(None),
        }
    }

    fn update(
        &self,
        before: Option<&Value>,
        figures: &Figures,
        compiler: &str,
        version: &str,
        reason: &str,
    ) -> Result<Value> {
        if reason.trim().is_empty() {
            bail!("a reason says something");
        }
        let kept = |name: &str, default: f64| before.and_then(|file| file[name].as_f64()).unwrap_or(default);
        let mut counted = Map::new();
        for (name, parts) in figures {
            let parts: Map<String, Value> = parts
                .iter()
                .map(|(kind, now)| ((*kind).to_owned(), json!(now)))
                .collect();
            counted.insert(name.clone(), parts.into());
        }
        let summed_up = counted.get(self.kept).cloned().unwrap_or_default();
        let mut history = before
            .and_then(|file| file["history"].as_array().cloned())
            .unwrap_or_default();
        history.push(json!({ "version": version, "reason": reason.trim(), self.kept: summed_up }));
        Ok(json!({
            "tolerancePercent": kept("tolerancePercent", self.tolerance_percent),
            "otherCompilerTolerancePercent":
                kept("otherCompilerTolerancePercent", self.other_compiler_tolerance_percent),
            "compiler": compiler,
            self.unit: counted,
            "history": history,
        }))
    }

    /// Every figure that differs by more than the tolerance, in either direction: what is recorded stays true.
    fn compare(&self, recorded: &Value, figures: &Figures, compiler: &str) -> Vec<String> {
        let (name, default) = if recorded["compiler"] == compiler {
            ("tolerancePercent", self.tolerance_percent)
        } else {
            ("otherCompilerTolerancePercent", self.other_compiler_tolerance_percent)
        };
        let tolerance = recorded[name].as_f64().unwrap_or(default);
        let mut differences = Vec::new();
        for (name, parts) in figures {
            for (kind, now) in parts {
                let Some(was) = recorded[self.unit][name][kind].as_u64() else {
                    differences.push(format!("{name}: {kind} is not recorded"));
                    continue;
                };
                let (was, now) = (was as f64, *now as f64);
                let change = (now - was).abs();
                if change > was * tolerance / 100.0 {
                    let percent = (now - was) / was * 100.0;
                    differences.push(format!(
                        "{name}: {kind} was {was} and is {now} ({percent:+.1} %, allowed {tolerance} %)"
                    ));
                }
            }
        }
        for name in recorded[self.unit].as_object().into_iter().flat_map(Map::keys) {
            if !figures.iter().any(|(known, _)| known == name) {
                differences.push(format!("{name}: recorded, but no longer there"));
            }
        }
        differences
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RECORD: Record = Record {
        file: "file.json",
        unit: "bytes",
        command: "cargo xtask command",
        kept: "all",
        tolerance_percent: 1.0,
        other_compiler_tolerance_percent: 5.0,
    };

    fn figures(raw: usize) -> Figures {
        let parts = vec![("raw", raw), ("brotli", 400), ("none", 0)];
        vec![("a.wasm".to_owned(), parts.clone()), (RECORD.kept.to_owned(), parts)]
    }

    #[test]
    fn what_is_recorded_compares_equal_and_changes_show() {
        let file = RECORD
            .update(None, &figures(1000), "rustc 1", "0.1.0", "first")
            .expect("recorded");
        let differences = |raw, compiler| RECORD.compare(&file, &figures(raw), compiler);
        assert!(differences(1000, "rustc 1").is_empty());
        assert!(differences(1009, "rustc 1").is_empty());
        assert!(!differences(1011, "rustc 1").is_empty());
        assert!(!differences(989, "rustc 1").is_empty());
        assert!(differences(1011, "rustc 2").is_empty());
        assert!(!differences(1051, "rustc 2").is_empty());
        assert!(
            !RECORD
                .compare(&file, &figures(1000)[..1].to_vec(), "rustc 1")
                .is_empty()
        );
        assert!(!RECORD.compare(&json!({}), &figures(1000), "rustc 1").is_empty());
    }

    #[test]
    fn something_where_there_was_nothing_shows() {
        let file = RECORD
            .update(None, &figures(1000), "rustc 1", "0.1.0", "first")
            .expect("recorded");
        let mut now = figures(1000);
        now[0].1[2].1 = 1;
        assert_eq!(RECORD.compare(&file, &now, "rustc 1").len(), 1);
    }

    #[test]
    fn reasons_are_kept() {
        let first = RECORD
            .update(None, &figures(1), "rustc 1", "0.1.0", "first")
            .expect("recorded");
        let second = RECORD
            .update(Some(&first), &figures(2), "rustc 1", "0.1.0", "second")
            .expect("recorded");
        assert_eq!(second["history"].as_array().map(Vec::len), Some(2));
        assert_eq!(second["history"][0]["reason"], "first");
        assert_eq!(second["history"][1]["all"]["raw"], 2);
        assert!(RECORD.update(None, &figures(1), "rustc 1", "0.1.0", " ").is_err());
    }
}
