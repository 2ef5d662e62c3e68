//! Charts of a report, as meant.

use crate::chart::{Office, Process, Timeline};

use super::Text;

/// A chart.
#[derive(Debug, Clone)]
pub enum Chart {
    /// 조직도: who stands below whom.
    Organisation(Office<Text>),
    /// 추진체계: what follows what.
    Process(Process<Text>),
    /// 추진일정: what is done when.
    Timeline(Timeline<Text>),
}
