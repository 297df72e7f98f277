//! Every check there is, in one command. A step that fails does not keep the others from running, and whatever could
//! not run counts as failed.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::build::{self, Built};
use crate::counts::{self, Runner, Tally};
use crate::demo;
use crate::examples::{self, EXAMPLES};
use crate::faults;
use crate::fuzz;
use crate::generate;
use crate::instructions;
use crate::made_up;
use crate::matrix;
use crate::module;
use crate::pack;
use crate::project::{CLIENT, Project};
use crate::recipes;
use crate::release;
use crate::site;
use crate::size;
use crate::sysroot::Sysroot;
use crate::toolchain::{self, TARGET, Toolchain};
use crate::tools::{self, Browser, Driven};
use crate::ui;

/// How long one WebAssembly test run may take in a browser.
const BROWSER_TIMEOUT_SECONDS: &str = "120";

/// Installs everything that the commands need.
pub fn setup(project: &Project) -> Result<()> {
    let toolchain = toolchain::find(project)?;
    toolchain::clippy(project, &toolchain)?;
    ui::fresh("Rust for WebAssembly", toolchain.version());
    tools::cargo_deny(project)?;
    tools::wasm_pack(project)?;
    ui::fresh("wasm-bindgen and wasm-pack", &project.display(&tools::bin(project)));
    tools::cargo_fuzz(project)?;
    ui::fresh("cargo-fuzz", &project.display(&tools::bin(project)));
    tools::javascript(project)?;
    ui::fresh("JavaScript tools", "as locked");
    tools::plugins(project)?;
    ui::fresh("Plug-ins of the official SDK", "as locked");
    tools::mini_program(project)?;
    ui::fresh("WeChat's packer and engines of years ago", "as locked");
    tools::sample(project)?;
    ui::fresh("The mini-program simulator", "as locked");
    site::install(project)?;
    ui::fresh("The site's tools", "as locked");
    let jsc = tools::jsc(project).map_or_else(|| "not on this system".to_owned(), |path| path.display().to_string());
    ui::fresh("JavaScriptCore's shell", &jsc);
    for app in recipes::APPS {
        recipes::install(project, app)?;
        ui::fresh(&format!("{}'s tools", app.name), "as locked");
    }
    for example in EXAMPLES {
        examples::install(project, example)?;
        ui::fresh(&format!("{}'s packages", example.name), "as locked");
    }
    matrix::setup(project)?;
    ui::fresh("Bundlers and compilers", "as locked");
    let browser = tools::browser(project)?;
    ui::fresh("Chromium", &browser.chromium.display().to_string());
    Sysroot::find(project, &toolchain)?;
    ui::fresh("Standard library for the WebAssembly tests", "compiled");
    Ok(())
}

/// The checks so far.
#[derive(Default)]
struct Results {
    total: Tally,
    rows: Vec<(String, Tally)>,
    failed_notes: BTreeMap<String, String>,
}

impl Results {
    /// Adds a suite; one that could not run counts as one failure.
    fn add(&mut self, name: &str, suite: Result<Tally>) {
        let tally = suite.unwrap_or_else(|error| {
            ui::show(&error);
            self.failed_notes
                .insert(name.to_owned(), "did not run, or not to its end".to_owned());
            Tally::one(false)
        });
        self.total += tally;
        self.rows.push((name.to_owned(), tally));
    }

    /// A check that holds or not.
    fn check(&mut self, name: &str, work: impl FnOnce() -> Result<()>) {
        let held = ui::step(name, work).is_ok();
        self.add(name, Ok(Tally::one(held)));
    }

    fn print(&self) {
        ui::line("");
        for (name, tally) in &self.rows {
            let note = self
                .failed_notes
                .get(name)
                .map(|note| format!("  {note}"))
                .unwrap_or_default();
            ui::line(&format!(
                "{:>6} passed {:>4} failed  {name}{note}",
                tally.passed, tally.failed
            ));
        }
        if self.total.skipped > 0 {
            ui::line(&format!(
                "{} more left themselves out, counted neither way; the suites above say which and why.",
                self.total.skipped
            ));
        }
        ui::line(&format!("{} passed, {} failed", self.total.passed, self.total.failed));
    }
}

/// A part of the checks that can be run alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Part {
    /// Format, lints, generated files, the core's and the sandbox's tests.
    Native,
    /// The package as users get it.
    Package,
    /// The core's tests compiled to WebAssembly, in Node and in a browser.
    Wasm,
}

