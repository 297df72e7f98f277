//! `--upstream`: the real cloud behind our own origin, for people who have an account there.
//!
//! A browser may not call the cloud from a page of another origin, so the page calls its own server, which passes on one
//! kind of request: a JSON object, by POST, to one URL that was chosen on the command line. The body goes there as it is
//! and the answer comes back as it is; beside them only the status, the content type and `Retry-After` pass.

use std::net::IpAddr;
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::uri::{Scheme, Uri};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use iotexplorer_client::http::{ENDPOINT_CHINA, ENDPOINT_OVERSEAS};
use serde_json::{Map, Value};
use ureq::Agent;
use ureq::tls::{RootCerts, TlsConfig};

use crate::guard::{self, Refusal};
use crate::{api, served};

/// The most bytes a request may have.
const MAX_REQUEST_BYTES: usize = 1024 * 1024;
/// The most bytes an answer may have.
const MAX_ANSWER_BYTES: usize = 8 * 1024 * 1024;
/// How long one exchange may take, from looking up the name to the last byte. Longer than the client waits by default.
const TIMEOUT: Duration = Duration::from_secs(30);

/// The cloud that calls are passed on to.
///
/// Parsed from `china`, `overseas` or a URL: `https`, without name, password, query or fragment, and with no path or
/// the one path that there is. `http` is for tests, so it takes a loopback address (no name).
#[derive(Debug, Clone)]
pub struct Upstream {
    url: String,
    authority: String,
    encrypted: bool,
    /// The port, if the upstream is on this very machine and speaks as we do.
    local_port: Option<u16>,
    timeout: Duration,
}

impl FromStr for Upstream {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let text = match text {
            "china" => ENDPOINT_CHINA,
            "overseas" => ENDPOINT_OVERSEAS,
            url => url,
        };
        if text.contains(['?', '#', '@']) {
            return Err("it takes no name, password, query or fragment".to_owned());
        }
        let uri: Uri = text
            .parse()
            .map_err(|_| "neither china, overseas nor a URL".to_owned())?;
        let (Some(scheme), Some(authority)) = (uri.scheme(), uri.authority()) else {
            return Err("neither china, overseas nor a URL".to_owned());
        };
        let encrypted = *scheme == Scheme::HTTPS;
        let local = *scheme == Scheme::HTTP && is_loopback(authority.host());
        if !encrypted && !local {
            return Err("only https is allowed: calls carry access tokens".to_owned());
        }
        if !matches!(uri.path(), "" | "/" | crate::API_PATH) {
            return Err(format!("the path can only be {}", crate::API_PATH));
        }
        Ok(Self {
            url: format!("{scheme}://{authority}{}", crate::API_PATH),
            authority: authority.to_string(),
            encrypted,
            local_port: local.then(|| authority.port_u16().unwrap_or(80)),
            timeout: TIMEOUT,
        })
    }
}

fn is_loopback(host: &str) -> bool {
    let bare = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
    bare.unwrap_or(host)
        .parse()
        .is_ok_and(|address: IpAddr| address.is_loopback())
}

impl Upstream {
    /// The same, with another limit on the time of one exchange than 30 seconds.
    #[must_use]
    pub fn with_timeout(self, timeout: Duration) -> Self {
        Self { timeout, ..self }
    }

    /// Host and, if given, port.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.authority
    }

    /// Whether this is the server of that port on this machine: passing on to itself would never end.
    pub(crate) fn is_own(&self, port: u16) -> bool {
        self.local_port == Some(port)
    }

    fn agent(&self) -> Agent {
        let tls = TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build();
        let config = Agent::config_builder()
            .https_only(self.encrypted)
            .http_status_as_error(false)
            .max_redirects(0)
            // A connection of its own for each call: none is lost because an idle one was closed meanwhile.
            .max_idle_connections(0)
            .timeout_global(Some(self.timeout))
            .user_agent(concat!("iotexplorer-sandbox/", env!("CARGO_PKG_VERSION")))
            .accept("application/json")
            .tls_config(tls);
        // The environment's proxy is for the world outside, not for a test's server on this machine.
        let config = if self.encrypted { config } else { config.proxy(None) };
        config.build().new_agent()
    }
}

