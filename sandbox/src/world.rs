//! The state: who and what exists, what was bound, what faults wait, what was asked.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::Deserialize;

use crate::envelope::Style;
use crate::fault::Faults;
use crate::log::Log;
use crate::{seed, signature};

/// How long a bind token lives, in milliseconds. Not documented; about ten minutes elsewhere.
pub(crate) const BIND_TOKEN_LIFE_MS: i64 = 10 * 60 * 1000;

/// The state and what every handler needs beside it.
#[derive(Debug, Clone)]
pub(crate) struct Shared {
    world: Arc<Mutex<World>>,
    first_style: Style,
    pub port: u16,
    pub quiet: bool,
}

impl Shared {
    pub fn new(port: u16, style: Style, quiet: bool) -> Self {
        let world = Arc::new(Mutex::new(World::new(style)));
        Self {
            world,
            first_style: style,
            port,
            quiet,
        }
    }

    /// The state. Held for the length of one step, never while waiting.
    pub fn lock(&self) -> MutexGuard<'_, World> {
        // A handler that panicked must not take all later ones with it; the tests would then blame the wrong one.
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes the world after a while, unless it was reset in between; at once if the while is none.
    pub async fn later(&self, delay_ms: u64, change: impl FnOnce(&mut World) + Send + 'static) {
        if delay_ms == 0 {
            change(&mut self.lock());
            return;
        }
        let generation = self.lock().generation;
        let shared = self.clone();
        tokio::spawn(async move {
            tokio::time::sleep(Duration::from_millis(delay_ms)).await;
            let mut world = shared.lock();
            if world.generation == generation {
                change(&mut world);
            }
        });
    }

    /// Begins again from the seed, in the given style or else in the one that the process was started with.
    pub fn reset(&self, style: Option<Style>) {
        let mut world = self.lock();
        let generation = world.generation + 1;
        // A call that is still being answered must not complete an entry of the new world's.
        let mut log = std::mem::take(&mut world.log);
        log.clear();
        *world = World::new(style.unwrap_or(self.first_style));
        world.log = log;
        world.generation = generation;
    }
}

/// Everything that a reset begins anew.
#[derive(Debug)]
pub(crate) struct World {
    /// Counts resets, so that what was scheduled before one does not reach into the time after it.
    pub generation: u64,
    pub style: Style,
    pub users: Vec<User>,
    pub families: Vec<Family>,
    pub products: Vec<Product>,
    pub devices: Vec<Device>,
    pub bind_tokens: Vec<BindToken>,
    pub faults: Faults,
    pub log: Log,
    /// Signatures that control routes handed out.
    pub signatures: Vec<String>,
    made: u64,
}

#[derive(Debug)]
pub(crate) struct User {
    pub id: &'static str,
    pub name: &'static str,
    /// None between an expiry and a renewal.
    pub access_token: Option<String>,
    /// Tokens that are refused now but must still not show up in a log.
    pub former_tokens: Vec<String>,
}

#[derive(Debug)]
pub(crate) struct Family {
    pub id: &'static str,
    pub name: &'static str,
    pub member: &'static str,
    pub rooms: &'static [(&'static str, &'static str)],
    pub device_limit: usize,
}

#[derive(Debug)]
pub(crate) struct Product {
    pub id: &'static str,
    pub name: &'static str,
    pub secret: String,
    pub kind: Kind,
    /// Whether the console links it to the app.
    pub linked: bool,
}

/// What a device is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Kind {
    Wifi,
    Bluetooth,
    Gateway,
    Sub,
    Virtual,
}

impl Kind {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Wifi => "wifi",
            Self::Bluetooth => "bluetooth",
            Self::Gateway => "gateway",
            Self::Sub => "sub",
            Self::Virtual => "virtual",
        }
    }

    /// The wire's `DeviceType`.
    pub const fn number(self) -> i64 {
        match self {
            Self::Wifi | Self::Bluetooth | Self::Virtual => 0,
            Self::Gateway => 1,
            Self::Sub => 2,
        }
    }

    /// Whether the device itself speaks to the cloud over Wi-Fi.
    pub const fn has_wifi(self) -> bool {
        matches!(self, Self::Wifi | Self::Gateway)
    }
}

/// A device's name in the world.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DeviceId {
    pub product_id: String,
    pub device_name: String,
}

impl DeviceId {
    pub fn new(product_id: &str, device_name: &str) -> Self {
        Self {
            product_id: product_id.to_owned(),
            device_name: device_name.to_owned(),
        }
    }

    /// `ProductId/DeviceName`.
    pub fn text(&self) -> String {
        format!("{}/{}", self.product_id, self.device_name)
    }
}

#[derive(Debug)]
pub(crate) struct Device {
    pub id: DeviceId,
    pub psk: [u8; 16],
    pub kind: Kind,
    /// Whether it is switched on and, unless it is a sub-device, in touch with the cloud.
    pub online: bool,
    /// The gateway in whose reach a sub-device is.
    pub near: Option<DeviceId>,
    pub binding: Option<Binding>,
    /// How often a bind of it took effect.
    pub binds: u32,
}

