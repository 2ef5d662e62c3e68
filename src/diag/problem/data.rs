//! What can be wrong with data files, and with what a table asks of them.

use super::problems;
use crate::diag::Foreign;
use crate::diag::particle::{bare_object, subject, topic};
use crate::diag::words::{Lang, listed, meant, say};

problems! {
    /// What can be wrong with data files; cells are named as spreadsheets name them, `A7`, with their sheet where there is one: `9월!A7`.
    pub enum DataProblem in lang {
        /// Neither text nor a spreadsheet that can be read.
        Format { name: String, found: Option<Foreign> } = Error "data-format" {
            ko: say!("{} CSV, XLSX, XLS, ODS 자료가 아닙니다{}", topic(name), found.map(|found| format!(" ({} 파일)", found.name(lang))).unwrap_or_default())
                .help(found.map_or("엑셀에서 ‘Excel 통합 문서(.xlsx)’나 ‘CSV UTF-8’로 다시 저장해 주세요.", |found| found.help(lang))),
            en: say!("`{name}` is no CSV, XLSX, XLS or ODS{}", found.map(|found| format!(" (it is {})", found.name(lang))).unwrap_or_default())
                .help(found.map_or("Save it again as XLSX or CSV (UTF-8).", |found| found.help(lang))),
        }

        /// Bytes that are no text in any known encoding.
        Encoding { name: String, line: usize, said: Option<&'static str> } = Error "data-encoding" {
            ko: say!("{}의 {line}번째 줄을 {} 읽을 수 없습니다", code(name), said.map_or("UTF-8로도 CP949로도".to_owned(), |said| format!("{said}로")))
                .help("엑셀에서 ‘CSV UTF-8’로 다시 저장해 주세요."),
            en: say!("line {line} of `{name}` can't be read as {}", said.unwrap_or("UTF-8 or CP949")).help("Save it again as CSV in UTF-8."),
        }

        /// Letters that were lost when the file was saved.
        Garbled { name: String, cell: String } = Error "data-garbled" {
            ko: say!("{}의 {cell} 칸에 깨진 글자가 있습니다", code(name)).label("깨진 글자").help("파일을 다른 인코딩으로 열어 저장한 듯합니다. 원본에서 다시 저장해 주세요."),
            en: say!("the letters of cell {cell} of `{name}` are garbled").label("garbled").help("The file was probably opened in a wrong encoding and saved. Save it again from the original."),
        }

        /// An archive or its XML that makes no sense.
        Damaged { name: String, part: String } = Error "data-damaged" {
            ko: say!("자료 {} 손상되었습니다 (`{part}`)", subject(name)).help("원본을 열어 다시 저장해 주세요."),
            en: say!("the data file `{name}` is damaged (`{part}`)").help("Open the original and save it again."),
        }

        /// A small file that holds more than any sheet does.
        Inflated { name: String, limit: u64 } = Error "data-inflated" {
            ko: say!("{} 압축을 풀면 {} MiB가 넘어 읽지 않습니다", topic(name), limit >> 20).help("보고서에 쓰는 시트만 남겨 다시 저장해 주세요."),
            en: say!("`{name}` holds more than {} MiB when unpacked, and is not read", limit >> 20).help("Save it again with only the sheet that the report uses."),
        }

        /// More rows or cells than are read.
        TooMany { name: String, cell: String, rows: usize, cells: usize } = Error "data-too-long" {
            ko: say!("{}의 자료가 너무 많습니다 ({cell} 칸부터)", code(name)).label("여기부터 한도를 넘음").help(format!("한 시트에서 {rows}행, {cells}칸까지 읽습니다. 보고서에 쓸 만큼만 남겨 주세요.")),
            en: say!("`{name}` holds too much (from cell {cell} on)").label("beyond the limit").help(format!("A sheet is read up to {rows} rows and {cells} cells. Keep what the report shows.")),
        }

        /// A cell that holds more than any cell does.
        CellTooLong { name: String, cell: String, bytes: usize } = Error "data-cell-too-long" {
            ko: say!("{}의 {cell} 칸이 너무 깁니다 (한도 {bytes}바이트)", code(name)).label("너무 긴 칸"),
            en: say!("cell {cell} of `{name}` is too long (the limit is {bytes} bytes)").label("too long"),
        }

        /// More text in the cells that are read than is read.
        TooMuchText { name: String, cell: String, bytes: usize } = Error "data-too-much-text" {
            ko: say!("{}의 글자가 너무 많습니다 ({cell} 칸에서 한도 {} MiB를 넘음)", code(name), bytes >> 20).label("여기에서 한도를 넘음").help("`range`로 보고서에 쓸 칸만 읽어 주세요."),
            en: say!("`{name}` holds too much text (beyond {} MiB at cell {cell})", bytes >> 20).label("beyond the limit").help("Read only what the report shows, with `range`."),
        }

        /// A cell that refers to a text that the file doesn't have.
        NoText { name: String, cell: String, index: String, count: usize } = Error "data-no-text" {
            ko: say!("{}의 {cell} 칸이 가리키는 글이 파일에 없습니다 (글 {count}개, 가리킨 번호 {index})", code(name)).label("글이 없는 칸").help("원본을 엑셀에서 열어 다시 저장해 주세요."),
            en: say!("the text of cell {cell} of `{name}` is missing (number {index} of {count})").label("no text").help("Open the original in Excel and save it again."),
        }

        /// A head that seems to begin further below, or to have more rows, than the definition says.
        HeadElsewhere { name: String, row: usize, range: Option<String>, head_rows: Option<usize> } = Hint "data-head" {
            ko: say!("{}의 머리행은 {row}번째 행에서 시작하는{} 듯합니다", code(name), head_rows.map(|rows| format!(" {rows}개 행인")).unwrap_or_default())
                .help(format!("맞으면 `data`에 적어 주세요: {}", head_keys(range.as_deref(), *head_rows))),
            en: say!("the head of `{name}` seems to begin at row {row}{}", head_rows.map(|rows| format!(" and to have {rows} rows")).unwrap_or_default())
                .help(format!("If so, write {} in `data`.", head_keys(range.as_deref(), *head_rows))),
        }

        /// What the sheet hides and the table leaves out.
        Hidden { name: String, what: HiddenParts } = Note "data-hidden" {
            ko: say!("{}에서 숨긴 {} 넣지 않았습니다", code(name), bare_object(&what.listed(lang))).help("넣으려면 `data`에 `hidden = \"show\"`를 적어 주세요."),
            en: say!("what `{name}` hides is left out: {}", what.listed(lang)).help("To keep it, write `hidden = \"show\"` in `data`."),
        }

        /// A sheet that the file hides, asked for by its name.
        HiddenSheet { name: String, sheet: String } = Error "hidden-sheet" {
            ko: say!("{}의 시트 {} 숨긴 시트입니다", code(name), topic(sheet)).label("숨긴 시트").help("그래도 쓰려면 `data`에 `hidden = \"show\"`를 적어 주세요."),
            en: say!("`{name}` hides the sheet `{sheet}`").label("a hidden sheet").help("To use it all the same, write `hidden = \"show\"` in `data`."),
        }

        /// A column that the sheet hides, asked for by its name.
        HiddenColumn { name: String } = Error "hidden-column" {
            ko: say!("열 {} 시트에서 숨긴 열입니다", topic(name)).label("숨긴 열").help("그래도 쓰려면 `data`에 `hidden = \"show\"`를 적어 주세요."),
            en: say!("the sheet hides the column `{name}`").label("a hidden column").help("To use it all the same, write `hidden = \"show\"` in `data`."),
        }

        /// A figure below zero that only a colour tells from one above it.
        SignHidden { name: String, cell: String, count: usize } = Warning "data-sign-hidden" {
            ko: say!("{}의 {cell} 칸은 음수인데 부호 없이 색으로만 나타냅니다{}", code(name), others(*count, lang)).label("색으로만 나타낸 음수").help("표시 형식의 음수 부분에 `-`나 `△`를 넣어 주세요. 보고서에서는 색이 사라집니다."),
            en: say!("cell {cell} of `{name}` is below zero, but only its colour says so{}", others(*count, lang)).label("below zero").help("Give its number format a sign for negative numbers: colours are lost in the report."),
        }

        /// A figure shown as a power of ten because its cell has no number format.
        Shortened { name: String, cell: String, count: usize } = Warning "data-shortened" {
            ko: say!("{}의 {cell} 칸은 수가 길어 지수로 보입니다{}", code(name), others(*count, lang)).label("지수로 보이는 수").help("엑셀에서 칸의 표시 형식을 ‘숫자’로 바꾸어 저장해 주세요."),
            en: say!("cell {cell} of `{name}` shows its long number as a power of ten{}", others(*count, lang)).label("a power of ten").help("Give the cell a number format in the spreadsheet."),
        }

        /// A comma that was read as a decimal point.
        DecimalComma { name: String, cell: String, count: usize } = Hint "data-decimal-comma" {
            ko: say!("{}의 {cell} 칸에서 쉼표를 소수점으로 읽었습니다{}", code(name), others(*count, lang)).label("소수점으로 읽은 쉼표").help("맞으면 `decimal = \",\"`를, 천 단위 쉼표이면 `decimal = \".\"`를 `data`에 적어 주세요."),
            en: say!("the comma of cell {cell} of `{name}` was read as a decimal point{}", others(*count, lang)).label("a decimal point").help("If so, write `decimal = \",\"` in `data`; if it parts thousands, `decimal = \".\"`."),
        }

        /// A comma that may be either.
        CommaUnclear { name: String, cell: String, value: String } = Error "data-comma-unclear" {
            ko: say!("{}의 {cell} 칸 {}의 쉼표가 소수점인지 천 단위인지 알 수 없습니다", code(name), code(value)).label("소수점? 천 단위?").help("`data`에 소수점이면 `decimal = \",\"`, 천 단위이면 `decimal = \".\"`를 적어 주세요."),
            en: say!("whether the comma of cell {cell} of `{name}`, `{value}`, stands before decimals can't be told").label("decimals or thousands?").help("Write `decimal = \",\"` in `data` if it stands before decimals, `decimal = \".\"` if between thousands."),
        }

        /// Marks that were emphasis until cells became data.
        MarksPrint { name: String, cell: String, count: usize } = Hint "data-marks" {
            ko: say!("{}의 {cell} 칸에 있는 강조 부호는 글자 그대로 찍힙니다{}", code(name), others(*count, lang)).label("그대로 찍히는 부호").help("강조로 쓰려면 `data`에 `markup = true`를 적어 주세요."),
            en: say!("the marks of cell {cell} of `{name}` print as they stand{}", others(*count, lang)).label("prints as it stands").help("To have them as emphasis, write `markup = true` in `data`."),
        }

        /// A quote that isn't closed, or closed too early.
        Quote { name: String, cell: String } = Error "data-quote" {
            ko: say!("{}의 {cell} 칸에서 따옴표의 짝이 맞지 않습니다", code(name)).label("여기에서 시작한 칸").help("따옴표로 싼 칸 안의 `\"`는 `\"\"`로 겹쳐 적습니다."),
            en: say!("the quotes of cell {cell} of `{name}` don't match").label("the cell begins here").help("Within a quoted cell, `\"` is doubled: `\"\"`."),
        }

        /// A key that this kind of file has no use for.
        NotForKind { key: &'static str, name: String } = Error "data-key" {
            ko: say!("`{key}`는 {}에 쓸 수 없습니다", code(name)).label("쓸모없는 항목").help("`sheet`는 스프레드시트에, `separator`, `encoding`, `decimal`은 CSV에 씁니다."),
            en: say!("`{key}` says nothing of `{name}`").label("of no use here").help("`sheet` is for spreadsheets, `separator`, `encoding` and `decimal` are for CSV."),
        }

        /// A sheet that the file doesn't have.
        UnknownSheet { name: String, sheet: String, like: Option<String>, sheets: Vec<String> } = Error "unknown-sheet" {
            ko: say!("{}에 시트 {} 없습니다", code(name), subject(sheet)).label("없는 시트").help(meant(like.as_deref(), lang).unwrap_or_else(|| format!("있는 시트: {}", listed(sheets, lang)))),
            en: say!("`{name}` has no sheet `{sheet}`").label("no such sheet").help(meant(like.as_deref(), lang).unwrap_or_else(|| format!("Its sheets: {}", listed(sheets, lang)))),
        }

        /// Several sheets, and none is named.
        SheetNeeded { name: String, sheets: Vec<String> } = Error "sheet-needed" {
            ko: say!("{}에는 시트가 여럿입니다", code(name)).label("`sheet` 필요").help(format!("쓸 시트를 `sheet`에 적어 주세요: {}", listed(sheets, lang))),
            en: say!("`{name}` has several sheets").label("`sheet` needed").help(format!("Name one in `sheet`: {}", listed(sheets, lang))),
        }

        /// Nothing in the range, or nothing below its head.
        NoRows { name: String } = Error "data-empty" {
            ko: say!("{}의 이 범위에는 머리행 아래에 행이 없습니다", code(name)).label("빈 범위").help("`range`와 `head-rows`를 확인해 주세요."),
            en: say!("`{name}` has no rows below the head in this range").label("nothing here").help("Look at `range` and `head-rows`."),
        }

        /// A row with more or fewer cells than the head.
        Ragged { name: String, cell: String, cells: usize, columns: usize } = Error "data-row-length" {
            ko: say!("{}의 {cell} 칸에서 시작하는 행은 {cells}칸인데 첫 행은 {columns}칸입니다", code(name)).label(format!("{cells}칸")),
            en: say!("the row of `{name}` that begins at {cell} has {cells} cells, the first {columns}").label(format!("{cells} cells")),
        }

        /// A cell whose formula failed.
        ErrorCell { name: String, cell: String, value: String } = Error "data-error-cell" {
            ko: say!("{}의 {cell} 칸은 수식 오류입니다: {value}", code(name)).label("수식 오류").help("스프레드시트에서 수식을 바로잡아 다시 저장해 주세요."),
            en: say!("the formula of cell {cell} of `{name}` failed: {value}").label("failed").help("Mend the formula in the spreadsheet and save it again."),
        }

        /// A cell whose formula has no saved result.
        NoResult { name: String, cell: String } = Error "data-no-result" {
            ko: say!("{}의 {cell} 칸에는 수식의 결과가 저장되어 있지 않습니다", code(name)).label("결과 없는 수식").help("스프레드시트 프로그램에서 한 번 열어 저장해 주세요."),
            en: say!("the formula of cell {cell} of `{name}` has no saved result").label("no result").help("Open the file in a spreadsheet program and save it."),
        }

        /// Text where a number must be.
        NotANumber { cell: Option<(String, String)>, column: String, value: String } = Error "not-a-number" {
            ko: say!("{}열 {}의 값 {} 숫자가 아닙니다", cell.as_ref().map(|(name, cell)| format!("{}의 {cell} 칸, ", code(name))).unwrap_or_default(), code(column), subject(value))
                .label("숫자가 아님").help("계산하는 열에는 숫자, `△숫자`, `-`, 빈칸만 쓸 수 있습니다."),
            en: say!("{}`{value}` in the column `{column}` is not a number", cell.as_ref().map(|(name, cell)| format!("cell {cell} of `{name}`: ")).unwrap_or_default())
                .label("not a number").help("A column that is reckoned with holds numbers, `△` numbers, `-` and empty cells only."),
        }

        /// A column that isn't there.
        UnknownColumn { name: String, like: Option<String>, known: Vec<String> } = Error "unknown-column" {
            ko: say!("열 {} 없습니다", subject(name)).label("없는 열").help(meant(like.as_deref(), lang).unwrap_or_else(|| format!("있는 열: {}", listed(known, lang)))),
            en: say!("there is no column `{name}`").label("no such column").help(meant(like.as_deref(), lang).unwrap_or_else(|| format!("The columns: {}", listed(known, lang)))),
        }

        /// A name that several columns have.
        AmbiguousColumn { name: String, full: Vec<String> } = Error "ambiguous-column" {
            ko: say!("이름이 {}인 열이 여럿입니다", code(name)).label("어느 열인지 알 수 없음").help(format!("위 머리칸까지 적어 주세요: {}", listed(full, lang))),
            en: say!("several columns are named `{name}`").label("which one?").help(format!("Write the cells of the head above it too: {}", listed(full, lang))),
        }

        /// A column that says neither or more than one thing of where it comes from.
        ColumnForm { } = Error "column-form" {
            ko: say!("열은 `column`, `sum`, `change`, `change-rate`, `rate`, `share` 가운데 하나를 적어 정합니다").label("하나만 필요"),
            en: say!("a column is given by one of `column`, `sum`, `change`, `change-rate`, `rate` and `share`").label("exactly one needed"),
        }

        /// An entry of `reckon` that doesn't name a column and one way in which it is reckoned.
        ReckonForm { } = Error "reckon-form" {
            ko: say!("`reckon`에는 열의 이름과 셈하는 방법 하나를 적어야 합니다").label("이름이나 방법이 빠졌거나 방법이 둘 이상")
                .help("`name`과, `sum`, `change`, `change-rate`, `rate`, `share` 가운데 하나를 적어 주세요. 예: `name = \"집행률(%)\", rate = [\"집행액\", \"예산액\"]`"),
            en: say!("an entry of `reckon` names a column and one way in which it is reckoned").label("no name, no way, or several")
                .help("Give `name`, and one of `sum`, `change`, `change-rate`, `rate` and `share`, such as `name = \"집행률(%)\", rate = [\"집행액\", \"예산액\"]`."),
        }

        /// An entry of `styles` that names neither or both of a row and a column.
        StyleForm { } = Error "style-form" {
            ko: say!("`styles`에는 `row`와 `column` 가운데 하나를 적어야 합니다").label("하나만 필요"),
            en: say!("an entry of `styles` names a row or a column").label("exactly one needed"),
        }

        /// A change that isn't between two columns.
        Pair { columns: usize } = Error "column-pair" {
            ko: say!("증감은 두 열 사이에서 계산하는데 {columns}개를 적었습니다").label("두 열 필요").help("앞 열과 뒤 열을 차례로 적어 주세요."),
            en: say!("a change is between two columns, but {columns} are given").label("two columns needed").help("Name the earlier column, then the later one."),
        }

        /// A filter that keeps everything.
        EmptyFilter { } = Error "filter-empty" {
            ko: say!("`filter`에 조건이 없습니다").label("조건 필요").help("`is`, `is-not`, `least`, `most` 가운데 하나 이상을 적어 주세요."),
            en: say!("this filter asks for nothing").label("asks for nothing").help("Give at least one of `is`, `is-not`, `least` and `most`."),
        }

        /// No row is left by the filter.
        NoneLeft { } = Error "filter-leaves-none" {
            ko: say!("`filter`에 맞는 행이 하나도 없습니다").label("남는 행이 없음"),
            en: say!("no row is left by `filter`").label("leaves no row"),
        }

        /// A figure beyond 28 digits.
        TooLarge { } = Error "figure-too-large" {
            ko: say!("계산 결과가 너무 큽니다 (28자리까지)").label("너무 큰 수"),
            en: say!("the result is too large (28 digits at most)").label("too large"),
        }

        /// A total whose name has no place.
        TotalPlace { } = Error "total-place" {
            ko: say!("합계의 이름이 설 자리가 없습니다").label("이름이 설 열을 합계 냄").help("이름이 서는 열(합계는 첫 열, 소계는 `by`의 바로 오른쪽 열)은 합계를 낼 수 없습니다."),
            en: say!("there is no place for the name of the total").label("its column is summed").help("The column of the name (the first; for subtotals the one at the right of `by`) can't be summed."),
        }
    }
}