/// Runs every check, or one part; `quick` leaves out what needs WebAssembly or a browser.
pub fn test(project: &Project, quick: bool, only: Option<Part>) -> Result<Tally> {
    let wanted = |part| only.is_none_or(|only| only == part);
    let mut results = Results::default();
    if wanted(Part::Native) {
        native(project, &mut results);
    }
    if !quick && (wanted(Part::Package) || wanted(Part::Wasm)) {
        match toolchain::find(project) {
            Ok(toolchain) => {
                if wanted(Part::Package) {
                    package(project, &mut results);
                }
                if wanted(Part::Wasm) {
                    wasm(project, &toolchain, &mut results);
                }
            }
            Err(error) => results.add("WebAssembly and the package", Err(error)),
        }
    }
    results.print();
    Ok(results.total)
}

fn native(project: &Project, results: &mut Results) {
    results.check("Format", || {
        for manifest in ["Cargo.toml", "fuzz/Cargo.toml"] {
            let mut command = project.cargo();
            // Without a capable terminal it leaves the colours out.
            command.env("TERM", "dumb");
            ui::run(command.args(["fmt", "--all", "--check", "--manifest-path", manifest]))?;
        }
        Ok(())
    });
    results.check("Lint", || {
        let mut command = project.cargo();
        command.args([
            "clippy",
            "--workspace",
            "--all-targets",
            "--locked",
            "--quiet",
            "--",
            "-Dwarnings",
        ]);
        ui::run(&mut command).map(|_| ())
    });
    results.check("Generated files are fresh", || generate::run(true));
    results.check("Licences and sources of the crates", || licences(project));

    let mut question = project.cargo();
    let has_nextest = ui::ask(question.args(["nextest", "--version"])).is_ok();
    let runner = if has_nextest { Runner::Nextest } else { Runner::Libtest };
    let mut command = project.cargo();
    if has_nextest {
        command.args([
            "nextest",
            "run",
            "--workspace",
            "--locked",
            "--no-fail-fast",
            "--status-level",
            "fail",
        ]);
        command.args(["--final-status-level", "fail", "--cargo-quiet"]);
    } else {
        command.args([
            "test",
            "--workspace",
            "--locked",
            "--no-fail-fast",
            "--quiet",
            "--lib",
            "--bins",
            "--tests",
        ]);
    }
    results.add("Rust tests", suite("Rust tests", runner, &mut command, 1));

    let mut command = project.cargo();
    command.args(["test", "--workspace", "--doc", "--locked", "--no-fail-fast", "--quiet"]);
    results.add(
        "Rust examples in the documentation",
        suite("Rust examples in the documentation", Runner::Libtest, &mut command, 0),
    );
    results.add("Fuzzing, briefly", fuzz::run(project, &[], fuzz::BRIEF_SECONDS, true));
}

/// Holds what the workspace and the fuzz targets depend on against deny.toml; but for the advisories, which are not in reach
/// everywhere.
fn licences(project: &Project) -> Result<()> {
    let program = tools::cargo_deny(project)?;
    let manifests = ["Cargo.toml", "fuzz/Cargo.toml"];
    for manifest in manifests.iter().filter(|path| project.root.join(path).is_file()) {
        let mut command = Command::new(&program);
        command
            .current_dir(&project.root)
            .args(["--locked", "--manifest-path", manifest, "check"])
            .args(["licenses", "sources", "bans"]);
        ui::run(&mut command)?;
    }
    Ok(())
}

/// The package as users get it.
fn package(project: &Project, results: &mut Results) {
    let built = match build::build(project, false) {
        Ok(built) => built,
        Err(error) => {
            results.add("The package is built", Err(error));
            return;
        }
    };
    results.add("The package is built", Ok(Tally::one(true)));
    results.add("Workflows and documents", documents(project));
    results.add("The module", built.wasm().map(|wasm| checks(project, &wasm)));
    results.check("Sizes are as recorded", || size::size(project, &built, None));
    match Packed::of(project, &built) {
        Ok(packed) => {
            results.check("The tarball is what was built", || {
                release::inspect(project, &built.pkg, &packed.tarball).map(drop)
            });
            results.check("Instructions are as recorded", || {
                instructions::instructions(project, &built, &packed.user, None)
            });
            results.add("The packed package", packed.in_browsers(project));
            results.add("The packed package in mini-programs", packed.in_mini_programs(project));
            results.add("The sample mini-program", packed.in_sample(project));
            results.add("The fault matrix, a pick", packed.in_trouble(project));
            packed.in_frameworks(project, results);
            packed.in_examples(project, results);
            results.add(
                "The documentation's site",
                site::build(project).and_then(|()| site::links(project, &packed)),
            );
            results.add("The packaging matrix, a pick", packed.in_tools(project));
        }
        Err(error) => results.add("The packed package", Err(error)),
    }
    results.check("A made-up Action: one new file and cargo xtask gen", || {
        made_up::check(project)
    });
    results.add("The demonstration", demo::check(project, demo::Output::OnFailure));
}

