//! Sockets: accepts connections on 127.0.0.1 and lets a handler reset its own.

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

use crate::{Options, api, control, guard, world};

/// How long a peer may go on sending after its answer.
const LINGER: Duration = Duration::from_secs(2);

/// A listening sandbox.
#[derive(Debug)]
pub struct Sandbox {
    listener: TcpListener,
    address: SocketAddr,
    router: Router,
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

impl Sandbox {
    /// Binds the port and seeds the state; requests are answered once [`Sandbox::run`] is awaited.
    ///
    /// # Errors
    /// If the port cannot be had.
    pub async fn start(options: Options) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port)).await?;
        let address = listener.local_addr()?;
        let shared = world::Shared::new(address.port(), options.envelope, options.quiet);
        let router = Router::new()
            .merge(api::routes(shared.clone()))
            .nest("/control", control::routes(shared));
        let router = guard::serve_files(router, options.www, options.pkg);
        Ok(Self {
            listener,
            address,
            router: guard::apply(router, address.port()),
        })
    }

    /// `http://127.0.0.1:PORT`.
    #[must_use]
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Answers requests for as long as it is awaited.
    pub async fn run(self) {
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
