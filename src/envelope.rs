//! The wrapper that every call shares: the common fields on the way out, and every known shape of answer on the way in.

use crate::action::check::{COMMON, COMMON_BEFORE_SIGN_IN, check_params};
use crate::action::row::{self, Row, Type, Words};
use crate::atom::{Atom, atom};
use crate::error::{Error, OwnCode, Result, Secrets, Text, code};
use crate::http::Answer;
use crate::json::{Entry, Json, JsonType, SAFE_INTEGER_MAX, TextFlaw};
use crate::{sign, text};

/// The largest body that is sent, in bytes of UTF-8.
pub const BODY_MAX_BYTES: u32 = 1024 * 1024;

/// A call whose parameters have been checked: all of the request but who asks.
#[derive(Clone)]
pub struct Prepared<V> {
    /// The Action's wire name.
    pub name: Text,
    /// Its row in the table, if it has one.
    pub action: Option<Row>,
    /// What is sent, the common parameters still empty.
    body: V,
    secrets: Secrets<V>,
}

impl<V> std::fmt::Debug for Prepared<V> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Its parameters may be tokens and signatures.
        write!(f, "Prepared({})", self.name)
    }
}

/// Who asks.
#[derive(Clone)]
pub enum Caller<V> {
    /// A signed-in user, by the access token: a text.
    User(V),
    /// An application, before anybody is signed in.
    App {
        /// What it is, and its secret.
        keys: AppKeys<V>,
        /// When it asks, in Unix seconds.
        timestamp: f64,
        /// A positive whole number that it has not used before.
        nonce: f64,
    },
}

/// The credentials of an application: both are texts.
#[derive(Clone)]
pub struct AppKeys<V> {
    /// `AppKey`.
    pub key: V,
    /// `AppSecret`, which signs and is never sent.
    pub secret: V,
}

impl<V> std::fmt::Debug for AppKeys<V> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AppKeys")
    }
}

/// What every request carries besides its own parameters.
#[derive(Clone)]
pub struct Common<V> {
    /// Who asks.
    pub caller: Caller<V>,
    /// The request's id: a text.
    pub request_id: V,
    /// Parameters added to every body, as [`check_common`](crate::action::check::check_common) hands them out.
    pub params: Option<V>,
}

impl<V: Json> Prepared<V> {
    /// Checks `params` for the Action of that name.
    ///
    /// # Errors
    /// Kind `parameter`, naming Action and parameter: an unknown Action (unless `untyped`), a parameter that is missing,
    /// empty, mistyped or not allowed, a lone surrogate.
    pub fn new(name: &str, params: Option<&V>, untyped: bool) -> Result<Self> {
        Self::of(&V::from_text(name), params, untyped)
    }

    /// The same where the name is a value.
    ///
    /// # Errors
    /// The same.
    pub fn of(action: &V, params: Option<&V>, untyped: bool) -> Result<Self> {
        let mut prepared = Self {
            action: row::named(action),
            name: action.said(),
            body: V::new_object(),
            secrets: Secrets::default(),
        };
        match prepared.check(action, params, untyped) {
            Ok(()) => Ok(prepared),
            Err(error) => Err(error.of(prepared.name)),
        }
    }

    fn check(&mut self, action: &V, params: Option<&V>, untyped: bool) -> Result<()> {
        if self.action.is_none() && (!untyped || action.text_flaw() != TextFlaw::None) {
            return Err(Error::parameter(code!("Parameter.UnknownAction"), atom!("action")));
        }
        // They come first, and nobody overrides them.
        let common: &[Atom] = if self.is_before_sign_in() {
            &COMMON_BEFORE_SIGN_IN
        } else {
            &COMMON
        };
        for name in common {
            self.body.set(*name, action.clone());
        }
        check_params(self.action, params, &mut self.body, &mut self.secrets)
    }

    /// Whether a lost answer may simply be asked for again. What the table does not know is taken as changing something.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.action.is_some_and(|action| action.is_read_only)
    }

    /// Whether it is called before sign-in, by an application.
    #[must_use]
    pub fn is_before_sign_in(&self) -> bool {
        self.action.is_some_and(|action| action.is_before_sign_in)
    }

    /// The secrets among its parameters.
    #[must_use]
    pub fn secrets(&self) -> &Secrets<V> {
        &self.secrets
    }

    /// Adds the access token to them.
    pub fn add_secret(&mut self, secret: &V) {
        self.secrets.add(secret);
    }

    /// The request's body, a text.
    ///
    /// # Errors
    /// Kind `parameter` where it would be too large, or holds what cannot be signed.
    pub fn body(&mut self, common: Common<V>) -> Result<V> {
        let mut body = self.body.clone();
        body.set(COMMON[1], common.request_id);
        let mut secret = None;
        match common.caller {
            Caller::User(access_token) => body.set(COMMON[2], access_token),
            Caller::App { keys, timestamp, nonce } => {
                body.set(COMMON_BEFORE_SIGN_IN[2], keys.key);
                body.set(COMMON_BEFORE_SIGN_IN[3], V::from_number(timestamp));
                body.set(COMMON_BEFORE_SIGN_IN[4], V::from_number(nonce));
                secret = Some(keys.secret);
            }
        }
        if let Some(params) = common.params {
            for Entry { name, value } in params.others(Some(&body.clone())) {
                body.set_by(&name, value);
            }
        }
        if let Some(secret) = secret {
            let signature = sign::sign_request(&body, &secret).map_err(|error| error.of(self.name.clone()))?;
            let signature = V::from_text(&signature);
            self.secrets.add(&signature);
            body.set(atom!("Signature"), signature);
        }
        let text = body.to_json();
        if text.is_longer(BODY_MAX_BYTES) {
            return Err(too_large(&body).of(self.name.clone()));
        }
        Ok(text)
    }
}

