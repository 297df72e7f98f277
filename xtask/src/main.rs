//! This repository's commands, one per wish. `cargo xtask help` lists them; `cargo xtask test` is what continuous
//! integration runs. Each does its own set-up first and says what it is doing.

mod bench;
mod build;
mod counts;
mod demo;
mod examples;
mod faults;
mod fuzz;
mod generate;
mod instructions;
mod made_up;
mod matrix;
mod meter;
mod module;
mod notices;
mod order;
mod pack;
mod packages;
mod project;
mod recipes;
mod recorded;
mod release;
mod site;
mod size;
mod soak;
mod split;
mod steps;
mod sysroot;
mod test;
mod toolchain;
mod tools;
mod ui;

use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

use crate::project::Project;

/// Commands of this repository.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version)]
struct Cli {
    /// Install what is missing without asking (as with CI=true)
    #[arg(long, global = true)]
    yes: bool,
    #[command(subcommand)]
    command: Wish,
}

#[derive(Debug, Subcommand)]
enum Wish {
    /// Install what the other commands need, as far as it is missing, and do nothing else
    Setup,
    /// Write what follows from the Action table: catalog, types, methods, reference
    Gen {
        /// Write nothing; fail if something is stale
        #[arg(long)]
        check: bool,
    },
    /// Compile the module and assemble the npm package in pkg/
    Build {
        /// Quicker to make and easier to debug: not optimised, names and panic messages kept
        #[arg(long)]
        debug: bool,
    },
    /// Build, then pack pkg/ as it would be published, into target/pack/
    Pack,
    /// Build, then show what the package weighs and compare it with sizes.json
    Size {
        /// Record the present sizes in sizes.json
        #[arg(long, requires = "reason")]
        update: bool,
        /// Why they changed; kept in sizes.json
        #[arg(long)]
        reason: Option<String>,
    },
    /// Build, then count the instructions that the module runs through for what it is asked most, and compare them with
    /// instructions.json
    Instructions {
        /// Say in which functions they are, and compare nothing
        #[arg(long, conflicts_with = "update")]
        by_function: bool,
        /// Record the present numbers in instructions.json
        #[arg(long, requires = "reason")]
        update: bool,
        /// Why they changed; kept in instructions.json
        #[arg(long)]
        reason: Option<String>,
    },
    /// Measure the package beside what people would use instead, print the ratios and write them to BENCHMARKS.md
    Bench {
        /// What to measure [default: everything]
        #[arg(value_enum)]
        groups: Vec<bench::Group>,
        /// Short runs, for trying things out; nothing is written
        #[arg(long)]
        quick: bool,
    },
    /// Bind a virtual device in the browser: build, start the sandbox, print its address
    Demo {
        /// Port of the sandbox; 0 takes any free one
        #[arg(long)]
        port: Option<u16>,
        /// How the sandbox wraps its answers
        #[arg(long, value_enum, default_value_t = Envelope::Documented)]
        envelope: Envelope,
        /// For people with an account: pass calls on to the real cloud (china, overseas or an https URL)
        #[arg(long, value_name = "china|overseas|URL", conflicts_with = "envelope")]
        upstream: Option<String>,
        /// Reachable from a phone in the same network, which opens it by a one-time QR code
        #[arg(long)]
        lan: bool,
        /// UDP port of the device that waits for SoftAP messages with --lan [default: 8266, if it is free]
        #[arg(long, requires = "lan", conflicts_with = "upstream", value_name = "PORT")]
        softap_port: Option<u16>,
        /// Run all flows in Node instead, in both envelope styles, and exit with 0 or 1
        #[arg(long, conflicts_with_all = ["upstream", "lan"])]
        check: bool,
    },
    /// Build, then make the documentation as one site in target/site/, and look at every link (a part of `test`)
    Site,
    /// Build apps with the frameworks people write mini-programs in, and bind a device in each (a part of `test`)
    Recipes,
    /// Build the examples with the packed package, start them and use them over the sandbox (a part of `test`)
    Examples,
    /// Bind through every fault at every step, over the sandbox, and hold the outcomes against tests/faults/expected.md; ends
    /// with the line `N passed, N failed`
    Faults {
        /// Each cell with one of the two envelopes instead of both (a part of `test`)
        #[arg(long)]
        quick: bool,
        /// One flow, one fault of it, or one cell
        #[arg(long, value_name = "FLOW[/FAULT[/STEP]]")]
        only: Option<String>,
    },
    /// Build a small app with the packed package in each tool that people use, run it and bind a device; ends with the line
    /// `N passed, N failed` (a pick of it is a part of `test`)
    Matrix {
        /// Only rows with this word in the tool's name or in what is run
        #[arg(long, value_name = "WORD")]
        only: Option<String>,
    },
    /// Fuzz the core with libFuzzer, guided by what each input reaches
    Fuzz {
        /// Which targets, as in fuzz/fuzz_targets/ [default: all]
        targets: Vec<String>,
        /// How long each of them runs
        #[arg(long, default_value_t = 60)]
        seconds: u32,
    },
    /// Look whether the present commit can be released, and show what would be published
    Release(release::Wanted),
    /// Use the package for long, with errors of every kind, and show that memory stays where it was (a little of it is a part of `test`)
    Soak(soak::Amounts),
    /// Run every check there is; ends with the line `N passed, N failed`
    Test {
        /// Only what needs neither WebAssembly nor a browser
        #[arg(long)]
        quick: bool,
        /// One part of it alone.
        #[arg(long, value_enum, conflicts_with = "quick")]
        only: Option<test::Part>,
    },
}

