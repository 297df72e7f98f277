//! The state: who and what exists, what was bound, what faults wait, what was asked.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::envelope::Style;
use crate::fault::Faults;
use crate::log::Log;
use crate::rules::{self, Message};
use crate::{seed, signature};

/// How long a bind token lives, in milliseconds. Not documented; about ten minutes elsewhere.
pub(crate) const BIND_TOKEN_LIFE_MS: i64 = 10 * 60 * 1000;

/// Hexadecimal digits of an id.
const ID_DIGITS: usize = 32;
/// Before the first number that is handed out as an id.
const FIRST_NUMBER: u64 = 114_000_000_000_000_000;

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
    /// Texts of codes that bind a device, printed somewhere.
    pub printed: Vec<(String, DeviceId)>,
    pub share_tokens: Vec<ShareToken>,
    pub invitations: Vec<Invitation>,
    pub messages: Vec<Message>,
    pub codes: Vec<VerificationCode>,
    pub timers: Vec<Timer>,
    pub scenes: Vec<Scene>,
    pub automations: Vec<Automation>,
    /// Those of calls before sign-in, and when they came, in Unix seconds.
    pub nonces: Vec<(i64, i64)>,
    pub faults: Faults,
    pub log: Log,
    /// Signatures that control routes handed out.
    pub signatures: Vec<String>,
    made: u64,
}

#[derive(Debug, Default)]
pub(crate) struct User {
    pub id: String,
    pub name: String,
    pub avatar: String,
    /// With the next one, a phone number that signs in; empty: none.
    pub country_code: String,
    pub phone_number: String,
    pub email: String,
    pub password: String,
    /// Nobody's any more, and yet in no log.
    pub former_passwords: Vec<String>,
    pub wx_open_id: String,
    /// The settings that were changed.
    pub settings: Map<String, Value>,
    /// The tokens that count now, the oldest first. None between an expiry and a renewal.
    pub access_tokens: Vec<String>,
    /// Tokens that are refused now but must still not show up in a log.
    pub former_tokens: Vec<String>,
}

#[derive(Debug)]
pub(crate) struct Family {
    pub id: String,
    pub name: String,
    pub address: String,
    /// Those who belong to it, in the order in which they came.
    pub members: Vec<Member>,
    pub rooms: Vec<Room>,
    pub device_limit: usize,
    /// Unix seconds.
    pub since: i64,
    pub updated: i64,
}

impl Family {
    pub fn member(&self, user_id: &str) -> Option<&Member> {
        self.members.iter().find(|member| member.user == user_id)
    }
}

/// Somebody in a family.
#[derive(Debug)]
pub(crate) struct Member {
    pub user: String,
    pub is_administrator: bool,
}

#[derive(Debug)]
pub(crate) struct Room {
    pub id: String,
    pub name: String,
    /// Unix seconds.
    pub since: i64,
    pub updated: i64,
}

#[derive(Debug)]
pub(crate) struct Product {
    pub id: &'static str,
    pub name: &'static str,
    pub secret: String,
    pub kind: Kind,
    /// Whether the console links it to the app.
    pub linked: bool,
    /// What its devices have; empty: nobody says, so anything goes.
    pub properties: &'static [Property],
}

impl Product {
    pub fn property(&self, id: &str) -> Option<&'static Property> {
        self.properties.iter().find(|property| property.id == id)
    }
}

/// One property in a product's data template.
#[derive(Debug)]
pub(crate) struct Property {
    pub id: &'static str,
    pub name: &'static str,
    pub range: Range,
    /// What a new device has.
    pub first: i64,
}

/// What values a property takes. All of them travel as whole numbers.
#[derive(Debug)]
pub(crate) enum Range {
    /// 0 or 1.
    Switch,
    /// From 0 to this, in that unit.
    UpTo(i64, &'static str),
    /// The numbers from 0 of these names.
    Names(&'static [&'static str]),
}

impl Range {
    pub fn largest(&self) -> i64 {
        match self {
            Self::Switch => 1,
            Self::UpTo(largest, _) => *largest,
            Self::Names(names) => i64::try_from(names.len()).unwrap_or(i64::MAX) - 1,
        }
    }
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
    /// Who else may use it.
    pub shares: Vec<Share>,
    /// How often a bind of it took effect.
    pub binds: u32,
    /// Its properties as the cloud has them: `{"Value": …, "LastUpdate": …}` each.
    pub data: Map<String, Value>,
    /// Every value that a property ever took, the oldest first.
    pub history: Vec<Past>,
    /// What it was told while it was offline, and takes up when it is back.
    pub wanted: Map<String, Value>,
}

