//! Waits until something that a report reads may have been changed. It may call too often, never too seldom: whoever waits looks for himself.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant, SystemTime};

use notify::event::{AccessKind, AccessMode};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

/// How long it must be quiet after a change: an editor that saves touches a file several times.
const QUIET: Duration = Duration::from_millis(10);
/// How long a burst of changes is waited for at the most.
const PATIENCE: Duration = Duration::from_millis(250);
/// How often is looked at what no event tells of: links, network drives, folders that vanish and come again.
const BEAT: Duration = Duration::from_millis(400);

/// What wakes who waits.
enum Signal {
    Changed,
    Stop,
}

/// Ends the waiting, from another thread.
#[derive(Clone)]
pub(crate) struct Stop(Sender<Signal>);

impl Stop {
    /// Ends it.
    pub(crate) fn stop(&self) {
        // Nobody waits any more: just as well.
        let _ = self.0.send(Signal::Stop);
    }
}

/// Folders that are watched with all below them.
pub(crate) struct Watch {
    roots: Vec<Root>,
    watcher: Option<RecommendedWatcher>,
    signals: Receiver<Signal>,
    /// The files that were asked for last, as they stood then.
    stamps: Vec<Stamp>,
}

/// A watched folder.
struct Root {
    path: PathBuf,
    /// What stood there when it was last looked at.
    id: Option<Id>,
}

/// What tells a folder from another of its name.
type Id = (u64, u64);
/// A file's size and age, and what tells it from another of its name; `None` where there is none.
type Stamp = Option<(u64, Option<SystemTime>, Id)>;

impl Watch {
    /// Watches folders, whether they are there or not. What happens to the file at `target`, and beside it while it is written, is nobody's change.
    pub(crate) fn new(folders: &[&Path], target: &Path) -> (Watch, Stop) {
        let (sender, signals) = mpsc::channel();
        let absolute = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
        let roots: Vec<PathBuf> = folders.iter().map(|folder| absolute(folder)).collect();
        let watcher = watcher(roots.clone(), absolute(target), sender.clone());
        let roots = roots.into_iter().map(|path| Root { path, id: None }).collect();
        let mut watch = Watch { roots, watcher, signals, stamps: Vec::new() };
        watch.arm();
        (watch, Stop(sender))
    }

    /// Remembers how these files stand. To be called before they are read.
    pub(crate) fn follow(&mut self, files: &[PathBuf]) {
        self.stamps = files.iter().map(|file| stamp(file)).collect();
    }

    /// Waits until something may have been changed since [`Watch::follow`] and it is quiet again; `false` when it was stopped.
    pub(crate) fn wait(&mut self, files: &[PathBuf]) -> bool {
        loop {
            match self.signals.recv_timeout(BEAT) {
                Ok(Signal::Changed) => {
                    self.arm();
                    return self.settle();
                }
                Ok(Signal::Stop) | Err(RecvTimeoutError::Disconnected) => return false,
                Err(RecvTimeoutError::Timeout) => {
                    let stamps: Vec<Stamp> = files.iter().map(|file| stamp(file)).collect();
                    if self.arm() || stamps != self.stamps {
                        return self.settle();
                    }
                }
            }
        }
    }

    /// Waits for the end of a burst.
    fn settle(&self) -> bool {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            match self.signals.recv_timeout(QUIET) {
                Ok(Signal::Changed) => {}
                Ok(Signal::Stop) => return false,
                Err(_) => break,
            }
        }
        true
    }

    /// Watches the folders that are there now, and those above them, in which they may vanish or come; answers whether one is another than before.
    fn arm(&mut self) -> bool {
        let mut changed = false;
        for root in &mut self.roots {
            let id = fs::metadata(&root.path).ok().map(|metadata| id(&metadata));
            if id == root.id {
                continue;
            }
            (root.id, changed) = (id, true);
            if let Some(watcher) = &mut self.watcher {
                // What can't be watched is looked at every beat.
                let _ = watcher.unwatch(&root.path);
                let _ = watcher.watch(&root.path, RecursiveMode::Recursive);
                if let Some(above) = root.path.parent() {
                    let _ = watcher.watch(above, RecursiveMode::NonRecursive);
                }
            }
        }
        changed
    }
}

/// The system's watcher; `None` where there is none, and every beat is looked.
fn watcher(roots: Vec<PathBuf>, target: PathBuf, sender: Sender<Signal>) -> Option<RecommendedWatcher> {
    notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        let concerns = match &event {
            // To read a file changes nothing; only who wrote to it closes it so.
            Ok(event) => match event.kind {
                EventKind::Access(AccessKind::Close(AccessMode::Write)) => true,
                EventKind::Access(_) => false,
                _ => true,
            },
            // Events were lost.
            Err(_) => true,
        };
        let all = event.map(|event| event.paths).unwrap_or_default();
        let below = |path: &PathBuf| roots.iter().any(|root| path.starts_with(root)) && !is_of(&target, path);
        if concerns && (all.is_empty() || all.iter().any(below)) {
            let _ = sender.send(Signal::Changed);
        }
    })
    .ok()
}

/// Whether a path is the target, a file that becomes it, or the folder it stands in.
fn is_of(target: &Path, path: &Path) -> bool {
    let (Some(folder), Some(name)) = (target.parent(), target.file_name()) else { return false };
    let hidden = [b".", name.as_encoded_bytes()].concat();
    let is_hidden = |name: &std::ffi::OsStr| name.as_encoded_bytes().starts_with(&hidden);
    path == target || path.parent() == Some(folder) && path.file_name().is_some_and(is_hidden)
}

fn stamp(file: &Path) -> Stamp {
    let metadata = fs::metadata(file).ok()?;
    Some((metadata.len(), metadata.modified().ok(), id(&metadata)))
}

#[cfg(unix)]
fn id(metadata: &fs::Metadata) -> Id {
    use std::os::unix::fs::MetadataExt;
    (metadata.dev(), metadata.ino())
}

#[cfg(not(unix))]
fn id(metadata: &fs::Metadata) -> Id {
    let created = metadata.created().ok().and_then(|time| time.duration_since(SystemTime::UNIX_EPOCH).ok());
    (0, created.map_or(0, |time| time.as_nanos() as u64))
}
