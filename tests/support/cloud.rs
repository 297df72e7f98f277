//! A small model of the cloud, with faults: the oracle of the flows' tests.
//!
//! It keeps only what binding is about. Unless it is told to refuse them, repeated binds count again, so that a flow
//! that binds twice is found out even where the real cloud would refuse.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{BIND_TOKEN, Fate, SIGNATURE, START_MS, Sent};

/// What goes wrong with one request.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fault {
    /// Nothing.
    None,
    /// The answer takes this long.
    Slow(u32),
    /// The connection breaks before the cloud reads the request.
    DropBefore,
    /// The connection breaks after the cloud has done what was asked.
    DropAfter,
    /// No answer comes; the cloud never read the request.
    SilenceBefore,
    /// No answer comes; the cloud has done what was asked.
    SilenceAfter,
    /// No answer comes, and the cloud does what was asked only after so many milliseconds.
    Late(u32),
    /// A proxy's page instead of the answer, before the change or after it.
    HtmlBefore(u16),
    HtmlAfter(u16),
    /// A status without JSON; the cloud never read the request.
    Status(u16),
    /// Too many requests, with seconds to wait.
    TooMany(Option<u32>),
    /// The answer is cut off.
    CutOff,
    /// An empty answer.
    Empty,
    /// An internal fault before the change or after it.
    InternalBefore,
    InternalAfter,
    /// The cloud could not read what it needs, and asks to try again.
    Refused,
    /// The access token has run out.
    SignedOut,
    /// The answer names another request.
    OtherId,
    /// The request arrives twice, and the second answer is the one that comes back.
    Twice,
}

/// By how much a signed time may differ from the cloud's, where the cloud cares. Ours: no document says so.
const SIGNED_TIME_MAX_MS: f64 = 600_000.0;

impl Fault {
    /// Whether the request takes effect.
    fn takes_effect(self) -> bool {
        matches!(
            self,
            Self::None
                | Self::Slow(_)
                | Self::DropAfter
                | Self::SilenceAfter
                | Self::HtmlAfter(_)
                | Self::CutOff
                | Self::Empty
                | Self::InternalAfter
                | Self::OtherId
                | Self::Twice
        )
    }
}

/// The model.
#[derive(Clone, Debug)]
pub struct Cloud {
    pub product_id: String,
    pub device_name: String,
    pub family_id: String,
    /// When the device comes online, from the start: it reports its token, and can be bound. The others are.
    pub online_ms: f64,
    /// Whether a token's state names the device.
    pub names_device: bool,
    /// With which code a bind of a bound device is refused; it counts as another bind otherwise.
    pub refuses_repeats: Option<&'static str>,
    /// Other sub-devices that the gateway has.
    pub siblings: usize,
    /// How many binds took effect.
    pub binds: usize,
    /// Further devices of the same product by name, and how many binds of each took effect.
    pub others: BTreeMap<String, usize>,
    /// The only access token that is accepted, if there is only one.
    pub access_token: Option<String>,
    /// When the bind tokens expire.
    pub tokens_until_ms: f64,
    /// Which device was told which token. Where nothing is noted, the device knows every token.
    pub told: BTreeMap<String, String>,
    /// Whether a signed time that is far from now is refused.
    pub minds_time: bool,
    /// How many tokens were made.
    pub tokens: usize,
    /// What is still on its way, and when it arrives.
    pub late: Vec<(f64, Sent)>,
}

impl Default for Cloud {
    fn default() -> Self {
        Self {
            product_id: "R32ONVL0EU".into(),
            device_name: "df2eSJyY".into(),
            family_id: "f-home".into(),
            online_ms: 0.0,
            names_device: true,
            refuses_repeats: None,
            siblings: 0,
            binds: 0,
            others: BTreeMap::new(),
            access_token: None,
            tokens_until_ms: f64::INFINITY,
            told: BTreeMap::new(),
            minds_time: false,
            tokens: 0,
            late: Vec::new(),
        }
    }
}

impl Cloud {
    /// Answers a request, at once.
    pub fn answer(&mut self, sent: &Sent) -> (f64, Fate) {
        self.answer_with(sent, Fault::None)
    }