/// The two ways in which the cloud is known to wrap its answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Envelope {
    /// As its documents say
    Documented,
    /// As the live service does
    Live,
}

impl Envelope {
    /// The name that the sandbox takes.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Documented => "documented",
            Self::Live => "live",
        }
    }
}

fn main() -> ExitCode {
    match obey(Cli::parse()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            ui::show(&error);
            ExitCode::FAILURE
        }
    }
}

fn obey(cli: Cli) -> anyhow::Result<bool> {
    let project = Project::find(cli.yes)?;
    match cli.command {
        Wish::Setup => test::setup(&project).map(|()| true),
        Wish::Gen { check } => generate::run(check).map(|()| true),
        Wish::Build { debug } => build::build(&project, debug).map(|_| true),
        Wish::Pack => {
            let built = build::build(&project, false)?;
            pack::pack(&project, &built).map(|_| true)
        }
        Wish::Size { update, reason } => {
            let built = build::build(&project, false)?;
            let reason = reason.filter(|_| update);
            size::size(&project, &built, reason.as_deref()).map(|()| true)
        }
        Wish::Instructions {
            update,
            reason,
            by_function,
        } => {
            let built = build::build(&project, false)?;
            let user = pack::install(&project, &pack::pack(&project, &built)?)?;
            if by_function {
                return instructions::by_function(&project, &built, &user).map(|()| true);
            }
            let reason = reason.filter(|_| update);
            instructions::instructions(&project, &built, &user, reason.as_deref()).map(|()| true)
        }
        Wish::Bench { groups, quick } => bench::bench(&project, &groups, quick).map(|()| true),
        Wish::Demo { check: true, .. } => demo::check(&project, demo::Output::Live).map(|tally| tally.failed == 0),
        Wish::Demo {
            port,
            envelope,
            upstream,
            lan,
            softap_port,
            check: false,
        } => {
            let cloud = upstream.map_or(demo::Cloud::StandIn(envelope), demo::Cloud::Real);
            demo::serve(&project, port, &cloud, lan, softap_port).map(|()| true)
        }
        Wish::Site => {
            let built = build::build(&project, false)?;
            let packed = test::Packed::of(&project, &built)?;
            site::run(&project, &packed).map(|tally| tally.failed == 0)
        }
        Wish::Recipes => test::recipes(&project).map(|tally| tally.failed == 0),
        Wish::Examples => test::examples(&project).map(|tally| tally.failed == 0),
        Wish::Faults { quick, only } => faults::faults(&project, quick, only.as_deref()),
        Wish::Matrix { only } => matrix::matrix(&project, only.as_deref()),
        Wish::Fuzz { targets, seconds } => {
            let tally = fuzz::run(&project, &targets, seconds, false)?;
            ui::line(&format!("{} passed, {} failed", tally.passed, tally.failed));
            Ok(tally.failed == 0)
        }
        Wish::Release(wanted) => release::release(&project, &wanted),
        Wish::Soak(amounts) => soak::run(&project, amounts),
        Wish::Test { quick, only } => test::test(&project, quick, only).map(|tally| tally.failed == 0),
    }
}
