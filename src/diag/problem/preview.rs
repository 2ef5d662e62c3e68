//! What can go wrong when pages are drawn.

use super::problems;
use crate::diag::particle::{object, topic};
use crate::diag::words::say;

problems! {
    /// What can go wrong when pages are drawn.
    pub enum PreviewProblem in lang {
        /// A page that isn't there.
        NoPage { asked: String } = Error "no-such-page" {
            ko: say!("{} 이 보고서에 없는 쪽입니다", topic(asked)).help("인쇄된 쪽 번호나 `표지`, `순서`처럼 적어 주세요. 예: `--pages 표지,3-5`"),
            en: say!("this report has no page `{asked}`").help("Name printed numbers, or 표지 for the cover: `--pages 표지,3-5`."),
        }

        /// A page that is too large.
        NotDrawn { name: String } = Error "not-drawn" {
            ko: say!("{} 그릴 수 없습니다", object(name)).help("`--dpi`를 줄여 주세요."),
            en: say!("the page `{name}` can't be drawn").help("Try a smaller `--dpi`."),
        }
    }
}
