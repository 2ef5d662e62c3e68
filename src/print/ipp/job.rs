//! A job: sent once, followed to its end, cancelled where that is asked.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use super::http::{Document, Failure};
use super::message::{JOB, Message};
use super::printer::{Capabilities, Operation, Printer, reasons, refusal};
use super::value::{Attribute, Value};
use crate::diag::{Lang, PrintProblem};

/// The state of a job (RFC 8011, 5.3.7).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum JobState {
    /// Waits for its turn.
    Pending,
    /// Waits until somebody lets it go on.
    Held,
    /// Is printed.
    Processing,
    /// Is printed, but the printer stands still.
    Stopped,
    /// Was cancelled.
    Cancelled,
    /// Was given up by the printer.
    Aborted,
    /// Is printed whole.
    Completed,
}

impl JobState {
    fn of(number: i32) -> Option<JobState> {
        Some(match number {
            3 => JobState::Pending,
            4 => JobState::Held,
            5 => JobState::Processing,
            6 => JobState::Stopped,
            7 => JobState::Cancelled,
            8 => JobState::Aborted,
            9 => JobState::Completed,
            _ => return None,
        })
    }

    /// Whether nothing more will come.
    pub(crate) fn is_end(self) -> bool {
        matches!(self, JobState::Cancelled | JobState::Aborted | JobState::Completed)
    }

    /// As people call it.
    pub(crate) fn name(self, lang: Lang) -> &'static str {
        match self {
            JobState::Pending => lang.choose("차례를 기다리는 중", "waiting for its turn"),
            JobState::Held => lang.choose("보류됨", "held"),
            JobState::Processing => lang.choose("인쇄하는 중", "printing"),
            JobState::Stopped => lang.choose("멈춤", "stopped"),
            JobState::Cancelled => lang.choose("취소됨", "cancelled"),
            JobState::Aborted => lang.choose("인쇄기가 그만둠", "given up by the printer"),
            JobState::Completed => lang.choose("인쇄를 마침", "printed"),
        }
    }
}

/// What a printer says of a job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Status {
    /// The job's number.
    pub job: i32,
    /// Its state.
    pub state: JobState,
    /// Why it is in that state, and what keeps the printer, in the words of the protocol.
    pub reasons: Vec<String>,
    /// What the printer says to people.
    pub message: String,
    /// Sides printed so far, where it counts them.
    pub sides: Option<i32>,
}

impl Status {
    /// In one line.
    pub(crate) fn told(&self, lang: Lang) -> String {
        let mut told = lang.choose(format!("작업 {}: ", self.job), format!("job {}: ", self.job));
        told += self.state.name(lang);
        if let Some(sides) = self.sides.filter(|&sides| sides > 0) {
            told += &lang.choose(format!(", {sides}면"), format!(", {sides} sides"));
        }
        let reasons = self.reasons.iter().filter_map(|it| crate::diag::reason(it, lang));
        let reasons: Vec<String> = reasons.filter(|reason| reason != self.state.name(lang)).collect();
        if !reasons.is_empty() {
            told += &format!(" ({})", reasons.join(", "));
        }
        told
    }
}

/// A job that was printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Done {
    /// What the printer said last.
    pub last: Option<Status>,
}

/// What goes with a job while it is printed.
pub(crate) struct Orders<'a> {
    /// Is told of every change.
    pub told: &'a mut dyn FnMut(&Status),
    /// Set to cancel the job.
    pub cancel: Arc<AtomicBool>,
    /// The language of what is said.
    pub lang: Lang,
}

/// How often a job is asked after at first, and later.
const BEATS: (Duration, Duration) = (Duration::from_millis(150), Duration::from_secs(1));
/// How long a printer may be out of reach before its job counts as lost; some restart their network when they wake.
const GRACE: Duration = Duration::from_secs(8);
/// How long a cancelled job may take to end.
const FAREWELL: Duration = Duration::from_secs(10);

