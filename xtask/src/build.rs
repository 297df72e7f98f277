//! From the sources to the npm package: compile, bind, edit, optimise, check, bundle.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::generate;
use crate::module;
use crate::notices;
use crate::order;
use crate::project::{CLIENT, CLIENT_LIB, Inputs, Project, empty_dir, is_stamped, set_stamp};
use crate::size;
use crate::split::{self, Parts};
use crate::toolchain::{self, TARGET, Toolchain};
use crate::tools;
use crate::ui;

/// The first version of WebAssembly; a panic that is one instruction instead of a formatted message; nothing that only a
/// developer would read; the rarer of the two digests built small; and a stack of 128 KiB in place of one of 1 MiB, of which
/// a call uses a few: the module starts with that much less memory.
const RELEASE_FLAGS: &str = "-Ctarget-cpu=mvp -Zunstable-options -Cpanic=immediate-abort -Zfmt-debug=none \
                             -Zlocation-detail=none --cfg sha2_backend_soft=\"compact\" \
                             -Clink-arg=-zstack-size=131072";
/// What was found to make the compressed module smallest.
const OPTIMISE: &[&str] = &[
    // Smaller than `-Oz` once compressed, though not before.
    "-Os",
    "--converge",
    // A function called from one place only is put there if it is small: larger ones leave locals to share.
    "--one-caller-inline-max-function-size=50",
    // Nothing lies below 1024: that is the last kilobyte of the stack.
    "--low-memory-unused",
    // How an address is aligned is a hint that engines do not need; without it instructions repeat more often.
    "--dealign",
    "--mvp-features",
    // Until it is known which function is in which part.
    "--debuginfo",
    "--strip-producers",
    "--strip-target-features",
];
/// What the optimised module is called while it has its names.
const NAMED: &str = "named.wasm";
/// The same with panics that say what happened.
const DEBUG_FLAGS: &str = "-Ctarget-cpu=mvp";

/// How a module is compiled and optimised: as it ships, or with a step of that undone to see what it gives.
#[derive(Debug, Clone)]
pub struct Recipe {
    /// What the compiler is told.
    pub flags: String,
    /// What is changed in Cargo.toml's profile, as `--config` takes it.
    pub config: Vec<String>,
    /// Whether the standard library is built small, too.
    pub std_for_size: bool,
    /// What wasm-opt is told.
    pub optimise: Vec<&'static str>,
}

impl Recipe {
    /// As it ships.
    pub fn release() -> Self {
        Self {
            flags: RELEASE_FLAGS.to_owned(),
            config: Vec::new(),
            std_for_size: true,
            optimise: OPTIMISE.to_vec(),
        }
    }
}

/// An assembled package.
#[derive(Debug, Clone)]
pub struct Built {
    /// Its folder.
    pub pkg: PathBuf,
    /// The compiler's version: sizes depend on it.
    pub compiler: String,
}

impl Built {
    /// The module's bytes.
    pub fn wasm(&self) -> Result<Vec<u8>> {
        let path = self.pkg.join(format!("{CLIENT_LIB}.wasm"));
        fs::read(&path).with_context(|| path.display().to_string())
    }
}

/// Brings `pkg/` up to date.
pub fn build(project: &Project, debug: bool) -> Result<Built> {
    let toolchain = toolchain::find(project)?;
    let wasm_bindgen = tools::wasm_bindgen(project)?;
    tools::javascript(project)?;
    generate::numbers_agree()?;
    let main = module(project, &toolchain, &wasm_bindgen, debug, None)?;
    let diagnose = module(project, &toolchain, &wasm_bindgen, debug, Some("diagnose"))?;
    notices::write(project, &toolchain, || unit_graph(project, &toolchain))?;
    bundle(project, &main, &diagnose)?;
    Ok(Built {
        pkg: project.pkg(),
        compiler: toolchain.version().to_owned(),
    })
}

/// A module that is ready to ship and the glue that belongs to it.
struct Ready {
    wasm: PathBuf,
    glue: PathBuf,
    /// The same module's two parts, where it has them.
    calls: PathBuf,
    rest: PathBuf,
}

