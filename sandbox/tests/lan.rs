//! `--lan`: who gets in, once, and who does not.

mod common;

use std::collections::HashSet;
use std::io::{BufRead, BufReader, Read};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;

use common::cloud::{Cloud, answer};
use common::{Answer, Server, folder};
use iotexplorer_sandbox::{API_PATH, Options, Sandbox, Upstream};
use serde_json::json;

const JSON: (&str, &str) = ("Content-Type", "application/json");

/// A sandbox with `--lan` and what its terminal would say.
struct Lan {
    server: Server,
    /// Own addresses with their port.
    hosts: Vec<String>,
    /// The page's path and query, key included.
    path: String,
}

impl Lan {
    fn start() -> Self {
        Self::start_with(Options::default())
    }

    fn start_with(options: Options) -> Self {
        let options = Options {
            lan: true,
            quiet: true,
            ..options
        };
        let (ready, pages) = mpsc::channel();
        thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap();
            runtime.block_on(async {
                let sandbox = Sandbox::start(options).await.unwrap();
                ready.send((sandbox.origin(), sandbox.pages())).unwrap();
                sandbox.run().await;
            });
        });
        let (origin, pages) = pages.recv().unwrap();
        let split = |page: &String| {
            let (host, path) = page.strip_prefix("http://").unwrap().split_once('/').unwrap();
            (host.to_owned(), format!("/{path}"))
        };
        let (hosts, paths): (Vec<_>, HashSet<_>) = pages.iter().map(split).unzip();
        assert_eq!(origin, format!("http://{}", hosts[0]));
        assert_eq!(paths.len(), 1);
        Self {
            server: Server {
                port: hosts[0].rsplit(':').next().unwrap().parse().unwrap(),
            },
            hosts,
            path: paths.into_iter().next().unwrap(),
        }
    }

    fn key(&self) -> &str {
        self.path.strip_prefix("/?key=").unwrap()
    }

    /// Goes in by the key; the cookie.
    fn enter(&self) -> String {
        let answer = self.server.get(&self.path);
        assert_eq!(answer.status, 303, "{}", answer.body);
        cookie(&answer).unwrap()
    }
}

/// The cookie that the answer sets, as a browser sends it back.
fn cookie(answer: &Answer) -> Option<String> {
    let set = answer.header("set-cookie")?;
    Some(set.split(';').next().unwrap().to_owned())
}

fn shut(answer: &Answer, sentence: &str) {
    assert_eq!(answer.status, 403, "{}", answer.body);
    let said = answer.json()["error"].as_str().unwrap().to_owned();
    assert!(said.contains(sentence), "{said}");
    assert_eq!(answer.header("set-cookie"), None);
    assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
}

fn with_files(name: &str) -> Options {
    let root = folder(name);
    std::fs::create_dir_all(root.join("www")).unwrap();
    std::fs::create_dir_all(root.join("pkg")).unwrap();
    std::fs::write(root.join("www/index.html"), "<!doctype html>").unwrap();
    std::fs::write(root.join("pkg/index.js"), "export {}").unwrap();
    Options {
        www: Some(root.join("www")),
        pkg: Some(root.join("pkg")),
        ..Options::default()
    }
}

