//! `bogoseo build --explain`: a line a chapter, how it was fitted to its pages.

use unicode_width::UnicodeWidthStr;

use crate::build::{Account, Fitted};
use crate::diag::Lang;

/// The table: chapter, page, fill of its last page, the means it was fitted by, lines with letters moved beyond comfort.
pub(super) fn table(accounts: &[Account], lang: Lang) -> String {
    let head = match lang {
        Lang::Ko => ["장", "쪽", "채움", "간격", "줄간격", "자간", "글자", "조인 줄"],
        Lang::En => ["chapter", "page", "fill", "gaps", "spacing", "letters", "type", "tight lines"],
    };
    let rows: Vec<[String; 8]> = std::iter::once(head.map(str::to_owned)).chain(accounts.iter().map(row)).collect();
    let mut widths = [0; 8];
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.width());
        }
    }
    let mut table = String::new();
    for row in &rows {
        for (column, (cell, width)) in row.iter().zip(widths).enumerate() {
            let blanks = " ".repeat(width - cell.width());
            // Names at the left, figures at the right.
            table += &if column == 0 { format!("{cell}{blanks}") } else { format!("  {blanks}{cell}") };
        }
        table.push('\n');
    }
    table
}

fn row(account: &Account) -> [String; 8] {
    let page = match (account.first_page, account.pages) {
        (None, _) => "-".to_owned(),
        (Some(first), 1) => first.to_string(),
        (Some(first), pages) => format!("{first}-{}", first + pages - 1),
    };
    let fitted = |what: &dyn Fn(&Fitted) -> String| account.fitting.as_ref().map_or_else(|| "-".to_owned(), what);
    [
        account.name.clone(),
        page,
        format!("{}%", account.fill),
        fitted(&|it| format!("{}%", it.gaps)),
        fitted(&|it| format!("{}%", it.line_spacing)),
        fitted(&|it| format!("{}%", it.letters)),
        fitted(&|it| it.type_size.clone()),
        format!("{}/{}", account.tightened_lines, account.lines),
    ]
}