/// Names the largest field, which is what to look at.
fn too_large<V: Json>(body: &V) -> Error {
    let mut largest = (V::from(atom!("")), 0);
    for Entry { name, value } in body.others(None) {
        let length = value.to_json().text().unwrap_or_default().len();
        if length >= largest.1 && !COMMON.iter().any(|common| name.is(*common)) {
            largest = (name, length);
        }
    }
    Error::parameter(code!("Parameter.TooLarge"), largest.0.said())
}

/// Reads an answer: the payload, whatever envelope it came in, with `RequestId`.
///
/// The order of reading is fixed: an error object anywhere wins over the status, a non-zero `code` comes next, then the
/// status, and only then the payload.
///
/// # Errors
/// Kind `api` for what the cloud refused, kind `protocol` for what is no answer of the cloud's. Neither holds one of
/// `secrets`.
pub fn read_answer<V: Json>(
    action: Option<Row>,
    answer: &Answer<V>,
    sent_id: Option<&V>,
    secrets: &Secrets<V>,
) -> Result<V> {
    let mut reading = Reading {
        object: V::new_object(),
        request_id: None,
        error: None,
    };
    let mut error = match reading.unwrap(action, answer, secrets) {
        Ok(()) => {
            let mut payload = reading.object;
            if payload.some(REQUEST_ID).is_none()
                && let Some(id) = reading.request_id.or_else(|| sent_id.cloned())
            {
                payload.set(REQUEST_ID, id);
            }
            return Ok(payload);
        }
        Err(error) => error,
    };
    let is_text = |id: &V| id.json_type() == JsonType::Text;
    let id = reading.request_id.filter(is_text);
    let id = id.or_else(|| sent_id.cloned().filter(is_text));
    error.request_id = id.map(|id| secrets.hide(&id.said()));
    error.status = Some(answer.status);
    error.action = action.map(|action| action.name.into());
    Err(error)
}

const REQUEST_ID: Atom = atom!("RequestId");

/// How far an answer has been unwrapped, and what was found on the way.
struct Reading<V> {
    /// The innermost object so far.
    object: V,
    /// The innermost id: the payload's own comes last.
    request_id: Option<V>,
    /// The outermost error object that has a code.
    error: Option<V>,
}

impl<V: Json> Reading<V> {
    /// Steps into an object.
    #[inline(never)]
    fn enter(&mut self, object: V) {
        if self.error.is_none()
            && let Some(error) = object.some(atom!("Error"))
            && error.text_at(atom!("Code")).is_some()
        {
            self.error = Some(error);
        }
        if let Some(id) = object.some(REQUEST_ID) {
            self.request_id = Some(id);
        }
        self.object = object;
    }

    /// Steps in as far as the envelopes go, and looks at what is there.
    fn unwrap(&mut self, action: Option<Row>, answer: &Answer<V>, secrets: &Secrets<V>) -> Result<()> {
        match &answer.body.json {
            Some(object) if object.is_object() => self.enter(object.clone()),
            _ => return Err(not_an_answer(answer, secrets)),
        }
        let mut refusal = None;
        for _ in 0..2 {
            if let Some(response) = self.object.get(atom!("Response")) {
                if !response.is_object() {
                    return Err(Error::new(code!("Protocol.BadEnvelope")));
                }
                self.enter(response);
                continue;
            }
            let data = self.object.get(atom!("data"));
            let Some(code) = self.object.some(atom!("code")) else {
                break;
            };
            if data.is_none() && self.object.get(atom!("msg")).is_none() {
                break;
            }
            if refusal.is_none() && code.number() != Some(0.0) && !code_text(&code).is(atom!("0")) {
                refusal = Some(self.object.clone());
            }
            match data {
                Some(data) if data.is_object() => self.enter(data),
                _ => break,
            }
        }
        let fields = action.map(Row::fields);
        for name in [atom!("Data"), atom!("data")] {
            if let Some(inner) = self.object.get(name)
                && inner.is_object()
                && !fields.is_some_and(|fields| fields.list(name))
            {
                self.enter(inner);
                break;
            }
        }
        let code = match (&self.error, &refusal) {
            (Some(error), _) => error.get(atom!("Code")),
            (None, Some(refusal)) => refusal.get(atom!("code")),
            (None, None) if !answer.is_success() => return Err(Error::new(bad_status(answer.status))),
            (None, None) => {
                let Some(mut fields) = fields else { return Ok(()) };
                return read_fields(&mut self.object, &mut fields);
            }
        };
        let message = self.error.as_ref().and_then(|error| error.text_at(atom!("Message")));
        let message = match (message, refusal) {
            (Some(message), _) if !message.is(atom!("")) => Some(message),
            // An error object may leave its message to the envelope around it.
            (_, Some(refusal)) => refusal.text_at(atom!("msg")),
            _ => None,
        };
        let empty = || atom!("").into();
        let mut code = code.map_or_else(empty, |code| code_text(&code));
        let mut message = message.unwrap_or_else(empty);
        // Where the cloud hides what it means in the message: `InvalidParameterValue.UserLoginFailed|…`.
        if code.is(atom!("InternalError"))
            && let Some((hidden, rest)) = message.split(atom!("|"))
            && hidden.find(atom!(".")).is_some()
            && hidden.find(atom!(" ")).is_none()
        {
            (code, message) = (hidden, rest);
        }
        let code = secrets.scrub_code(&code);
        let message = secrets.scrub(&message);
        Err(Error::api(&code, &message, answer.status))
    }
}

