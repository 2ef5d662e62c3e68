//! What can be wrong with the grid of a table.

use super::problems;
use crate::diag::particle::object;
use crate::diag::words::{meant, say};
use crate::model::report::Thing;

problems! {
    /// What can be wrong with the grid of a table; rows and columns count from 1.
    pub enum TableProblem in lang {
        /// A table on a page on its side, in a box.
        LandscapeInBox { } = Error "landscape-in-box" {
            ko: say!("가로로 눕힌 표는 상자에 넣을 수 없습니다").label("상자 안의 표").help("상자 밖에 놓거나 `landscape`를 지워 주세요."),
            en: say!("a table on a page on its side can't stand in a box").label("this table, in a box").help("Place it outside of the box, or take `landscape` out."),
        }

        /// No rows and no head, or rows without cells.
        Empty { name: String } = Error "table-empty" {
            ko: say!("표 `{name}`에 행이 없습니다").label("빈 표").help("`rows`에 행을 하나 이상 적어 주세요."),
            en: say!("the table `{name}` has no rows").label("empty table").help("Give at least one row in `rows`."),
        }

        /// A row with more or fewer cells than the table has columns.
        Ragged { row: usize, cells: usize, columns: usize } = Error "row-length" {
            ko: say!("{row}번째 행의 칸이 {cells}개인데 표의 열은 {columns}개입니다")
                .label(format!("{cells}칸"))
                .help("합친 칸도 `<`(왼쪽과 합침)나 `^`(위와 합침)로 자리를 채워 주세요."),
            en: say!("row {row} has {cells} cells, but the table has {columns} columns")
                .label(format!("{cells} cells"))
                .help("Fill the places of merged cells with `<` (joins the cell at the left) or `^` (joins the cell above)."),
        }

        /// `<` with nothing at its left.
        NothingLeft { } = Error "merge-no-left" {
            ko: say!("첫 열에는 왼쪽과 합치는 `<`를 쓸 수 없습니다").label("왼쪽 칸이 없음").help("글자 `<`를 찍으려면 `\\<`로 적습니다."),
            en: say!("`<` can't stand in the first column").label("no cell at the left").help("To print the sign, write `\\<`."),
        }

        /// `^` with nothing above it.
        NothingAbove { } = Error "merge-no-above" {
            ko: say!("첫 행에는 위와 합치는 `^`를 쓸 수 없습니다").label("위 칸이 없음").help("글자 `^`를 찍으려면 `\\^`로 적습니다."),
            en: say!("`^` can't stand in the first row").label("no cell above").help("To print the sign, write `\\^`."),
        }

        /// `^` in the first row of the body.
        AcrossHead { } = Error "merge-across-head" {
            ko: say!("머리행의 칸과 본문의 칸은 합칠 수 없습니다").label("위는 머리행").help("쪽이 바뀌면 머리행이 되풀이되므로 둘은 따로여야 합니다."),
            en: say!("a cell of the head can't be joined with one of the body").label("above is the head").help("The head is repeated on every page, so the two must be apart."),
        }

        /// A merged cell that is no rectangle.
        NotRectangular { row: usize, column: usize, owner_row: usize, owner_column: usize } = Error "merge-not-rectangular" {
            ko: say!("합친 칸이 직사각형이 아닙니다: {row}행 {column}열과 {owner_row}행 {owner_column}열")
                .label("이 칸 때문에 어긋남")
                .help("합칠 칸을 빠짐없이 `<`나 `^`로 채우거나, 이 칸을 합치지 마세요."),
            en: say!("the merged cell is not a rectangle: row {row}, column {column} and row {owner_row}, column {owner_column}")
                .label("this cell breaks it")
                .help("Fill the whole rectangle with `<` and `^`, or don't merge this cell."),
        }

        /// `align` or `widths` that doesn't count as many entries as there are columns.
        ColumnCount { key: &'static str, entries: usize, columns: usize } = Error "column-count" {
            ko: say!("`{key}`의 값이 {entries}개인데 표의 열은 {columns}개입니다").label(format!("{columns}개 필요")).help("열마다 하나씩 적어 주세요."),
            en: say!("`{key}` has {entries} entries, but the table has {columns} columns").label(format!("{columns} needed")).help("Give one a column."),
        }

        /// More row heads than columns.
        RowHeads { row_heads: usize, columns: usize } = Error "row-heads-too-many" {
            ko: say!("`row-heads`가 {row_heads}인데 표의 열은 {columns}개입니다").label(format!("{columns}까지")),
            en: say!("`row-heads` is {row_heads}, but the table has {columns} columns").label(format!("at most {columns}")),
        }

        /// More columns than a page could ever show.
        TooWide { columns: usize, most: usize } = Error "too-many-columns" {
            ko: say!("표의 열이 {columns}개입니다 (한도 {most}개)").label("열이 너무 많음"),
            en: say!("the table has {columns} columns (the limit is {most})").label("too many columns"),
        }

        /// A table or chart in a cell.
        NotInCell { what: Thing } = Error "not-in-cell" {
            ko: say!("{} 칸에 넣을 수 없습니다", what.topic()).label("칸에는 그림만").help("글로 찍으려면 `[` 앞에 `\\`를 적습니다."),
            en: say!("{} can't stand in a cell", what.name(lang)).label("only images can").help("To print the bracket, write `\\` before it."),
        }

        /// A name in `totals` that no row or column has.
        UnknownTotal { name: String, like: Option<String> } = Error "total-unknown" {
            ko: say!("이름이 `{name}`인 행이나 열이 없습니다")
                .label("없는 이름")
                .help(meant(like.as_deref(), lang).unwrap_or_else(|| "행의 첫 칸이나 머리행에 적은 이름과 같아야 합니다.".into())),
            en: say!("no row or column is called `{name}`")
                .label("no such name")
                .help(meant(like.as_deref(), lang).unwrap_or_else(|| "It must be the first cell of a row, or stand in the head.".into())),
        }

        /// A note without a sign, or without anything after it.
        NoteForm { } = Error "note-form" {
            ko: say!("표의 주석은 기호, 빈칸, 내용의 차례로 적어야 합니다").label("기호나 내용이 없음").help("예: `\"1) 휴직 2명 포함\"`"),
            en: say!("a table's note is its sign, a blank, and what it says").label("no sign, or nothing after it").help("Such as `\"1) two on leave\"`."),
        }

        /// Two notes of one sign.
        NoteTwice { sign: String } = Error "note-twice" {
            ko: say!("주석 기호 {} 두 번 썼습니다", object(sign)).label("같은 기호"),
            en: say!("the sign `{sign}` has two notes").label("the same sign"),
        }

        /// A raised sign in a cell that no note explains.
        SignWithoutNote { sign: String } = Error "sign-without-note" {
            ko: say!("칸의 기호 `{sign}`에 딸린 주석이 없습니다").label("주석이 없음").help(format!("`notes = [\"{sign} …\"]`에 내용을 적어 주세요.")),
            en: say!("no note explains the sign `{sign}` of this cell").label("no such note").help(format!("Add it: `notes = [\"{sign} …\"]`.")),
        }

        /// A note that no cell points to.
        NoteWithoutSign { sign: String } = Error "note-without-sign" {
            ko: say!("주석 {} 가리키는 칸이 없습니다", object(sign)).label("가리키는 칸이 없음").help(format!("설명할 칸에 `^^{sign}^^`를 적어 주세요.")),
            en: say!("no cell points to the note `{sign}`").label("no cell has its sign").help(format!("Write `^^{sign}^^` in the cell that it explains.")),
        }

        /// A table on a page on its side, beside another.
        LandscapeBeside { } = Error "landscape-beside" {
            ko: say!("가로로 눕힌 표는 다른 표와 나란히 놓을 수 없습니다").label("`landscape = true`인 표").help("한 줄에 따로 놓거나 `landscape`를 지워 주세요."),
            en: say!("a table on a page on its side can't stand beside another").label("its `landscape` is true").help("Place it on a line of its own, or take `landscape` out."),
        }
    }
}