/// The tests in `tests/release/`: the files in `.github/workflows/`, and where the documents point to.
fn documents(project: &Project) -> Result<Tally> {
    tools::javascript(project)?;
    let folder = project.tests().join("release");
    tools::locked(&folder, "A reader of workflow files: npm ci (5 MB, once)")?;
    let mut command = Command::new(tools::node()?);
    command
        .current_dir(&folder)
        .env("FORCE_COLOR", "0")
        .args(["--test", "--test-reporter=spec"])
        .args(["documents.test.mjs", "workflows.test.mjs"]);
    suite("Workflows and documents", Runner::Node, &mut command, 1)
}

fn checks(project: &Project, wasm: &[u8]) -> Tally {
    let checks = module::inspect(project, wasm);
    for check in &checks {
        match &check.problem {
            None => ui::fresh("The module", check.claim),
            Some(problem) => ui::line(&format!("[FAIL] The module: {}: {problem}", check.claim)),
        }
    }
    module::tally(&checks)
}

/// Runs what concerns frameworks alone.
pub fn recipes(project: &Project) -> Result<Tally> {
    let built = build::build(project, false)?;
    let mut results = Results::default();
    Packed::of(project, &built)?.in_frameworks(project, &mut results);
    results.print();
    Ok(results.total)
}

/// Runs what concerns the examples alone.
pub fn examples(project: &Project) -> Result<Tally> {
    let built = build::build(project, false)?;
    let mut results = Results::default();
    Packed::of(project, &built)?.in_examples(project, &mut results);
    results.print();
    Ok(results.total)
}

/// The package as it would be published, and what its tests need besides.
pub struct Packed {
    tarball: PathBuf,
    /// A project that has it installed.
    user: PathBuf,
    /// The sandbox's program.
    sandbox: PathBuf,
}

impl Packed {
    /// Packs and installs what was built, and compiles the sandbox.
    pub fn of(project: &Project, built: &Built) -> Result<Self> {
        let tarball = pack::pack(project, built)?;
        Ok(Self {
            user: pack::install(project, &tarball)?,
            sandbox: demo::sandbox(project)?,
            tarball,
        })
    }

    /// The tests in `tests/js/`.
    fn in_browsers(&self, project: &Project) -> Result<Tally> {
        let browser = tools::browser(project)?;
        tools::plugins(project)?;
        let mut command = self.tests(project, "js")?;
        command.env("CHROMIUM", &browser.chromium);
        suite(
            "The packed package, in Node and in Chromium",
            Runner::Node,
            &mut command,
            1,
        )
    }

    /// The tests in `tests/weapp/`.
    fn in_mini_programs(&self, project: &Project) -> Result<Tally> {
        tools::mini_program(project)?;
        tools::plugins(project)?;
        let mut command = self.tests(project, "weapp")?;
        match tools::jsc(project) {
            Some(jsc) => command.env("JSC", jsc),
            None => command.env_remove("JSC"),
        };
        suite(
            "The packed package, in mini-programs and old engines",
            Runner::Node,
            &mut command,
            1,
        )
    }

    /// The tests in `tests/sample/`: the sample in `www/miniprogram/`, its pages tapped in a simulator.
    fn in_sample(&self, project: &Project) -> Result<Tally> {
        tools::sample(project)?;
        let browser = tools::browser(project)?;
        let mut command = self.tests(project, "sample")?;
        command.env("CHROMIUM", &browser.chromium);
        suite("The sample mini-program", Runner::Node, &mut command, 1)
    }

    /// A pick of the fault matrix in `tests/faults/`.
    fn in_trouble(&self, project: &Project) -> Result<Tally> {
        tools::javascript(project)?;
        let mut command = faults::command(project, self, true)?;
        suite("The fault matrix, a pick", Runner::Own, &mut command, 1)
    }

    /// A pick of the packaging matrix in `tests/matrix/`.
    fn in_tools(&self, project: &Project) -> Result<Tally> {
        let mut command = matrix::pick(project, self)?;
        suite("The packaging matrix, a pick", Runner::Own, &mut command, 1)
    }

