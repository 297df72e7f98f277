//! `--upstream`: what is passed on to the real cloud, and everything that is not. The cloud is a server of the test's own.

mod common;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use common::Server;
use common::cloud::{Cloud, answer};
use iotexplorer_sandbox::{API_PATH, Options, Upstream};
use serde_json::json;

const JSON: (&str, &str) = ("Content-Type", "application/json");
const BODY: &str = r#"{"Action":"AppGetUser","RequestId":"req-1","AccessToken":"a-real-token"}"#;
const SUCCESS: &str = r#"{"Response":{"RequestId":"req-1"}}"#;
const MIB: usize = 1024 * 1024;

fn success() -> String {
    answer("200 OK", &["Content-Type: application/json"], SUCCESS)
}

fn before(url: &str) -> Server {
    within(url, Duration::from_secs(5))
}

fn within(url: &str, timeout: Duration) -> Server {
    let upstream: Upstream = url.parse().unwrap();
    Server::start_with(Options {
        quiet: true,
        upstream: Some(upstream.with_timeout(timeout)),
        ..Options::default()
    })
}

fn call(server: &Server) -> common::Answer {
    server.send("POST", API_PATH, &[JSON], BODY)
}

/// A refusal of the proxy itself: JSON with a sentence that holds that.
fn refused(answer: &common::Answer, status: u16, sentence: &str) {
    assert_eq!(answer.status, status, "{}", answer.body);
    let said = answer.json()["error"].as_str().unwrap().to_owned();
    assert!(said.contains(sentence), "{said}");
}

