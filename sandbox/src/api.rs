//! `POST /api/exploreropen/tokenapi`, or `appapi` before sign-in: one call, with the fault that waits for it and its line in the log.

use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Query, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use iotexplorer_client::action::Auth;
use serde_json::{Map, Value, json};

use crate::envelope::{self, Fail, Style};
use crate::fault::{Fault, Kind};
use crate::guard::{self, Refusal};
use crate::log::{Entry, Redaction};
use crate::rules::{self, Call};
use crate::served;
use crate::server::Connection;
use crate::world::{Shared, World, now_ms};

/// The request header that chooses the envelope of one answer.
const ENVELOPE_HEADER: &str = "x-sandbox-envelope";
/// The most bytes a request may have. The client stops at half of that.
const MAX_BODY_BYTES: usize = 2 * 1024 * 1024;
/// What a proxy shows when the cloud behind it is gone.
const PROXY_PAGE: &str =
    "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>";

pub(crate) fn routes(shared: Shared) -> Router {
    Router::new()
        .route(crate::API_PATH, post(user_call).fallback(not_post))
        .route(crate::APP_API_PATH, post(application_call).fallback(not_post))
        .with_state(shared)
}

pub(crate) async fn not_post() -> Refusal {
    Refusal::new(StatusCode::METHOD_NOT_ALLOWED, "Calls are sent by POST.")
}

/// What comes of a call.
enum Outcome {
    Answer(Response),
    Reset,
}

type QueryPairs = Query<Vec<(String, String)>>;

async fn user_call(shared: State<Shared>, query: QueryPairs, request: Request) -> Result<Response, Refusal> {
    call(shared, Auth::AccessToken, query, request).await
}

async fn application_call(shared: State<Shared>, query: QueryPairs, request: Request) -> Result<Response, Refusal> {
    call(shared, Auth::AppSecret, query, request).await
}

async fn call(
    State(shared): State<Shared>,
    auth: Auth,
    Query(query): QueryPairs,
    request: Request,
) -> Result<Response, Refusal> {
    let connection = request.extensions().get::<Connection>().cloned().unwrap_or_default();
    let (parts, body) = request.into_parts();
    if !guard::is_json(&parts.headers) {
        return Err(Refusal::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "Calls are application/json.",
        ));
    }
    let style = style_of(&parts.headers)?;
    let body = to_bytes(body, MAX_BODY_BYTES).await.map_err(|_| {
        Refusal::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "The body is too large or did not arrive whole.",
        )
    })?;
    // On a task of its own: whoever hangs up while waiting does not undo what is being done.
    let outcome = tokio::spawn(handle(shared, auth, style, query, body)).await;
    match outcome {
        Ok(Outcome::Answer(response)) => Ok(response),
        Ok(Outcome::Reset) => connection.reset().await,
        Err(_) => Err(Refusal::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "The sandbox itself failed.",
        )),
    }
}

fn style_of(headers: &HeaderMap) -> Result<Option<Style>, Refusal> {
    let Some(value) = headers.get(ENVELOPE_HEADER) else {
        return Ok(None);
    };
    match value.to_str().ok().and_then(Style::parse) {
        Some(style) => Ok(Some(style)),
        None => Err(Refusal::bad("x-sandbox-envelope is documented or live.")),
    }
}

/// A call being answered.
struct Running {
    shared: Shared,
    auth: Auth,
    style: Style,
    body: Option<Map<String, Value>>,
    action: String,
    request_id: String,
    /// Its entry in the log.
    entry: u64,
}

