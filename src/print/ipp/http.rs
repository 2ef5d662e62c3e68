//! Messages over HTTP (RFC 8010, 4). The only place that opens connections.

use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use ureq::{Agent, Body, SendBody, http::Response};

use super::message::Message;

/// How long a printer may take to take a connection.
const CONNECT: Duration = Duration::from_secs(10);
/// A printer that can hold little takes the next part of a document only when it has printed one.
const TAKE: Duration = Duration::from_secs(600);
/// More than any printer says of itself.
const LARGEST: u64 = 16 << 20;

/// A way to a printer.
#[derive(Debug, Clone)]
pub(crate) struct Connection {
    agent: Agent,
    url: String,
}

/// Why there was no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Failure {
    /// No connection could be made, so nothing was sent.
    Unreachable(String),
    /// Nothing came for a long time.
    Silent,
    /// The connection broke.
    Lost(String),
    /// It wants to know who asks.
    Denied,
    /// It talks only in secret.
    Secret,
    /// It answers, but not as a printer.
    NoPrinter(String),
}

impl Connection {
    /// To `http://host:port/path`, waiting so long for an answer.
    pub(crate) fn new(url: String, patience: Duration) -> Connection {
        let config = Agent::config_builder()
            .timeout_connect(Some(CONNECT))
            .timeout_resolve(Some(CONNECT))
            .timeout_per_read(Some(patience))
            .timeout_per_write(Some(TAKE))
            .timeout_await_100(Some(Duration::ZERO))
            // A request must never be sent a second time by itself.
            .max_redirects(0)
            .max_idle_connections(0)
            .http_status_as_error(false)
            .proxy(None)
            .user_agent(concat!("bogoseo/", env!("CARGO_PKG_VERSION")))
            .build();
        Connection { agent: config.into(), url }
    }

    /// Sends a message, and a document after it, and gives the answer. The document stops where `stop` is set.
    pub(crate) fn send(&self, message: &Message, document: Option<Document>) -> Result<Message, Failure> {
        let head = message.encode();
        let length = head.len() + document.as_ref().map_or(0, |document| document.bytes.len());
        let mut body = io::Cursor::new(head).chain(Following(document, 0));
        let request = self.agent.post(&self.url).content_type("application/ipp");
        let request = request.header("Content-Length", length.to_string());
        let answer = request.send(SendBody::from_reader(&mut body)).map_err(failure)?;
        let bytes = read(answer)?;
        Message::decode(&bytes).ok_or_else(|| Failure::NoPrinter("application/ipp".to_owned()))
    }
}

/// A document on its way to a printer.
#[derive(Debug, Clone)]
pub(crate) struct Document {
    /// Its bytes.
    pub bytes: Arc<Vec<u8>>,
    /// Set to stop in the middle.
    pub stop: Arc<AtomicBool>,
}

/// The document after the message, and how much of it has gone.
struct Following(Option<Document>, usize);

impl Read for Following {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let Following(Some(document), gone) = self else { return Ok(0) };
        if document.stop.load(Ordering::Relaxed) {
            return Err(io::ErrorKind::ConnectionAborted.into());
        }
        let rest = &document.bytes[*gone..];
        let length = rest.len().min(into.len());
        into[..length].copy_from_slice(&rest[..length]);
        *gone += length;
        Ok(length)
    }
}

fn read(mut answer: Response<Body>) -> Result<Vec<u8>, Failure> {
    match answer.status().as_u16() {
        200 => answer.body_mut().with_config().limit(LARGEST).read_to_vec().map_err(failure),
        401 | 403 => Err(Failure::Denied),
        426 => Err(Failure::Secret),
        other => Err(Failure::NoPrinter(format!("HTTP {other}"))),
    }
}

fn failure(error: ureq::Error) -> Failure {
    match error {
        ureq::Error::Timeout(ureq::Timeout::Connect | ureq::Timeout::Resolve) => {
            Failure::Unreachable(error.to_string())
        }
        ureq::Error::Timeout(_) => Failure::Silent,
        ureq::Error::HostNotFound | ureq::Error::ConnectionFailed | ureq::Error::BadUri(_) => {
            Failure::Unreachable(error.to_string())
        }
        ureq::Error::Io(error) => match error.kind() {
            io::ErrorKind::ConnectionRefused | io::ErrorKind::HostUnreachable | io::ErrorKind::NetworkUnreachable => {
                Failure::Unreachable(error.to_string())
            }
            io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => Failure::Silent,
            _ => Failure::Lost(error.to_string()),
        },
        ureq::Error::Protocol(error) => Failure::NoPrinter(error.to_string()),
        error => Failure::Lost(error.to_string()),
    }
}