/// A `code` as text: the digits of a number, a text as it is.
fn code_text<V: Json>(code: &V) -> V {
    if code.json_type() == JsonType::Text {
        code.clone()
    } else {
        code.to_json()
    }
}

/// The code for a status that is not one of success.
fn bad_status(status: u16) -> OwnCode {
    match status {
        429 => code!("Protocol.TooManyRequests"),
        500.. => code!("Protocol.ServerError"),
        _ => code!("Protocol.HttpStatus"),
    }
}

/// The error for a body that is no JSON object: its length, and a piece of it that cannot hold a token.
fn not_an_answer<V: Json>(answer: &Answer<V>, secrets: &Secrets<V>) -> Error {
    let code = if answer.is_success() {
        code!("Protocol.NotJson")
    } else {
        bad_status(answer.status)
    };
    Error::new(code).detail(secrets.hide(&answer.body.excerpt))
}

/// The JSON type of each [`Type`].
const TYPES: [JsonType; 11] = [
    JsonType::Text,
    JsonType::Number,
    JsonType::Number,
    JsonType::Number,
    JsonType::Number,
    JsonType::Number,
    JsonType::Boolean,
    JsonType::Object,
    JsonType::List,
    JsonType::List,
    JsonType::Object,
];

/// What the value of a loose text or boolean means, where it came in another type.
fn meant<V: Json>(kind: Type, value: &V) -> Option<V> {
    if kind == Type::BOOLEAN {
        return V::parse(&value.text()?).filter(|said| said.json_type() == JsonType::Boolean);
    }
    value.number().map(|_| value.to_json())
}

/// Checks the listed fields, and puts them right where the cloud is known to spell or write them otherwise.
fn read_fields<V: Json>(object: &mut V, fields: &mut Words) -> Result<()> {
    while let Some((name, kind, also)) = fields.field() {
        if let Some(spelling) = also
            && let Some(value) = object.get(spelling)
        {
            if object.get(name).is_none() {
                object.set(name, value);
            }
            object.remove(spelling);
        }
        let value = object.some(name);
        let found = value.as_ref().map(Json::json_type);
        let wanted = TYPES.get(kind.place()).copied();
        let mut fits = found.is_none() || found == wanted;
        if kind == Type::OBJECT {
            // The fields of what is not there are passed over.
            let mut inner = value.unwrap_or_else(V::new_object);
            read_fields(&mut inner, fields)?;
            if found == wanted {
                object.set(name, inner);
            }
        } else if kind == Type::LIST {
            let mut list = value.filter(|_| fits);
            while let Some((item, also, is_loose)) = fields.item() {
                if let Some(list) = &mut list {
                    list.mend(item, also, is_loose);
                }
            }
            if let Some(list) = list {
                object.set(name, list);
            }
        } else if kind == Type::WRAPPER {
            if fits && let Some(inner) = value {
                object.remove(name);
                for Entry { name, value } in inner.others(Some(&object.clone())) {
                    object.set_by(&name, value);
                }
            }
        } else if (kind == Type::TEXT || kind == Type::BOOLEAN) && fields.item().is_some() {
            if let Some(meant) = value.and_then(|value| meant(kind, &value)) {
                fits = true;
                object.set(name, meant);
            }
        } else if kind.is_whole()
            && let Some(value) = value
        {
            if found == wanted {
                fits = value.is_whole();
            } else if let Some(text) = value.text() {
                fits = text::is_digits(text.strip_prefix("-").unwrap_or(&text));
                // Exact where it matters: what is larger stays text.
                #[allow(clippy::cast_precision_loss)]
                if fits
                    && let Some(number) = text::parse_integer(&text).map(|number| number as f64)
                    && number.abs() <= SAFE_INTEGER_MAX
                {
                    object.set(name, V::from_number(number));
                }
            }
        }
        if !fits {
            return Err(Error::new(code!("Protocol.BadField")).detail(name));
        }
    }
    Ok(())
}