#[derive(Debug, Clone)]
pub(crate) struct Binding {
    pub family: &'static str,
    pub room: String,
    pub user: &'static str,
    pub gateway: Option<DeviceId>,
    /// Unix seconds.
    pub since: i64,
    /// Place in the order of binding, which lists go by.
    pub order: u64,
}

#[derive(Debug)]
pub(crate) struct BindToken {
    pub text: String,
    pub user: &'static str,
    pub made_at_ms: i64,
    pub expired: bool,
    /// A bind took effect with it.
    pub used: bool,
    pub reported_by: Option<DeviceId>,
}

impl BindToken {
    pub fn is_expired(&self, now_ms: i64) -> bool {
        self.expired || now_ms - self.made_at_ms > BIND_TOKEN_LIFE_MS
    }
}

impl World {
    pub fn new(style: Style) -> Self {
        Self {
            generation: 0,
            style,
            users: seed::users(),
            families: seed::families(),
            products: seed::products(),
            devices: seed::devices(),
            bind_tokens: Vec::new(),
            faults: Faults::default(),
            log: Log::default(),
            signatures: Vec::new(),
            made: 0,
        }
    }

    pub fn user(&self, id: &str) -> Option<&User> {
        self.users.iter().find(|user| user.id == id)
    }

    pub fn family(&self, id: &str) -> Option<&Family> {
        self.families.iter().find(|family| family.id == id)
    }

    pub fn product(&self, id: &str) -> Option<&Product> {
        self.products.iter().find(|product| product.id == id)
    }

    pub fn device(&self, id: &DeviceId) -> Option<&Device> {
        self.devices.iter().find(|device| device.id == *id)
    }

    pub fn device_mut(&mut self, id: &DeviceId) -> Option<&mut Device> {
        self.devices.iter_mut().find(|device| device.id == *id)
    }

    /// Another device of that kind, bound to nobody.
    pub fn add_device(&mut self, kind: Kind) -> DeviceId {
        let device = seed::another_device(kind, self.devices.len());
        let id = device.id.clone();
        self.devices.push(device);
        id
    }

    pub fn bind_token_mut(&mut self, text: &str) -> Option<&mut BindToken> {
        self.bind_tokens.iter_mut().find(|token| token.text == text)
    }

    /// Whether the cloud hears from the device: a sub-device through the gateway it is bound to or would be.
    pub fn hears_from(&self, device: &Device) -> bool {
        let bound_to = device.binding.as_ref().and_then(|binding| binding.gateway.as_ref());
        let through = bound_to
            .or(device.near.as_ref())
            .and_then(|gateway| self.device(gateway));
        device.online && through.is_none_or(|gateway| gateway.online)
    }

    /// A fresh bind token of that length, the same ones in the same order after every reset.
    pub fn make_bind_token(&mut self, user: &'static str, length: usize, now_ms: i64) -> String {
        let text = loop {
            self.made += 1;
            let mut text = signature::sha256_hex(&format!("bind token {}", self.made));
            text.truncate(length);
            if self.bind_token_mut(&text).is_none() {
                break text;
            }
        };
        self.bind_tokens.push(BindToken {
            text: text.clone(),
            user,
            made_at_ms: now_ms,
            expired: false,
            used: false,
            reported_by: None,
        });
        text
    }

    /// A device comes online and reports a token. Whether the token still counts is the cloud's to say when it is asked; the
    /// device cannot know.
    pub fn report_token(&mut self, id: &DeviceId, token: &str) {
        if let Some(device) = self.device_mut(id) {
            device.online = true;
        }
        if let Some(token) = self.bind_token_mut(token) {
            token.reported_by = Some(id.clone());
        }
    }

    /// The next number of this world: bindings are ordered by it.
    pub fn next_number(&mut self) -> u64 {
        self.made += 1;
        self.made
    }

    /// Ends the user's access token.
    pub fn expire_access_token(&mut self, user_id: &str) {
        if let Some(user) = self.users.iter_mut().find(|user| user.id == user_id)
            && let Some(token) = user.access_token.take()
        {
            user.former_tokens.push(token);
        }
    }

    /// Ends the user's access token and makes another. None if there is no such user.
    pub fn renew_access_token(&mut self, user_id: &str) -> Option<String> {
        self.expire_access_token(user_id);
        let user = self.users.iter_mut().find(|user| user.id == user_id)?;
        let token = seed::access_token(user.id, user.former_tokens.len());
        user.access_token = Some(token.clone());
        Some(token)
    }

    /// Every text that must appear in no log: what the seed and this world's life made secret.
    pub fn secrets(&self) -> Vec<String> {
        let mut secrets: Vec<String> = self.bind_tokens.iter().map(|token| token.text.clone()).collect();
        for user in &self.users {
            secrets.extend(user.access_token.iter().chain(&user.former_tokens).cloned());
        }
        secrets.extend(self.signatures.iter().cloned());
        secrets.extend(self.products.iter().map(|product| product.secret.clone()));
        secrets.extend(self.devices.iter().map(|device| signature::base64(&device.psk)));
        secrets
    }
}

/// The time, in Unix milliseconds.
pub(crate) fn now_ms() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}
