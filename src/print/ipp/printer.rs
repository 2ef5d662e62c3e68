//! A printer: what it is asked, and what it can do.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use super::address::Address;
use super::http::{Connection, Document, Failure};
use super::message::{Group, JOB, Message, OPERATION, PRINTER};
use super::value::{Attribute, Value};
use crate::diag::PrintProblem;

/// Operations (RFC 8011, 5.4.15; the last is that of CUPS).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u16)]
#[allow(missing_docs, reason = "their names are those of the standard")]
pub(crate) enum Operation {
    PrintJob = 0x0002,
    ValidateJob = 0x0004,
    CreateJob = 0x0005,
    SendDocument = 0x0006,
    CancelJob = 0x0008,
    GetJobAttributes = 0x0009,
    GetPrinterAttributes = 0x000B,
    CupsGetDefault = 0x4001,
}

/// A printer.
#[derive(Debug)]
pub(crate) struct Printer {
    address: Address,
    connection: Connection,
    user: String,
    patience: Duration,
    next: AtomicU32,
}

impl Printer {
    /// The printer at an address. It is asked in a user's name, and may take so long for an answer.
    pub(crate) fn new(address: Address, user: &str, patience: Duration) -> Printer {
        let connection = Connection::new(address.url(), patience);
        Printer { address, connection, user: user.to_owned(), patience, next: AtomicU32::new(1) }
    }

    /// The default printer of a print server.
    pub(crate) fn default_of(server: Address, user: &str, patience: Duration) -> Result<Printer, PrintProblem> {
        let shown = server.uri();
        let server = Printer::new(server, user, patience);
        let none = |reason: String| PrintProblem::NoPrinter { server: shown.clone(), reason };
        let group = Group { of: OPERATION, attributes: server.heading(false) };
        let answer = match server.send(Operation::CupsGetDefault, vec![group], None) {
            Ok(answer) => answer,
            Err(Failure::Unreachable(reason)) => return Err(none(reason)),
            Err(failure) => return Err(server.problem(failure, None)),
        };
        let uri = answer.get(PRINTER, "printer-uri-supported").iter().find_map(Value::words);
        let address = uri.and_then(|uri| server.address.at(uri)).ok_or_else(|| none(String::new()))?;
        Ok(Printer::new(address, user, patience))
    }

    /// The same printer, to be asked on another thread.
    pub(super) fn twin(&self) -> Printer {
        Printer::new(self.address.clone(), &self.user, self.patience)
    }

    /// What messages call it.
    pub(crate) fn shown(&self) -> String {
        self.address.uri()
    }

    /// Asks what it can do.
    pub(crate) fn capabilities(&self) -> Result<Capabilities, PrintProblem> {
        let wanted = Attribute::keywords("requested-attributes", &["all", "media-col-database"]);
        let answer = self.ask(Operation::GetPrinterAttributes, vec![wanted], Vec::new(), None);
        let answer = answer.map_err(|failure| self.problem(failure, None))?;
        match refusal(&answer) {
            Some((status, message)) => {
                Err(PrintProblem::NotAPrinter { printer: self.shown(), reason: format!("{status:#06x} {message}") })
            }
            None => Ok(Capabilities { answer }),
        }
    }

    /// What keeps it from printing, as it says itself.
    pub(super) fn reasons(&self) -> Result<Vec<String>, Failure> {
        let wanted = Attribute::keywords("requested-attributes", &["printer-state-reasons"]);
        let answer = self.ask(Operation::GetPrinterAttributes, vec![wanted], Vec::new(), None)?;
        Ok(reasons(answer.get(PRINTER, "printer-state-reasons")))
    }

    /// Asks something: attributes of the operation, of a job, and a document.
    pub(super) fn ask(
        &self,
        operation: Operation,
        attributes: Vec<Attribute>,
        job: Vec<Attribute>,
        document: Option<Document>,
    ) -> Result<Message, Failure> {
        let mut heading = self.heading(true);
        heading.extend(attributes);
        let mut groups = vec![Group { of: OPERATION, attributes: heading }];
        if !job.is_empty() {
            groups.push(Group { of: JOB, attributes: job });
        }
        self.send(operation, groups, document)
    }

