//! What stands behind `--upstream` in tests: a server on loopback that keeps what it hears and answers what it is told to.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// A running stand-in; it ends with the test process.
pub struct Cloud {
    pub port: u16,
    heard: Arc<Mutex<Vec<Heard>>>,
}

/// A request as it came.
#[derive(Debug, Clone)]
pub struct Heard {
    /// The request line.
    pub line: String,
    /// Names in lower case, sorted.
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Cloud {
    /// One that answers every request with these bytes, and then closes.
    pub fn answering(answer: impl Into<Vec<u8>>) -> Self {
        Self::slow(answer, Duration::ZERO)
    }

    /// One that leaves the connection open for a while after its answer.
    pub fn slow(answer: impl Into<Vec<u8>>, open: Duration) -> Self {
        let answer = answer.into();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let heard = Arc::default();
        let cloud = Self {
            port: listener.local_addr().unwrap().port(),
            heard: Arc::clone(&heard),
        };
        thread::spawn(move || {
            for stream in listener.incoming() {
                let (mut stream, answer, heard) = (stream.unwrap(), answer.clone(), Arc::clone(&heard));
                // What is no request of HTTP has no end to wait for.
                stream.set_read_timeout(Some(Duration::from_secs(1))).unwrap();
                thread::spawn(move || {
                    exchange(&mut stream, &answer, &heard);
                    thread::sleep(open);
                });
            }
        });
        cloud
    }

    /// One that speaks TLS.
    pub fn encrypted(config: rustls::ServerConfig, answer: impl Into<Vec<u8>>) -> Self {
        let (answer, config) = (answer.into(), Arc::new(config));
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let heard = Arc::default();
        let cloud = Self {
            port: listener.local_addr().unwrap().port(),
            heard: Arc::clone(&heard),
        };
        thread::spawn(move || {
            for stream in listener.incoming() {
                let connection = rustls::ServerConnection::new(Arc::clone(&config)).unwrap();
                let mut stream = rustls::StreamOwned::new(connection, stream.unwrap());
                exchange(&mut stream, &answer, &heard);
                stream.conn.send_close_notify();
                let _ = stream.flush();
            }
        });
        cloud
    }

    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Every request so far.
    pub fn heard(&self) -> Vec<Heard> {
        self.heard.lock().unwrap().clone()
    }
}

fn exchange(stream: &mut (impl Read + Write), answer: &[u8], heard: &Mutex<Vec<Heard>>) {
    if let Some(request) = read(stream) {
        heard.lock().unwrap().push(request);
        let _ = stream.write_all(answer);
        let _ = stream.flush();
    }
}

/// A whole request; none if the peer leaves before.
fn read(stream: &mut impl Read) -> Option<Heard> {
    let mut bytes = Vec::new();
    let mut scrap = [0; 16 * 1024];
    loop {
        let length = stream.read(&mut scrap).ok()?;
        bytes.extend_from_slice(&scrap[..length]);
        if let Some(request) = whole(&bytes) {
            return Some(request);
        }
        if length == 0 {
            return None;
        }
    }
}

fn whole(bytes: &[u8]) -> Option<Heard> {
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")?;
    let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
    let (line, rest) = head.split_once("\r\n").unwrap();
    let mut headers: Vec<_> = rest
        .lines()
        .map(|header| header.split_once(": ").unwrap())
        .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
        .collect();
    headers.sort();
    let length = headers.iter().find(|(name, _)| name == "content-length");
    let length = length.map_or(0, |(_, length)| length.parse().unwrap());
    let body = bytes.get(end + 4..end + 4 + length)?;
    Some(Heard {
        line: line.to_owned(),
        headers,
        body: String::from_utf8(body.to_vec()).unwrap(),
    })
}

/// An answer of HTTP with these headers, its length added.
pub fn answer(status: &str, headers: &[&str], body: &str) -> String {
    let headers: String = headers.iter().map(|header| format!("{header}\r\n")).collect();
    format!(
        "HTTP/1.1 {status}\r\n{headers}Content-Length: {}\r\n\r\n{body}",
        body.len()
    )
}