#[test]
fn the_key_lets_one_in_and_the_cookie_keeps_it_in() {
    let lan = Lan::start_with(with_files("lan-once"));
    let (server, key) = (&lan.server, lan.key());
    let routes = [
        ("GET", "/", ""),
        ("GET", "/index.html", ""),
        ("GET", "/pkg/index.js", ""),
        ("GET", "/control/mode", ""),
        ("GET", "/control/seed", ""),
        ("GET", "/control/log", ""),
        ("DELETE", "/control/log", ""),
        ("POST", "/control/reset", "{}"),
        ("POST", API_PATH, "{}"),
    ];
    let all_shut = |headers: &[(&str, &str)]| {
        for (method, path, body) in routes {
            let headers = [&[JSON], headers].concat();
            shut(&server.send(method, path, &headers, body), "one-time key");
        }
        shut(&server.get("/nothing"), "one-time key");
    };
    all_shut(&[]);

    // What looks like the key neither opens nor uses it up.
    let last = if key.ends_with('0') { "1" } else { "0" };
    let (shorter, upper) = (&key[..31], key.to_uppercase());
    for path in [
        format!("/?key={shorter}{last}"),
        format!("/?key={shorter}"),
        format!("/?key={key}0"),
        format!("/?key={upper}"),
        format!("/?key={key}&x=1"),
        format!("/?x=1&key={key}"),
        format!("/?Key={key}"),
        format!("/?{key}"),
        format!("/{key}"),
        format!("/index.html?key={key}"),
        format!("/control/mode?key={key}"),
        "/?key=".to_owned(),
        "/?key".to_owned(),
    ] {
        shut(&server.get(&path), "one-time key");
    }
    for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
        shut(&server.send(method, &lan.path, &[JSON], "{}"), "one-time key");
    }
    let head = server.send("HEAD", &lan.path, &[], "");
    assert_eq!((head.status, head.header("set-cookie")), (403, None));

    let answer = server.get(&lan.path);
    assert_eq!((answer.status, answer.header("location")), (303, Some("/")));
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    assert_eq!(answer.header("referrer-policy"), Some("no-referrer"));
    let set = answer.header("set-cookie").unwrap();
    let (pair, attributes) = set.split_once("; ").unwrap();
    assert_eq!(attributes, "Path=/; HttpOnly; SameSite=Strict");
    assert!(!set.contains(key), "the key is in the terminal and in the history");

    // With the cookie, among others or not; and the key again only leads to the page.
    let among = format!("a=b; {pair}; c=d");
    for cookies in [pair, &among] {
        for (method, path, body) in routes {
            let answer = server.send(method, path, &[JSON, ("Cookie", cookies)], body);
            assert_eq!(answer.status, 200, "{path}: {}", answer.body);
        }
    }
    let again = server.send("GET", &lan.path, &[("Cookie", pair)], "");
    assert_eq!((again.status, again.header("location")), (303, Some("/")));
    assert_eq!(again.header("set-cookie"), None);

    // Nobody else, not with the key and not with a cookie that resembles.
    shut(&server.get(&lan.path), "opened before");
    let (name, pass) = pair.split_once('=').unwrap();
    assert_eq!(name, format!("iotexplorer-sandbox-{}", server.port));
    for wrong in [
        String::new(),
        name.to_owned(),
        format!("{name}="),
        format!("{name}={key}"),
        format!("{name}={}", &pass[1..]),
        format!("{name}={pass}0"),
        format!("x{name}={pass}"),
        format!("x={pass}"),
        format!("{name}x={pass}"),
    ] {
        all_shut(&[("Cookie", &wrong)]);
        shut(
            &server.send("GET", &lan.path, &[("Cookie", &wrong)], ""),
            "opened before",
        );
    }
    all_shut(&[]);
}

#[test]
fn a_mini_program_opens_the_address_for_a_key_of_its_own() {
    let lan = Lan::start();
    let server = &lan.server;
    let accept = ("Accept", "application/json");

    let answer = server.send("GET", &lan.path, &[accept], "");
    assert_eq!((answer.status, answer.header("set-cookie")), (200, None));
    let path = answer.json()["path"].as_str().unwrap().to_owned();
    assert!(
        !path.contains(lan.key()),
        "the key is in the terminal and in the history"
    );
    // It was the key's one time, however it is asked.
    shut(&server.send("GET", &lan.path, &[accept], ""), "opened before");
    shut(&server.get(&lan.path), "opened before");

    let seed = server.get(&format!("{path}/control/seed"));
    assert_eq!(seed.status, 200, "{}", seed.body);
    shut(&server.get("/control/seed"), "one-time key");
}

#[test]
fn of_many_at_once_one_gets_in() {
    let lan = Lan::start();
    let port = lan.server.port;
    let clients: Vec<_> = (0..16)
        .map(|_| {
            let path = lan.path.clone();
            thread::spawn(move || Server { port }.get(&path))
        })
        .collect();
    let answers: Vec<_> = clients.into_iter().map(|client| client.join().unwrap()).collect();
    let entered = answers.iter().filter(|answer| answer.status == 303);
    assert_eq!(entered.count(), 1);
    for answer in answers.iter().filter(|answer| answer.status != 303) {
        shut(answer, "opened before");
    }
}

#[test]
fn keys_and_cookies_are_random() {
    let mut seen = HashSet::new();
    for _ in 0..4 {
        let lan = Lan::start();
        let cookie = lan.enter();
        for secret in [lan.key(), cookie.split_once('=').unwrap().1] {
            assert_eq!(secret.len(), 32, "128 bits in hexadecimal");
            assert!(secret.chars().all(|c| c.is_ascii_hexdigit()));
            assert!(seen.insert(secret.to_owned()));
            let distinct: HashSet<_> = secret.chars().collect();
            assert!(distinct.len() > 4, "{secret}");
        }
    }
}

