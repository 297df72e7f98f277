//! The command `iotexplorer-sandbox`.

use std::io::IsTerminal;
use std::net::{Ipv4Addr, UdpSocket};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use iotexplorer_sandbox::{Options, SOFTAP_PORT, Sandbox, Style, Upstream, qr_code};
use tokio::io::AsyncReadExt;

/// A stand-in for the IoT Explorer cloud, on 127.0.0.1 unless told otherwise.
///
/// For real: binding, families and their members, rooms, devices, a lamp's data, sharing, messages, timers, scenes, automations,
/// accounts. Every other Action is answered with its documented example. GET /control/seed shows who and what there is.
#[derive(Debug, Parser)]
#[command(version)]
struct Arguments {
    /// Port; 0 takes any free one.
    #[arg(long, default_value_t = 0)]
    port: u16,
    /// How answers are wrapped: as documented, or as the live service does it.
    #[arg(long, value_enum, default_value_t = Style::Documented)]
    envelope: Style,
    /// Folder of the page to serve at /.
    #[arg(long)]
    www: Option<PathBuf>,
    /// Folder of the built package, served at /pkg/.
    #[arg(long)]
    pkg: Option<PathBuf>,
    /// No line per call on standard error.
    #[arg(long)]
    quiet: bool,
    /// Exit when standard input ends, so that no sandbox outlives the command that started it.
    #[arg(long)]
    until_stdin_closes: bool,
    /// Pass calls on to the real cloud instead of answering them: china, overseas or an https URL. You need an account.
    #[arg(long, value_name = "china|overseas|URL", conflicts_with = "envelope")]
    upstream: Option<Upstream>,
    /// Listen on all interfaces, for a phone in the same network, behind a one-time key.
    #[arg(long)]
    lan: bool,
    /// UDP port of the device that waits for SoftAP messages with --lan: 8266 if it is free, unless told otherwise.
    #[arg(long, requires = "lan", conflicts_with = "upstream", value_name = "PORT")]
    softap_port: Option<u16>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let options = Options {
        port: arguments.port,
        envelope: arguments.envelope,
        www: arguments.www,
        pkg: arguments.pkg,
        quiet: arguments.quiet,
        upstream: arguments.upstream.clone(),
        lan: arguments.lan,
        // The real cloud knows real devices only.
        softap_port: (arguments.lan && arguments.upstream.is_none())
            .then(|| arguments.softap_port.unwrap_or_else(usual_softap_port)),
    };
    let warn = options.lan && options.upstream.is_some();
    let sandbox = match Sandbox::start(options).await {
        Ok(sandbox) => sandbox,
        Err(error) => {
            eprintln!("iotexplorer-sandbox: cannot start: {error}");
            return ExitCode::FAILURE;
        }
    };
    if warn {
        eprintln!(
            "warning: with --upstream and --lan, calls with your own access token go through this machine, and \
             unencrypted through your network."
        );
    }
    if arguments.lan {
        println!("iotexplorer-sandbox listening on {}", announce(&sandbox));
    } else {
        println!("iotexplorer-sandbox listening on {}", sandbox.origin());
    }
    if arguments.until_stdin_closes {
        tokio::select! {
            () = sandbox.run() => {}
            () = stdin_closed() => {}
        }
    } else {
        sandbox.run().await;
    }
    // Tokio reads standard input on a thread of its own that cannot be interrupted: returning would wait for it.
    std::process::exit(0)
}

/// The port that devices listen on, or else any free one.
fn usual_softap_port() -> u16 {
    let is_free = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, SOFTAP_PORT)).is_ok();
    if is_free { SOFTAP_PORT } else { 0 }
}

/// Shows a phone the way and says the address that leads there.
fn announce(sandbox: &Sandbox) -> String {
    let pages = sandbox.pages();
    let (page, others) = pages.split_first().expect("a sandbox has an address");
    println!("For one browser in this network, the first that opens this address:\n");
    println!("{}", qr_code(page, colored()));
    for other in others {
        println!("This machine is also at {other}");
    }
    println!("For a mini-program on a phone in this network, the endpoint (keep it to yourself):");
    println!("{}", sandbox.endpoint());
    if let Some(address) = sandbox.softap() {
        println!(
            "A device waits for SoftAP messages there: address {}, port {}.",
            address.ip(),
            address.port()
        );
    }
    page.clone()
}

/// Whether escape sequences reach a terminal: standard output is one, or whoever passes it on says so.
fn colored() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty() && value != "0");
    !set("NO_COLOR") && (set("CLICOLOR_FORCE") || std::io::stdout().is_terminal())
}

async fn stdin_closed() {
    let mut stdin = tokio::io::stdin();
    let mut scrap = [0; 256];
    while matches!(stdin.read(&mut scrap).await, Ok(length) if length > 0) {}
}