    /// The tests in `tests/recipes/`, and the apps that they run.
    fn in_frameworks(&self, project: &Project, results: &mut Results) {
        for app in recipes::APPS {
            let title = format!("{} builds an app with the package", app.name);
            results.check(&title, || recipes::build(project, app, &self.user));
        }
        let tests = || {
            tools::mini_program(project)?;
            let mut command = self.tests(project, "recipes")?;
            command.env("IOTEXPLORER_RECIPES", recipes::folder(project));
            suite(
                "The packed package, in apps of frameworks",
                Runner::Node,
                &mut command,
                1,
            )
        };
        results.add("The packed package in apps of frameworks", tests());
    }

    /// The tests in `tests/examples/`, and the examples that they run.
    fn in_examples(&self, project: &Project, results: &mut Results) {
        for example in EXAMPLES {
            let title = format!("The example {} is set up with the package", example.name);
            results.check(&title, || examples::build(project, example, &self.user));
        }
        let tests = || {
            tools::javascript(project)?;
            let browser = tools::browser(project)?;
            let mut command = self.tests(project, "examples")?;
            command
                .env("CHROMIUM", &browser.chromium)
                .env("IOTEXPLORER_EXAMPLES", examples::folder(project));
            suite("The examples, over the sandbox", Runner::Node, &mut command, 1)
        };
        results.add("The examples", tests());
    }

    /// Node's runner with every test file of a folder.
    pub fn tests(&self, project: &Project, folder: &str) -> Result<Command> {
        let mut files: Vec<PathBuf> = Vec::new();
        for entry in fs::read_dir(project.tests().join(folder)).context("the tests' folder")? {
            let path = entry?.path();
            if path.to_string_lossy().ends_with(".test.mjs") {
                files.push(path);
            }
        }
        files.sort();
        if files.is_empty() {
            bail!("there are no tests in tests/{folder}/");
        }
        let mut command = self.node(project)?;
        command
            // Whatever hangs fails, be it a test or a whole file.
            .args(["--test", "--test-reporter=spec", "--test-timeout=900000"])
            .args(&files);
        Ok(command)
    }

    /// Node, told where everything is.
    pub fn node(&self, project: &Project) -> Result<Command> {
        let mut command = Command::new(tools::node()?);
        command
            .current_dir(project.tests())
            .env("IOTEXPLORER_PROJECT", &self.user)
            .env("IOTEXPLORER_TARBALL", &self.tarball)
            .env("IOTEXPLORER_SANDBOX_BIN", &self.sandbox)
            .env("IOTEXPLORER_REPO", &project.root)
            .env("FORCE_COLOR", "0");
        Ok(command)
    }
}

/// The same code compiled to WebAssembly: linted, and its tests run in Node and in a browser.
fn wasm(project: &Project, toolchain: &Toolchain, results: &mut Results) {
    let sysroot = match Sysroot::find(project, toolchain) {
        Ok(sysroot) => sysroot,
        Err(error) => {
            results.add("WebAssembly tests", Err(error));
            return;
        }
    };
    results.check("Lint for WebAssembly", || {
        toolchain::clippy(project, toolchain)?;
        lint(project, toolchain, &sysroot, "")?;
        lint(project, toolchain, &sysroot, "diagnose")
    });
    let wasm_pack = match tools::wasm_pack(project) {
        Ok(path) => path,
        Err(error) => {
            results.add("WebAssembly tests", Err(error));
            return;
        }
    };
    let node = run_in(project, toolchain, &sysroot, &wasm_pack, Host::Node);
    results.add("WebAssembly tests in Node", node);
    let chromium = tools::browser(project)
        .and_then(|browser| run_in(project, toolchain, &sysroot, &wasm_pack, Host::Chromium(&browser)));
    results.add("WebAssembly tests in Chromium", chromium);
}

