//! `cargo xtask release --dry-run`: everything that must be so before a version is published, and what would be. It publishes
//! nothing: that is done by .github/workflows/release.yml, which has no password and runs this first.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use clap::Args;
use flate2::read::GzDecoder;
use semver::Version;
use serde_json::Value;
use sha2::{Digest, Sha256};
use toml::Table;

use crate::build;
use crate::counts::Tally;
use crate::pack;
use crate::project::{CLIENT, Project, empty_dir, hex};
use crate::tools;
use crate::ui;

/// What is asked for.
#[derive(Debug, Args)]
pub struct Wanted {
    /// Look at everything, publish nothing; there is no other way to run this
    #[arg(long)]
    dry_run: bool,
    /// The tag that is being released, as the workflow says it: the changelog must have a date then
    #[arg(long, value_name = "vX.Y.Z", requires = "dry_run")]
    tag: Option<String>,
    /// Also build it in two clean clones, and compare every byte of what comes out (ten minutes)
    #[arg(long, requires = "dry_run")]
    twice: bool,
}

/// The time that npm writes for every file: 1985-10-26 08:15, UTC.
const NPM_TIME_SECONDS: u64 = 499_162_500;
/// What stands in a changelog's heading until there is a date.
const NOT_RELEASED: &str = "(not released)";
/// The version in pkg-template/package.json, where the build puts the real one.
const PLACEHOLDER: &str = "0.0.0";
/// What npm and its pages show of a package.
const METADATA: &[&str] = &[
    "name",
    "version",
    "description",
    "keywords",
    "homepage",
    "bugs",
    "license",
    "author",
    "repository",
    "engines",
    "publishConfig",
];

/// Looks at everything and says what would be published; whether all of it was as it must be.
pub fn release(project: &Project, wanted: &Wanted) -> Result<bool> {
    if !wanted.dry_run {
        bail!(
            "This publishes nothing: .github/workflows/release.yml does, when a tag v{} is pushed. Before that:\n  \
             cargo xtask release --dry-run --twice",
            project.version
        );
    }
    let tag = wanted.tag.as_deref();
    let mut tally = Tally::default();
    let mut check = |title: &str, work: &mut dyn FnMut() -> Result<()>| {
        let held = ui::step(title, work).is_ok();
        tally += Tally::one(held);
    };
    check("One version", &mut || one_version(project, tag));
    check("Nothing is uncommitted", &mut || committed(project));
    check("The changelog", &mut || {
        let text = fs::read_to_string(project.root.join("CHANGELOG.md"))?;
        let heading = changelog(&text, &project.version, tag.is_some())?;
        ui::note(&heading);
        Ok(())
    });
    check("The tag", &mut || tagged(project, tag));

    let built = build::build(project, false)?;
    let tarball = pack::pack(project, &built)?;
    check("The tarball", &mut || {
        let found = inspect(project, &built.pkg, &tarball)?;
        show(&tarball, &found)
    });
    check("npm publish, dry run", &mut || publish(project, &tarball));
    if wanted.twice {
        check("Two clean clones", &mut || twice(project, &tarball));
    }
    ui::line(&format!("{} passed, {} failed", tally.passed, tally.failed));
    Ok(tally.failed == 0)
}

/// What the tarball holds, which is what was built, and complete; a part of `cargo xtask test`, too.
pub fn inspect(project: &Project, pkg: &Path, tarball: &Path) -> Result<BTreeMap<String, Packed>> {
    let found = read(tarball)?;
    let manifest = found.get("package.json").context("a package has a package.json")?;
    let manifest: Value = serde_json::from_slice(&manifest.bytes)?;
    as_built(&found, &manifest, pkg)?;
    complete(&manifest, &project.root)?;
    Ok(found)
}

