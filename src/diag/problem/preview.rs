//! What can go wrong when pages are drawn.

use super::problems;
use crate::diag::particle::object;
use crate::diag::words::say;

problems! {
    /// What can go wrong when pages are drawn.
    pub enum PreviewProblem in lang {
        /// A page that is too large.
        NotDrawn { name: String } = Error "not-drawn" {
            ko: say!("{} 그릴 수 없습니다", object(name)).help("`--dpi`를 줄여 주세요."),
            en: say!("the page `{name}` can't be drawn").help("Try a smaller `--dpi`."),
        }
    }
}
