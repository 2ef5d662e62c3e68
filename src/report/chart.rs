//! Charts of a report, as meant.

use crate::chart::Office;

use super::Text;

/// A chart.
#[derive(Debug, Clone)]
pub enum Chart {
    /// 조직도: who stands below whom.
    Organisation(Office<Text>),
}
