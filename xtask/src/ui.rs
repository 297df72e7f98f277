//! What people see while a command works: a line when a step starts, a line with the seconds when it ends, and on
//! failure what the tool behind it said. Reads the same on a terminal and in a log.

use std::ffi::OsStr;
use std::fmt;
use std::io::{self, BufRead, BufReader, IsTerminal, Read, Write};
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail};

/// How often a log hears that a long command is still at work.
const SIGN_OF_LIFE_SECONDS: u64 = 30;
/// How many of the last lines of a failed command are shown.
const SHOWN_LINES: usize = 400;
/// How long a finished command's grandchildren may keep its output open.
const DRAIN_MS: u64 = 2_000;

/// An error that the reader has seen already: nobody prints it twice.
#[derive(Debug)]
pub struct Shown(String);

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Shown {}

/// Does one visible step.
pub fn step<T>(title: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let started = Instant::now();
    line(&format!("[ .. ] {title}"));
    let result = work();
    let seconds = started.elapsed().as_secs_f64();
    match result {
        Ok(value) => {
            line(&format!("[ ok ] {title} ({seconds:.1} s)"));
            Ok(value)
        }
        Err(error) => {
            line(&format!("[FAIL] {title} ({seconds:.1} s)"));
            show(&error);
            Err(anyhow!(Shown(format!("{title} failed"))))
        }
    }
}

/// Says that a step had nothing to do.
pub fn fresh(title: &str, why: &str) {
    line(&format!("[ ok ] {title}: {why}"));
}

/// Says something by the way.
pub fn note(text: &str) {
    for part in text.lines() {
        line(&format!("       {part}"));
    }
}

/// Prints an error with its causes, unless it was shown before.
pub fn show(error: &anyhow::Error) {
    if error.chain().any(<dyn std::error::Error>::is::<Shown>) {
        return;
    }
    for cause in error.chain() {
        for part in cause.to_string().lines() {
            line(&format!("       {part}"));
        }
    }
}

/// Prints one whole line; a reader that went away is no reason to stop.
pub fn line(text: &str) {
    let _ = writeln!(io::stdout(), "{text}");
}

/// How a command ended and what it said.
#[derive(Debug)]
pub struct Finished {
    /// Whether it exited with 0.
    pub success: bool,
    /// How it ended, in words.
    pub ending: String,
    /// Its output and errors, as they came.
    pub text: String,
}

impl Finished {
    /// The end of what it said.
    pub fn tail(&self) -> String {
        let lines: Vec<&str> = self.text.lines().collect();
        let from = lines.len().saturating_sub(SHOWN_LINES);
        let mut shown = String::new();
        if from > 0 {
            shown.push_str(&format!("… {from} lines left out …\n"));
        }
        shown.push_str(&lines[from..].join("\n"));
        shown
    }
}

/// What a command looks like in a message.
pub fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let words: Vec<String> = words.map(OsStr::to_string_lossy).map(|word| quoted(&word)).collect();
    words.join(" ")
}

fn quoted(word: &str) -> String {
    if word.is_empty() || word.contains([' ', '"', '\'']) {
        format!("{word:?}")
    } else {
        word.to_owned()
    }
}