/// A body of that many bytes.
fn sized(bytes: usize) -> String {
    let (head, tail) = (r#"{"Action":"AppGetUser","Padding":""#, r#""}"#);
    format!("{head}{}{tail}", "x".repeat(bytes - head.len() - tail.len()))
}

#[test]
fn the_body_alone_goes_there_and_little_more_comes_back() {
    let cloud = Cloud::answering(answer(
        "429 Too Many Requests",
        &[
            "Content-Type: application/json; charset=gbk",
            "Retry-After: 17",
            "Set-Cookie: uin=1",
            "Location: https://elsewhere.example/",
            "Access-Control-Allow-Origin: *",
            "Server: theirs",
            "X-Extra: 1",
            "Cache-Control: max-age=1000",
            "Content-Security-Policy: default-src *",
        ],
        "{\"Response\" :  {}}\n",
    ));
    let server = before(&cloud.url());
    // White space and a doubled key show that it is passed on as it is.
    let body = "{ \"Action\": \"AppGetUser\",\r\n\"A\":1,\"A\":\"灯\" }";
    let headers = [
        ("Content-Type", "Application/JSON; charset=utf-8"),
        ("Cookie", "session=mine"),
        ("Authorization", "Basic bWU6bWU="),
        ("X-Sandbox-Envelope", "paper"),
        ("X-Forwarded-For", "10.0.0.1"),
        ("User-Agent", "my-browser"),
        ("Accept", "text/html"),
        ("Accept-Encoding", "gzip"),
        ("Accept-Language", "zh-CN"),
        ("Referer", "http://127.0.0.1/"),
    ];
    let origin = format!("http://127.0.0.1:{}", server.port);
    let headers = [&headers[..], &[("Origin", origin.as_str())]].concat();
    let path = format!("{API_PATH}?cmd=AppGetUser&uin=1");
    let given = server.send("POST", &path, &headers, body);

    let heard = cloud.heard();
    assert_eq!(heard.len(), 1);
    assert_eq!(heard[0].line, format!("POST {API_PATH} HTTP/1.1"));
    assert_eq!(heard[0].body, body);
    let length = body.len().to_string();
    let host = format!("127.0.0.1:{}", cloud.port);
    let agent = concat!("iotexplorer-sandbox/", env!("CARGO_PKG_VERSION"));
    let expected = [
        ("accept", "application/json"),
        ("content-length", &length),
        ("content-type", "application/json"),
        ("host", &host),
        ("user-agent", agent),
    ];
    let sent: Vec<_> = heard[0].headers.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    assert_eq!(sent, expected);

    assert_eq!((given.status, given.body.as_str()), (429, "{\"Response\" :  {}}\n"));
    assert_eq!(given.header("content-type"), Some("application/json; charset=gbk"));
    assert_eq!(given.header("retry-after"), Some("17"));
    let mut names: Vec<_> = given.headers.iter().map(|(name, _)| name.as_str()).collect();
    names.sort_unstable();
    let ours = [
        "cache-control",
        "connection",
        "content-length",
        "content-security-policy",
        "content-type",
        "date",
        "referrer-policy",
        "retry-after",
        "x-content-type-options",
    ];
    assert_eq!(names, ours);
    assert_eq!(given.header("cache-control"), Some("no-store"));
    assert!(!given.header("content-security-policy").unwrap().contains('*'));
}

#[test]
fn errors_of_the_cloud_and_of_proxies_on_the_way_pass_as_they_are() {
    let page = "<html><body>502 Bad Gateway</body></html>";
    let cloud = Cloud::answering(answer("502 Bad Gateway", &["Content-Type: text/html"], page));
    let given = call(&before(&cloud.url()));
    assert_eq!((given.status, given.body.as_str()), (502, page));
    assert_eq!(given.header("content-type"), Some("text/html"));
    assert_eq!(given.header("retry-after"), None);
    let cloud = Cloud::answering(answer("200 OK", &[], ""));
    let given = call(&before(&cloud.url()));
    assert_eq!((given.status, given.body.as_str()), (200, ""));
    assert_eq!(given.header("content-type"), None);
}

#[test]
fn redirects_are_not_followed() {
    let other = Cloud::answering(success());
    for status in ["301 A", "302 B", "303 C", "304 D", "307 E", "308 F", "399 G"] {
        let place = format!("Location: {}{API_PATH}", other.url());
        let cloud = Cloud::answering(answer(status, &[&place], ""));
        let given = call(&before(&cloud.url()));
        refused(&given, 502, &status[..3]);
        assert_eq!(given.header("location"), None);
        assert_eq!(cloud.heard().len(), 1, "{status}");
    }
    assert_eq!(other.heard().len(), 0);
}

#[test]
fn only_json_objects_by_post_to_the_one_path() {
    let cloud = Cloud::answering(success());
    let server = before(&cloud.url());
    for method in ["GET", "PUT", "DELETE", "PATCH", "OPTIONS"] {
        refused(&server.send(method, API_PATH, &[JSON], BODY), 405, "POST");
    }
    for path in [
        "/api/exploreropen/appapi",
        "/api/exploreropen/tokenapi/",
        "/api/exploreropen/tokenapi/x",
        "/api/exploreropen",
        "//api/exploreropen/tokenapi",
        "/api/exploreropen/%74okenapi",
        "/",
    ] {
        assert_eq!(server.send("POST", path, &[JSON], BODY).status, 404, "{path}");
    }
    for kind in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/jsonp",
        "",
    ] {
        let given = server.send("POST", API_PATH, &[("Content-Type", kind)], BODY);
        refused(&given, 415, "application/json");
    }
    refused(&server.send("POST", API_PATH, &[], BODY), 415, "application/json");
    for body in ["", "{", "[]", "1", "null", "\"x\"", "{} {}", "Action=AppGetUser"] {
        refused(&server.send("POST", API_PATH, &[JSON], body), 400, "JSON object");
    }
    for (name, value) in [
        ("Origin", "http://evil.example"),
        ("Origin", "null"),
        ("Host", "evil.example"),
    ] {
        let given = server.send("POST", API_PATH, &[JSON, (name, value)], BODY);
        refused(&given, 403, name);
    }
    assert_eq!(cloud.heard().len(), 0);
    assert_eq!(call(&server).body, SUCCESS);
    assert_eq!(cloud.heard().len(), 1);
}

