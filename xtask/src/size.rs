//! What the package weighs, and `sizes.json`, where that is recorded: a change shows its cost, and a growth its reason.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context, Result, bail};
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Map, Value, json};

use crate::build::Built;
use crate::project::Project;
use crate::ui;

/// Where sizes are recorded.
const FILE: &str = "sizes.json";
/// By how much a size may differ from the recorded one, in percent, unless the file says otherwise.
const TOLERANCE_PERCENT: f64 = 1.0;
/// The same where another compiler made the module.
const OTHER_COMPILER_TOLERANCE_PERCENT: f64 = 5.0;
/// The widest bar of the table.
const BAR_COLUMNS: usize = 30;
/// Brotli's best.
const BROTLI_QUALITY: u32 = 11;
/// Brotli's window, as servers have it.
const BROTLI_WINDOW: u32 = 22;

/// What is loaded together. Each file is compressed by itself, as servers do.
const SUMS: &[(&str, &[&str])] = &[
    ("a browser loads", &["iotexplorer_client.wasm", "core.js", "index.js"]),
    ("a browser loads (inline)", &["inline-wasm.js", "core.js", "inline.js"]),
    (
        "Node loads",
        &["iotexplorer_client.wasm", "core.cjs", "node.cjs", "node-host.cjs"],
    ),
    (
        UPLOADED,
        &[
            "miniprogram_dist/index.js",
            "miniprogram_dist/package.json",
            PLAIN,
            COMPRESSED,
        ],
    ),
];

/// What "build npm" puts into a mini-program; the upload is a compressed archive.
const UPLOADED: &str = "a mini-program uploads";
/// The same file twice, for hosts of different ages: either may be left out.
const PLAIN: &str = "miniprogram_dist/iotexplorer_client.wasm";
const COMPRESSED: &str = "miniprogram_dist/iotexplorer_client.wasm.br";

/// Bytes as they are and compressed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Weight {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Weight {
    fn of(bytes: &[u8]) -> Result<Self> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(bytes)?;
        let mut brotli = brotli::CompressorWriter::new(Vec::new(), 4096, BROTLI_QUALITY, BROTLI_WINDOW);
        brotli.write_all(bytes)?;
        Ok(Self {
            raw: bytes.len(),
            gzip: gzip.finish()?.len(),
            brotli: brotli.into_inner().len(),
        })
    }

    const fn flat(bytes: usize) -> Self {
        Self {
            raw: bytes,
            gzip: bytes,
            brotli: bytes,
        }
    }

    fn add(&mut self, other: Self) {
        self.raw += other.raw;
        self.gzip += other.gzip;
        self.brotli += other.brotli;
    }

    fn parts(self) -> [(&'static str, usize); 3] {
        [("raw", self.raw), ("gzip", self.gzip), ("brotli", self.brotli)]
    }

    fn json(self) -> Value {
        json!({ "raw": self.raw, "gzip": self.gzip, "brotli": self.brotli })
    }
}

/// Prints what the package weighs. With a reason, records it; without, compares it with what is recorded.
pub fn size(project: &Project, built: &Built, reason: Option<&str>) -> Result<()> {
    let weights = weigh(&built.pkg)?;
    table(&weights);
    explain_upload(&weights);
    let path = project.root.join(FILE);
    let recorded: Option<Value> = match fs::read_to_string(&path) {
        Ok(text) => Some(serde_json::from_str(&text).context(FILE)?),
        Err(_) => None,
    };
    if let Some(reason) = reason {
        let text = format!(
            "{:#}\n",
            record(recorded.as_ref(), &weights, &built.compiler, &project.version, reason)?
        );
        fs::write(&path, text)?;
        ui::fresh(FILE, "written");
        return Ok(());
    }
    let Some(recorded) = recorded else {
        bail!("{FILE} is missing; record the sizes: cargo xtask size --update --reason \"…\"");
    };
    let differences = compare(&recorded, &weights, &built.compiler);
    if differences.is_empty() {
        ui::fresh("sizes", &format!("as recorded in {FILE}"));
        return Ok(());
    }
    bail!(
        "{}\nIf that is meant: cargo xtask size --update --reason \"why\"",
        differences.join("\n")
    )
}