/// Prints a document: checked by the printer, sent once, and followed to its end.
pub(crate) fn print(
    printer: &Printer,
    capabilities: &Capabilities,
    name: &str,
    attributes: Vec<Attribute>,
    (format, document): (&'static str, Vec<u8>),
    orders: &mut Orders<'_>,
) -> Result<Done, PrintProblem> {
    let session = Session { printer, name, format, attributes, stop: Arc::new(AtomicBool::new(false)) };
    if capabilities.knows(Operation::ValidateJob) {
        let heading = [session.job_name(), vec![session.format()]].concat();
        let answer = session.printer.ask(Operation::ValidateJob, heading, session.attributes.clone(), None);
        session.accepted(&answer.map_err(|failure| printer.problem(failure, None))?)?;
    }
    if orders.cancel.load(Ordering::Relaxed) {
        return Err(PrintProblem::Cancelled { last: unknown(orders.lang) });
    }
    let document = Arc::new(document);
    if !(capabilities.knows(Operation::CreateJob) && capabilities.knows(Operation::SendDocument)) {
        return session.at_once(document, orders);
    }
    let answer = printer.ask(Operation::CreateJob, session.job_name(), session.attributes.clone(), None);
    let answer = answer.map_err(|failure| printer.problem(failure, None))?;
    session.accepted(&answer)?;
    let job = session.number(&answer)?;
    let sent = session.send(Operation::SendDocument, vec![Attribute::new("job-id", Value::Integer(job))], document);
    session.follow(job, Some(sent), orders)
}

struct Session<'a> {
    printer: &'a Printer,
    name: &'a str,
    /// The document's, as the protocol calls it.
    format: &'static str,
    attributes: Vec<Attribute>,
    /// Set to stop sending.
    stop: Arc<AtomicBool>,
}

/// What came of sending: an answer, or why there is none.
type Sent = Receiver<Result<Message, Failure>>;

