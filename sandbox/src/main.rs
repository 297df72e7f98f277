//! The command `iotexplorer-sandbox`.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use iotexplorer_sandbox::{Options, Sandbox, Style};
use tokio::io::AsyncReadExt;

/// A stand-in for the IoT Explorer cloud on 127.0.0.1.
#[derive(Debug, Parser)]
#[command(version)]
struct Arguments {
    /// Port on 127.0.0.1; 0 takes any free one.
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
    };
    let sandbox = match Sandbox::start(options).await {
        Ok(sandbox) => sandbox,
        Err(error) => {
            eprintln!("iotexplorer-sandbox: cannot start: {error}");
            return ExitCode::FAILURE;
        }
    };
    println!("iotexplorer-sandbox listening on {}", sandbox.origin());
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

async fn stdin_closed() {
    let mut stdin = tokio::io::stdin();
    let mut scrap = [0; 256];
    while matches!(stdin.read(&mut scrap).await, Ok(length) if length > 0) {}
}