/// The compiler that what is recorded was found with.
pub fn recorded_compiler(project: &Project) -> Option<String> {
    let text = fs::read_to_string(project.root.join(FILE)).ok()?;
    let recorded: Value = serde_json::from_str(&text).ok()?;
    recorded["compiler"].as_str().map(str::to_owned)
}

fn weigh(pkg: &Path) -> Result<Vec<(String, Weight)>> {
    let mut names: Vec<String> = SUMS
        .iter()
        .flat_map(|(_, parts)| parts.iter().map(|name| (*name).to_owned()))
        .collect();
    names.sort();
    names.dedup();
    let mut weights = Vec::new();
    for name in names {
        let bytes = fs::read(pkg.join(&name)).with_context(|| format!("pkg/{name}"))?;
        // What is compressed already travels as it is.
        let weight = if name.ends_with(".br") {
            Weight::flat(bytes.len())
        } else {
            Weight::of(&bytes)?
        };
        weights.push((name, weight));
    }
    let mut sums = Vec::new();
    for (title, parts) in SUMS {
        let mut sum = Weight::default();
        for (name, weight) in &weights {
            if parts.contains(&name.as_str()) {
                sum.add(*weight);
            }
        }
        sums.push(((*title).to_owned(), sum));
    }
    weights.extend(sums);
    Ok(weights)
}

fn table(weights: &[(String, Weight)]) {
    let widest = weights
        .iter()
        .map(|(_, weight)| weight.brotli)
        .max()
        .unwrap_or(1)
        .max(1);
    let names = weights.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
    ui::line(&format!(
        "{:<names$} {:>9} {:>9} {:>9}  brotli",
        "bytes", "raw", "gzip", "brotli"
    ));
    for (name, weight) in weights {
        let bar = "#".repeat((weight.brotli * BAR_COLUMNS).div_ceil(widest));
        ui::line(&format!(
            "{name:<names$} {:>9} {:>9} {:>9}  {bar}",
            weight.raw, weight.gzip, weight.brotli
        ));
    }
}

