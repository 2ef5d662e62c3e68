//! What can be wrong between two places of a report; the check finds it.

use super::problems;
use crate::diag::particle::{bare_quoted, bare_topic, subject};
use crate::diag::words::say;

problems! {
    /// What can be wrong between two places of a report.
    pub enum AcrossProblem in lang {
        /// A figure that another table gives otherwise.
        TableDiffers { name: String, here: String, there: String } = Error "figure-differs" {
            ko: say!("`{name}`의 값이 표마다 다릅니다: 여기는 {here}, 다른 표는 {there}").label(format!("다른 표에는 {there}")).help("두 표 가운데 하나를 고쳐 주세요."),
            en: say!("`{name}` differs from table to table: {here} here, {there} there").label(format!("{there} in the other table")).help("Mend one of the two tables."),
        }

        /// A figure of a heading's line that its table gives otherwise.
        HeadingDiffers { name: String, here: String, there: String } = Error "heading-figure" {
            ko: say!("{} 제목 줄에는 {here}인데 표에는 {}", bare_topic(name), told(there)).label(format!("표에는 {there}")).help("제목 줄이나 표 가운데 하나를 고쳐 주세요."),
            en: say!("`{name}` is {here} in the heading's line, but {there} in its table").label(format!("{there} in the table")).help("Mend the heading's line or the table."),
        }

        /// A number of departments that the report doesn't have.
        Departments { shown: String, count: usize } = Warning "department-count" {
            ko: say!("{shown}라고 적었는데 보고서의 과는 {count}개입니다").label(format!("보고서에는 {count}개과")).help("수를 고치거나 빠진 과를 더해 주세요."),
            en: say!("{shown} are announced, but the report has {count} departments").label(format!("{count} in the report")).help("Mend the number, or add the missing department."),
        }

        /// A sign of a numbered list that doesn't follow the one before.
        Numbering { shown: String, expected: String } = Warning "numbering" {
            ko: say!("번호가 차례에 맞지 않습니다: `{expected}` 차례인데 `{shown}`로 적음").label(format!("`{expected}` 차례")).help("번호를 차례대로 고쳐 주세요."),
            en: say!("the numbering is off: `{shown}` where `{expected}` should follow").label(format!("`{expected}` should follow")).help("Number the items in their order."),
        }

        /// A number of a row that doesn't follow the one above.
        Serial { shown: String, expected: String } = Warning "serial" {
            ko: say!("연번이 차례에 맞지 않습니다({expected} 차례, 적은 것은 {shown})").label(format!("{expected} 차례")).help("빠지거나 겹친 행이 없는지 보고 번호를 고쳐 주세요."),
            en: say!("the rows are not numbered one by one: {shown} where {expected} should follow").label(format!("{expected} should follow")).help("Look for a row that is missing or there twice, and number the rows."),
        }

        /// A number of things that the table below has another number of rows for.
        Rows { shown: String, rows: usize } = Warning "row-count" {
            ko: say!("{} 적었는데 아래 표는 {rows}행입니다", bare_quoted(shown)).label(format!("표에는 {rows}행")).help("수를 고치거나 빠진 행을 더해 주세요."),
            en: say!("{shown} are announced, but the table below has {rows} rows").label(format!("{rows} rows")).help("Mend the number, or add the missing rows."),
        }

        /// A total that the table below gives otherwise.
        TotalDiffers { here: String, there: String, name: String } = Error "total-differs" {
            ko: say!("글에는 {here}인데 아래 표의 합계는 {}", told(there)).label(format!("표에는 {there}")).help("글이나 표 가운데 하나를 고쳐 주세요."),
            en: say!("the text says {here}, but the total of the table below is {there}").label(format!("{there} in the table")).help("Mend the text or the table."),
        }

        /// A relation that the author declares, and that doesn't hold.
        Declared { why: String, sides: Option<[String; 2]> } = Error "declared" {
            ko: say!("`[[check]]`의 식이 맞지 않습니다: {why}")
                .label(sides.as_ref().map_or("거짓".into(), |[left, right]| format!("왼쪽 {left}, 오른쪽 {right}")))
                .help("값을 바로잡거나, 이제 맞지 않아도 되는 식이면 지워 주세요."),
            en: say!("a `[[check]]` doesn't hold: {why}")
                .label(sides.as_ref().map_or("doesn't hold".into(), |[left, right]| format!("{left} on the left, {right} on the right")))
                .help("Mend the figures, or remove the check where it needn't hold any more."),
        }

        /// A table or figure that is referred to by a number that none has.
        NoSuchNumber { shown: String, word: &'static str, last: usize } = Warning "no-such-number" {
            ko: say!("{} 없습니다", subject(shown)).label(format!("마지막은 `{word} {last}`")).help("번호가 스스로 따라오도록 `[→ table: 이름]`처럼 이름으로 적어 주세요."),
            en: say!("there is no `{shown}`").label(format!("`{word} {last}` is the last")).help("Refer to it by its name, `[→ table: NAME]`, and the number follows by itself."),
        }

        /// The number of a page, typed by hand.
        TypedPage { shown: String } = Hint "typed-page" {
            ko: say!("쪽번호를 직접 적었습니다: {shown}").label("쪽이 바뀌면 틀리게 됨").help("`[→ page table: 이름]`처럼 이름으로 적으면 쪽번호가 스스로 따라옵니다."),
            en: say!("the number of a page is typed by hand: {shown}").label("wrong as soon as pages move").help("Refer to the place by its name, `[→ page table: NAME]`, and the number follows by itself."),
        }

        /// A figure of the same name that another project of the department gives otherwise.
        StatedAgain { name: String, here: String, there: String } = Hint "stated-again" {
            ko: say!("같은 이름 `{name}`의 값이 사업마다 다릅니다: 여기는 {here}, 앞의 사업은 {there}").label(format!("앞에는 {there}")).help("같은 값이면 하나를 고치고, 다른 값이면 이름을 달리 적어 주세요."),
            en: say!("`{name}` is {here} here, {there} in a project before").label(format!("{there} before")).help("If it is the same figure, mend one; if not, name them differently."),
        }
    }
}

/// `184입니다`.
fn told(figure: &str) -> String {
    format!("{figure}입니다")
}