/// What passes calls on.
#[derive(Debug)]
struct Proxy {
    agent: Agent,
    url: String,
    quiet: bool,
}

/// The one route of the API, passed on instead of answered.
pub(crate) fn routes(upstream: &Upstream, quiet: bool) -> Router {
    let proxy = Proxy {
        agent: upstream.agent(),
        url: upstream.url.clone(),
        quiet,
    };
    Router::new()
        .route(crate::API_PATH, post(pass_on).fallback(api::not_post))
        .with_state(Arc::new(proxy))
}

async fn pass_on(State(proxy): State<Arc<Proxy>>, request: Request) -> Result<Response, Refusal> {
    // The URL's query and all headers end here.
    let (parts, body) = request.into_parts();
    if !guard::is_json(&parts.headers) {
        return Err(Refusal::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "Calls are application/json.",
        ));
    }
    let bytes = to_bytes(body, MAX_REQUEST_BYTES).await.map_err(|_| {
        Refusal::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "The body is too large or did not arrive whole.",
        )
    })?;
    let Ok(body) = serde_json::from_slice::<Map<String, Value>>(&bytes) else {
        return Err(Refusal::bad("The body is no JSON object."));
    };
    let quiet = proxy.quiet;
    let response = match tokio::task::spawn_blocking(move || proxy.exchange(&bytes)).await {
        Ok(Ok(response)) => response,
        Ok(Err(refusal)) => refusal.into_response(),
        Err(_) => Refusal::new(StatusCode::INTERNAL_SERVER_ERROR, "The proxy itself failed.").into_response(),
    };
    if !quiet {
        // Only names of Actions that exist: anything else in their place could be anything.
        let action = body.get("Action").and_then(Value::as_str).and_then(served::find);
        let action = action.map_or("(no Action)", |served| served.name);
        eprintln!("{action}: {}", response.status().as_u16());
    }
    Ok(response)
}

impl Proxy {
    fn exchange(&self, body: &Bytes) -> Result<Response, Refusal> {
        let request = self.agent.post(&self.url).content_type("application/json");
        let (parts, mut body) = request.send(&body[..]).map_err(|error| no_answer(&error))?.into_parts();
        let bad = |sentence: String| Refusal::new(StatusCode::BAD_GATEWAY, sentence);
        if parts.status.is_redirection() || parts.status.is_informational() {
            let status = parts.status.as_u16();
            return Err(bad(format!(
                "The upstream answered with {status}; redirects are not followed."
            )));
        }
        // None was offered, and what comes back goes on without this header.
        let encoding = parts.headers.get(header::CONTENT_ENCODING);
        if encoding.is_some_and(|encoding| !encoding.as_bytes().eq_ignore_ascii_case(b"identity")) {
            return Err(bad(
                "The upstream's answer is compressed, which was not asked for.".to_owned()
            ));
        }
        let bytes = match body.with_config().limit(MAX_ANSWER_BYTES as u64 + 1).read_to_vec() {
            Ok(bytes) if bytes.len() <= MAX_ANSWER_BYTES => bytes,
            Ok(_) | Err(ureq::Error::BodyExceedsLimit(_)) => {
                return Err(bad("The upstream's answer is too large.".to_owned()));
            }
            Err(error) => return Err(no_answer(&error)),
        };
        let mut response = (parts.status, Body::from(bytes)).into_response();
        for name in [header::CONTENT_TYPE, header::RETRY_AFTER] {
            if let Some(value) = parts.headers.get(&name) {
                response.headers_mut().insert(name, value.clone());
            }
        }
        Ok(response)
    }
}

fn no_answer(error: &ureq::Error) -> Refusal {
    if let ureq::Error::Timeout(_) = error {
        return Refusal::new(StatusCode::GATEWAY_TIMEOUT, "The upstream did not answer in time.");
    }
    Refusal::new(
        StatusCode::BAD_GATEWAY,
        format!("The upstream gave no usable answer: {error}."),
    )
}