/// A value that a property had from some time on.
#[derive(Debug)]
pub(crate) struct Past {
    pub property: String,
    pub value: Value,
    /// Unix milliseconds.
    pub at_ms: i64,
}

impl Device {
    pub fn is_shared_with(&self, user_id: &str) -> bool {
        self.shares.iter().any(|share| share.user == user_id)
    }

    /// Takes values over.
    pub fn take(&mut self, values: &Map<String, Value>, now_ms: i64) {
        for (property, value) in values {
            let entry = json!({ "Value": value, "LastUpdate": now_ms });
            self.data.insert(property.clone(), entry);
            self.history.push(Past {
                property: property.clone(),
                value: value.clone(),
                at_ms: now_ms,
            });
        }
    }

    /// Comes online, with all that waited for it, or goes.
    pub fn set_online(&mut self, online: bool, now_ms: i64) {
        self.online = online;
        if online {
            let wanted = std::mem::take(&mut self.wanted);
            self.take(&wanted, now_ms);
        }
    }
}

#[derive(Debug, Clone)]
pub(crate) struct Binding {
    pub family: String,
    pub room: String,
    pub user: String,
    pub gateway: Option<DeviceId>,
    /// The name that a user gave it, or nothing.
    pub alias: String,
    /// Unix seconds.
    pub since: i64,
    pub updated: i64,
    /// Place in the order of binding, which lists go by.
    pub order: u64,
}

/// Somebody who uses another's device.
#[derive(Debug)]
pub(crate) struct Share {
    pub user: String,
    /// Unix seconds.
    pub since: i64,
}

/// An offer to use a device.
#[derive(Debug)]
pub(crate) struct ShareToken {
    pub text: String,
    pub from: String,
    pub device: DeviceId,
    /// Unix seconds.
    pub since: i64,
    /// By whom, and when.
    pub accepted: Option<(String, i64)>,
}

/// An invitation into a family.
#[derive(Debug)]
pub(crate) struct Invitation {
    pub text: String,
    pub family: String,
}

/// A code that was sent to a phone or an e-mail address.
#[derive(Debug)]
pub(crate) struct VerificationCode {
    pub text: String,
    pub purpose: String,
    pub to: String,
    /// Unix seconds.
    pub since: i64,
}

#[derive(Debug)]
pub(crate) struct Timer {
    pub id: String,
    pub device: DeviceId,
    pub name: String,
    pub days: String,
    pub time_point: String,
    pub repeat: i64,
    pub data: String,
    pub is_on: bool,
    /// Unix seconds.
    pub since: i64,
    pub updated: i64,
}

#[derive(Debug)]
pub(crate) struct Scene {
    pub id: String,
    pub family: String,
    pub name: String,
    pub icon: String,
    pub actions: Value,
    pub user: String,
    /// Unix seconds.
    pub since: i64,
    pub updated: i64,
}

#[derive(Debug)]
pub(crate) struct Automation {
    pub id: String,
    pub family: String,
    /// All the rest, as it was given.
    pub content: Map<String, Value>,
}

