//! The documentation as one site, in `target/site/`: the guides and the reference of `www/`, the reference of the package's
//! declarations, and that of the crate. It is plain files, to be served by anything.
//!
//! The first two are written by `cargo xtask gen` and committed, so that the demo has them, too; here they are written anew,
//! without the demo and with links to the other two, which are too large to be kept.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::counts::Tally;
use crate::generate;
use crate::project::{CLIENT, CLIENT_LIB, Project, empty_dir};
use crate::recipes::copy;
use crate::test::Packed;
use crate::tools;
use crate::ui;

/// What of `www/` the pages need beside themselves.
const SHARED: [&str; 3] = ["css", "lib", "icon.svg"];

/// A page that leads on to another one; `root` is the way to the site's own folder.
fn door(root: &str, to: &str) -> String {
    format!(
        r#"<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>iotexplorer-client</title>
  <link rel="icon" href="{root}icon.svg" type="image/svg+xml">
  <meta http-equiv="refresh" content="0; url={to}">
</head>
<body>
  <p><a href="{to}">iotexplorer-client</a></p>
</body>
</html>
"#
    )
}

/// Where the site is.
fn folder(project: &Project) -> PathBuf {
    project.target.join("site")
}

/// Installs what the site is made with.
pub fn install(project: &Project) -> Result<()> {
    tools::locked(
        &project.tests().join("site"),
        "The site's tools, TypeDoc first: npm ci (50 MB, seconds, once)",
    )
}

/// Makes the site of the package in `pkg/`, and says where it is.
///
/// # Errors
///
/// Whatever is missing, and any warning of TypeDoc or rustdoc.
pub fn build(project: &Project) -> Result<()> {
    let site = folder(project);
    ui::step("The site: guides and reference", || pages(project, &site))?;
    install(project)?;
    ui::step("The site: the declarations, by TypeDoc", || {
        declarations(project, &site)
    })?;
    ui::step("The site: the crate, by rustdoc", || crate_docs(project, &site))
}

fn pages(project: &Project, site: &Path) -> Result<()> {
    empty_dir(site)?;
    for name in SHARED {
        copy(&project.root.join("www").join(name), &site.join(name))?;
    }
    fs::write(site.join("index.html"), door("", "guides/index.html"))?;
    for (path, text) in generate::site()? {
        let file = site.join(&path);
        if let Some(parent) = file.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(&file, text).with_context(|| path.clone())?;
    }
    Ok(())
}

fn declarations(project: &Project, site: &Path) -> Result<()> {
    let tools = project.tests().join("site");
    let mut command = Command::new(tools::node()?);
    command
        .current_dir(&tools)
        .args(["node_modules/typedoc/bin/typedoc", "--out"])
        .arg(site.join("types"));
    ui::run(&mut command).map(|_| ())
}

/// Private items, too, have to be without a warning; what is shown are the public ones.
fn crate_docs(project: &Project, site: &Path) -> Result<()> {
    let doc = |arguments: &[&str]| {
        let mut command = project.cargo();
        command
            .args(["doc", "--no-deps", "--locked", "--quiet"])
            .args(arguments)
            .env("RUSTDOCFLAGS", "-Dwarnings");
        ui::run(&mut command).map(|_| ())
    };
    doc(&["--workspace", "--document-private-items"])?;
    let made = project.target.join("doc");
    empty_dir(&made)?;
    doc(&["--package", CLIENT, "--features", "docs"])?;
    copy(&made, &site.join("rust"))?;
    // For several crates cargo would write one.
    let to = format!("{CLIENT_LIB}/index.html");
    fs::write(site.join("rust/index.html"), door("../", &to))?;
    // Cargo's, not the site's.
    fs::remove_file(site.join("rust/.lock")).ok();
    Ok(())
}

/// The tests in `tests/site/`, of a site that has been made.
pub fn links(project: &Project, packed: &Packed) -> Result<Tally> {
    let browser = tools::browser(project)?;
    let mut command = packed.tests(project, "site")?;
    command
        .env("IOTEXPLORER_SITE", folder(project))
        .env("CHROMIUM", &browser.chromium);
    crate::test::node_suite("The site: links, names, languages", &mut command)
}

/// Makes the site and looks at every link.
pub fn run(project: &Project, packed: &Packed) -> Result<Tally> {
    build(project)?;
    let tally = links(project, packed)?;
    ui::line("");
    ui::line(&format!(
        "The site is in {}; begin with guides/index.html, from any server.",
        project.display(&folder(project))
    ));
    ui::line(&format!("{} passed, {} failed", tally.passed, tally.failed));
    Ok(tally)
}