impl Session<'_> {
    /// The printer is to refuse what it can't do, rather than to print something else.
    fn job_name(&self) -> Vec<Attribute> {
        vec![
            Attribute::new("job-name", Value::Name(self.name.to_owned())),
            Attribute::new("ipp-attribute-fidelity", Value::Boolean(true)),
        ]
    }

    fn format(&self) -> Attribute {
        Attribute::new("document-format", Value::MimeType(self.format.to_owned()))
    }

    fn accepted(&self, answer: &Message) -> Result<(), PrintProblem> {
        match refusal(answer) {
            None => Ok(()),
            Some((status, message)) => {
                let unsupported = answer.groups.iter().filter(|group| group.of == super::message::UNSUPPORTED);
                let names = unsupported.flat_map(|group| &group.attributes).map(|it| it.name.clone()).collect();
                Err(PrintProblem::Refused { printer: self.printer.shown(), status, message, names })
            }
        }
    }

    fn number(&self, answer: &Message) -> Result<i32, PrintProblem> {
        let number = answer.get(JOB, "job-id").first().and_then(Value::number);
        let reason = "job-id".to_owned();
        number.ok_or_else(|| PrintProblem::NotAPrinter { printer: self.printer.shown(), reason })
    }

    /// Sends the document on a thread of its own, so that the printer can be asked meanwhile. It is not waited for when the job ends otherwise.
    fn send(&self, operation: Operation, mut heading: Vec<Attribute>, bytes: Arc<Vec<u8>>) -> Sent {
        let (result, sent) = mpsc::channel();
        heading.push(self.format());
        let mut job = Vec::new();
        match operation {
            Operation::SendDocument => heading.push(Attribute::new("last-document", Value::Boolean(true))),
            _ => job.clone_from(&self.attributes),
        }
        let (printer, document) = (self.printer.twin(), Document { bytes, stop: Arc::clone(&self.stop) });
        std::thread::spawn(move || {
            // Nobody listens when the job has ended otherwise.
            let _ = result.send(printer.ask(operation, heading, job, Some(document)));
        });
        sent
    }

    /// For printers that know jobs of one request only: until that is answered the job has no number.
    fn at_once(&self, document: Arc<Vec<u8>>, orders: &mut Orders<'_>) -> Result<Done, PrintProblem> {
        let sent = self.send(Operation::PrintJob, self.job_name(), document);
        loop {
            match sent.recv_timeout(BEATS.0) {
                Ok(Ok(answer)) => {
                    self.accepted(&answer)?;
                    return self.follow(self.number(&answer)?, None, orders);
                }
                Ok(Err(Failure::Unreachable(reason))) => {
                    return Err(PrintProblem::Unreachable { printer: self.printer.shown(), reason });
                }
                Ok(Err(failure)) => return Err(self.printer.problem(failure, Some(unknown(orders.lang)))),
                Err(RecvTimeoutError::Timeout) if orders.cancel.load(Ordering::Relaxed) => {
                    self.stop.store(true, Ordering::Relaxed);
                    return Err(PrintProblem::Cancelled { last: unknown(orders.lang) });
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => {
                    let failure = Failure::Lost(String::new());
                    return Err(self.printer.problem(failure, Some(unknown(orders.lang))));
                }
            }
        }
    }

    /// Asks after a job until it ends.
    fn follow(&self, job: i32, mut sent: Option<Sent>, orders: &mut Orders<'_>) -> Result<Done, PrintProblem> {
        let mut last: Option<Status> = None;
        let mut answered = Instant::now();
        let mut beat = BEATS.0;
        loop {
            if orders.cancel.load(Ordering::Relaxed) {
                return Err(self.cancel(job, last, orders.lang));
            }
            // Of a document that did not arrive nothing may be left waiting at the printer.
            if let Some(Err(problem)) = self.arrived(&mut sent, &last, orders.lang) {
                return self.given_up(job, problem, orders.lang);
            }
            match self.status(job) {
                Ok(Some(status)) => {
                    answered = Instant::now();
                    if last.as_ref() != Some(&status) {
                        (orders.told)(&status);
                    }
                    if status.state.is_end() && (sent.is_none() || status.state != JobState::Completed) {
                        return self.ended(status, orders.lang);
                    }
                    last = Some(status);
                }
                // A printer that keeps no record of what is done has done it, if it had begun.
                Ok(None) if sent.is_none() => return self.forgotten(last, orders.lang),
                Ok(None) => {}
                Err(failure) if answered.elapsed() > GRACE => {
                    return Err(self.printer.problem(failure, Some(said(&last, orders.lang))));
                }
                Err(_) => {}
            }
            wait(beat, &orders.cancel);
            beat = (beat * 3 / 2).min(BEATS.1);
        }
    }

    /// What came of sending: nothing yet, that it has arrived, or what went wrong.
    fn arrived(&self, sent: &mut Option<Sent>, last: &Option<Status>, lang: Lang) -> Option<Result<(), PrintProblem>> {
        let result = sent.as_ref()?.try_recv().ok()?;
        *sent = None;
        Some(match result {
            Ok(answer) => self.accepted(&answer),
            Err(failure) => Err(self.printer.problem(failure, Some(said(last, lang)))),
        })
    }

    /// A job whose document did not arrive: it may have ended by itself, else it is cancelled.
    fn given_up(&self, job: i32, problem: PrintProblem, lang: Lang) -> Result<Done, PrintProblem> {
        match self.status(job) {
            Ok(Some(status)) if status.state == JobState::Completed => self.ended(status, lang),
            Ok(Some(status)) if status.state.is_end() => Err(problem),
            _ => {
                // What is said is why it was given up, whatever becomes of the cancelling.
                let _ = self.printer.ask(Operation::CancelJob, about(job), Vec::new(), None);
                Err(problem)
            }
        }
    }

    fn ended(&self, status: Status, lang: Lang) -> Result<Done, PrintProblem> {
        match status.state {
            JobState::Completed => Ok(Done { last: Some(status) }),
            JobState::Cancelled => Err(PrintProblem::CancelledThere { last: status.told(lang) }),
            _ => Err(PrintProblem::Failed { last: status.told(lang), message: status.message }),
        }
    }

    fn forgotten(&self, last: Option<Status>, lang: Lang) -> Result<Done, PrintProblem> {
        match last {
            Some(status) if status.state == JobState::Processing => Ok(Done { last: Some(status) }),
            last => {
                let failure = Failure::Lost("client-error-not-found".to_owned());
                Err(self.printer.problem(failure, Some(said(&last, lang))))
            }
        }
    }

    /// Cancels a job, and waits until it has ended.
    fn cancel(&self, job: i32, last: Option<Status>, lang: Lang) -> PrintProblem {
        self.stop.store(true, Ordering::Relaxed);
        let answer = self.printer.ask(Operation::CancelJob, about(job), Vec::new(), None);
        if let Err(failure) = answer {
            return self.printer.problem(failure, Some(said(&last, lang)));
        }
        let begun = Instant::now();
        let mut last = last;
        while begun.elapsed() < FAREWELL {
            match self.status(job) {
                Ok(Some(status)) if status.state.is_end() => {
                    return PrintProblem::Cancelled { last: status.told(lang) };
                }
                Ok(Some(status)) => last = Some(status),
                Ok(None) => break,
                Err(_) => {}
            }
            std::thread::sleep(BEATS.0);
        }
        PrintProblem::Cancelled { last: said(&last, lang) }
    }

    /// What the printer says of a job; `None` if it knows of none.
    fn status(&self, job: i32) -> Result<Option<Status>, Failure> {
        const WANTED: &[&str] = &[
            "job-state",
            "job-state-reasons",
            "job-state-message",
            "job-printer-state-message",
            "job-impressions-completed",
        ];
        let heading = [about(job), vec![Attribute::keywords("requested-attributes", WANTED)]].concat();
        let answer = self.printer.ask(Operation::GetJobAttributes, heading, Vec::new(), None)?;
        let state = answer.get(JOB, "job-state").first().and_then(Value::number).and_then(JobState::of);
        let Some(state) = state.filter(|_| refusal(&answer).is_none()) else { return Ok(None) };
        let mut reasons = reasons(answer.get(JOB, "job-state-reasons"));
        // Nobody holds a job that is still on its way.
        let arrives = reasons.iter().any(|it| it == "job-incoming" || it == "job-data-insufficient");
        let state = if state == JobState::Held && arrives { JobState::Pending } else { state };
        if !state.is_end() {
            reasons.extend(self.printer.reasons().unwrap_or_default());
        }
        reasons.dedup();
        let words = |name: &str| answer.get(JOB, name).first().and_then(Value::words).filter(|it| !it.is_empty());
        let message = words("job-state-message").or_else(|| words("job-printer-state-message"));
        let sides = answer.get(JOB, "job-impressions-completed").first().and_then(Value::number);
        Ok(Some(Status { job, state, reasons, message: message.unwrap_or_default().to_owned(), sides }))
    }
}

fn about(job: i32) -> Vec<Attribute> {
    vec![Attribute::new("job-id", Value::Integer(job))]
}

fn said(last: &Option<Status>, lang: Lang) -> String {
    last.as_ref().map_or_else(|| unknown(lang), |status| status.told(lang))
}

fn unknown(lang: Lang) -> String {
    lang.choose("아무 말도 없었음", "nothing").to_owned()
}

/// Waits, but not when the job is to be cancelled.
fn wait(time: Duration, cancel: &AtomicBool) {
    const STEP: Duration = Duration::from_millis(50);
    let begun = Instant::now();
    while begun.elapsed() < time && !cancel.load(Ordering::Relaxed) {
        std::thread::sleep(STEP.min(time));
    }
}