async fn handle(
    shared: Shared,
    auth: Auth,
    style: Option<Style>,
    query: Vec<(String, String)>,
    bytes: Bytes,
) -> Outcome {
    let body = match serde_json::from_slice(&bytes) {
        Ok(Value::Object(body)) => Some(body),
        _ => None,
    };
    let text = |name: &str| body.as_ref().and_then(|body| body.get(name)?.as_str());
    let (action, request_id) = (
        text("Action").unwrap_or_default(),
        text("RequestId").unwrap_or_default(),
    );
    let (style, fault, entry) = {
        let mut world = shared.lock();
        let style = style.unwrap_or(world.style);
        let fault = world.faults.take(action);
        let entry = entry(&world, style, body.as_ref(), &query, fault.as_ref());
        (style, fault, world.log.add(entry))
    };
    let running = Running {
        action: action.to_owned(),
        request_id: request_id.to_owned(),
        shared,
        auth,
        style,
        body,
        entry,
    };
    match fault {
        None => running.finish(running.done()),
        Some(fault) => running.faulty(&fault).await,
    }
}

fn entry(
    world: &World,
    style: Style,
    body: Option<&Map<String, Value>>,
    query: &[(String, String)],
    fault: Option<&Fault>,
) -> Entry {
    let named = |name: &str| body.and_then(|body| body.get(name)).unwrap_or(&Value::Null);
    let served = named("Action").as_str().and_then(served::find);
    let redaction = Redaction {
        known: world.secrets(),
        params: served.map_or(&[], |served| served.params),
    };
    Entry {
        number: 0,
        at: now_ms(),
        action: redaction.value(named("Action")),
        request_id: redaction.value(named("RequestId")),
        query: redaction.query(query),
        params: body.map_or(Value::Null, |body| redaction.params(body)),
        fault: fault.map(|fault| fault.kind.name()),
        status: None,
        code: None,
        envelope: style,
    }
}

/// An answer in the making.
struct Answer {
    status: StatusCode,
    body: String,
    content_type: String,
    code: Option<String>,
    retry_after: Option<String>,
}

impl Answer {
    fn json(status: StatusCode, body: &Value, code: Option<&str>) -> Self {
        Self {
            status,
            body: body.to_string(),
            content_type: "application/json".to_owned(),
            code: code.map(str::to_owned),
            retry_after: None,
        }
    }

    fn plain(status: StatusCode, content_type: &str, body: &str) -> Self {
        Self {
            status,
            body: body.to_owned(),
            content_type: content_type.to_owned(),
            code: None,
            retry_after: None,
        }
    }
}

impl Running {
    /// Does what is asked and wraps what comes of it.
    fn done(&self) -> Answer {
        self.done_as(&self.request_id)
    }

    fn done_as(&self, request_id: &str) -> Answer {
        let fails = |status, fail: &Fail| {
            let body = envelope::failure(self.style, fail.code, self.message(fail), request_id);
            Answer::json(status, &body, Some(fail.code))
        };
        let Some(body) = &self.body else {
            let fail = Fail::new(
                "InvalidParameter",
                "The body is no JSON object",
                "请求内容不是 JSON 对象",
            );
            return fails(StatusCode::BAD_REQUEST, &fail);
        };
        if self.action.is_empty() || self.request_id.is_empty() {
            let fail = Fail::new(
                "InvalidParameter",
                "Action and RequestId are texts",
                "缺少 Action 或 RequestId",
            );
            return fails(StatusCode::OK, &fail);
        }
        let Some(served) = served::find(&self.action) else {
            return fails(
                StatusCode::OK,
                &Fail::new("InvalidAction", "There is no such Action", "接口不存在"),
            );
        };
        let call = Call {
            served: &served,
            body,
            auth: self.auth,
            style: self.style,
            now_ms: now_ms(),
        };
        let result = rules::answer(&mut self.shared.lock(), call);
        match result {
            Ok(payload) => Answer::json(
                StatusCode::OK,
                &envelope::success(self.style, &served, payload, request_id),
                None,
            ),
            Err(fail) => fails(StatusCode::OK, &fail),
        }
    }