/// Where the tests in WebAssembly run.
#[derive(Debug, Clone, Copy)]
pub enum Host<'a> {
    Node,
    Chromium(&'a Browser),
    Firefox(&'a Driven),
    WebKit(&'a Driven),
}

/// Runs the tests in WebAssembly in one more host.
pub fn wasm_in(project: &Project, host: Host<'_>) -> Result<Tally> {
    let toolchain = toolchain::find(project)?;
    let sysroot = Sysroot::find(project, &toolchain)?;
    let wasm_pack = tools::wasm_pack(project)?;
    run_in(project, &toolchain, &sysroot, &wasm_pack, host)
}

fn lint(project: &Project, toolchain: &Toolchain, sysroot: &Sysroot, features: &str) -> Result<()> {
    let mut command = Command::new(toolchain.program("cargo-clippy"));
    // The linter is a compiler of its own, which the wrapper's --sysroot does not reach.
    sysroot.apply(&mut command, project, toolchain, toolchain.program("").as_path())?;
    command
        .env("CARGO", toolchain.program("cargo"))
        .env("SYSROOT", &sysroot.path)
        .env("CLIPPY_CONF_DIR", project.root.join(".clippy-wasm"))
        .args([
            "clippy",
            "--package",
            CLIENT,
            "--lib",
            "--target",
            TARGET,
            "--features",
            features,
            "--locked",
            "--quiet",
            "--",
            "-Dwarnings",
        ]);
    ui::run(&mut command).map(|_| ())
}

fn run_in(
    project: &Project,
    toolchain: &Toolchain,
    sysroot: &Sysroot,
    wasm_pack: &Path,
    host: Host<'_>,
) -> Result<Tally> {
    let mut command = Command::new(wasm_pack);
    sysroot.apply(&mut command, project, toolchain, &tools::bin(project))?;
    command.arg("test");
    let (title, steered) = match host {
        Host::Node => ("WebAssembly tests in Node", None),
        Host::Chromium(browser) => ("WebAssembly tests in Chromium", Some(("chrome", &browser.driver))),
        Host::Firefox(firefox) => ("WebAssembly tests in Firefox", Some(("firefox", &firefox.driver))),
        // To wasm-pack and the runner every WebKit is Safari.
        Host::WebKit(webkit) => ("WebAssembly tests in WebKit", Some(("safari", &webkit.driver))),
    };
    match steered {
        None => command.arg("--node"),
        Some((name, driver)) => {
            let driver_name = match name {
                "firefox" => "geckodriver".to_owned(),
                _ => format!("{name}driver"),
            };
            command
                .args(["--headless", &format!("--{name}"), &format!("--{driver_name}")])
                .arg(driver)
                .env(driver_name.to_uppercase(), driver)
                // Tests that do not ask for a host of their own run in the browser, too.
                .env("WASM_BINDGEN_USE_BROWSER", "1")
        }
    };
    if let Host::WebKit(webkit) = host {
        let capabilities = matrix::webkit_capabilities(project, webkit)?;
        command.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities);
    }
    command
        // Nothing is downloaded by the way: its tools are there already.
        .args(["--mode", "no-install"])
        .arg(&project.root)
        .args(wasm_targets(project)?)
        .env("WASM_BINDGEN_TEST_TIMEOUT", BROWSER_TIMEOUT_SECONDS);
    if let Host::WebKit(_) = host {
        command = matrix::with_display(command);
    }
    suite(title, Runner::Libtest, &mut command, 1)
}

/// The library and every file in `tests/` that has tests for WebAssembly. The documentation's examples ran natively.
fn wasm_targets(project: &Project) -> Result<Vec<String>> {
    let mut targets = vec!["--lib".to_owned()];
    for entry in fs::read_dir(project.tests())? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "rs")
            && fs::read_to_string(&path)?.contains("#[wasm_bindgen_test")
            && let Some(name) = path.file_stem()
        {
            targets.extend(["--test".to_owned(), name.to_string_lossy().into_owned()]);
        }
    }
    Ok(targets)
}

/// Runs Node's tests and adds up what they say.
pub fn node_suite(title: &str, command: &mut Command) -> Result<Tally> {
    suite(title, Runner::Node, command, 1)
}

/// Runs a test program and adds up what it says. Shows all it said when something failed, or left itself out.
fn suite(title: &str, runner: Runner, command: &mut Command, at_least: usize) -> Result<Tally> {
    let mut seen = None;
    let shown = ui::step(title, || {
        let finished = ui::capture(command)?;
        let counted = counts::read(runner, &finished.text);
        if finished.success && counted.is_none() {
            bail!(
                "it does not say what passed:\n{}\n{}",
                ui::shown(command),
                finished.tail()
            );
        }
        let mut tally = counted.unwrap_or_default();
        if !finished.success && tally.failed == 0 {
            // It ended badly without saying which test it was.
            tally.failed = 1;
        }
        if finished.success && tally.ran() < at_least {
            bail!("no test ran:\n{}\n{}", ui::shown(command), finished.tail());
        }
        seen = Some(tally);
        if tally.failed > 0 {
            bail!(
                "{}\nended with {}:\n{}",
                ui::shown(command),
                finished.ending,
                finished.tail()
            );
        }
        if tally.skipped > 0 {
            ui::note(&finished.tail());
        }
        ui::note(&format!("{} passed", tally.passed));
        Ok(())
    });
    match (seen, shown) {
        (Some(tally), _) => Ok(tally),
        (None, Err(error)) => Err(error),
        (None, Ok(())) => bail!("{title} left no result"),
    }
}