#[test]
fn bodies_have_an_end() {
    let cloud = Cloud::answering(success());
    let server = before(&cloud.url());
    let send = |bytes| server.send("POST", API_PATH, &[JSON], &sized(bytes));
    refused(&send(MIB + 1), 413, "too large");
    assert_eq!(cloud.heard().len(), 0);
    assert_eq!(send(MIB).status, 200);
    assert_eq!(cloud.heard()[0].body.len(), MIB);

    for (bytes, fits) in [(8 * MIB, true), (8 * MIB + 1, false)] {
        let body = "y".repeat(bytes);
        let in_a_piece = answer("200 OK", &["Content-Type: application/json"], &body);
        let until_the_end = format!("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{body}");
        let in_pieces =
            format!("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{bytes:x}\r\n{body}\r\n0\r\n\r\n");
        for whole in [in_a_piece, until_the_end, in_pieces] {
            let given = call(&before(&Cloud::answering(whole).url()));
            if fits {
                assert!(given.status == 200 && given.body == body, "{} bytes", given.body.len());
            } else {
                refused(&given, 502, "too large");
            }
        }
    }
}

#[test]
fn what_cannot_be_read_is_said() {
    let compressed = Cloud::answering(answer("200 OK", &["Content-Encoding: gzip"], "\u{1f}"));
    refused(&call(&before(&compressed.url())), 502, "compressed");
    let plain = Cloud::answering(answer("200 OK", &["Content-Encoding: identity"], SUCCESS));
    assert_eq!(call(&before(&plain.url())).body, SUCCESS);
    for broken in [
        "",
        "hello\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"Response\":",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello",
    ] {
        refused(&call(&before(&Cloud::answering(broken).url())), 502, "no usable answer");
    }
    let nobody = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    refused(&call(&before(&format!("http://{nobody}"))), 502, "no usable answer");
}

