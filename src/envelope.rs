//! The wrapper that every call shares: the common fields on the way out, and every known shape of answer on the way in.

use crate::action::check::{Checked, check_params};
use crate::action::{self, Access, Action, Field, Kind, Struct};
use crate::error::{Error, OwnCode, Result, Secrets, code};
use crate::http::{Answer, Body, HttpRequest};
use crate::json::{Json, JsonType, SAFE_INTEGER_MAX, push_text};

/// The largest body that is sent, in bytes of UTF-8.
pub const BODY_MAX_BYTES: usize = 1024 * 1024;

/// A call whose parameters have been checked: all of the request but who asks.
#[derive(Debug, Clone)]
pub struct Prepared {
    /// The Action's wire name.
    pub name: String,
    /// Its row in the table, if it has one.
    pub action: Option<&'static Action>,
    checked: Checked,
}

/// What every request carries besides its own parameters.
#[derive(Clone, Copy)]
pub struct Common<'a> {
    /// The whole URL.
    pub endpoint: &'a str,
    /// Who asks.
    pub access_token: &'a str,
    /// The request's id.
    pub request_id: &'a str,
    /// Names and JSON texts added to every body.
    pub params: &'a [(String, String)],
}

impl Prepared {
    /// Checks `params` for the Action of that name.
    ///
    /// # Errors
    /// Kind `parameter`, naming Action and parameter: an unknown Action (unless `untyped`), a parameter that is missing,
    /// empty, mistyped or not allowed, a lone surrogate, a body that would be too large.
    pub fn new<V: Json>(name: &str, params: Option<&V>, untyped: bool) -> Result<Self> {
        let action = action::find(name);
        if action.is_none() && (!untyped || name.is_empty()) {
            return Err(Error::parameter(code!("Parameter.UnknownAction"), "action").of(name));
        }
        let checked = check_params(action, params).map_err(|error| error.of(name))?;
        let size: usize = checked
            .fields
            .iter()
            .map(|(name, json)| name.len() + json.len() + 4)
            .sum();
        if size > BODY_MAX_BYTES {
            return Err(too_large(&checked.fields).of(name));
        }
        Ok(Self {
            name: name.into(),
            action,
            checked,
        })
    }

    /// Whether a lost answer may simply be asked for again. What the table does not know is taken as changing something.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.action.is_some_and(|action| action.access == Access::ReadOnly)
    }

    /// The secrets among its parameters.
    #[must_use]
    pub fn secrets(&self) -> &Secrets {
        &self.checked.secrets
    }

    /// Adds the access token to them.
    pub fn add_secret(&mut self, secret: &str) {
        self.checked.secrets.add(secret);
    }

    /// The request.
    ///
    /// # Errors
    /// Kind `parameter` where the body would be too large.
    pub fn request(&self, common: Common<'_>) -> Result<HttpRequest> {
        let mut body = String::with_capacity(512);
        body.push_str("{\"Action\":");
        push_text(&mut body, &self.name);
        body.push_str(",\"RequestId\":");
        push_text(&mut body, common.request_id);
        body.push_str(",\"AccessToken\":");
        push_text(&mut body, common.access_token);
        let own = &self.checked.fields;
        let added = common
            .params
            .iter()
            .filter(|(name, _)| !own.iter().any(|(taken, _)| taken == name));
        for (name, json) in own.iter().chain(added) {
            body.push(',');
            push_text(&mut body, name);
            body.push(':');
            body.push_str(json);
        }
        body.push('}');
        if body.len() > BODY_MAX_BYTES {
            return Err(too_large(own).of(&self.name));
        }
        Ok(HttpRequest {
            url: common.endpoint.into(),
            body,
        })
    }
}

/// Names the largest field, which is what to look at.
fn too_large(fields: &[(String, String)]) -> Error {
    let largest = fields
        .iter()
        .max_by_key(|(_, json)| json.len())
        .map_or("params", |(name, _)| name);
    Error::parameter(code!("Parameter.TooLarge"), largest)
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
    action: Option<&'static Action>,
    answer: &Answer<V>,
    sent_id: Option<&str>,
    secrets: &Secrets,
) -> Result<V> {
    let status = answer.status;
    let mut request_id = None;
    unwrap_answer(action, answer, &mut request_id, secrets)
        .map(|mut payload| {
            if payload.some("RequestId").is_none()
                && let Some(id) = request_id.clone().or_else(|| sent_id.map(V::from_text))
            {
                payload.set("RequestId", id);
            }
            payload
        })
        .map_err(|mut error| {
            let id = request_id.as_ref().and_then(Json::text);
            error.request_id = id.as_deref().or(sent_id).map(|id| secrets.scrub(id));
            error.status = Some(status);
            error.action = action.map(|action| action.name.into());
            error
        })
}

/// The text fields of an error object that sits in `object`.
fn error_of<V: Json>(object: &V) -> Option<(String, String)> {
    let error = object.some("Error")?;
    let code = error.text_of("Code")?;
    Some((code, error.text_of("Message").unwrap_or_default()))
}