/// Cargo.toml's version is the only one that is written by hand, and everything else has it.
fn one_version(project: &Project, tag: Option<&str>) -> Result<()> {
    let version = Version::parse(&project.version).context("the workspace's version")?;
    let manifest: Table = fs::read_to_string(project.root.join("Cargo.toml"))?.parse()?;
    if manifest["workspace"]["package"]["version"].as_str() != Some(&project.version) {
        bail!("{CLIENT} does not take its version from the workspace");
    }
    let lock: Table = fs::read_to_string(project.root.join("Cargo.lock"))?.parse()?;
    let members = manifest["workspace"]["members"].as_array().context("members")?;
    let mut names = vec![CLIENT.to_owned()];
    for member in members.iter().filter_map(toml::Value::as_str) {
        let member: Table = fs::read_to_string(project.root.join(member).join("Cargo.toml"))?.parse()?;
        names.push(
            member["package"]["name"]
                .as_str()
                .context("a member has a name")?
                .to_owned(),
        );
    }
    let locked = lock["package"].as_array().context("Cargo.lock has packages")?;
    for name in &names {
        let found = locked.iter().find(|package| package["name"].as_str() == Some(name));
        let found = found.and_then(|package| package["version"].as_str());
        if found != Some(&project.version) {
            bail!("Cargo.lock has {name} {}", found.unwrap_or("nowhere"));
        }
    }
    let template = fs::read_to_string(project.root.join("pkg-template/package.json"))?;
    let template: Value = serde_json::from_str(&template)?;
    if template["version"] != PLACEHOLDER {
        bail!(
            "pkg-template/package.json has a version of its own, {}",
            template["version"]
        );
    }
    if let Some(tag) = tag
        && tag.strip_prefix('v') != Some(&project.version)
    {
        bail!("the tag {tag} is not v{version}");
    }
    ui::note(&format!("{version}, in {}", names.join(", ")));
    Ok(())
}

fn git(folder: &Path) -> Command {
    let mut command = Command::new("git");
    command.current_dir(folder);
    command
}

fn committed(project: &Project) -> Result<()> {
    let changed = ui::ask(git(&project.root).args(["status", "--porcelain", "--untracked-files=normal"]))?;
    if !changed.is_empty() {
        bail!("not committed:\n{changed}");
    }
    let commit = ui::ask(git(&project.root).args(["log", "-1", "--format=%H %s"]))?;
    ui::note(&commit);
    Ok(())
}

/// The heading of the newest version, which must be this one; with what is said of it below.
fn changelog(text: &str, version: &str, needs_date: bool) -> Result<String> {
    let mut sections = text.split("\n## ").skip(1);
    let newest = sections.next().context("CHANGELOG.md has a section for each version")?;
    let (heading, body) = newest.split_once('\n').context("a section has a text")?;
    let (named, when) = heading.split_once(' ').context("a heading has a version and a date")?;
    if named != version {
        bail!("the newest section is of {named}, not of {version}");
    }
    if !body.lines().any(|line| line.starts_with("- ")) {
        bail!("nothing is said of {version}");
    }
    let is_date = when.len() == 12
        && when.bytes().enumerate().all(|(at, byte)| match at {
            0 => byte == b'(',
            5 | 8 => byte == b'-',
            11 => byte == b')',
            _ => byte.is_ascii_digit(),
        });
    if is_date || (when == NOT_RELEASED && !needs_date) {
        return Ok(heading.to_owned());
    }
    bail!("the heading is \"{heading}\": a version that is released has its date, (YYYY-MM-DD)");
}

/// A version that was tagged at another commit is published already.
fn tagged(project: &Project, tag: Option<&str>) -> Result<()> {
    let name = format!("v{}", project.version);
    let at = |what: &str| ui::ask(git(&project.root).args(["rev-parse", "--verify", "--quiet", what])).ok();
    match (at(&format!("refs/tags/{name}^{{commit}}")), at("HEAD")) {
        (Some(tagged), Some(head)) if tagged != head => bail!("{name} is at another commit, {tagged}"),
        (None, _) if tag.is_some() => bail!("there is no tag {name}"),
        (None, _) => ui::note(&format!("{name} is free")),
        _ => ui::note(&format!("{name} is here")),
    }
    Ok(())
}

/// A file in a tarball.
#[derive(Debug, PartialEq, Eq)]
pub struct Packed {
    bytes: Vec<u8>,
    /// Everything about it that is no content: what kind of thing, whose, which rights, from when.
    header: String,
}

