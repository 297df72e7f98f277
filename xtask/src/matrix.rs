//! The packaging matrix: the packed package in the bundlers, compilers, Nodes and browsers that people use, each of which
//! builds a small app and binds a device over the sandbox. What is tried stands in `tests/matrix/rows.mjs`; the tools' lock
//! files lie beside it, everything else is below `target/matrix/`.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use serde_json::json;

use crate::build;
use crate::project::{Project, which};
use crate::test::{self, Host, Packed};
use crate::tools::{self, Driven};
use crate::ui;

/// Tools that are installed together.
struct Tools {
    folder: &'static str,
    title: &'static str,
}

/// What the pick needs.
const LIGHT: Tools = Tools {
    folder: "light",
    title: "Bundlers and compilers of the packaging matrix: npm ci (145 MB, once)",
};
/// What the whole matrix needs besides.
const HEAVY: Tools = Tools {
    folder: "heavy",
    title: "Larger bundlers and Node 18: npm ci (330 MB, half a minute or more, once)",
};

fn folder(project: &Project) -> PathBuf {
    project.target.join("matrix")
}

/// Runs all of it, shown as it goes, and says whether all of it held. `only` is a word of a tool's name or of what is run.
pub fn matrix(project: &Project, only: Option<&str>) -> Result<bool> {
    let built = build::build(project, false)?;
    let packed = Packed::of(project, &built)?;
    install(project, &HEAVY)?;
    let firefox = tools::firefox(project);
    let webkit = tools::webkit(project);

    type Other<'a> = (&'a str, &'a Option<Driven>, fn(&'a Driven) -> Host<'a>);
    let browsers: [Other<'_>; 2] = [("Firefox", &firefox, Host::Firefox), ("WebKit", &webkit, Host::WebKit)];
    let mut rows = Vec::new();
    for (name, browser, host) in browsers {
        let what = "wasm-pack test: the core's own tests";
        let is_wanted = only.is_none_or(|word| format!("{name} {what}").to_lowercase().contains(&word.to_lowercase()));
        if !is_wanted {
            continue;
        }
        let mut row = json!({ "tool": name, "what": what });
        match browser {
            Some(browser) => {
                let tally = test::wasm_in(project, host(browser));
                if let Err(error) = &tally {
                    ui::show(error);
                }
                row["passed"] = tally.as_ref().map_or(0, |tally| tally.passed).into();
                row["failed"] = tally.map_or(1, |tally| tally.failed).into();
            }
            None => row["absent"] = name.into(),
        }
        rows.push(row);
    }
    let also = folder(project).join("also.json");
    fs::write(&also, format!("{:#}\n", json!(rows)))?;

    let mut node = node(project, &packed)?;
    for (name, browser) in [("FIREFOX", &firefox), ("WEBKIT", &webkit)] {
        let driver = format!("{name}_DRIVER");
        match browser {
            Some(browser) => node.env(name, &browser.browser).env(driver, &browser.driver),
            None => node.env_remove(name).env_remove(driver),
        };
    }
    node.arg("--also").arg(also);
    node.arg("--report").arg(folder(project).join("report.md"));
    if let Some(only) = only {
        node.args(["--only", only]);
    }
    let mut command = with_display(node);
    let status = command.stdin(Stdio::null()).status().context("cannot start Node")?;
    Ok(status.success())
}

/// What runs the quick ones.
pub fn pick(project: &Project, packed: &Packed) -> Result<Command> {
    let mut command = node(project, packed)?;
    command.arg("--quick");
    Ok(command)
}

/// Installs what the pick needs.
pub fn setup(project: &Project) -> Result<()> {
    install(project, &LIGHT)
}

fn node(project: &Project, packed: &Packed) -> Result<Command> {
    tools::javascript(project)?;
    install(project, &LIGHT)?;
    let browser = tools::browser(project)?;
    let mut command = packed.node(project)?;
    command
        .arg("matrix/run.mjs")
        .env("IOTEXPLORER_MATRIX", folder(project))
        .env("CHROMIUM", browser.chromium);
    Ok(command)
}

fn install(project: &Project, tools: &Tools) -> Result<()> {
    let source = project.tests().join("matrix/tools").join(tools.folder);
    let place = folder(project).join(tools.folder);
    fs::create_dir_all(&place)?;
    for name in ["package.json", "package-lock.json"] {
        fs::copy(source.join(name), place.join(name)).with_context(|| source.display().to_string())?;
    }
    tools::locked(&place, tools.title)
}

/// The same command, with a display for browsers that cannot do without.
pub fn with_display(command: Command) -> Command {
    let Some(xvfb) = which("xvfb-run").filter(|_| env::var_os("DISPLAY").is_none()) else {
        return command;
    };
    let mut outer = Command::new(xvfb);
    outer.arg("-a").arg(command.get_program()).args(command.get_args());
    if let Some(folder) = command.get_current_dir() {
        outer.current_dir(folder);
    }
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => outer.env(name, value),
            None => outer.env_remove(name),
        };
    }
    outer
}

/// What wasm-bindgen's test runner is to ask WebKit's driver for.
pub fn webkit_capabilities(project: &Project, webkit: &Driven) -> Result<PathBuf> {
    let path = folder(project).join("webkit.json");
    fs::create_dir_all(folder(project))?;
    let options = json!({ "binary": webkit.browser, "args": ["--automation"] });
    let capabilities = json!({ "browserName": "MiniBrowser", "webkitgtk:browserOptions": options });
    fs::write(&path, format!("{capabilities:#}\n"))?;
    Ok(path)
}