#[derive(Debug)]
pub(crate) struct BindToken {
    pub text: String,
    pub user: String,
    pub made_at_ms: i64,
    pub expired: bool,
    /// A bind took effect with it.
    pub used: bool,
    pub reported_by: Option<DeviceId>,
    /// Devices of newer firmware, which their report binds.
    pub bound_by_report: Vec<DeviceId>,
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
            printed: Vec::new(),
            share_tokens: Vec::new(),
            invitations: Vec::new(),
            messages: Vec::new(),
            codes: Vec::new(),
            timers: Vec::new(),
            scenes: Vec::new(),
            automations: Vec::new(),
            nonces: Vec::new(),
            faults: Faults::default(),
            log: Log::default(),
            signatures: Vec::new(),
            made: 0,
        }
    }

    pub fn user(&self, id: &str) -> Option<&User> {
        self.users.iter().find(|user| user.id == id)
    }

    pub fn user_mut(&mut self, id: &str) -> Option<&mut User> {
        self.users.iter_mut().find(|user| user.id == id)
    }

    pub fn family(&self, id: &str) -> Option<&Family> {
        self.families.iter().find(|family| family.id == id)
    }

    pub fn family_mut(&mut self, id: &str) -> Option<&mut Family> {
        self.families.iter_mut().find(|family| family.id == id)
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
    pub fn make_bind_token(&mut self, user: &str, length: usize, now_ms: i64) -> String {
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
            user: user.to_owned(),
            made_at_ms: now_ms,
            expired: false,
            used: false,
            reported_by: None,
            bound_by_report: Vec::new(),
        });
        text
    }

    /// A device comes online and reports a token. Whether the token still counts is the cloud's to say when it is asked; the
    /// device cannot know.
    pub fn report_token(&mut self, id: &DeviceId, token: &str) {
        if let Some(device) = self.device_mut(id) {
            device.set_online(true, now_ms());
        }
        if let Some(token) = self.bind_token_mut(token) {
            token.reported_by = Some(id.clone());
        }
    }

    /// The same of newer firmware, which is bound by it: in that family of the user's, or else in the first.
    pub fn report_token_and_bind(&mut self, id: &DeviceId, token: &str, family: Option<&str>) {
        let now_ms = now_ms();
        if let Some(device) = self.device_mut(id) {
            device.set_online(true, now_ms);
        }
        rules::bind_by_report(self, id, token, family, now_ms);
    }

    /// The next number of this world: bindings are ordered by it.
    pub fn next_number(&mut self) -> u64 {
        self.made += 1;
        self.made
    }

    /// Another id, of as many hexadecimal digits as the cloud's have, the same ones in the same order after every reset.
    pub fn make_id(&mut self, prefix: &str) -> String {
        let mut digits = signature::sha256_hex(&format!("id {}", self.next_number()));
        digits.truncate(ID_DIGITS);
        format!("{prefix}{digits}")
    }

    /// Another number, of as many digits as the cloud's ids of users and messages have.
    pub fn make_number(&mut self) -> String {
        (FIRST_NUMBER + self.next_number()).to_string()
    }

    /// Another code of six digits.
    pub fn make_code(&mut self) -> String {
        let digits = signature::sha256_hex(&format!("code {}", self.next_number()));
        let number = digits
            .bytes()
            .fold(0_u32, |number, digit| (number * 16 + u32::from(digit)) % 1_000_000);
        format!("{number:06}")
    }

    /// Takes a device out of its family, with what hangs on it, its shares and its timers.
    pub fn unbind(&mut self, id: &DeviceId) {
        let mut gone = Vec::new();
        for device in &mut self.devices {
            let hangs_on_it = |binding: &Binding| binding.gateway.as_ref() == Some(id);
            if device.id == *id || device.binding.as_ref().is_some_and(hangs_on_it) {
                device.binding = None;
                device.shares.clear();
                gone.push(device.id.clone());
            }
        }
        self.timers.retain(|timer| !gone.contains(&timer.device));
        self.share_tokens.retain(|token| !gone.contains(&token.device));
    }

    /// Ends all access tokens of the user.
    pub fn expire_access_token(&mut self, user_id: &str) {
        if let Some(user) = self.user_mut(user_id) {
            let mut ended = std::mem::take(&mut user.access_tokens);
            user.former_tokens.append(&mut ended);
        }
    }

    /// Ends one access token.
    pub fn end_access_token(&mut self, user_id: &str, token: &str) {
        if let Some(user) = self.user_mut(user_id)
            && let Some(at) = user.access_tokens.iter().position(|own| own == token)
        {
            let ended = user.access_tokens.remove(at);
            user.former_tokens.push(ended);
        }
    }

    /// Another access token for the user, beside those that count already. None if there is no such user.
    pub fn add_access_token(&mut self, user_id: &str) -> Option<String> {
        let user = self.user_mut(user_id)?;
        let made = user.former_tokens.len() + user.access_tokens.len();
        let token = seed::access_token(&user.id, made);
        user.access_tokens.push(token.clone());
        Some(token)
    }

    /// Ends the user's access tokens and makes another. None if there is no such user.
    pub fn renew_access_token(&mut self, user_id: &str) -> Option<String> {
        self.expire_access_token(user_id);
        self.add_access_token(user_id)
    }

    /// Every text that must appear in no log: what the seed and this world's life made secret.
    pub fn secrets(&self) -> Vec<String> {
        let mut secrets: Vec<String> = self.bind_tokens.iter().map(|token| token.text.clone()).collect();
        for user in &self.users {
            secrets.extend(user.access_tokens.iter().chain(&user.former_tokens).cloned());
        }
        for user in &self.users {
            let passwords = user.former_passwords.iter().chain([&user.password]);
            secrets.extend(passwords.filter(|password| !password.is_empty()).cloned());
        }
        secrets.push(seed::APP_SECRET.to_owned());
        secrets.extend(self.printed.iter().map(|(text, _)| text.clone()));
        secrets.extend(self.share_tokens.iter().map(|token| token.text.clone()));
        secrets.extend(self.invitations.iter().map(|invitation| invitation.text.clone()));
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
