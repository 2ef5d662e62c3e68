//! A printer that the tests play, for what a real one doesn't do when it is asked to.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

use super::message::{Answer, Attribute, Request};

/// Requests by their operation, each with all that came.
type Heard = Arc<Mutex<Vec<(u16, Vec<u8>)>>>;

/// A printer that answers as it is told to.
pub(crate) struct Player {
    host: String,
    heard: Heard,
}

impl Player {
    /// One that answers a request with this; `None` hangs up.
    pub(crate) fn start(answers: impl Fn(&Request) -> Option<Answer> + Send + 'static) -> Player {
        Player::replying(move |request| Some(http("200 OK", &answers(request)?.bytes(request.id))))
    }

    /// One that lets nobody in, with this status of HTTP.
    pub(crate) fn refusing(status: &'static str) -> Player {
        Player::replying(move |_| Some(http(status, b"")))
    }

    fn replying(replies: impl Fn(&Request) -> Option<Vec<u8>> + Send + 'static) -> Player {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let host = listener.local_addr().expect("an address").to_string();
        let heard = Heard::default();
        let all = Arc::clone(&heard);
        std::thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                let Some(body) = receive(&stream) else { continue };
                let Some(request) = Request::read(&body) else { continue };
                all.lock().expect("nobody panics").push((request.code, body));
                if let Some(reply) = replies(&request) {
                    // One that has heard enough is no reason to stop.
                    let _ = stream.write_all(&reply);
                }
            }
        });
        Player { host, heard }
    }

    pub(crate) fn host(&self) -> &str {
        &self.host
    }

    pub(crate) fn address(&self, path: &str) -> String {
        format!("ipp://{}{path}", self.host)
    }

    /// How often it was asked for this.
    pub(crate) fn asked(&self, operation: u16) -> usize {
        self.heard.lock().expect("nobody panics").iter().filter(|(code, _)| *code == operation).count()
    }

    /// The longest that it was sent.
    pub(crate) fn document(&self) -> Vec<u8> {
        let heard = self.heard.lock().expect("nobody panics");
        heard.iter().map(|(_, body)| body.clone()).max_by_key(Vec::len).unwrap_or_default()
    }
}

/// An answer of this status.
pub(crate) fn answer(status: u16, groups: Vec<(u8, Vec<Attribute>)>) -> Answer {
    Answer { status, groups }
}

fn receive(stream: &TcpStream) -> Option<Vec<u8>> {
    let mut reader = BufReader::new(stream);
    let mut length = 0;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).ok()? == 0 {
            return None;
        }
        if let Some((name, value)) = line.split_once(':') {
            if name.eq_ignore_ascii_case("content-length") {
                length = value.trim().parse().ok()?;
            }
        } else if line.trim().is_empty() {
            break;
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    Some(body)
}

fn http(status: &str, body: &[u8]) -> Vec<u8> {
    let length = body.len();
    let head = format!("HTTP/1.1 {status}\r\nContent-Type: application/ipp\r\nContent-Length: {length}\r\n\r\n");
    [head.as_bytes(), body].concat()
}