#[test]
fn a_key_opens_its_own_sandbox_only() {
    let (one, other) = (Lan::start(), Lan::start());
    shut(&other.server.get(&one.path), "one-time key");
    let cookie = one.enter();
    shut(
        &other.server.send("GET", "/control/mode", &[("Cookie", &cookie)], ""),
        "one-time key",
    );
    let pass = cookie.split_once('=').unwrap().1;
    let renamed = format!("iotexplorer-sandbox-{}={pass}", other.server.port);
    shut(
        &other.server.send("GET", "/control/mode", &[("Cookie", &renamed)], ""),
        "one-time key",
    );
}

#[test]
fn own_addresses_are_own_hosts() {
    let lan = Lan::start();
    let port = lan.server.port;
    let mut own = lan.hosts.clone();
    own.extend([format!("127.0.0.1:{port}"), format!("localhost:{port}")]);
    let foreign = [
        "evil.example".to_owned(),
        format!("evil.example:{port}"),
        format!("0.0.0.0:{port}"),
        format!("203.0.113.9:{port}"),
        lan.hosts[0].replace(&format!(":{port}"), ""),
        format!("{}.evil.example:{port}", lan.hosts[0].split(':').next().unwrap()),
    ];
    // Not even with the key, which stays unused.
    for host in &foreign {
        shut(&lan.server.send("GET", &lan.path, &[("Host", host)], ""), "Host");
        let origin = format!("http://{host}");
        shut(&lan.server.send("GET", &lan.path, &[("Origin", &origin)], ""), "Origin");
    }
    let cookie = lan.enter();
    let pass = ("Cookie", cookie.as_str());
    for host in &own {
        let seed = lan.server.send("GET", "/control/seed", &[pass, ("Host", host)], "");
        assert_eq!(seed.json()["endpoint"], format!("http://{host}{API_PATH}"));
        let origin = format!("http://{host}");
        let headers = [pass, JSON, ("Host", host), ("Origin", &origin)];
        assert_eq!(lan.server.send("POST", "/control/reset", &headers, "{}").status, 200);
    }
    for host in &foreign {
        shut(&lan.server.send("GET", "/", &[pass, ("Host", host)], ""), "Host");
        let origin = format!("http://{host}");
        let headers = [pass, JSON, ("Origin", &origin)];
        shut(&lan.server.send("POST", "/control/reset", &headers, "{}"), "Origin");
    }
    let mode = lan.server.send("GET", "/control/mode", &[pass], "").json();
    assert_eq!(mode, json!({ "mode": "sandbox", "lan": true }));
}

#[test]
fn without_the_flag_only_this_machine_is_heard() {
    let lan = Lan::start();
    let plain = Server::start();
    assert_eq!(plain.show("mode")["lan"], false);
    let addresses = lan.hosts.iter().map(|host| host.split(':').next().unwrap().to_owned());
    let mut addresses: Vec<String> = addresses.filter(|address| address != "127.0.0.1").collect();
    if cfg!(target_os = "linux") {
        // There the whole 127.0.0.0/8 is loopback, and no listener on 127.0.0.1 hears the rest: a second interface for
        // a machine without a network.
        addresses.push("127.0.0.2".to_owned());
    }
    for address in &addresses {
        assert!(
            TcpStream::connect((address.as_str(), lan.server.port)).is_ok(),
            "{address}"
        );
        assert!(TcpStream::connect((address.as_str(), plain.port)).is_err(), "{address}");
        let host = format!("{address}:{}", plain.port);
        shut(&plain.send("GET", "/", &[("Host", &host)], ""), "Host");
    }
    // And no key is asked for or taken.
    let answer = plain.get(&format!("/control/mode?key={}", lan.key()));
    assert_eq!((answer.status, answer.header("set-cookie")), (200, None));
}

#[test]
fn before_the_real_cloud_too() {
    let cloud = Cloud::answering(answer("200 OK", &["Set-Cookie: theirs=1"], "{}"));
    let upstream: Upstream = cloud.url().parse().unwrap();
    let lan = Lan::start_with(Options {
        upstream: Some(upstream),
        ..Options::default()
    });
    let body = r#"{"Action":"AppGetUser"}"#;
    shut(&lan.server.send("POST", API_PATH, &[JSON], body), "one-time key");
    shut(&lan.server.get("/control/mode"), "one-time key");
    assert_eq!(cloud.heard().len(), 0);
    let cookie = lan.enter();
    let pass = ("Cookie", cookie.as_str());
    let answer = lan.server.send("POST", API_PATH, &[JSON, pass], body);
    assert_eq!((answer.status, answer.header("set-cookie")), (200, None));
    let mode = lan.server.send("GET", "/control/mode", &[pass], "").json();
    let host = format!("127.0.0.1:{}", cloud.port);
    assert_eq!(mode, json!({ "mode": "upstream", "upstream": host, "lan": true }));
    let heard = cloud.heard();
    assert_eq!(heard.len(), 1);
    assert!(heard[0].headers.iter().all(|(name, _)| name != "cookie"));
}

