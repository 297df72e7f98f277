//! A small model of the cloud, with faults: the oracle of the flows' tests.
//!
//! It keeps only what binding is about. Unless it is told to refuse them, repeated binds count again, so that a flow
//! that binds twice is found out even where the real cloud would refuse.

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
}

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
        )
    }
}

/// The model.
#[derive(Clone, Debug)]
pub struct Cloud {
    pub product_id: String,
    pub device_name: String,
    pub family_id: String,
    /// When the device comes online, from the start: it reports its token, and can be bound.
    pub online_ms: f64,
    /// Whether a token's state names the device.
    pub names_device: bool,
    /// With which code a bind of a bound device is refused; it counts as another bind otherwise.
    pub refuses_repeats: Option<&'static str>,
    /// Other sub-devices that the gateway has.
    pub siblings: usize,
    /// How many binds took effect.
    pub binds: usize,
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
            Fault::None => (20.0, whole()),
            Fault::Slow(ms) => (f64::from(ms), whole()),
            Fault::DropBefore | Fault::DropAfter => (5.0, Fate::lost()),
            Fault::SilenceBefore | Fault::SilenceAfter | Fault::Late(_) => (0.0, Fate::Silence),
            Fault::HtmlBefore(status) | Fault::HtmlAfter(status) => (5.0, Fate::html(status)),
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
        for (_, sent) in due {
            self.act(&sent);
        }
    }

    fn is_online(&self, sent: &Sent) -> bool {
        sent.at_ms >= START_MS + self.online_ms
    }

    fn device(&self) -> Value {
        json!({
            "DeviceId": format!("{}/{}", self.product_id, self.device_name),
            "ProductId": self.product_id, "DeviceName": self.device_name, "AliasName": "", "IconUrl": "",
            "FamilyId": self.family_id, "RoomId": "0", "CreateTime": 1, "UpdateTime": 2
        })
    }

    fn is_about_device(&self, sent: &Sent) {
        assert_eq!(sent.params["ProductId"], json!(self.product_id));
        assert_eq!(sent.params["DeviceName"], json!(self.device_name));
    }

    fn bind(&mut self, payload: &Value) -> Fate {
        if let Some(code) = self.refuses_repeats.filter(|_| self.binds > 0) {
            return Fate::error(code);
        }
        self.binds += 1;
        Fate::data(payload)
    }

    fn act(&mut self, sent: &Sent) -> Fate {
        match &*sent.action {
            "AppCreateDeviceBindToken" => {
                self.tokens += 1;
                Fate::data(&json!({ "Token": BIND_TOKEN }))
            }
            "AppGetDeviceBindTokenState" => {
                assert_eq!(sent.params["Token"], json!(BIND_TOKEN));
                let mut payload = json!({ "State": if self.is_online(sent) { 2 } else { 1 } });
                if self.names_device && self.is_online(sent) {
                    payload["ProductId"] = json!(self.product_id);
                    payload["DeviceName"] = json!(self.device_name);
                }
                Fate::data(&payload)
            }
            "AppTokenBindDeviceFamily" => {
                self.is_about_device(sent);
                assert_eq!(sent.params["Token"], json!(BIND_TOKEN));
                if self.is_online(sent) {
                    self.bind(&json!({}))
                } else {
                    Fate::error("InvalidParameterValue.TokenNotBind")
                }
            }
            "AppSigBindDeviceInFamily" => {
                self.is_about_device(sent);
                assert_eq!(sent.params["Signature"], json!(SIGNATURE));
                if self.is_online(sent) {
                    let device = self.device();
                    self.bind(&json!({ "AppDeviceInfo": device }))
                } else {
                    Fate::error("InvalidParameterValue.BindDeviceNotConnected")
                }
            }
            "AppSigGatewayBindDevice" => {
                self.is_about_device(sent);
                if self.is_online(sent) {
                    self.bind(&json!({}))
                } else {
                    Fate::error("InvalidParameterValue.BindDeviceNotConnected")
                }
            }
            "AppGetDeviceInFamily" => {
                self.is_about_device(sent);
                assert_eq!(sent.params["FamilyId"], json!(self.family_id));
                if self.binds > 0 {
                    Fate::data(&self.device())
                } else {
                    Fate::error("ResourceNotFound.DeviceNotExist")
                }
            }
            "AppGetFamilySubDeviceList" => {
                let sibling = |number| json!({ "ProductId": "OTHER", "DeviceName": format!("sub{number}") });
                let mut devices: Vec<Value> = (0..self.siblings).map(sibling).collect();
                if self.binds > 0 {
                    devices.push(self.device());
                }
                let at = |name: &str| usize::try_from(sent.params[name].as_u64().unwrap()).unwrap();
                let (offset, limit) = (at("Offset"), at("Limit"));
                let page: Vec<_> = devices.iter().skip(offset).take(limit).collect();
                Fate::json(&json!({ "Response": { "Total": devices.len(), "DeviceList": page, "RequestId": "r" } }))
            }
            other => panic!("nobody expected {other}"),
        }
    }
}