#[test]
fn waiting_has_an_end() {
    let open = Duration::from_secs(8);
    let half = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{";
    for silent in ["", "HTTP/1.1 200", half] {
        let cloud = Cloud::slow(silent, open);
        let begun = Instant::now();
        let given = call(&within(&cloud.url(), Duration::from_millis(300)));
        refused(&given, 504, "in time");
        assert!(begun.elapsed() < Duration::from_secs(4), "{silent}");
    }
    // While one waits, others are answered.
    let cloud = Cloud::slow("", open);
    let server = before(&cloud.url());
    let mut waiting = TcpStream::connect(("127.0.0.1", server.port)).unwrap();
    let length = BODY.len();
    write!(
        waiting,
        "POST {API_PATH} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nContent-Type: application/json\r\n\
         Content-Length: {length}\r\n\r\n{BODY}",
        server.port
    )
    .unwrap();
    let begun = Instant::now();
    while cloud.heard().is_empty() {
        assert!(begun.elapsed() < Duration::from_secs(4));
        std::thread::sleep(Duration::from_millis(10));
    }
    let begun = Instant::now();
    assert_eq!(server.get("/control/mode").status, 200);
    assert!(begun.elapsed() < Duration::from_secs(2));
}

#[test]
fn control_and_signer_routes_are_off() {
    let cloud = Cloud::answering(success());
    let server = before(&cloud.url());
    for path in [
        "seed",
        "devices",
        "log",
        "reset",
        "envelope",
        "fault",
        "token",
        "bind-token",
        "device/report-token",
        "device/sign",
        "device/online",
        "sign",
        "nothing",
    ] {
        let path = format!("/control/{path}");
        refused(&server.get(&path), 404, "--upstream");
        refused(&server.post(&path, &json!({})), 404, "--upstream");
        refused(&server.send("DELETE", &path, &[], ""), 404, "--upstream");
    }
    assert_eq!(
        server.show("mode"),
        json!({ "mode": "upstream", "upstream": format!("127.0.0.1:{}", cloud.port), "lan": false })
    );
    refused(&server.post("/control/mode", &json!({})), 405, "method");
    assert_eq!(cloud.heard().len(), 0);
}

#[test]
fn by_default_it_is_the_stand_in() {
    let server = Server::start();
    assert_eq!(server.show("mode"), json!({ "mode": "sandbox", "lan": false }));
    refused(&server.post("/control/mode", &json!({})), 405, "method");
    assert_eq!(server.get("/control/seed").status, 200);
    refused(&server.get("/control/nothing"), 404, "no such control route");
}

#[test]
fn which_upstreams_there_are() {
    let host = |text: &str| text.parse::<Upstream>().unwrap().host().to_owned();
    assert_eq!(host("china"), "iot.cloud.tencent.com");
    assert_eq!(host("overseas"), "oversea.iotcloud.tencentiotcloud.com");
    assert_eq!(host("https://cloud.example"), "cloud.example");
    assert_eq!(host("https://cloud.example:8443/"), "cloud.example:8443");
    assert_eq!(host(&format!("https://cloud.example{API_PATH}")), "cloud.example");
    assert_eq!(host("http://127.0.0.1:1"), "127.0.0.1:1");
    assert_eq!(host("http://[::1]:1"), "[::1]:1");
    for plain in [
        "http://cloud.example",
        "http://iot.cloud.tencent.com/api/exploreropen/tokenapi",
        "http://192.168.1.1",
        "http://[fe80::1]",
        // A name is what somebody made of it.
        "http://localhost:1",
        "http://127.0.0.1.evil.example",
        "ftp://127.0.0.1",
        "ws://cloud.example",
    ] {
        let error = plain.parse::<Upstream>().unwrap_err();
        assert!(error.contains("https"), "{plain}: {error}");
    }
    for (odd, why) in [
        ("https://cloud.example/other", "path"),
        ("https://cloud.example/api/exploreropen/appapi", "path"),
        ("https://cloud.example/api/exploreropen/tokenapi/", "path"),
        ("https://cloud.example/?x=1", "query"),
        ("https://cloud.example#x", "fragment"),
        ("https://me:word@cloud.example", "password"),
        ("http://cloud.example@127.0.0.1", "name"),
        ("cloud.example", "URL"),
        ("/api/exploreropen/tokenapi", "URL"),
        ("https://", "URL"),
        ("https://cloud example", "URL"),
        ("China", "URL"),
        ("", "URL"),
    ] {
        let error = odd.parse::<Upstream>().unwrap_err();
        assert!(error.contains(why), "{odd}: {error}");
    }
}

/// The command, ended with the test.
struct Running {
    child: Child,
    server: Server,
}

impl Running {
    fn start(command: &mut Command) -> Self {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap())
            .read_line(&mut line)
            .unwrap();
        let port = line.trim_end().rsplit(':').next().unwrap().parse();
        Self {
            server: Server { port: port.unwrap() },
            child,
        }
    }

    /// What it said on standard error until it ended.
    fn end(mut self) -> String {
        drop(self.child.stdin.take());
        let mut said = String::new();
        self.child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        assert!(self.child.wait().unwrap().success());
        said
    }
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_iotexplorer-sandbox"));
    command.args(["--until-stdin-closes"]).args(arguments);
    command
}