impl Ready {
    fn below(work: &Path) -> Self {
        let wasm = |name: &str| work.join(format!("{CLIENT_LIB}{name}.wasm"));
        Self {
            wasm: wasm(""),
            // Beside the snippets that it imports.
            glue: work.join("bound").join("edited_bg.js"),
            calls: wasm("_calls"),
            rest: wasm("_rest"),
        }
    }
}

/// Makes the module, or the one with a further `feature`.
fn module(
    project: &Project,
    toolchain: &Toolchain,
    wasm_bindgen: &Path,
    debug: bool,
    feature: Option<&str>,
) -> Result<Ready> {
    let profile_dir = project
        .target
        .join("wasm")
        .join(if debug { "debug" } else { "release" });
    let work = feature.map_or_else(|| profile_dir.clone(), |feature| profile_dir.join(feature));
    let title = feature.map_or_else(
        || "WebAssembly module".to_owned(),
        |feature| format!("WebAssembly module with `{feature}`"),
    );
    let ready = Ready::below(&work);
    let root = &project.root;
    let mut inputs = Inputs::default().word("compiler", &toolchain.verbose);
    for part in [
        "src",
        "Cargo.toml",
        "Cargo.lock",
        "tests/package-lock.json",
        "xtask/src/build.rs",
        "xtask/src/module.rs",
        "xtask/src/order.rs",
        "xtask/src/split.rs",
    ] {
        inputs = inputs.path(root, &root.join(part))?;
    }
    let stamp = work.join("stamp");
    let digest = inputs.digest();
    let mut results = vec![&ready.wasm, &ready.glue];
    if feature.is_none() {
        results.extend([&ready.calls, &ready.rest]);
    }
    if is_stamped(&stamp, &made(&digest, &results)?) {
        ui::fresh(&title, "unchanged");
        return Ok(ready);
    }

    let recipe = (!debug).then(Recipe::release);
    // The standard library is the same for both.
    let cargo_dir = profile_dir.join("cargo");
    let compiled = ui::step(&format!("{title}: compile, standard library included"), || {
        compile(project, toolchain, &cargo_dir, recipe.as_ref(), feature)
    })?;
    let edited = ui::step(&format!("{title}: bind, edit and optimise"), || {
        let edited = bind(wasm_bindgen, &compiled, &work.join("bound"), debug)?;
        fs::write(&ready.glue, &edited.glue)?;
        match &recipe {
            Some(recipe) => optimise(project, &edited.wasm, recipe, &work, &ready.wasm)?,
            None => fs::write(&ready.wasm, &edited.wasm)?,
        }
        if feature.is_none() {
            write_parts(&work, &ready, debug)?;
        }
        Ok(edited)
    })?;

    if !debug {
        ui::step(&format!("{title}: check"), || {
            let mut checks = module::inspect(project, &fs::read(&ready.wasm)?);
            if feature.is_none() {
                checks.extend(module::inspect_part(&fs::read(&ready.calls)?));
                checks.extend(module::inspect_part(&fs::read(&ready.rest)?));
            }
            let problems: Vec<String> = checks
                .iter()
                .filter_map(|check| Some(format!("not true that {}: {}", check.claim, check.problem.as_ref()?)))
                .collect();
            if !problems.is_empty() {
                bail!(edited.explain(&problems.join("\n")));
            }
            if size::recorded_compiler(project).as_deref() != Some(toolchain.version()) {
                ui::note("how it can panic is recorded for another compiler");
                return Ok(());
            }
            module::check_traps(&fs::read(work.join("bound").join(format!("{CLIENT_LIB}_bg.wasm")))?)
        })?;
    }
    set_stamp(&stamp, &made(&digest, &results)?)?;
    Ok(ready)
}

/// Compiles the module; without a recipe for developers, with panics that say what happened.
fn compile(
    project: &Project,
    toolchain: &Toolchain,
    cargo_dir: &Path,
    recipe: Option<&Recipe>,
    feature: Option<&str>,
) -> Result<PathBuf> {
    ui::run(&mut compiler(project, toolchain, cargo_dir, recipe, feature))?;
    let profile = if recipe.is_some() { "release" } else { "debug" };
    Ok(cargo_dir.join(TARGET).join(profile).join(format!("{CLIENT_LIB}.wasm")))
}