/// What a sheet and its file hide.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct HiddenParts {
    /// Columns by their letters, or runs of them: `B`, `D~F`.
    pub columns: Vec<String>,
    /// Rows by their numbers, or runs of them.
    pub rows: Vec<String>,
    /// Whole sheets.
    pub sheets: Vec<String>,
}

impl HiddenParts {
    /// The columns by their letters, the rows by their numbers, the sheets by their names.
    fn listed(&self, lang: Lang) -> String {
        const MOST: usize = 6;
        let listed = |what: &str, all: &[String]| {
            let more = all.len().saturating_sub(MOST);
            let shown = all[..all.len() - more].join(", ");
            let rest = match (more, lang) {
                (0, _) => String::new(),
                (more, Lang::Ko) => format!(" 등 {}곳", more + MOST),
                (more, Lang::En) => format!(" and {more} more"),
            };
            (!all.is_empty()).then(|| format!("{what} {shown}{rest}"))
        };
        let parts = [
            listed(lang.choose("열", "columns"), &self.columns),
            listed(lang.choose("행", "rows"), &self.rows),
            listed(lang.choose("시트", "sheets"), &self.sheets),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

/// The keys that name a head.
fn head_keys(range: Option<&str>, head_rows: Option<usize>) -> String {
    let range = range.map(|range| format!("`range = \"{range}\"`"));
    let head_rows = head_rows.map(|rows| format!("`head-rows = {rows}`"));
    range.into_iter().chain(head_rows).collect::<Vec<_>>().join(", ")
}

/// That more cells are alike.
fn others(count: usize, lang: Lang) -> String {
    match (count, lang) {
        (0 | 1, _) => String::new(),
        (count, Lang::Ko) => format!(" (모두 {count}칸)"),
        (count, Lang::En) => format!(" ({count} cells in all)"),
    }
}

/// A name in code quotes.
fn code(name: &str) -> String {
    format!("`{name}`")
}