    /// Answers a request as well as the fault allows.
    pub fn answer_with(&mut self, sent: &Sent, fault: Fault) -> (f64, Fate) {
        self.arrive(sent.at_ms);
        if let Fault::Late(ms) = fault {
            self.late.push((sent.at_ms + f64::from(ms), sent.clone()));
        }
        let effect = fault.takes_effect().then(|| self.act(sent));
        let whole = || effect.clone().unwrap_or(Fate::Silence);
        match fault {
            Fault::None | Fault::OtherId => (20.0, whole()),
            Fault::Twice => (20.0, self.act(sent)),
            Fault::Slow(ms) => (f64::from(ms), whole()),
            Fault::DropBefore | Fault::DropAfter => (5.0, Fate::lost()),
            Fault::SilenceBefore | Fault::SilenceAfter | Fault::Late(_) => (0.0, Fate::Silence),
            Fault::HtmlBefore(status) | Fault::HtmlAfter(status) => (5.0, Fate::html(status)),
            Fault::Status(status) => (5.0, Fate::Answer(status, String::new(), None)),
            Fault::TooMany(seconds) => (
                5.0,
                Fate::Answer(
                    429,
                    "slow down".into(),
                    seconds.map(|seconds| f64::from(seconds) * 1000.0),
                ),
            ),
            Fault::CutOff => match whole() {
                Fate::Answer(status, body, _) => {
                    let half: String = body.chars().take(body.chars().count() / 2).collect();
                    (5.0, Fate::Answer(status, half, None))
                }
                other => (5.0, other),
            },
            Fault::Empty => (5.0, Fate::Answer(200, String::new(), None)),
            Fault::InternalBefore | Fault::InternalAfter => (5.0, Fate::error("InternalError.InternalServerException")),
            Fault::Refused => (5.0, Fate::error("InvalidParameterValue.ReadTokenInfoError")),
            Fault::SignedOut => (5.0, Fate::error("InvalidParameterValue.InvalidAccessToken")),
        }
    }

    /// Does what was asked late, as far as it has arrived by now.
    pub fn arrive(&mut self, now_ms: f64) {
        let (due, late) = std::mem::take(&mut self.late)
            .into_iter()
            .partition(|(at_ms, _)| *at_ms <= now_ms);
        self.late = late;
        let due: Vec<(f64, Sent)> = due;
        for (at_ms, mut sent) in due {
            sent.at_ms = at_ms;
            self.act(&sent);
        }
    }

    /// How many binds of that device took effect.
    pub fn binds_of(&self, device_name: &str) -> usize {
        if device_name == self.device_name {
            return self.binds;
        }
        self.others[device_name]
    }

    fn is_online(&self, device_name: &str, sent: &Sent) -> bool {
        device_name != self.device_name || sent.at_ms >= START_MS + self.online_ms
    }

    fn device(&self, device_name: &str) -> Value {
        json!({
            "DeviceId": format!("{}/{device_name}", self.product_id),
            "ProductId": self.product_id, "DeviceName": device_name, "AliasName": "", "IconUrl": "",
            "FamilyId": self.family_id, "RoomId": "0", "CreateTime": 1, "UpdateTime": 2
        })
    }

    /// The name of the device that a request is about; it must be one of ours.
    fn named(&self, sent: &Sent) -> String {
        assert_eq!(sent.params["ProductId"], json!(self.product_id));
        let name = sent.params["DeviceName"].as_str().unwrap();
        assert!(name == self.device_name || self.others.contains_key(name), "{name}");
        name.into()
    }

    /// The device that has the token that a request is about, unless that has expired.
    fn told(&self, sent: &Sent) -> Result<&str, Fate> {
        let token = sent.params["Token"].as_str().unwrap();
        assert!((1..=self.tokens.max(1)).any(|number| token == bind_token(number)));
        if sent.at_ms >= self.tokens_until_ms {
            return Err(Fate::error("InvalidParameterValue.TokenIsExpire"));
        }
        let none_is_noted = self.told.is_empty().then_some(&self.device_name);
        match self.told.get(token).or(none_is_noted) {
            Some(name) if self.is_online(name, sent) => Ok(name),
            _ => Err(Fate::error("InvalidParameterValue.TokenNotBind")),
        }
    }

