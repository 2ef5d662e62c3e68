//! A line on the terminal while work takes long.

use std::io::Write;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::environment::Environment;
use crate::diag::Lang;

/// Work shorter than this says nothing.
const PATIENCE: Duration = Duration::from_millis(700);
/// How often the line changes.
const BEAT: Duration = Duration::from_millis(250);

/// What takes long.
#[derive(Debug, Clone, Copy)]
pub(super) enum Work {
    /// Pages are set.
    Setting,
    /// Pages become pictures for a printer.
    Drawing,
}

impl Work {
    fn name(self, lang: Lang) -> &'static str {
        match self {
            Work::Setting => lang.choose("조판하는 중", "setting the pages"),
            Work::Drawing => lang.choose("쪽을 그림으로 바꾸는 중", "drawing the pages"),
        }
    }
}

/// A line that tells how long the work takes, as long as this lives.
pub(super) struct Progress(Option<(Sender<()>, JoinHandle<()>)>);

impl Progress {
    /// Begins to wait; nothing is printed where nobody looks.
    pub(crate) fn begin(environment: &Environment, quiet: bool, work: Work) -> Progress {
        if quiet || !environment.terminal {
            return Progress(None);
        }
        let (end, ended) = mpsc::channel();
        let words = work.name(environment.lang);
        let begun = Instant::now();
        let thread = std::thread::spawn(move || {
            let mut wait = PATIENCE;
            let mut printed = false;
            while ended.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
                // A terminal that can't be written to is no reason to stop.
                let _ = write!(std::io::stderr(), "\r{words} … {:.1} s ", begun.elapsed().as_secs_f64());
                (wait, printed) = (BEAT, true);
            }
            if printed {
                let _ = write!(std::io::stderr(), "\r\x1b[K");
            }
        });
        Progress(Some((end, thread)))
    }

    /// Takes the line away.
    pub(crate) fn end(self) {
        if let Some((end, thread)) = self.0 {
            // The thread ends when the channel does; it can't have panicked on writing.
            drop(end);
            let _ = thread.join();
        }
    }
}