/// What a tarball holds, by name.
fn read(tarball: &Path) -> Result<BTreeMap<String, Packed>> {
    let mut found = BTreeMap::new();
    let mut archive = tar::Archive::new(GzDecoder::new(fs::File::open(tarball)?));
    for entry in archive.entries()? {
        let mut entry = entry?;
        let header = entry.header();
        let header = format!(
            "{:?} {:o} {}:{} at {}",
            header.entry_type(),
            header.mode()?,
            header.uid().unwrap_or(0),
            header.gid().unwrap_or(0),
            header.mtime()?
        );
        let name = entry.path()?.to_string_lossy().into_owned();
        let name = name
            .strip_prefix("package/")
            .with_context(|| format!("{name} is not in package/"))?;
        let name = name.to_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes)?;
        found.insert(name, Packed { bytes, header });
    }
    Ok(found)
}

/// What is packed is what was built, with nothing of this machine about it.
fn as_built(found: &BTreeMap<String, Packed>, manifest: &Value, pkg: &Path) -> Result<()> {
    let commands = manifest["bin"].as_object().into_iter().flatten();
    let commands: Vec<&str> = commands
        .filter_map(|(_, file)| file.as_str().map(|path| path.trim_start_matches("./")))
        .collect();
    let places = places(pkg);
    for (name, file) in found {
        // npm makes a command fit to be run.
        let mode = if commands.contains(&name.as_str()) {
            "755"
        } else {
            "644"
        };
        let expected = format!("Regular {mode} 0:0 at {NPM_TIME_SECONDS}");
        if file.header != expected {
            bail!("{name} is packed as {}, not as {expected}", file.header);
        }
        if file.bytes != fs::read(pkg.join(name))? {
            bail!("{name} is not as it was built");
        }
        if let Some(place) = places.iter().find(|place| holds(&file.bytes, place)) {
            bail!("{name} says where it was built: {place}");
        }
    }
    Ok(())
}

/// Folders of this machine, which nobody else has to read about.
fn places(pkg: &Path) -> Vec<String> {
    let own = pkg.parent().map(Path::to_owned);
    let home = env::var_os("HOME").map(PathBuf::from);
    let cargo = env::var_os("CARGO_HOME").map(PathBuf::from);
    [own, home, cargo]
        .into_iter()
        .flatten()
        .map(|path| format!("{}/", path.display()))
        // A home at the root of everything says nothing.
        .filter(|path| path.len() > 2)
        .collect()
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|part| part == text.as_bytes())
}

/// That the manifest has all that npm and its pages show, and agrees with Cargo.toml.
fn complete(manifest: &Value, root: &Path) -> Result<()> {
    let absent: Vec<&&str> = METADATA
        .iter()
        .filter(|name| match &manifest[**name] {
            Value::Null => true,
            Value::String(text) => text.is_empty(),
            Value::Array(list) => list.is_empty(),
            Value::Object(object) => object.is_empty(),
            _ => false,
        })
        .collect();
    if !absent.is_empty() {
        bail!("package.json lacks {absent:?}");
    }
    let cargo: Table = fs::read_to_string(root.join("Cargo.toml"))?.parse()?;
    let shared = &cargo["workspace"]["package"];
    let repository = shared["repository"].as_str().context("Cargo.toml has a repository")?;
    // npm holds this against the repository that signs the provenance.
    if manifest["repository"]["url"] != format!("git+{repository}.git") {
        bail!(
            "package.json has another repository than Cargo.toml: {}",
            manifest["repository"]["url"]
        );
    }
    let author = shared["authors"].get(0).and_then(toml::Value::as_str);
    for (name, own) in [
        ("license", shared["license"].as_str()),
        ("homepage", shared["homepage"].as_str()),
        ("author", author),
    ] {
        if manifest[name].as_str() != own {
            bail!("package.json has another {name} than Cargo.toml: {}", manifest[name]);
        }
    }
    Ok(())
}

/// What would be published.
fn show(tarball: &Path, found: &BTreeMap<String, Packed>) -> Result<()> {
    for (name, file) in found {
        ui::note(&format!("{:>9}  {name}", file.bytes.len()));
    }
    let unpacked: usize = found.values().map(|file| file.bytes.len()).sum();
    ui::note(&format!("{unpacked:>9}  in {} files", found.len()));
    let digest = Digests::of(tarball)?;
    ui::note(&format!("{:>9}  packed, sha256 {}", digest.packed_bytes, digest.packed));
    ui::note(&format!(
        "{:>9}  before gzip, sha256 {}",
        digest.plain_bytes, digest.plain
    ));
    Ok(())
}