    /// What every request begins with, in this order (RFC 8011, 4.1.4 and 4.1.5).
    fn heading(&self, names_printer: bool) -> Vec<Attribute> {
        let mut heading = vec![
            Attribute::new("attributes-charset", Value::Charset("utf-8".to_owned())),
            Attribute::new("attributes-natural-language", Value::Language("en".to_owned())),
        ];
        if names_printer {
            heading.push(Attribute::new("printer-uri", Value::Uri(self.address.uri())));
        }
        heading.push(Attribute::new("requesting-user-name", Value::Name(self.user.clone())));
        heading
    }

    fn send(&self, operation: Operation, groups: Vec<Group>, document: Option<Document>) -> Result<Message, Failure> {
        let id = self.next.fetch_add(1, Ordering::Relaxed);
        // Every printer knows version 1.1; nothing that is asked needs another.
        let request = Message { version: [1, 1], code: operation as u16, id, groups };
        self.connection.send(&request, document)
    }

    /// What is said when there is no answer. `last` is what the printer said of a job before.
    pub(super) fn problem(&self, failure: Failure, last: Option<String>) -> PrintProblem {
        let printer = self.shown();
        match (failure, last) {
            (Failure::Denied, _) => PrintProblem::Denied { printer },
            (Failure::Secret, _) => PrintProblem::Secret { printer },
            (Failure::NoPrinter(reason), None) => PrintProblem::NotAPrinter { printer, reason },
            (Failure::Unreachable(reason) | Failure::Lost(reason), None) => {
                PrintProblem::Unreachable { printer, reason }
            }
            (Failure::Silent, None) => PrintProblem::Silent { printer, seconds: self.patience.as_secs() },
            (Failure::Unreachable(reason) | Failure::Lost(reason) | Failure::NoPrinter(reason), Some(last)) => {
                PrintProblem::Lost { printer, reason, last }
            }
            (Failure::Silent, Some(last)) => {
                let reason = format!("{} s", self.patience.as_secs());
                PrintProblem::Lost { printer, reason, last }
            }
        }
    }
}

/// The status and words of an answer that is a refusal.
pub(super) fn refusal(answer: &Message) -> Option<(u16, String)> {
    // Up to here it did what it was asked to (RFC 8011, appendix B).
    const SUCCESS: u16 = 0x00FF;
    let message = answer.get(OPERATION, "status-message").first().and_then(Value::words).unwrap_or_default();
    (answer.code > SUCCESS).then(|| (answer.code, message.to_owned()))
}

/// Reasons of a state; `none` is none.
pub(super) fn reasons(values: &[Value]) -> Vec<String> {
    values.iter().filter_map(Value::words).filter(|&reason| reason != "none").map(str::to_owned).collect()
}

/// What a printer says it can do.
#[derive(Debug, Clone)]
pub(crate) struct Capabilities {
    answer: Message,
}

impl Capabilities {
    /// The values of an attribute.
    pub(crate) fn get(&self, name: &str) -> &[Value] {
        self.answer.get(PRINTER, name)
    }

    /// The words among the values of an attribute.
    pub(crate) fn words(&self, name: &str) -> Vec<&str> {
        self.get(name).iter().filter_map(Value::words).collect()
    }

    /// Whether an attribute has this word as a value.
    pub(crate) fn has(&self, name: &str, word: &str) -> bool {
        self.words(name).contains(&word)
    }

    /// Whether it knows an operation.
    pub(crate) fn knows(&self, operation: Operation) -> bool {
        self.get("operations-supported").iter().any(|value| value.number() == Some(operation as i32))
    }

    /// What it is called by people.
    pub(crate) fn name(&self) -> String {
        let named = ["printer-info", "printer-make-and-model", "printer-name"];
        let named = named.into_iter().find_map(|name| self.words(name).into_iter().find(|words| !words.is_empty()));
        named.unwrap_or_default().to_owned()
    }
}