/// What the package adds to a mini-program, and how to make that less.
fn explain_upload(weights: &[(String, Weight)]) {
    let of = |wanted: &str| {
        weights
            .iter()
            .find(|(name, _)| name == wanted)
            .map(|(_, weight)| *weight)
            .unwrap_or_default()
    };
    let (all, plain, compressed) = (of(UPLOADED), of(PLAIN), of(COMPRESSED));
    let ignore = |file: &str| {
        let value = file.replace("miniprogram_dist", "miniprogram_npm/iotexplorer-client");
        format!(r#""packOptions": {{ "ignore": [{{ "type": "file", "value": "{value}" }}] }}"#)
    };
    ui::line("");
    ui::line(&format!(
        "An uploaded mini-program grows by {} bytes: both modules counted, everything compressed by brotli, the .br as it is. \
         With gzip in its place: {} bytes; raw: {} bytes.",
        all.brotli, all.gzip, all.raw
    ));
    ui::line("Either module may be left out, in project.config.json:");
    for (file, saved, who) in [
        (
            PLAIN,
            plain,
            "where no base library before 2.14 is supported (the least one is set in the console)",
        ),
        (COMPRESSED, compressed, "the plain one is then taken everywhere"),
    ] {
        ui::line(&format!(
            "  {} bytes ({} raw) without it: {who}\n    {}",
            all.brotli.saturating_sub(saved.brotli),
            all.raw.saturating_sub(saved.raw),
            ignore(file)
        ));
    }
    ui::line("");
}

fn record(
    before: Option<&Value>,
    weights: &[(String, Weight)],
    compiler: &str,
    version: &str,
    reason: &str,
) -> Result<Value> {
    if reason.trim().is_empty() {
        bail!("a reason says something");
    }
    let kept = |name: &str, default: f64| before.and_then(|file| file[name].as_f64()).unwrap_or(default);
    let mut sizes = Map::new();
    for (name, weight) in weights {
        sizes.insert(name.clone(), weight.json());
    }
    let browser = sizes.get(SUMS[0].0).cloned().unwrap_or_default();
    let mut history = before
        .and_then(|file| file["history"].as_array().cloned())
        .unwrap_or_default();
    history.push(json!({ "version": version, "reason": reason.trim(), SUMS[0].0: browser }));
    Ok(json!({
        "tolerancePercent": kept("tolerancePercent", TOLERANCE_PERCENT),
        "otherCompilerTolerancePercent": kept("otherCompilerTolerancePercent", OTHER_COMPILER_TOLERANCE_PERCENT),
        "compiler": compiler,
        "bytes": sizes,
        "history": history,
    }))
}

/// Every size that differs by more than the tolerance, in either direction: what is recorded stays true.
fn compare(recorded: &Value, weights: &[(String, Weight)], compiler: &str) -> Vec<String> {
    let (name, default) = if recorded["compiler"] == compiler {
        ("tolerancePercent", TOLERANCE_PERCENT)
    } else {
        ("otherCompilerTolerancePercent", OTHER_COMPILER_TOLERANCE_PERCENT)
    };
    let tolerance = recorded[name].as_f64().unwrap_or(default);
    let mut differences = Vec::new();
    for (name, weight) in weights {
        for (kind, now) in weight.parts() {
            let Some(was) = recorded["bytes"][name][kind].as_u64() else {
                differences.push(format!("{name}: {kind} is not recorded"));
                continue;
            };
            let (was, now) = (was as f64, now as f64);
            let percent = (now - was) / was * 100.0;
            if percent.abs() > tolerance {
                differences.push(format!(
                    "{name}: {kind} was {was} bytes and is {now} ({percent:+.1} %, allowed {tolerance} %)"
                ));
            }
        }
    }
    for name in recorded["bytes"].as_object().into_iter().flat_map(Map::keys) {
        if !weights.iter().any(|(known, _)| known == name) {
            differences.push(format!("{name}: recorded, but not in the package"));
        }
    }
    differences
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weights(raw: usize) -> Vec<(String, Weight)> {
        let weight = Weight {
            raw,
            gzip: 500,
            brotli: 400,
        };
        vec![("a.wasm".to_owned(), weight), (SUMS[0].0.to_owned(), weight)]
    }

    #[test]
    fn what_is_recorded_compares_equal_and_changes_show() {
        let file = record(None, &weights(1000), "rustc 1", "0.1.0", "first").expect("recorded");
        assert!(compare(&file, &weights(1000), "rustc 1").is_empty());
        assert!(compare(&file, &weights(1009), "rustc 1").is_empty());
        assert!(!compare(&file, &weights(1011), "rustc 1").is_empty());
        assert!(!compare(&file, &weights(989), "rustc 1").is_empty());
        assert!(compare(&file, &weights(1011), "rustc 2").is_empty());
        assert!(!compare(&file, &weights(1051), "rustc 2").is_empty());
        assert!(!compare(&file, &weights(1000)[..1], "rustc 1").is_empty());
        assert!(!compare(&json!({}), &weights(1000), "rustc 1").is_empty());
    }

    #[test]
    fn reasons_are_kept() {
        let first = record(None, &weights(1), "rustc 1", "0.1.0", "first").expect("recorded");
        let second = record(Some(&first), &weights(2), "rustc 1", "0.1.0", "second").expect("recorded");
        assert_eq!(second["history"].as_array().map(Vec::len), Some(2));
        assert_eq!(second["history"][0]["reason"], "first");
        assert!(record(None, &weights(1), "rustc 1", "0.1.0", " ").is_err());
    }

    #[test]
    fn compression_compresses() {
        let weight = Weight::of(&[b'a'; 4096]).expect("compressed");
        assert_eq!(weight.raw, 4096);
        assert!(weight.gzip < 100 && weight.brotli < 100 && weight.brotli > 0);
    }
}
