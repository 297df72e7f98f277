//! The demonstration: the sandbox on this machine, the page that binds a virtual device, and the check that does the
//! same in Node.

use std::io::{self, BufRead, BufReader, IsTerminal};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::Envelope;
use crate::build;
use crate::counts::Tally;
use crate::project::{Project, SANDBOX};
use crate::tools;
use crate::ui;

/// Where the demonstration is by default, so that a reload after a restart finds it again.
const PORT: u16 = 8787;
/// What the sandbox says when it is ready, before its address.
const READY: &str = "iotexplorer-sandbox listening on ";

/// Whether the steps of the check are shown as they happen, or only when it fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Output {
    /// As they happen.
    Live,
    /// On failure.
    OnFailure,
}

/// Who answers the page's calls.
#[derive(Debug)]
pub enum Cloud {
    /// The sandbox itself, with answers wrapped so.
    StandIn(Envelope),
    /// The real cloud, behind the sandbox: `china`, `overseas` or an https URL.
    Real(String),
}

/// How the sandbox is to run.
struct Wanted<'a> {
    port: u16,
    cloud: &'a Cloud,
    lan: bool,
    softap_port: Option<u16>,
    quiet: bool,
}

/// Compiles the sandbox and says where it is.
pub fn sandbox(project: &Project) -> Result<PathBuf> {
    ui::step("Sandbox: compile", || {
        ui::run(project.cargo().args(["build", "--package", SANDBOX, "--locked"]))?;
        let path = project
            .target
            .join("debug")
            .join(format!("{SANDBOX}{}", std::env::consts::EXE_SUFFIX));
        if !path.is_file() {
            bail!("cargo did not make {}", project.display(&path));
        }
        Ok(path)
    })
}

/// A sandbox that runs until it is dropped, or this program ends, however that comes.
struct Running {
    child: Child,
    /// Open for as long as the sandbox is wanted; waiting for a child would close it.
    _wanted: Option<ChildStdin>,
    url: String,
}

impl Running {
    fn start(project: &Project, program: &Path, wanted: &Wanted<'_>) -> Result<Self> {
        let mut command = Command::new(program);
        command
            .current_dir(&project.root)
            .args(["--port", &wanted.port.to_string()])
            .args(match wanted.cloud {
                Cloud::StandIn(envelope) => ["--envelope", envelope.as_str()],
                Cloud::Real(upstream) => ["--upstream", upstream],
            })
            .args(wanted.lan.then_some("--lan"))
            .args(wanted.softap_port.map(|port| format!("--softap-port={port}")))
            .arg("--www")
            .arg(project.root.join("www"))
            .arg("--pkg")
            .arg(project.pkg())
            .arg("--until-stdin-closes")
            .args(wanted.quiet.then_some("--quiet"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped());
        if wanted.lan && io::stdout().is_terminal() {
            // What it says goes through a pipe, but on to a terminal: its QR code may have colors.
            command.env("CLICOLOR_FORCE", "1");
        }
        let mut child = command
            .spawn()
            .with_context(|| format!("cannot start: {}", ui::shown(&command)))?;
        let mut out = BufReader::new(child.stdout.take().context("its output is ours")?);
        let mut line = String::new();
        let url = loop {
            line.clear();
            if out.read_line(&mut line)? == 0 {
                let status = child.wait()?;
                bail!("the sandbox ended before it was ready ({status}); its words are above");
            }
            if let Some(url) = line.trim().strip_prefix(READY) {
                break url.to_owned();
            }
            // With --lan: the QR code, and what a mini-program needs.
            ui::line(line.trim_end_matches(['\r', '\n']));
        };
        // Whatever it says later goes to the screen, so that its pipe never fills up.
        std::thread::spawn(move || {
            for line in out.lines().map_while(Result::ok) {
                ui::line(&line);
            }
        });
        let wanted = child.stdin.take();
        Ok(Self {
            child,
            _wanted: wanted,
            url,
        })
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// Serves the page until somebody stops it.
pub fn serve(project: &Project, port: Option<u16>, cloud: &Cloud, lan: bool, softap_port: Option<u16>) -> Result<()> {
    build::build(project, false)?;
    let program = sandbox(project)?;
    let port = port.unwrap_or_else(|| {
        let address = if lan { "0.0.0.0" } else { "127.0.0.1" };
        if TcpListener::bind((address, PORT)).is_ok() {
            PORT
        } else {
            0
        }
    });
    let wanted = Wanted {
        port,
        cloud,
        lan,
        softap_port,
        quiet: false,
    };
    let mut running = Running::start(project, &program, &wanted)?;
    ui::line("");
    // With --lan the address has a path of its own.
    let slash = if lan { "" } else { "/" };
    ui::line(&format!("The demonstration is at  {}{slash}", running.url));
    ui::line(&match cloud {
        Cloud::StandIn(envelope) => format!("Answers are wrapped as {}. Ctrl+C stops it.", envelope.as_str()),
        Cloud::Real(upstream) => format!("Calls go to the real cloud ({upstream}). Ctrl+C stops it."),
    });
    ui::line("");
    let status = running.child.wait()?;
    if !status.success() {
        bail!("the sandbox ended with {status}");
    }
    Ok(())
}

/// Runs every flow through the built package in Node, in both envelope styles: one check for each style.
pub fn check(project: &Project, output: Output) -> Result<Tally> {
    build::build(project, false)?;
    let program = sandbox(project)?;
    let mut tally = Tally::default();
    for envelope in [Envelope::Documented, Envelope::Live] {
        let title = format!(
            "Demonstration: bind in every way, answers wrapped as {}",
            envelope.as_str()
        );
        let held = ui::step(&title, || flows(project, &program, envelope, output)).is_ok();
        tally += Tally::one(held);
    }
    Ok(tally)
}

fn flows(project: &Project, program: &Path, envelope: Envelope, output: Output) -> Result<()> {
    let wanted = Wanted {
        port: 0,
        cloud: &Cloud::StandIn(envelope),
        lan: false,
        softap_port: None,
        quiet: true,
    };
    let running = Running::start(project, program, &wanted)?;
    let mut command = Command::new(tools::node()?);
    command
        .current_dir(&project.root)
        .args(["tests/js/demo-check.mjs", "--sandbox", &running.url, "--pkg"])
        .arg(project.pkg())
        .args(["--envelope", envelope.as_str()]);
    if output == Output::OnFailure {
        return ui::run(&mut command).map(|_| ());
    }
    let status = command.stdin(Stdio::null()).status().context("cannot start Node")?;
    if !status.success() {
        bail!("the check ended with {status}");
    }
    Ok(())
}
