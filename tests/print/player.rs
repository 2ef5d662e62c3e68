//! A printer that the tests play, for what a real one doesn't do when it is asked to.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

use bogoseo::print::ipp::message::{Group, Message, OPERATION};
use bogoseo::print::ipp::printer::Operation;
use bogoseo::print::ipp::value::{Attribute, Value};

/// Requests by their operation, each with all that came.
type Heard = Arc<Mutex<Vec<(u16, Vec<u8>)>>>;

/// A printer that answers as it is told to.
pub struct Player {
    host: String,
    heard: Heard,
}

impl Player {
    /// One that answers a request with this; `None` hangs up.
    pub fn start(answers: impl Fn(&Message) -> Option<Message> + Send + 'static) -> Player {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let host = listener.local_addr().expect("an address").to_string();
        let heard = Heard::default();
        let all = Arc::clone(&heard);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let Some(body) = receive(&stream) else { continue };
                let Some(request) = Message::decode(&body) else { continue };
                all.lock().expect("nobody panics").push((request.code, body));
                if let Some(answer) = answers(&request) {
                    send(stream, &Message { id: request.id, ..answer }.encode());
                }
            }
        });
        Player { host, heard }
    }

    pub fn host(&self) -> &str {
        &self.host
    }

    pub fn address(&self, path: &str) -> String {
        format!("ipp://{}{path}", self.host)
    }

    /// How often it was asked for this.
    pub fn asked(&self, operation: Operation) -> usize {
        self.heard.lock().expect("nobody panics").iter().filter(|(code, _)| *code == operation as u16).count()
    }

    /// The longest that it was sent.
    pub fn document(&self) -> Vec<u8> {
        let heard = self.heard.lock().expect("nobody panics");
        heard.iter().map(|(_, body)| body.clone()).max_by_key(Vec::len).unwrap_or_default()
    }
}

/// An answer of this status.
pub fn answer(status: u16, mut groups: Vec<Group>) -> Message {
    let heading = vec![
        Attribute::new("attributes-charset", Value::Charset("utf-8".to_owned())),
        Attribute::new("attributes-natural-language", Value::Language("en".to_owned())),
    ];
    groups.insert(0, Group { of: OPERATION, attributes: heading });
    Message { version: [1, 1], code: status, id: 0, groups }
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

fn send(mut stream: TcpStream, body: &[u8]) {
    let head = format!("HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\nContent-Length: {}\r\n\r\n", body.len());
    // One that has heard enough is no reason to stop.
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body));
}
