//! A device that waits in its own hotspot, as far as anybody can tell who sends it UDP.
//!
//! It takes the message with the Wi-Fi and the token (WIRE: `cmdType` 1), answers who it is (`cmdType` 2), "joins the
//! Wi-Fi", and reports the token to this sandbox's cloud. Like firmware it ends what it says with a line break, answers a
//! message again that it had already, and complains of one that lacks something. What is no JSON object it leaves alone:
//! anybody in the network can send to an open port.

use std::io;
use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use serde_json::{Value, json};
use tokio::net::UdpSocket;

use crate::world::{DeviceId, Kind, Shared, World};

/// The port that devices listen on.
pub const PORT: u16 = 8266;
/// How long a device takes from the message until its token is with the cloud, unless told otherwise.
pub(crate) const JOIN_MS: u64 = 3_000;
/// The largest message there is; longer ones arrive cut off, and are no JSON then.
const MAX_BYTES: usize = 2048;
/// The most that firmware has room for.
const SSID_MAX_BYTES: usize = 32;
const PASSWORD_MAX_BYTES: usize = 64;

/// A device in setup mode.
#[derive(Debug)]
pub(crate) struct Waiting {
    socket: UdpSocket,
    /// The one that it is; without, whichever Wi-Fi device nobody has bound yet.
    id: Option<DeviceId>,
    join_ms: u64,
    /// Whether its firmware is new enough to be bound by its report.
    is_bound_by_report: bool,
    /// Whom the last token went to.
    taken: Option<(String, DeviceId)>,
}

impl Waiting {
    /// Binds the port; 0 takes any free one.
    pub async fn start(host: IpAddr, port: u16, id: Option<DeviceId>, join_ms: u64) -> io::Result<Self> {
        let socket = UdpSocket::bind((host, port)).await?;
        Ok(Self {
            socket,
            id,
            join_ms,
            is_bound_by_report: false,
            taken: None,
        })
    }

    /// The same with firmware that is bound by its report, or is not.
    pub fn with_firmware(mut self, is_bound_by_report: bool) -> Self {
        self.is_bound_by_report = is_bound_by_report;
        self
    }

    /// Where it listens.
    pub fn address(&self) -> io::Result<SocketAddr> {
        self.socket.local_addr()
    }

    /// Answers messages for as long as the world lasts that it was made in, or for ever if it is nobody in particular.
    pub async fn run(mut self, shared: Shared) {
        let generation = shared.lock().generation;
        let mut bytes = [0; MAX_BYTES];
        loop {
            let Ok((length, sender)) = self.socket.recv_from(&mut bytes).await else {
                // A former answer did not arrive, which some systems report here.
                tokio::time::sleep(Duration::from_millis(20)).await;
                continue;
            };
            if self.id.is_some() && shared.lock().generation != generation {
                return;
            }
            let Ok(message @ Value::Object(_)) = serde_json::from_slice(&bytes[..length]) else {
                continue;
            };
            let reply = match self.hear(&shared, &message) {
                Ok(id) => json!({
                    "cmdType": 2,
                    "productId": id.product_id,
                    "deviceName": id.device_name,
                    "protoVersion": "2.0",
                }),
                Err(log) => json!({ "cmdType": 2, "deviceReply": "Current_Error", "log": log }),
            };
            let _ = self.socket.send_to(format!("{reply}\r\n").as_bytes(), sender).await;
        }
    }

    /// Takes a message; who took it, or what is wrong with it.
    fn hear(&mut self, shared: &Shared, message: &Value) -> Result<DeviceId, &'static str> {
        if message["cmdType"] != json!(1) {
            return Err("unknown command (2, 201)");
        }
        let text = |name: &str, max_bytes| {
            let text = message[name].as_str()?;
            (text.len() <= max_bytes).then_some(text)
        };
        let ssid = text("ssid", SSID_MAX_BYTES).filter(|ssid| !ssid.is_empty());
        let token = text("token", MAX_BYTES).filter(|token| !token.is_empty());
        let (Some(_), Some(_), Some(token)) = (ssid, text("password", PASSWORD_MAX_BYTES), token) else {
            return Err("bad ssid, password or token (2, 204)");
        };
        if let Some((known, id)) = &self.taken
            && known == token
        {
            return Ok(id.clone());
        }
        let id = match &self.id {
            Some(id) => id.clone(),
            None => next_unbound(&shared.lock()).ok_or("no device is left to bind; POST /control/reset (0, 0)")?,
        };
        self.taken = Some((token.to_owned(), id.clone()));
        let (by_report, id_then, token) = (self.is_bound_by_report, id.clone(), token.to_owned());
        tokio::spawn(report(shared.clone(), self.join_ms, move |world| {
            if by_report {
                world.report_token_and_bind(&id_then, &token, None);
            } else {
                world.report_token(&id_then, &token);
            }
        }));
        Ok(id)
    }
}

fn next_unbound(world: &World) -> Option<DeviceId> {
    let is_linked = |id: &str| world.product(id).is_some_and(|product| product.linked);
    world
        .devices
        .iter()
        .find(|device| device.kind == Kind::Wifi && device.binding.is_none() && is_linked(&device.id.product_id))
        .map(|device| device.id.clone())
}

async fn report(shared: Shared, join_ms: u64, change: impl FnOnce(&mut World) + Send + 'static) {
    shared.later(join_ms, change).await;
}