/// The command that compiles the module.
fn compiler(
    project: &Project,
    toolchain: &Toolchain,
    cargo_dir: &Path,
    recipe: Option<&Recipe>,
    feature: Option<&str>,
) -> Command {
    let flags = recipe.map_or(DEBUG_FLAGS, |recipe| &recipe.flags);
    let mut command = toolchain.cargo(project, cargo_dir, flags);
    command.args([
        "rustc",
        "--package",
        CLIENT,
        "--lib",
        "--crate-type",
        "cdylib",
        "--locked",
        "--target",
        TARGET,
    ]);
    if let Some(feature) = feature {
        command.args(["--features", feature]);
    }
    command.arg("-Zbuild-std=std,panic_abort");
    if let Some(recipe) = recipe {
        command.arg("--release");
        if recipe.std_for_size {
            command.arg("-Zbuild-std-features=optimize_for_size");
        }
        for setting in &recipe.config {
            command.args(["--config", setting]);
        }
    }
    command
}

/// Everything that is compiled for the shipped modules, as cargo's JSON; of the two, the one with `diagnose` has it all.
fn unit_graph(project: &Project, toolchain: &Toolchain) -> Result<String> {
    let cargo_dir = project.target.join("wasm/release/cargo");
    let mut command = compiler(
        project,
        toolchain,
        &cargo_dir,
        Some(&Recipe::release()),
        Some("diagnose"),
    );
    ui::ask(command.args(["-Zunstable-options", "--unit-graph"]))
}

/// The module and its glue, with nothing among the exports that does not belong there.
fn bind(wasm_bindgen: &Path, compiled: &Path, bound: &Path, debug: bool) -> Result<module::Edited> {
    empty_dir(bound)?;
    let mut command = Command::new(wasm_bindgen);
    command
        .args(["--target", "bundler", "--no-typescript", "--out-dir"])
        .arg(bound);
    if debug {
        command.arg("--keep-debug");
    }
    ui::run(command.arg(compiled))?;
    let glue = fs::read_to_string(bound.join(format!("{CLIENT_LIB}_bg.js")))?;
    let wasm = fs::read(bound.join(format!("{CLIENT_LIB}_bg.wasm")))?;
    module::edit(&wasm, &glue)
}

/// Writes the module to `edited.wasm` below `work`, what wasm-opt makes of it to `named.wasm`, and the same without names to `after`.
fn optimise(project: &Project, wasm: &[u8], recipe: &Recipe, work: &Path, after: &Path) -> Result<()> {
    let before = work.join("edited.wasm");
    let named = work.join(NAMED);
    fs::write(&before, wasm)?;
    let mut command = tools::wasm_opt(project)?;
    command.args(&recipe.optimise).arg(before).arg("-o").arg(&named);
    ui::run(&mut command)?;
    Ok(fs::write(after, order::order(&fs::read(named)?)?)?)
}

/// Makes the module by another recipe, below `work`. It does not ship, and need not be fit for that.
pub fn variant(project: &Project, recipe: &Recipe, work: &Path) -> Result<PathBuf> {
    let toolchain = toolchain::find(project)?;
    let release = Recipe::release();
    // What is only optimised otherwise is compiled already.
    let is_compiled = recipe.flags == release.flags && recipe.config.is_empty() && recipe.std_for_size;
    let cargo_dir = if is_compiled {
        project.target.join("wasm/release")
    } else {
        work.to_owned()
    }
    .join("cargo");
    let compiled = compile(project, &toolchain, &cargo_dir, Some(recipe), None)?;
    let edited = bind(&tools::wasm_bindgen(project)?, &compiled, &work.join("bound"), false)?;
    let made = work.join(format!("{CLIENT_LIB}.wasm"));
    optimise(project, &edited.wasm, recipe, work, &made)?;
    Ok(made)
}

/// Assembles the package as it ships, but for its JavaScript, which stays as one reads it.
pub fn unminified(project: &Project, out: &Path) -> Result<()> {
    let (ready, diagnose) = released(project);
    assemble(project, &ready, &diagnose, out, &["--unminified"])
}