/// Of a tarball, and of what is in it: gzip's output depends on who compressed it.
#[derive(Debug, PartialEq, Eq)]
struct Digests {
    packed: String,
    packed_bytes: usize,
    plain: String,
    plain_bytes: usize,
}

impl Digests {
    fn of(tarball: &Path) -> Result<Self> {
        let packed = fs::read(tarball).with_context(|| tarball.display().to_string())?;
        let mut plain = Vec::new();
        GzDecoder::new(packed.as_slice()).read_to_end(&mut plain)?;
        Ok(Self {
            packed: hex(&Sha256::digest(&packed)),
            packed_bytes: packed.len(),
            plain: hex(&Sha256::digest(&plain)),
            plain_bytes: plain.len(),
        })
    }
}

/// What npm would do with the tarball. Nobody is signed in, and nothing is sent.
fn publish(project: &Project, tarball: &Path) -> Result<()> {
    let mut command = tools::npm(&project.target.join("pack"));
    command
        .args([
            "publish",
            "--dry-run",
            "--provenance",
            "--access",
            "public",
            "--ignore-scripts",
        ])
        .arg(tarball)
        .env("npm_config_loglevel", "notice");
    let said = ui::run(&mut command)?;
    let line = said.lines().find(|line| line.contains("Publishing to"));
    let line = line.context("npm does not say where it would publish")?;
    ui::note(line.trim_start_matches("npm notice").trim());
    if !said
        .lines()
        .any(|line| line.trim() == format!("+ {CLIENT}@{}", project.version))
    {
        bail!("npm would publish something else:\n{said}");
    }
    Ok(())
}

/// Builds the commit twice more from nothing, at different places and under different circumstances, and compares. The tools are
/// shared, for they are pinned and take longer to compile than all the rest.
fn twice(project: &Project, first: &Path) -> Result<()> {
    let place = project.target.join("twice");
    empty_dir(&place)?;
    let mut tarballs = vec![first.to_owned()];
    for (name, umask, zone) in [
        ("one", "022", "UTC"),
        ("another/at-a-place-with-a-longer-name", "077", "Pacific/Auckland"),
    ] {
        let clone = place.join(name);
        let title = format!("{}: clone, build, pack", project.display(&clone));
        tarballs.push(ui::step(&title, || {
            let mut command = git(&project.root);
            command
                .args(["clone", "--quiet", "--no-local"])
                .arg(&project.root)
                .arg(&clone);
            ui::run(&mut command)?;
            let tools = clone.join("target/tools/bin");
            fs::create_dir_all(&tools)?;
            for tool in ["wasm-bindgen", "wasm-bindgen-test-runner"] {
                let from = project.target.join("tools/bin").join(tool);
                if from.is_file() {
                    fs::copy(from, tools.join(tool))?;
                }
            }
            let mut command = Command::new("sh");
            command
                .current_dir(&clone)
                .args(["-c", "umask \"$0\" && exec \"$@\"", umask])
                .arg(env::current_exe()?)
                .args(["--yes", "pack"])
                .env("CARGO_MANIFEST_DIR", clone.join("xtask"))
                .env_remove("CARGO_TARGET_DIR")
                .env("TZ", zone);
            ui::run(&mut command)?;
            Ok(clone
                .join("target/pack")
                .join(first.file_name().context("a tarball has a name")?))
        })?);
    }
    let digests: Vec<Digests> = tarballs.iter().map(|path| Digests::of(path)).collect::<Result<_>>()?;
    for (path, digest) in tarballs.iter().zip(&digests) {
        ui::note(&format!("{}  {}", digest.packed, project.display(path)));
    }
    let mut differences = Vec::new();
    for (path, digest) in tarballs.iter().zip(&digests).skip(1) {
        if *digest != digests[0] {
            let found = differences_of(&read(first)?, &read(path)?);
            differences.push(format!("{}:\n{}", project.display(path), found.join("\n")));
        }
    }
    if !differences.is_empty() {
        bail!(
            "not the same bytes as {}:\n{}",
            project.display(first),
            differences.join("\n")
        );
    }
    fs::remove_dir_all(&place).with_context(|| place.display().to_string())
}