#[test]
fn the_log_is_action_and_status() {
    let cloud = Cloud::answering(answer(
        "403 Forbidden",
        &["Content-Type: text/plain"],
        "a-secret-answer",
    ));
    let trap = Cloud::answering(success());
    let mut command = command(&["--upstream", &cloud.url()]);
    // A proxy of the environment is not asked the way to this machine.
    for name in ["http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY"] {
        command.env(name, trap.url());
    }
    for name in ["NO_PROXY", "no_proxy"] {
        command.env_remove(name);
    }
    let running = Running::start(&mut command);
    let path = format!("{API_PATH}?token=a-secret-query");
    let send = |body: &str| {
        running
            .server
            .send("POST", &path, &[JSON, ("Cookie", "c=a-secret")], body)
    };
    assert_eq!(send(BODY).status, 403);
    assert_eq!(send(r#"{"Action":"a-secret-action","Token":"a-secret"}"#).status, 403);
    assert_eq!(send(r#"{"Action":["a-secret-action"]}"#).status, 403);
    assert_eq!(send("a-secret-text").status, 400);
    assert_eq!(running.end(), "AppGetUser: 403\n(no Action): 403\n(no Action): 403\n");
    assert_eq!((cloud.heard().len(), trap.heard().len()), (3, 0));
    let running = Running::start(&mut self::command(&["--upstream", &cloud.url(), "--quiet"]));
    assert_eq!(call(&running.server).status, 403);
    assert_eq!(running.end(), "");
}

#[test]
fn the_command_refuses_what_does_not_fit() {
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let (port, own) = (free.to_string(), format!("http://127.0.0.1:{free}"));
    for (arguments, why) in [
        (&["--upstream", "http://cloud.example"][..], "only https"),
        (&["--upstream", "https://cloud.example/x"], "path"),
        (&["--upstream", "moon"], "neither"),
        (&["--upstream"], "value"),
        (&["--upstream", "china", "--envelope", "live"], "cannot be used with"),
        (
            &["--envelope", "documented", "--upstream", "china"],
            "cannot be used with",
        ),
        (&["--upstream", &own, "--port", &port], "itself"),
    ] {
        let output = command(arguments).stdin(Stdio::null()).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(!output.status.success() && said.contains(why), "{arguments:?}: {said}");
    }
}

/// Elsewhere the system's own list of authorities cannot be replaced for one command.
#[cfg(target_os = "linux")]
#[test]
fn the_cloud_must_prove_who_it_is() {
    use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
    use rustls::pki_types::PrivateKeyDer;

    let mut authority = CertificateParams::new([]).unwrap();
    authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let authority = CertifiedIssuer::self_signed(authority, KeyPair::generate().unwrap()).unwrap();
    let roots = common::folder("authority.pem");
    std::fs::write(&roots, authority.pem()).unwrap();
    let named = |name: &str| {
        let key = KeyPair::generate().unwrap();
        let params = CertificateParams::new([name.to_owned()]).unwrap();
        let certificate = params.signed_by(&key, &authority).unwrap();
        let key = PrivateKeyDer::try_from(key.serialize_der()).unwrap();
        let provider = std::sync::Arc::new(rustls::crypto::ring::default_provider());
        let config = rustls::ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate.der().clone()], key)
            .unwrap();
        Cloud::encrypted(config, success())
    };
    let ask = |cloud: &Cloud, trusted: bool| {
        let upstream = format!("https://127.0.0.1:{}", cloud.port);
        let mut command = command(&["--quiet", "--upstream", &upstream]);
        for name in ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "SSL_CERT_DIR"] {
            command.env_remove(name);
        }
        if trusted {
            command.env("SSL_CERT_FILE", &roots);
        } else {
            command.env_remove("SSL_CERT_FILE");
        }
        let running = Running::start(&mut command);
        let given = call(&running.server);
        running.end();
        given
    };
    let cloud = named("127.0.0.1");
    refused(&ask(&cloud, false), 502, "no usable answer");
    assert_eq!(cloud.heard().len(), 0);
    assert_eq!(ask(&cloud, true).body, SUCCESS);
    assert_eq!(cloud.heard()[0].body, BODY);
    let other = named("cloud.example");
    refused(&ask(&other, true), 502, "no usable answer");
    let plain = Cloud::answering(success());
    refused(&ask(&plain, true), 502, "no usable answer");
    assert_eq!((other.heard().len(), plain.heard().len()), (0, 0));
}
