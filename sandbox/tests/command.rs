//! The command itself: its line, its port, and that it ends with whoever started it.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

#[test]
fn it_says_where_it_listens_and_ends_with_its_standard_input() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_iotexplorer-sandbox"))
        .args(["--port", "0", "--envelope", "live", "--quiet", "--until-stdin-closes"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap())
        .read_line(&mut line)
        .unwrap();
    let port = line
        .trim_end()
        .strip_prefix("iotexplorer-sandbox listening on http://127.0.0.1:")
        .unwrap();
    let port: u16 = port.parse().unwrap();
    std::net::TcpStream::connect(("127.0.0.1", port)).unwrap();
    drop(child.stdin.take());
    let begun = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        assert!(begun.elapsed() < Duration::from_secs(10), "it did not end");
        std::thread::sleep(Duration::from_millis(20));
    };
    assert!(status.success());
}

#[test]
fn a_port_that_is_taken_is_said() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let output = Command::new(env!("CARGO_BIN_EXE_iotexplorer-sandbox"))
        .args(["--port", &port])
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(!output.status.success());
    assert!(String::from_utf8(output.stderr).unwrap().contains("cannot start"));
}