    /// The message in the language that the request asks for, as mobile clients do.
    fn message<'a>(&self, fail: &'a Fail) -> &'a str {
        let language = self
            .body
            .as_ref()
            .and_then(|body| body.get("lang"))
            .and_then(Value::as_str);
        if language.is_some_and(|language| language.starts_with("zh")) {
            &fail.chinese
        } else {
            &fail.english
        }
    }

    async fn faulty(&self, fault: &Fault) -> Outcome {
        let wait = || tokio::time::sleep(Duration::from_millis(fault.delay_ms));
        let takes_effect_first = matches!(
            fault.kind,
            Kind::DelayAfter
                | Kind::DropAfter
                | Kind::StatusAfter
                | Kind::HtmlAfter
                | Kind::ErrorAfter
                | Kind::RawAfter
        );
        let done = takes_effect_first.then(|| self.done());
        wait().await;
        let status = |otherwise| {
            fault
                .status
                .and_then(|status| StatusCode::from_u16(status).ok())
                .unwrap_or(otherwise)
        };
        let answer = match fault.kind {
            Kind::DropBefore | Kind::DropAfter => {
                self.note("connection reset", None, None);
                return Outcome::Reset;
            }
            Kind::Delay | Kind::DelayAfter => done.unwrap_or_else(|| self.done()),
            Kind::Status | Kind::StatusAfter => {
                Answer::plain(status(StatusCode::SERVICE_UNAVAILABLE), "text/plain", "unavailable")
            }
            Kind::Html | Kind::HtmlAfter => Answer::plain(status(StatusCode::BAD_GATEWAY), "text/html", PROXY_PAGE),
            Kind::TooMany => Answer {
                retry_after: fault.retry_after.as_ref().map(|value| match value {
                    Value::String(text) => text.clone(),
                    other => other.to_string(),
                }),
                ..Answer::plain(status(StatusCode::TOO_MANY_REQUESTS), "text/plain", "too many requests")
            },
            Kind::Truncated => {
                let mut answer = self.done();
                let half = (0..=answer.body.len() / 2)
                    .rev()
                    .find(|at| answer.body.is_char_boundary(*at));
                answer.body.truncate(half.unwrap_or(0));
                answer
            }
            Kind::Empty => Answer {
                body: String::new(),
                ..self.done()
            },
            Kind::WrongRequestId => self.done_as("the-id-of-another-request"),
            Kind::Error | Kind::ErrorAfter => {
                let code = fault.code.as_deref().unwrap_or("InternalError");
                let message = fault.message.as_deref().unwrap_or("Arranged by a fault");
                let body = envelope::failure(self.style, code, message, &self.request_id);
                Answer::json(status(StatusCode::OK), &body, Some(code))
            }
            Kind::Duplicate => {
                self.done();
                self.done()
            }
            Kind::Raw | Kind::RawAfter => Answer::plain(
                status(StatusCode::OK),
                fault.content_type.as_deref().unwrap_or("application/json"),
                fault.body.as_deref().unwrap_or_default(),
            ),
        };
        self.finish(answer)
    }

    fn finish(&self, answer: Answer) -> Outcome {
        let said = answer.code.as_deref().unwrap_or(answer.status.as_str());
        self.note(said, Some(answer.status.as_u16()), answer.code.clone());
        let mut response = (answer.status, Body::from(answer.body)).into_response();
        let mut set = |name: HeaderName, value: &str| {
            if let Ok(value) = HeaderValue::from_str(value) {
                response.headers_mut().insert(name, value);
            }
        };
        set(header::CONTENT_TYPE, &answer.content_type);
        if let Some(value) = &answer.retry_after {
            set(header::RETRY_AFTER, value);
        }
        Outcome::Answer(response)
    }

    /// Completes the call's entry and, unless quiet, says a line about it.
    fn note(&self, said: &str, status: Option<u16>, code: Option<String>) {
        let mut world = self.shared.lock();
        if let Some(entry) = world.log.entry_mut(self.entry) {
            entry.status = status;
            entry.code = code;
        }
        if !self.shared.quiet {
            // Only names of Actions that exist: anything else in their place could be anything.
            let action = served::find(&self.action).map_or("(no Action)", |served| served.name);
            eprintln!("{action} {}: {said}", json!(self.style).as_str().unwrap_or_default());
        }
    }
}