/// Where two tarballs differ, as far as it can be seen.
fn differences_of(one: &BTreeMap<String, Packed>, other: &BTreeMap<String, Packed>) -> Vec<String> {
    let mut found = Vec::new();
    let names: std::collections::BTreeSet<&String> = one.keys().chain(other.keys()).collect();
    for name in names {
        match (one.get(name), other.get(name)) {
            (Some(a), Some(b)) if a.bytes != b.bytes => {
                let at = a.bytes.iter().zip(&b.bytes).take_while(|(x, y)| x == y).count();
                let around = |bytes: &[u8]| {
                    let part = &bytes[at.saturating_sub(16).min(bytes.len())..(at + 32).min(bytes.len())];
                    part.escape_ascii().to_string()
                };
                found.push(format!(
                    "  {name}: {} and {} bytes, other from {at} on:\n    {}\n    {}",
                    a.bytes.len(),
                    b.bytes.len(),
                    around(&a.bytes),
                    around(&b.bytes)
                ));
            }
            (Some(a), Some(b)) if a.header != b.header => found.push(format!("  {name}: {}, {}", a.header, b.header)),
            (Some(_), Some(_)) => {}
            _ => found.push(format!("  {name}: in one of them only")),
        }
    }
    if found.is_empty() {
        found.push("  the files are the same, but for their order or gzip".to_owned());
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_changelog_is_of_this_version_and_dated_when_it_is_released() {
        let text =
            |heading: &str| format!("# Changelog\n\n## {heading}\n\n- Something.\n\n## 0.0.9 (2026-01-01)\n\n- Old.\n");
        assert!(changelog(&text("0.1.0 (not released)"), "0.1.0", false).is_ok());
        assert!(changelog(&text("0.1.0 (not released)"), "0.1.0", true).is_err());
        assert!(changelog(&text("0.1.0 (2026-11-21)"), "0.1.0", true).is_ok());
        assert!(changelog(&text("0.1.0 (soon)"), "0.1.0", false).is_err());
        assert!(changelog(&text("0.1.0 (2026-11-21)"), "0.2.0", false).is_err());
        assert!(changelog("# Changelog\n\n## 0.1.0 (2026-11-21)\n\n", "0.1.0", true).is_err());
        assert!(changelog("# Changelog\n", "0.1.0", false).is_err());
    }

    fn packed(bytes: &str, header: &str) -> Packed {
        Packed {
            bytes: bytes.into(),
            header: header.to_owned(),
        }
    }

    #[test]
    fn every_difference_is_named() {
        let one = BTreeMap::from([
            ("a".to_owned(), packed("same", "644")),
            ("b".to_owned(), packed("built in x", "644")),
        ]);
        let other = BTreeMap::from([
            ("a".to_owned(), packed("same", "600")),
            ("b".to_owned(), packed("built in yy", "644")),
            ("c".to_owned(), packed("", "644")),
        ]);
        let found = differences_of(&one, &other).join("\n");
        assert!(found.contains("a: 644, 600"), "{found}");
        assert!(found.contains("b: 10 and 11 bytes, other from 9 on"), "{found}");
        assert!(found.contains("c: in one of them only"), "{found}");
        assert_eq!(differences_of(&one, &one).len(), 1);
    }

    #[test]
    fn a_place_of_this_machine_is_found_in_a_module() {
        assert!(holds(b"\0asm\x01/home/somebody/x.rs\0", "/home/somebody/"));
        assert!(!holds(b"\0asm", "/home/somebody/"));
    }

    #[test]
    fn the_repository_has_one_version_and_says_what_is_new_in_it() {
        let project = Project::find(false).expect("this repository");
        one_version(&project, None).expect("one version");
        one_version(&project, Some("v0.0.0-other")).expect_err("not this one");
        let text = fs::read_to_string(project.root.join("CHANGELOG.md")).expect("there");
        changelog(&text, &project.version, false).expect("a section");
    }

    #[test]
    fn what_is_missing_from_the_manifest_is_named() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .expect("in the repository");
        let template = fs::read_to_string(root.join("pkg-template/package.json")).expect("there");
        let mut manifest: Value = serde_json::from_str(&template).expect("JSON");
        complete(&manifest, root).expect("complete");
        manifest["repository"]["url"] = json!("git+https://example.com/other.git");
        assert!(complete(&manifest, root).is_err());
        manifest["keywords"] = json!([]);
        assert!(
            complete(&manifest, root)
                .expect_err("no keywords")
                .to_string()
                .contains("keywords")
        );
    }
}
