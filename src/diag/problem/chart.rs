//! What can be wrong with charts.

use super::problems;
use crate::diag::particle::subject;
use crate::diag::words::{meant, say};

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

        /// A cell without a figure among those that are drawn.
        NotAFigure { written: String } = Error "chart-not-a-figure" {
            ko: say!("도표로 그릴 칸에 수가 없습니다: `{}`", first_line(written))
                .label("수가 아님")
                .help("수(예: 3,301, △12, 58.2%)만 적거나, 도표의 `columns`와 `rows`에 그릴 열과 행의 이름을 적어 주세요. 없는 값은 `-`로 적습니다."),
            en: say!("a cell to be drawn holds no figure: `{}`", first_line(written))
                .label("not a figure")
                .help("Write a figure alone (3,301, △12, 58.2%), or name what is drawn in the chart's `columns` and `rows`. A missing figure is `-`."),
        }

        /// A figure that stands in several rows or columns at once.
        MergedCell { } = Error "chart-merged-cell" {
            ko: say!("합친 칸의 수는 도표로 그릴 수 없습니다").label("여러 칸에 걸친 수").help("칸을 나누어 적거나, 도표의 `columns`와 `rows`에서 빼 주세요."),
            en: say!("the figure of a merged cell can't be drawn").label("it belongs to several cells").help("Divide the cell, or leave it out of the chart's `columns` and `rows`."),
        }

        /// A figure in another unit than those before it.
        OtherUnit { unit: String, other: String } = Error "chart-other-unit" {
            ko: say!("한 도표의 수에 단위가 둘입니다: `{other}`, `{unit}`").label(format!("단위가 `{unit}`")).help("단위를 하나로 맞추어 적어 주세요."),
            en: say!("the figures of a chart have two units: `{other}` and `{unit}`").label(format!("in `{unit}`")).help("Write them all in one unit."),
        }

        /// A row that the table doesn't have.
        UnknownRow { name: String, like: Option<String> } = Error "chart-row-unknown" {
            ko: say!("표에 이름이 `{name}`인 행이 없습니다").label("없는 이름").help_if(meant(like.as_deref(), lang)),
            en: say!("the table has no row called `{name}`").label("no such name").help_if(meant(like.as_deref(), lang)),
        }

        /// A column that the table doesn't have.
        UnknownColumn { name: String, like: Option<String> } = Error "chart-column-unknown" {
            ko: say!("표의 머리행에 이름이 `{name}`인 열이 없습니다").label("없는 이름").help_if(meant(like.as_deref(), lang)),
            en: say!("the table's head has no column called `{name}`").label("no such name").help_if(meant(like.as_deref(), lang)),
        }

        /// A table without figures, or one whose parts are all zero.
        NothingToDraw { } = Error "chart-nothing-to-draw" {
            ko: say!("도표에 그릴 것이 없습니다").label("수가 없거나 모두 0").help("수가 있는 표를 고르거나, `columns`와 `rows`에 적은 이름을 확인해 주세요."),
            en: say!("the chart has nothing to draw").label("no figures, or all of them zero").help("Choose a table with figures, or see to the names in `columns` and `rows`."),
        }

        /// More figures than a page could show in one chart.
        TooManyFigures { most: usize } = Error "chart-too-many-figures" {
            ko: say!("한 도표에 그리기에 수가 너무 많습니다 (한도 {most}개)").label("너무 큰 표").help("`columns`와 `rows`에 그릴 열과 행의 이름을 적어 주세요."),
            en: say!("these are too many figures for one chart (the limit is {most})").label("too large a table").help("Name what is drawn in `columns` and `rows`."),
        }

        /// Several columns without names.
        NoHead { } = Error "chart-no-head" {
            ko: say!("머리행이 없는 표의 여러 열은 도표로 그릴 수 없습니다").label("열의 이름이 없음").help("표에 `head`를 적어 열마다 이름을 주세요."),
            en: say!("several columns of a table without a head can't be drawn").label("its columns have no names").help("Give the table a `head`."),
        }

        /// A part of a whole that is less than nothing.
        NegativeShare { written: String } = Error "chart-negative-share" {
            ko: say!("원 도표에는 0보다 작은 값을 그릴 수 없습니다: `{written}`").label("0보다 작음").help("세로막대(`kind = \"columns\"`)나 가로막대(`\"bars\"`)로 그려 주세요."),
            en: say!("a pie can't show a share below zero: `{written}`").label("below zero").help("Draw columns (`kind = \"columns\"`) or bars (`\"bars\"`)."),
        }
    }
}

/// The first line of what is written in a cell, as a message quotes it.
fn first_line(written: &str) -> &str {
    written.lines().next().unwrap_or_default()
}
