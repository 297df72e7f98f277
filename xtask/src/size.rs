//! What the package weighs, and `sizes.json`, where that is recorded: a change shows its cost, and a growth its reason.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::build::Built;
use crate::project::Project;
use crate::recorded::Record;
use crate::ui;

/// Where sizes are recorded.
pub const RECORDED_SIZES: &str = "sizes.json";
const RECORD: Record = Record {
    file: RECORDED_SIZES,
    unit: "bytes",
    command: "cargo xtask size",
    kept: SUMS[0].0,
    tolerance_percent: 1.0,
    other_compiler_tolerance_percent: 5.0,
};
/// The widest bar of the table.
const BAR_COLUMNS: usize = 30;
/// Brotli's best.
const BROTLI_QUALITY: u32 = 11;
/// Brotli's window, as servers have it.
const BROTLI_WINDOW: u32 = 22;

/// What is loaded together. Each file is compressed by itself, as servers do.
const SUMS: &[(&str, &[&str])] = &[
    ("a browser loads before its first call", &["index.js"]),
    ("a browser loads in all, to bind or sign", &["index.js", REST]),
    ("a browser loads (inline)", &["inline.js"]),
    ("Node loads", &[PLAIN, "core.cjs", "node.cjs"]),
    (
        UPLOADED,
        &[
            "miniprogram_dist/index.js",
            "miniprogram_dist/iotexplorer_client.wasm.br",
            "miniprogram_dist/package.json",
        ],
    ),
];

/// What "build npm" puts into a mini-program; the upload is a compressed archive.
const UPLOADED: &str = "a mini-program uploads";
/// What of the module is not in index.js.
const REST: &str = "iotexplorer_client_rest.wasm";
/// The module as it is. Mini-programs get it compressed; those for old base libraries take this one along.
const PLAIN: &str = "iotexplorer_client.wasm";

/// Bytes as they are and compressed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Weight {
    /// As it is.
    pub raw: usize,
    /// By gzip.
    pub gzip: usize,
    /// By brotli.
    pub brotli: usize,
}

impl Weight {
    /// Several files, each compressed by itself, as servers do. What is compressed already travels as it is.
    pub fn of_files(paths: &[PathBuf]) -> Result<Self> {
        let mut sum = Self::default();
        for path in paths {
            let bytes = fs::read(path).with_context(|| path.display().to_string())?;
            sum.add(if path.extension().is_some_and(|end| end == "br") {
                Self::flat(bytes.len())
            } else {
                Self::of(&bytes)?
            });
        }
        Ok(sum)
    }

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
}

/// Prints what the package weighs. With a reason, records it; without, compares it with what is recorded.
pub fn size(project: &Project, built: &Built, reason: Option<&str>) -> Result<()> {
    let weights = weigh(&built.pkg)?;
    table(&weights);
    explain_upload(&weights);
    let figures = weights
        .iter()
        .map(|(name, weight)| (name.clone(), weight.parts().to_vec()))
        .collect();
    RECORD.settle(project, &figures, &built.compiler, reason)
}

/// The compiler that what is recorded was found with.
pub fn recorded_compiler(project: &Project) -> Option<String> {
    RECORD.compiler(project)
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
        weights.push((name.clone(), Weight::of_files(&[pkg.join(name)])?));
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

/// What the package adds to a mini-program, and what older base libraries take besides.
fn explain_upload(weights: &[(String, Weight)]) {
    let of = |wanted: &str| {
        weights
            .iter()
            .find(|(name, _)| name == wanted)
            .map(|(_, weight)| *weight)
            .unwrap_or_default()
    };
    let (all, plain) = (of(UPLOADED), of(PLAIN));
    ui::line("");
    ui::line(&format!(
        "An uploaded mini-program grows by {} bytes: what \"build npm\" copies, the .wasm.br as it is and the rest compressed by \
         brotli. With gzip in its place: {} bytes; raw: {} bytes.",
        all.brotli, all.gzip, all.raw
    ));
    ui::line(&format!(
        "Base libraries before 2.14 read no .wasm.br (the least one is set in the console). Who supports them adds the plain \
         module, {} bytes more ({} raw):\n  cp node_modules/iotexplorer-client/{PLAIN} miniprogram_npm/iotexplorer-client/",
        plain.brotli, plain.raw
    ));
    ui::line("");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compression_compresses() {
        let weight = Weight::of(&[b'a'; 4096]).expect("compressed");
        assert_eq!(weight.raw, 4096);
        assert!(weight.gzip < 100 && weight.brotli < 100 && weight.brotli > 0);
    }
}
