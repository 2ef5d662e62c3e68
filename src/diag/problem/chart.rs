//! What can be wrong with charts.

use super::problems;
use crate::diag::particle::subject;
use crate::diag::words::say;

problems! {
    /// What can be wrong with charts.
    pub enum ChartProblem in lang {
        /// A tree whose first line stands below something.
        NoRoot { } = Error "chart-no-root" {
            ko: say!("조직도의 첫 줄은 맨 위 기구여야 합니다").label("위가 없음").help("첫 줄에 맨 위 기구의 이름을 기호 없이 적고, 그 아래를 `-`로 적어 주세요."),
            en: say!("the first line of an organisation chart must be its highest office").label("nothing stands above").help("Write the highest office on the first line without a sign, and those below it with `-`."),
        }

        /// Two lines without a sign.
        TwoRoots { } = Error "chart-two-roots" {
            ko: say!("조직도의 맨 위가 둘입니다").label("두 번째").help("맨 위 기구는 하나여야 합니다. 그 아래 기구는 줄 앞에 `- `를 붙여 주세요."),
            en: say!("the organisation chart has two highest offices").label("the second").help("There can be one. Begin the lines of those below it with `- `."),
        }

        /// An office below one of its own name.
        Cycle { name: String } = Error "chart-cycle" {
            ko: say!("{} 자기 아래에 다시 나옵니다", subject(name)).label("다시 나옴").help("기구는 자기 아래에 있을 수 없습니다. 이름이나 들여쓰기를 고쳐 주세요."),
            en: say!("`{name}` stands below itself").label("again here").help("No office is below itself. Correct the name or the indentation."),
        }

        /// A sign without a name.
        NoName { } = Error "chart-no-name" {
            ko: say!("기호 뒤에 이름이 없습니다").label("빈 줄").help("이름을 적거나 줄을 지워 주세요."),
            en: say!("no name follows the sign").label("nothing here").help("Write a name, or remove the line."),
        }

        /// Indentation by other than whole levels.
        Indentation { blanks: usize } = Error "chart-indentation" {
            ko: say!("들여쓰기는 한 수준에 빈칸 {blanks}개입니다").label("수준이 맞지 않음").help("탭이나 홀수 개의 빈칸 대신 빈칸을 두 개씩 넣어 주세요."),
            en: say!("a level is indented by {blanks} blanks").label("not a whole level").help("Use two plain blanks a level, no tabs."),
        }

        /// A level below one that isn't there.
        LevelSkipped { } = Error "chart-level-skipped" {
            ko: say!("조직도의 수준을 건너뛰었습니다").label("한 수준 위가 없음").help("바로 위 기구보다 빈칸 두 개만 더 들여 써 주세요."),
            en: say!("a level of the organisation chart is skipped").label("nothing stands one level above").help("Indent it by two blanks more than the office above."),
        }

        /// Deeper than a page could show.
        TooDeep { most: usize } = Error "chart-too-deep" {
            ko: say!("조직도가 너무 깊습니다 (한도 {most}수준)").label("너무 깊음"),
            en: say!("the organisation chart is too deep (the limit is {most} levels)").label("too deep"),
        }

        /// More than a page could show.
        TooMany { most: usize } = Error "chart-too-many" {
            ko: say!("도표의 줄이 너무 많습니다 (한도 {most}줄)").label("여기부터 넘침"),
            en: say!("the chart has too many lines (the limit is {most})").label("too many from here on"),
        }
    }
}
