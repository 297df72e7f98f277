//! Who may ask at all, and what every answer says to a browser.
//!
//! The sandbox hands out seeded secrets to whoever asks on this machine. A page from elsewhere must not: its browser sends
//! a foreign `Origin`, or, when the page's name was made to point at 127.0.0.1, a foreign `Host`. With `--lan` a machine's
//! own addresses count as its own too, and everyone has to pass the door (lan.rs).

use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use tower_http::services::ServeDir;

use crate::lan::Door;

/// What a page of ours may load: its own files and WebAssembly, nothing inline, nothing from elsewhere.
const CONTENT_SECURITY_POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

/// A refusal of the sandbox itself, outside the cloud's envelopes.
#[derive(Debug)]
pub(crate) struct Refusal {
    status: StatusCode,
    sentence: String,
}

impl Refusal {
    pub fn new(status: StatusCode, sentence: impl Into<String>) -> Self {
        let sentence = sentence.into();
        Self { status, sentence }
    }

    pub fn bad(sentence: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, sentence)
    }

    pub fn unknown(sentence: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, sentence)
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let body = axum::Json(serde_json::json!({ "error": self.sentence }));
        (self.status, body).into_response()
    }
}

/// Serves `pkg` at `/pkg/` and `www` at everything that is no route.
pub(crate) fn serve_files(router: Router, www: Option<PathBuf>, pkg: Option<PathBuf>) -> Router {
    let router = match pkg {
        Some(folder) => router.nest_service("/pkg", ServeDir::new(folder)),
        None => router,
    };
    match www {
        Some(folder) => router.fallback_service(ServeDir::new(folder)),
        None => router.fallback(|| async { Refusal::unknown("Nothing is served here.") }),
    }
}

/// Refuses foreigners and who does not pass the door, if there is one, and adds the headers of every answer.
pub(crate) fn apply(router: Router, hosts: Vec<String>, door: Option<Arc<Door>>) -> Router {
    let hosts: Arc<[String]> = hosts.into();
    let guard = move |mut request: Request, next: Next| {
        let stopped = refuse_foreign(&request, &hosts)
            .map(Refusal::into_response)
            .or_else(|| {
                let door = door.as_ref()?;
                if door.admit(&mut request) {
                    None
                } else {
                    door.stop(&request)
                }
            });
        async move {
            let mut response = match stopped {
                Some(response) => response,
                None => next.run(request).await,
            };
            add_headers(&mut response);
            response
        }
    };
    // Outside, since the guard may change where a request goes.
    Router::new().fallback_service(router).layer(middleware::from_fn(guard))
}

fn add_headers(response: &mut Response) {
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(CONTENT_SECURITY_POLICY),
    );
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
}

fn refuse_foreign(request: &Request, hosts: &[String]) -> Option<Refusal> {
    let is_ours = |host: &str| hosts.iter().any(|ours| ours.eq_ignore_ascii_case(host));
    let named = request.uri().authority().is_none_or(|named| is_ours(named.as_str()));
    if !named || !only(request.headers(), &header::HOST).is_ok_and(|host| host.is_some_and(is_ours)) {
        return Some(Refusal::new(
            StatusCode::FORBIDDEN,
            "Foreign Host: only this machine's own pages and tools may ask.",
        ));
    }
    let own_page = |origin: &str| origin.strip_prefix("http://").is_some_and(is_ours);
    match only(request.headers(), &header::ORIGIN) {
        Ok(origin) if origin.is_none_or(own_page) => None,
        _ => Some(Refusal::new(
            StatusCode::FORBIDDEN,
            "Foreign Origin: only the sandbox's own page may ask.",
        )),
    }
}

/// The header's value, if there is one; an error if there are several or it is no text.
fn only<'a>(headers: &'a HeaderMap, name: &header::HeaderName) -> Result<Option<&'a str>, ()> {
    let mut values = headers.get_all(name).iter();
    match (values.next(), values.next()) {
        (None, _) => Ok(None),
        (Some(value), None) => value.to_str().map(Some).map_err(|_| ()),
        (Some(_), Some(_)) => Err(()),
    }
}

/// Whether the request says that its body is JSON.
pub(crate) fn is_json(headers: &HeaderMap) -> bool {
    headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split(';').next())
        .is_some_and(|essence| essence.trim().eq_ignore_ascii_case("application/json"))
}
