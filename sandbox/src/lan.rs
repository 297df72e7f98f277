//! `--lan`: who may come in from the network, and how the address reaches a phone.
//!
//! The address holds a key that works once. The first browser that opens it is given a cookie and from then on known by
//! that alone; nobody else gets anything, this machine's own programs included. Programs that keep no cookies, such as a
//! mini-program on a phone, are given another key, which they put in front of every path: it is printed, and whoever opens
//! the address asking for JSON gets it instead of a cookie.

use std::fmt::{self, Write as _};
use std::io;
use std::net::{IpAddr, Ipv4Addr, UdpSocket};
use std::sync::atomic::{AtomicBool, Ordering};

use axum::Json;
use axum::extract::Request;
use axum::http::uri::PathAndQuery;
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use qrcode::QrCode;
use qrcode::render::unicode::Dense1x2;
use serde_json::json;
use subtle::ConstantTimeEq;

use crate::guard::Refusal;

/// What a program's paths begin with, before its key.
const PROGRAM: &str = "/key/";

/// Bytes of a key: 128 bits.
const KEY_BYTES: usize = 16;

/// The door: one key, one pass.
pub(crate) struct Door {
    key: String,
    used: AtomicBool,
    /// Cookies know no ports, so the name holds ours: two sandboxes do not take each other's pass away.
    cookie: String,
    /// What the cookie holds. Not the key, which stands in terminals and in the browser's history.
    pass: String,
    /// What programs without cookies put in front of every path.
    program: String,
}

impl fmt::Debug for Door {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Door").field("used", &self.used).finish_non_exhaustive()
    }
}

impl Door {
    /// A door with a new key.
    pub fn new(port: u16) -> io::Result<Self> {
        Ok(Self {
            key: random()?,
            used: AtomicBool::new(false),
            cookie: format!("iotexplorer-sandbox-{port}"),
            pass: random()?,
            program: random()?,
        })
    }

    /// The page's path and query for whoever is to be let in.
    pub fn path(&self) -> String {
        format!("/?key={}", self.key)
    }

    /// The same path for programs that keep no cookies.
    pub fn program_path(&self, path: &str) -> String {
        format!("{PROGRAM}{}{path}", self.program)
    }

    /// Lets a program in that has its key in the path, and takes the key out of there.
    pub fn admit(&self, request: &mut Request) -> bool {
        let target = request.uri().path_and_query().map_or("", PathAndQuery::as_str);
        let Some((key, rest)) = target
            .strip_prefix(PROGRAM)
            .and_then(|behind| behind.split_at_checked(self.program.len()))
        else {
            return false;
        };
        let Some(path) = rest
            .parse()
            .ok()
            .filter(|_| rest.starts_with('/') && same(key, &self.program))
        else {
            return false;
        };
        let mut parts = request.uri().clone().into_parts();
        parts.path_and_query = Some(path);
        Uri::from_parts(parts).map(|uri| *request.uri_mut() = uri).is_ok()
    }

    /// The answer to who does not get further than the door; none for who does.
    pub fn stop(&self, request: &Request) -> Option<Response> {
        let brings_key = request.method() == Method::GET
            && request.uri().path() == "/"
            && request
                .uri()
                .query()
                .and_then(|query| query.strip_prefix("key="))
                .is_some_and(|key| same(key, &self.key));
        match (self.has_pass(request.headers()), brings_key) {
            (true, false) => None,
            // Off the address bar with it.
            (true, true) => Some(to_page().into_response()),
            (false, true) if !self.used.swap(true, Ordering::SeqCst) => {
                if wants_json(request.headers()) {
                    return Some(Json(json!({ "path": self.program_path("") })).into_response());
                }
                let cookie = format!("{}={}; Path=/; HttpOnly; SameSite=Strict", self.cookie, self.pass);
                Some(([(header::SET_COOKIE, cookie)], to_page()).into_response())
            }
            (false, true) => Some(refused(
                "This address was opened before, and works once. Start the sandbox again for a new one.",
            )),
            (false, false) => Some(refused(
                "Only who opened the address with the one-time key may ask. The sandbox printed it when it started.",
            )),
        }
    }

    fn has_pass(&self, headers: &HeaderMap) -> bool {
        headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .any(|(name, value)| name == self.cookie && same(value, &self.pass))
    }
}

fn to_page() -> (StatusCode, [(header::HeaderName, &'static str); 1]) {
    (StatusCode::SEE_OTHER, [(header::LOCATION, "/")])
}

/// Whether a program asks, which has no use for a page.
fn wants_json(headers: &HeaderMap) -> bool {
    headers
        .get(header::ACCEPT)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|accepted| accepted.trim() == "application/json")
}

fn refused(sentence: &str) -> Response {
    Refusal::new(StatusCode::FORBIDDEN, sentence).into_response()
}

fn same(given: &str, ours: &str) -> bool {
    given.as_bytes().ct_eq(ours.as_bytes()).into()
}

fn random() -> io::Result<String> {
    let mut bytes = [0; KEY_BYTES];
    getrandom::fill(&mut bytes).map_err(io::Error::other)?;
    Ok(bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    }))
}

/// This machine's addresses in its networks, the one that others most likely reach first.
pub(crate) fn own_addresses() -> io::Result<Vec<Ipv4Addr>> {
    let mut own: Vec<Ipv4Addr> = Vec::new();
    for interface in if_addrs::get_if_addrs()? {
        match interface.ip() {
            IpAddr::V4(address) if !address.is_loopback() && !own.contains(&address) => own.push(address),
            IpAddr::V4(_) | IpAddr::V6(_) => {}
        }
    }
    let usual = outgoing();
    // Addresses that machines give themselves for want of a better one go last.
    own.sort_by_key(|address| (usual != Some(*address), address.is_link_local(), !address.is_private()));
    Ok(own)
}

/// The address that this machine would speak from to the world. Nothing is sent: connecting a UDP socket only looks up
/// the route, here to an address that is reserved for documentation.
fn outgoing() -> Option<Ipv4Addr> {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    socket.connect((Ipv4Addr::new(198, 51, 100, 1), 9)).ok()?;
    match socket.local_addr().ok()?.ip() {
        IpAddr::V4(address) => Some(address),
        IpAddr::V6(_) => None,
    }
}

/// A QR code of that text for a terminal, drawn in characters as light on dark; with `colored` in white on black whatever
/// the terminal's own colors are. Empty if the text is too long for a code.
#[must_use]
pub fn qr_code(text: &str, colored: bool) -> String {
    let Ok(code) = QrCode::new(text) else {
        return String::new();
    };
    let drawn = code
        .render::<Dense1x2>()
        .dark_color(Dense1x2::Light)
        .light_color(Dense1x2::Dark)
        .build();
    let (before, after) = if colored { ("\x1b[97;40m", "\x1b[0m") } else { ("", "") };
    drawn.lines().fold(String::new(), |mut all, line| {
        let _ = writeln!(all, "{before}{line}{after}");
        all
    })
}