fn unwrap_answer<V: Json>(
    action: Option<&'static Action>,
    answer: &Answer<V>,
    request_id: &mut Option<V>,
    secrets: &Secrets,
) -> Result<V> {
    let status = answer.status;
    let Some(mut object) = answer.body.json.clone().filter(Json::is_object) else {
        return Err(not_an_answer(answer, secrets));
    };
    let mut refusal = None;
    let mut failed = None;
    let mut look = |object: &V, request_id: &mut Option<V>| {
        if failed.is_none() {
            failed = error_of(object);
        }
        // The innermost one is the payload's own.
        if let Some(id) = object.some("RequestId") {
            *request_id = Some(id);
        }
        failed.clone()
    };
    let mut error = look(&object, request_id);
    for _ in 0..2 {
        if let Some(response) = object.get("Response") {
            if !response.is_object() {
                return Err(protocol(status, code!("Protocol.BadEnvelope"), ""));
            }
            object = response;
        } else if let Some(code) = object.some("code")
            && (object.get("msg").is_some() || object.get("data").is_some())
        {
            let code = code_text(&code);
            if code != "0" && refusal.is_none() {
                refusal = Some((code, object.text_of("msg").unwrap_or_default()));
            }
            match object.get("data") {
                Some(data) if data.is_object() => object = data,
                _ => break,
            }
        } else {
            break;
        }
        error = look(&object, request_id);
    }
    let lists = |name| action.is_some_and(|action| action.output.iter().any(|field| field.name == name));
    let inner = ["Data", "data"]
        .into_iter()
        .filter(|name| !lists(*name))
        .find_map(|name| object.get(name).filter(Json::is_object));
    if let Some(inner) = inner {
        object = inner;
        error = look(&object, request_id);
    }
    // An error object may leave its message to the envelope around it.
    let outer = refusal.as_ref().map(|(_, message)| message.clone()).unwrap_or_default();
    let error = error.map(|(code, message)| (code, if message.is_empty() { outer } else { message }));
    if let Some((code, message)) = error.or(refusal) {
        return Err(Error::api(secrets.scrub_code(&code), secrets.scrub(&message), status));
    }
    if !(200..300).contains(&status) {
        return Err(bad_status(status, ""));
    }
    if let Some(action) = action {
        for field in action.output {
            read_field(&mut object, field, status)?;
        }
    }
    Ok(object)
}

/// A `code` as text: the digits of a number, a text as it is.
fn code_text<V: Json>(code: &V) -> String {
    code.text()
        .unwrap_or_else(|| code.to_json().ok().flatten().unwrap_or_default())
}

fn protocol(status: u16, code: OwnCode, detail: &str) -> Error {
    Error::new(code).detail(detail).with_status(status)
}

/// The error for a status that is not one of success.
fn bad_status(status: u16, what: &str) -> Error {
    let code = match status {
        429 => code!("Protocol.TooManyRequests"),
        500.. => code!("Protocol.ServerError"),
        _ => code!("Protocol.HttpStatus"),
    };
    protocol(status, code, what)
}

/// The error for a body that is no JSON object: status, length, and a piece of it that cannot hold a token.
fn not_an_answer<V: Json>(answer: &Answer<V>, secrets: &Secrets) -> Error {
    let body = &answer.body;
    let mut what = [&*body.length.to_string(), " characters, no JSON object"].concat();
    if !body.start.is_empty() && !body.start.starts_with(['{', '[']) {
        let shown: String = body
            .start
            .chars()
            .map(|letter| if letter.is_control() { ' ' } else { letter })
            .collect();
        what.push_str(": ");
        let is_whole = body.length <= Body::<V>::START_CHARS;
        what.push_str(&if is_whole {
            secrets.scrub(&shown)
        } else {
            secrets.scrub_cut(&shown)
        });
    }
    if answer.is_success() {
        return protocol(answer.status, code!("Protocol.NotJson"), &what);
    }
    bad_status(answer.status, &what)
}

/// Checks one listed field, and puts it right where the cloud is known to spell or write it otherwise.
fn read_field<V: Json>(object: &mut V, field: &Field, status: u16) -> Result<()> {
    if let Some(spelling) = field.also
        && let Some(value) = object.get(spelling)
    {
        if object.get(field.name).is_none() {
            object.set(field.name, value);
        }
        object.remove(spelling);
    }
    let Some(value) = object.some(field.name) else {
        return Ok(());
    };
    let found = value.json_type();
    let fits = match field.kind {
        Kind::Text => found == JsonType::Text,
        Kind::Integer | Kind::Time | Kind::Count | Kind::Limit => match found {
            JsonType::Number => value.number().is_some_and(|number| number.trunc() == number),
            JsonType::Text => {
                let text = value.text().unwrap_or_default();
                let digits = text.strip_prefix('-').unwrap_or(&text);
                let is_integer = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
                if is_integer && let Ok(number) = text.parse::<i64>() {
                    // Exact where it matters: what is larger stays text.
                    #[allow(clippy::cast_precision_loss)]
                    let number = number as f64;
                    if number.abs() <= SAFE_INTEGER_MAX {
                        object.set(field.name, V::from_number(number));
                    }
                }
                is_integer
            }
            _ => false,
        },
        // A whole number beyond 2^53 has become text on the way in.
        Kind::Number => found == JsonType::Number,
        Kind::Boolean => found == JsonType::Boolean,
        Kind::List(_) => found == JsonType::List,
        Kind::Object(Struct { fields, .. }) => {
            if found == JsonType::Object {
                let mut inner = value;
                for field in *fields {
                    read_field(&mut inner, field, status)?;
                }
                object.set(field.name, inner);
            }
            found == JsonType::Object
        }
    };
    if fits {
        return Ok(());
    }
    Err(protocol(status, code!("Protocol.BadField"), field.name))
}