    fn bind(&mut self, device_name: &str, payload: &Value) -> Fate {
        let binds = if device_name == self.device_name {
            &mut self.binds
        } else {
            self.others.get_mut(device_name).unwrap()
        };
        if let Some(code) = self.refuses_repeats.filter(|_| *binds > 0) {
            return Fate::error(code);
        }
        *binds += 1;
        Fate::data(payload)
    }

    /// Binds with a signature, if the device is in reach and the time is right.
    fn bind_signed(&mut self, sent: &Sent, payload: impl FnOnce(&Self, &str) -> Value) -> Fate {
        let name = self.named(sent);
        let signed_ms = sent.params["DeviceTimestamp"].as_f64().unwrap() * 1000.0;
        if self.minds_time && (signed_ms - sent.at_ms).abs() > SIGNED_TIME_MAX_MS {
            // The page of the device's bind does not list the code that says it better.
            return Fate::error(if sent.action == "AppSigGatewayBindDevice" {
                "InvalidParameterValue.BindDeviceSigMismatch"
            } else {
                "InvalidParameterValue"
            });
        }
        if !self.is_online(&name, sent) {
            return Fate::error("InvalidParameterValue.BindDeviceNotConnected");
        }
        let payload = payload(self, &name);
        self.bind(&name, &payload)
    }

    fn act(&mut self, sent: &Sent) -> Fate {
        if self
            .access_token
            .as_ref()
            .is_some_and(|valid| *valid != sent.access_token)
        {
            return Fate::error("InvalidParameterValue.InvalidAccessToken");
        }
        match &*sent.action {
            "AppCreateDeviceBindToken" => {
                self.tokens += 1;
                Fate::data(&json!({ "Token": bind_token(self.tokens) }))
            }
            "AppGetDeviceBindTokenState" => match self.told(sent) {
                Ok(name) if self.names_device => {
                    Fate::data(&json!({ "State": 2, "ProductId": self.product_id, "DeviceName": name }))
                }
                Ok(_) => Fate::data(&json!({ "State": 2 })),
                Err(_) if sent.at_ms < self.tokens_until_ms => Fate::data(&json!({ "State": 1 })),
                Err(fate) => fate,
            },
            "AppTokenBindDeviceFamily" => {
                let name = self.named(sent);
                match self.told(sent) {
                    // A token that is used up does not expire: what counts is where the device is.
                    _ if self.binds_of(&name) > 0 => self.bind(&name, &json!({})),
                    Ok(told) => {
                        assert_eq!(told, name, "another device has that token");
                        self.bind(&name, &json!({}))
                    }
                    Err(fate) => fate,
                }
            }
            "AppSigBindDeviceInFamily" => {
                assert_eq!(sent.params["Signature"], json!(SIGNATURE));
                self.bind_signed(sent, |own, name| json!({ "AppDeviceInfo": own.device(name) }))
            }
            "AppSigGatewayBindDevice" => self.bind_signed(sent, |_, _| json!({})),
            "AppGetDeviceInFamily" => {
                let name = self.named(sent);
                assert_eq!(sent.params["FamilyId"], json!(self.family_id));
                if self.binds_of(&name) > 0 {
                    Fate::data(&self.device(&name))
                } else {
                    Fate::error("ResourceNotFound.DeviceNotExist")
                }
            }
            "AppGetFamilySubDeviceList" => {
                let sibling = |number| json!({ "ProductId": "OTHER", "DeviceName": format!("sub{number}") });
                let mut devices: Vec<Value> = (0..self.siblings).map(sibling).collect();
                let names = std::iter::once(&self.device_name).chain(self.others.keys());
                let bound = names.filter(|name| self.binds_of(name) > 0);
                devices.extend(bound.map(|name| self.device(name)));
                let at = |name: &str| usize::try_from(sent.params[name].as_u64().unwrap()).unwrap();
                let (offset, limit) = (at("Offset"), at("Limit"));
                let page: Vec<_> = devices.iter().skip(offset).take(limit).collect();
                Fate::json(&json!({ "Response": { "Total": devices.len(), "DeviceList": page, "RequestId": "r" } }))
            }
            other => panic!("nobody expected {other}"),
        }
    }
}

/// The so-manieth bind token. All of them hold the first, so that none shows up unnoticed.
pub fn bind_token(number: usize) -> String {
    if number <= 1 {
        return BIND_TOKEN.into();
    }
    format!("{BIND_TOKEN}{number}")
}