/// Runs a command to its end, its output kept; says from time to time that it is still at work.
pub fn capture(command: &mut Command) -> Result<Finished> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start: {}", shown(command)))?;
    let (sender, receiver) = mpsc::channel();
    if let Some(out) = child.stdout.take() {
        read_lines(out, sender.clone());
    }
    if let Some(err) = child.stderr.take() {
        read_lines(err, sender.clone());
    }
    drop(sender);

    let started = Instant::now();
    let mut spoken = Instant::now();
    let mut ended: Option<(std::process::ExitStatus, Instant)> = None;
    let mut text = String::new();
    let terminal = io::stdout().is_terminal();
    loop {
        match receiver.recv_timeout(Duration::from_millis(200)) {
            Ok(part) => {
                text.push_str(&part);
                text.push('\n');
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break,
        }
        if ended.is_none() {
            ended = child.try_wait()?.map(|status| (status, Instant::now()));
        }
        if ended.is_some_and(|(_, at)| at.elapsed() > Duration::from_millis(DRAIN_MS)) {
            break;
        }
        let pause = if terminal { 1 } else { SIGN_OF_LIFE_SECONDS };
        if spoken.elapsed() >= Duration::from_secs(pause) {
            spoken = Instant::now();
            sign_of_life(terminal, started.elapsed().as_secs(), &text);
        }
    }
    if terminal {
        let _ = write!(io::stdout(), "\r\x1b[2K");
        let _ = io::stdout().flush();
    }
    let status = match ended {
        Some((status, _)) => status,
        None => child.wait()?,
    };
    Ok(Finished {
        success: status.success(),
        ending: status.to_string(),
        text,
    })
}

/// Runs a command that must succeed, and hands back what it said.
pub fn run(command: &mut Command) -> Result<String> {
    let finished = capture(command)?;
    if !finished.success {
        bail!(
            "{}\nended with {}:\n{}",
            shown(command),
            finished.ending,
            finished.tail()
        );
    }
    Ok(finished.text)
}

/// Asks a command a question: its standard output alone, without a word on the screen.
pub fn ask(command: &mut Command) -> Result<String> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("cannot start: {}", shown(command)))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("{}\nended with {}:\n{said}", shown(command), output.status);
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn sign_of_life(terminal: bool, seconds: u64, text: &str) {
    let last = text.lines().rev().find(|part| !part.trim().is_empty()).unwrap_or("");
    let last: String = last
        .trim()
        .chars()
        .filter(|letter| !letter.is_control())
        .take(80)
        .collect();
    if terminal {
        let _ = write!(io::stdout(), "\r\x1b[2K       {seconds} s: {last}");
        let _ = io::stdout().flush();
    } else {
        line(&format!("       … {seconds} s: {last}"));
    }
}

fn read_lines(source: impl Read + Send + 'static, lines: mpsc::Sender<String>) {
    thread::spawn(move || {
        let mut source = BufReader::new(source);
        let mut bytes = Vec::new();
        while source.read_until(b'\n', &mut bytes).is_ok_and(|count| count > 0) {
            let part = String::from_utf8_lossy(&bytes);
            if lines.send(part.trim_end_matches(['\r', '\n']).to_owned()).is_err() {
                return;
            }
            bytes.clear();
        }
    });
}

/// Asks for consent. Somebody at a terminal answers; elsewhere `--yes` or `CI=true` must have said so beforehand.
pub fn consent(yes: bool, what: &str) -> Result<bool> {
    line(what);
    if yes {
        return Ok(true);
    }
    if !io::stdin().is_terminal() {
        return Ok(false);
    }
    let _ = write!(io::stdout(), "Go ahead? [y/N] ");
    let _ = io::stdout().flush();
    let mut answer = String::new();
    io::stdin().read_line(&mut answer)?;
    Ok(matches!(answer.trim(), "y" | "Y" | "yes"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn output_and_errors_of_a_failing_command_are_kept() {
        let mut command = Command::new("sh");
        command.args(["-c", "echo out; echo err >&2; exit 3"]);
        let finished = capture(&mut command).expect("sh is there");
        assert!(!finished.success);
        assert!(finished.text.contains("out\n") && finished.text.contains("err\n"));
        let error = run(&mut command).expect_err("it exits with 3");
        assert!(error.to_string().contains("err"), "{error}");
    }

    #[test]
    fn a_missing_program_is_named() {
        let error = run(&mut Command::new("no-such-program-here")).expect_err("it does not exist");
        assert!(error.to_string().contains("no-such-program-here"));
    }

    #[test]
    fn a_failed_step_is_shown_once() {
        let error = step::<()>("inner", || Err(anyhow!("reason"))).expect_err("it fails");
        assert!(error.chain().any(<dyn std::error::Error>::is::<Shown>));
    }
}
