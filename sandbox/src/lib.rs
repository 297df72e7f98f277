//! A stand-in for the cloud, for the demo page and the tests.
//!
//! It answers every Action of the table on 127.0.0.1 the way the reference documents them (or the way the live service answers
//! shipped clients), keeps users, families, products and devices in memory, and enforces what the cloud enforces: access
//! tokens, bind tokens, families, signatures. Control routes play everything that is not the app's part: devices that
//! report a token or sign or are switched by hand, a server that signs for a gateway, codes on their way to a phone, a network
//! that breaks.
//!
//! | subject | what is done for real |
//! | --- | --- |
//! | binding | by token, by a token that binds several devices, by the device's signature, by a printed code, through a gateway; unbinding |
//! | families | made, changed, deleted; members invited, joining, leaving, sent away |
//! | rooms | made, renamed, deleted; devices in them counted and moved |
//! | devices | listed page by page, named, seen online; data templates; a lamp's data read, controlled and remembered |
//! | sharing | offered by token or message, accepted, listed, ended |
//! | messages | invitations to a family or a device |
//! | timers, scenes, automations | kept; only a scene that is run does something |
//! | users | profile and settings; accounts, codes and sign-in for an application that signs with its AppSecret |
//!
//! Every other Action is signed in for and checked like these, and answered with its documented example. Where no page says what
//! happens (who may change a family, how long a share can be accepted), a rule says in its comment what is assumed here.
//!
//! What it knows of an Action's *form* (parameters, documented codes, the shape of the documented example) it reads from
//! the same tables as the client. What it *does* is its own code, signatures included: a mistake of the client's must
//! not be repeated by the one that checks it.
//!
//! Two things are off unless asked for. [`Options::upstream`] (`--upstream china|overseas|<https url>`) makes the same
//! server a proxy to the real cloud, for people with an account: calls to that one path are passed on, control routes
//! are off, and only Action and status are logged. [`Options::lan`] (`--lan`) listens on all IPv4 interfaces, for a phone
//! in the same network: the first browser that opens the printed address, with its one-time key, is let in, and nobody
//! else is, but for programs without cookies, which get a key of their own. With it comes a device that waits for SoftAP
//! messages ([`Options::softap_port`]), so that a mini-program on that phone can provision and bind it. `GET /control/mode` says which is on. The network sees what goes over it, since there is no TLS between the
//! phone and this machine.
//!
//! ```text
//! server.rs    sockets: one request per connection, so that a fault can reset exactly one of them
//! guard.rs     who may ask at all: our own Host and Origin; headers of every answer
//! softap.rs    a device that waits for SoftAP messages
//! lan.rs       the one-time key and the cookie of --lan; this machine's addresses; the QR code
//! upstream.rs  --upstream: calls passed on to the real cloud
//! api.rs       POST /api/exploreropen/tokenapi and …/appapi: one call, with its faults and its line in the log
//! served.rs    which Actions are answered, and what form they have
//! check.rs     parameters against that form
//! rules.rs     what each Action does; rules/ by subject
//! envelope.rs  answers in either style
//! signature.rs the signatures, from their descriptions
//! world.rs     the state; seed.rs what it begins with
//! control.rs   the routes under /control;  fault.rs, log.rs what they arrange and show
//! ```

mod api;
mod check;
mod control;
mod envelope;
mod fault;
mod guard;
mod lan;
mod log;
mod rules;
mod seed;
mod served;
mod server;
mod signature;
mod softap;
mod upstream;
mod world;

use std::path::PathBuf;

pub use envelope::Style;
pub use lan::qr_code;
pub use server::Sandbox;
pub use softap::PORT as SOFTAP_PORT;
pub use upstream::Upstream;

/// The path of the one URL that every Action of a signed-in user is sent to.
pub const API_PATH: &str = "/api/exploreropen/tokenapi";

/// The path of the URL that applications call before anybody is signed in.
pub const APP_API_PATH: &str = "/api/exploreropen/appapi";

/// How to start a sandbox.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The port; 0 takes any free one.
    pub port: u16,
    /// How answers are wrapped unless a request or a control route says otherwise.
    pub envelope: Style,
    /// Folder of the page served at `/`.
    pub www: Option<PathBuf>,
    /// Folder of the built package, served at `/pkg/`.
    pub pkg: Option<PathBuf>,
    /// Whether to leave out the line per call on standard error.
    pub quiet: bool,
    /// The real cloud to pass calls on to, instead of answering them.
    pub upstream: Option<Upstream>,
    /// Whether to listen on all interfaces, for who holds the one-time key, instead of on 127.0.0.1.
    pub lan: bool,
    /// UDP port of a device that waits for SoftAP messages, on the same interfaces; 0 takes any free one.
    pub softap_port: Option<u16>,
}