/// The command until it is ready: what it said before, and the address.
fn run(arguments: &[&str], environment: &[(&str, &str)]) -> (Child, Vec<String>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_iotexplorer-sandbox"));
    command.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
    let mut child = command
        .args(["--lan", "--until-stdin-closes"])
        .args(arguments)
        .envs(environment.iter().copied())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    let ready = "iotexplorer-sandbox listening on ";
    let mut lines: Vec<_> = Vec::new();
    let page = said.find_map(|line| {
        let page = line.strip_prefix(ready).map(str::to_owned);
        lines.push(line);
        page
    });
    lines.pop();
    let page = page.expect("it ended before it was ready");
    (child, lines, page)
}

fn end(mut child: Child) -> String {
    drop(child.stdin.take());
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert!(child.wait().unwrap().success());
    said
}

/// Reads the code the way a camera would: from the picture that the characters make.
fn read_code(lines: &[&str]) -> String {
    const SCALE: usize = 4;
    let pixels: Vec<Vec<bool>> = lines
        .iter()
        .flat_map(|line| {
            let row = |lit: [char; 2]| line.chars().map(|c| lit.contains(&c)).collect::<Vec<_>>();
            [row(['█', '▀']), row(['█', '▄'])]
        })
        .collect();
    let (width, height) = (pixels[0].len() * SCALE, pixels.len() * SCALE);
    let mut picture =
        rqrr::PreparedImage::prepare_from_greyscale(
            width,
            height,
            |x, y| {
                if pixels[y / SCALE][x / SCALE] { 255 } else { 0 }
            },
        );
    let codes = picture.detect_grids();
    assert_eq!(codes.len(), 1);
    codes[0].decode().unwrap().1
}

#[test]
fn the_terminal_shows_a_code_that_leads_in() {
    let (child, lines, page) = run(&["--quiet"], &[]);
    let drawn: Vec<_> = lines.iter().filter(|line| line.contains(['█', '▀', '▄'])).collect();
    let drawn: Vec<_> = drawn.iter().map(|line| line.as_str()).collect();
    assert_eq!(read_code(&drawn), page);
    assert!(lines.iter().all(|line| !line.contains('\x1b')));
    let (host, path) = page.strip_prefix("http://").unwrap().split_once('/').unwrap();
    let server = Server {
        port: host.rsplit(':').next().unwrap().parse().unwrap(),
    };
    let answer = server.send("GET", &format!("/{path}"), &[("Host", host)], "");
    assert_eq!(answer.status, 303);
    assert!(cookie(&answer).is_some());
    assert_eq!(end(child), "");
}

#[test]
fn colors_where_they_are_wanted() {
    let colored = |environment: &[(&str, &str)]| {
        let (child, lines, page) = run(&["--quiet"], environment);
        end(child);
        let drawn: Vec<_> = lines.iter().filter(|line| line.contains(['█', '▀', '▄'])).collect();
        let bare = |line: &&String| {
            let line = line.strip_prefix("\x1b[97;40m")?;
            line.strip_suffix("\x1b[0m").map(str::to_owned)
        };
        let bare: Option<Vec<_>> = drawn.iter().map(bare).collect();
        if let Some(bare) = &bare {
            assert_eq!(read_code(&bare.iter().map(String::as_str).collect::<Vec<_>>()), page);
        }
        bare.is_some()
    };
    assert!(!colored(&[]));
    assert!(colored(&[("CLICOLOR_FORCE", "1")]));
    assert!(!colored(&[("CLICOLOR_FORCE", "0")]));
    assert!(!colored(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
}

#[test]
fn the_token_s_way_is_said() {
    let cloud = Cloud::answering(answer("200 OK", &[], "{}"));
    let (child, _, _) = run(&["--upstream", &cloud.url()], &[]);
    let said = end(child);
    assert!(said.starts_with("warning: ") && said.lines().count() == 1, "{said}");
    assert!(said.contains("access token") && said.contains("this machine"), "{said}");
    let (child, _, _) = run(&[], &[]);
    assert_eq!(end(child), "");
}