/// Assembles the package as it ships, but for the module on the web, which is in one piece.
pub fn in_one_piece(project: &Project, out: &Path) -> Result<()> {
    let (ready, diagnose) = released(project);
    let calls = ready.wasm.clone();
    assemble(project, &Ready { calls, ..ready }, &diagnose, out, &[])
}

/// What ships, and the same with `diagnose`.
fn released(project: &Project) -> (Ready, Ready) {
    let release = project.target.join("wasm").join("release");
    (Ready::below(&release), Ready::below(&release.join("diagnose")))
}

/// The shipped module once more, with the names of its functions.
pub fn named(project: &Project) -> Result<Vec<u8>> {
    let output = project.target.join("wasm/release").join(NAMED);
    order::order_named(&fs::read(&output).with_context(|| output.display().to_string())?)
}

/// Writes the module's two parts; for developers it is whole, and the rest is never asked for.
fn write_parts(work: &Path, ready: &Ready, debug: bool) -> Result<()> {
    let parts = if debug {
        let whole = fs::read(&ready.wasm)?;
        Parts {
            calls: whole.clone(),
            rest: whole,
        }
    } else {
        let Parts { calls, rest } = split::split(&fs::read(work.join(NAMED))?)?;
        Parts {
            calls: order::order(&calls)?,
            rest: order::order(&rest)?,
        }
    };
    fs::write(&ready.calls, parts.calls)?;
    fs::write(&ready.rest, parts.rest)?;
    Ok(())
}

fn bundle(project: &Project, ready: &Ready, diagnose: &Ready) -> Result<()> {
    let pkg = project.pkg();
    let root = &project.root;
    let mut inputs = Inputs::default().word("version", &project.version);
    // They change by themselves where only the way to part them does.
    for part in [&ready.calls, &ready.rest] {
        inputs = inputs.path(&project.target, part)?;
    }
    for Ready { wasm, glue, .. } in [ready, diagnose] {
        // With the snippets beside it, which may change alone.
        let glue = glue.parent().context("the glue lies in a folder")?;
        inputs = inputs.path(&project.target, wasm)?.path(&project.target, glue)?;
    }
    inputs = inputs.path(&project.target, &notices::path(project))?;
    for part in [
        "pkg-template",
        "tests/package-lock.json",
        "xtask/src/build.rs",
        "CHANGELOG.md",
        "README.md",
        "README.zh-CN.md",
        "LICENSE-APACHE",
        "LICENSE-MIT",
    ] {
        inputs = inputs.path(root, &root.join(part))?;
    }
    let stamp = project.stamps().join("pkg.stamp");
    let digest = inputs.digest();
    if is_stamped(&stamp, &made(&digest, &[&pkg])?) {
        ui::fresh("npm package", "unchanged");
        return Ok(());
    }
    ui::step("npm package: assemble pkg/", || {
        assemble(project, ready, diagnose, &pkg, &[])?;
        set_stamp(&stamp, &made(&digest, &[&pkg])?)
    })
}

fn assemble(project: &Project, ready: &Ready, diagnose: &Ready, out: &Path, options: &[&str]) -> Result<()> {
    let mut command = Command::new(tools::node()?);
    command
        .current_dir(&project.root)
        .arg("pkg-template/bundle.mjs")
        .arg("--wasm")
        .arg(&ready.wasm)
        .arg("--glue")
        .arg(&ready.glue)
        .arg("--calls-wasm")
        .arg(&ready.calls)
        .arg("--rest-wasm")
        .arg(&ready.rest)
        .arg("--diagnose-wasm")
        .arg(&diagnose.wasm)
        .arg("--diagnose-glue")
        .arg(&diagnose.glue)
        .arg("--notices")
        .arg(notices::path(project))
        .arg("--out")
        .arg(out)
        .args(["--version", &project.version])
        .args(options);
    ui::run(&mut command).map(drop)
}

/// What a stamp says: made from these inputs, and nobody has touched the result since.
fn made(digest: &str, results: &[&PathBuf]) -> Result<String> {
    let mut outputs = Inputs::default();
    for path in results {
        outputs = outputs.path(path.parent().unwrap_or(path), path)?;
    }
    Ok(format!("{digest}\n{}\n", outputs.digest()))
}
