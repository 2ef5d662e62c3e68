//! What can go wrong when a report is begun.

use super::problems;
use crate::diag::particle::subject;
use crate::diag::words::say;

problems! {
    /// What can go wrong when a report is begun.
    pub enum RenewProblem in lang {
        /// Something stands where the new report is to be.
        Exists { path: String } = Error "report-exists" {
            ko: say!("{} 이미 있습니다", subject(path)).help("새 보고서에는 아직 없는 폴더의 이름을 적어 주세요."),
            en: say!("`{path}` is already there").help("Name a folder for the new report that isn't there yet."),
        }

        /// A report that doesn't say of which year it is.
        YearUnknown { } = Error "year-unknown" {
            ko: say!("이 보고서가 몇 년도의 것인지 알 수 없습니다").help("`[report]`의 `title`이나 `date`에 네 자리 연도를 적어 주세요."),
            en: say!("this report doesn't say of which year it is").help("Write the year in four digits in `title` or `date` of `[report]`."),
        }
    }
}
