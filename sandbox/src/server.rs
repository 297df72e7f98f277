//! Sockets: accepts connections, on 127.0.0.1 unless told otherwise, and lets a handler reset its own.

use std::fmt;
use std::future::poll_fn;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;

use crate::lan::{self, Door};
use crate::softap::{self, Waiting};
use crate::world::Shared;
use crate::{API_PATH, Options, api, control, guard, upstream};

/// How long a peer may go on sending after its answer.
const LINGER: Duration = Duration::from_secs(2);

/// A listening sandbox.
pub struct Sandbox {
    listener: TcpListener,
    /// Ours in the networks with `--lan`, the likeliest first; else 127.0.0.1.
    addresses: Vec<SocketAddr>,
    /// The page's path, with the key that it takes, if it takes one.
    path: String,
    /// The API's path for programs, likewise.
    api_path: String,
    router: Router,
    /// The device that waits for messages, and what it lives in.
    waiting: Option<(Waiting, Shared)>,
}

/// The connection that a request came over, as its handler sees it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Connection {
    reset: Arc<Notify>,
}

impl Connection {
    /// Resets the connection without an answer. Never returns: the handler goes down with its connection.
    pub async fn reset(self) -> ! {
        self.reset.notify_one();
        std::future::pending::<()>().await;
        unreachable!("a pending future does not finish")
    }
}

impl fmt::Debug for Sandbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The path may hold the key.
        f.debug_struct("Sandbox")
            .field("addresses", &self.addresses)
            .finish_non_exhaustive()
    }
}

impl Sandbox {
    /// Binds the port and seeds the state; requests are answered once [`Sandbox::run`] is awaited.
    ///
    /// # Errors
    /// If the port cannot be had, the upstream is this very server, or, with `lan`, the system does not tell its
    /// addresses or gives no random bytes.
    pub async fn start(options: Options) -> io::Result<Self> {
        let everywhere = if options.lan {
            Ipv4Addr::UNSPECIFIED
        } else {
            Ipv4Addr::LOCALHOST
        };
        let listener = TcpListener::bind((everywhere, options.port)).await?;
        let port = listener.local_addr()?.port();
        let mode = control::mode(options.upstream.as_ref(), options.lan);
        let mut waiting = None;
        let (api, control) = match &options.upstream {
            Some(upstream) if upstream.is_own(port) => {
                return Err(io::Error::other("the upstream is this server itself"));
            }
            Some(upstream) => (upstream::routes(upstream, options.quiet), control::off()),
            None => {
                let shared = Shared::new(port, options.envelope, options.quiet);
                if let Some(port) = options.softap_port {
                    let device = Waiting::start(everywhere.into(), port, None, softap::JOIN_MS);
                    let busy = |error: io::Error| io::Error::new(error.kind(), format!("UDP port {port}: {error}"));
                    waiting = Some((device.await.map_err(busy)?, shared.clone()));
                }
                (api::routes(shared.clone()), control::routes(shared))
            }
        };
        let router = Router::new().merge(api).nest("/control", control.merge(mode));
        let router = guard::serve_files(router, options.www, options.pkg);

        let mut hosts = vec![format!("127.0.0.1:{port}"), format!("localhost:{port}")];
        let (addresses, door) = if options.lan {
            let addresses = lan::own_addresses()?;
            hosts.extend(addresses.iter().map(|address| format!("{address}:{port}")));
            (addresses, Some(Arc::new(Door::new(port)?)))
        } else {
            (Vec::new(), None)
        };
        // A machine without a network still reaches itself.
        let addresses = if addresses.is_empty() {
            vec![Ipv4Addr::LOCALHOST]
        } else {
            addresses
        };
        Ok(Self {
            listener,
            addresses: addresses.into_iter().map(|address| (address, port).into()).collect(),
            path: door.as_ref().map_or_else(|| "/".to_owned(), |door| door.path()),
            api_path: door
                .as_ref()
                .map_or_else(|| API_PATH.to_owned(), |door| door.program_path(API_PATH)),
            router: guard::apply(router, hosts, door),
            waiting,
        })
    }

    /// `http://127.0.0.1:PORT`, or with `lan` the same with this machine's likeliest address in its network.
    #[must_use]
    pub fn origin(&self) -> String {
        format!("http://{}", self.addresses[0])
    }

    /// Addresses of the page, the likeliest first; with `lan` they hold the one-time key.
    #[must_use]
    pub fn pages(&self) -> Vec<String> {
        let page = |address: &SocketAddr| format!("http://{address}{}", self.path);
        self.addresses.iter().map(page).collect()
    }

    /// The API's address for a program in the network that has no cookies, such as a mini-program on a phone; with `lan` it
    /// holds a key of its own, which works more than once.
    #[must_use]
    pub fn endpoint(&self) -> String {
        format!("{}{}", self.origin(), self.api_path)
    }

    /// Where a device waits for SoftAP messages, if [`Options::softap_port`] says so.
    #[must_use]
    pub fn softap(&self) -> Option<SocketAddr> {
        let (device, _) = self.waiting.as_ref()?;
        Some((self.addresses[0].ip(), device.address().ok()?.port()).into())
    }

    /// Answers requests for as long as it is awaited.
    pub async fn run(self) {
        if let Some((device, shared)) = self.waiting {
            tokio::spawn(device.run(shared));
        }
        loop {
            match self.listener.accept().await {
                Ok((stream, _)) => {
                    tokio::spawn(serve(stream, self.router.clone()));
                }
                // Out of file descriptors, or a peer that left already: neither ends the sandbox.
                Err(_) => tokio::time::sleep(Duration::from_millis(20)).await,
            }
        }
    }
}

async fn serve(stream: TcpStream, router: Router) {
    let _ = stream.set_nodelay(true);
    let connection = Connection::default();
    let reset = Arc::clone(&connection.reset);
    let service = tower_service(router, connection);
    // One request per connection. Browsers quietly resend a request whose reused connection was reset; with a fresh
    // connection each time, what the client did is exactly what the log shows.
    let mut exchange = http1::Builder::new()
        .keep_alive(false)
        .serve_connection(TokioIo::new(stream), service);
    tokio::select! {
        _ = poll_fn(|context| exchange.poll_without_shutdown(context)) => {
            end_orderly(exchange.into_parts().io.into_inner()).await;
        }
        () = reset.notified() => {
            let stream = exchange.into_parts().io.into_inner();
            // Without lingering the close is a reset, not an orderly end.
            let _ = stream.set_zero_linger();
        }
    }
}

/// Says the end, and takes what the peer still sends: closing over unread bytes would reset the connection, and a
/// refusal given before the body was read could be lost with it.
async fn end_orderly(mut stream: TcpStream) {
    let drain = async {
        stream.shutdown().await?;
        let mut scrap = [0; 16 * 1024];
        while stream.read(&mut scrap).await? > 0 {}
        Ok::<_, io::Error>(())
    };
    let _ = tokio::time::timeout(LINGER, drain).await;
}

fn tower_service(
    router: Router,
    connection: Connection,
) -> TowerToHyperService<axum::routing::RouterIntoService<Incoming>> {
    let router = router.layer(axum::middleware::map_request(move |mut request: Request| {
        request.extensions_mut().insert(connection.clone());
        std::future::ready(request)
    }));
    TowerToHyperService::new(router.into_service())
}
