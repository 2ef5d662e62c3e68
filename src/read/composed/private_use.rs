//! What characters of private use stand for, by the published tables of the programs that write them: 한글's old Hangul and signs, and the bullets of Word.

use std::sync::OnceLock;

/// Syllables and letters of old Hangul as Hanyang Systems gave them places in private use, U+E0BC to U+F8F7, and as 한글 and Word have them to this day: the table of
/// the Hanyang PUA table project of KTUG, which is in the public domain. A line of one number is where the next syllables begin.
const HANYANG: &str = include_str!("hanyang.txt");
/// The first of them.
const HANYANG_BEGINS: u32 = 0xE0BC;

/// U+F020 to U+F0FF: the signs of Wingdings, which 한글 draws there whatever the font is called, as Unicode has them (L2/12-368); but for `•`, which Word writes at
/// U+F0B7 for its bullet. `-` where there is none.
const SYMBOLS: &str = "\
    - 🖉 ✂ ✁ 👓 🕭 🕮 🕯 🕿 ✆ 🖂 🖃 📪 📫 📬 📭 \
    🗀 🗁 🗎 🗏 🗐 🗄 ⌛ 🖮 🖰 🖲 🖳 🖴 🖫 🖬 ✇ ✍ \
    🖎 ✌ 🖏 👍 👎 ☜ ☞ ☝ ☟ 🖐 ☺ 😐 ☹ 💣 ☠ 🏳 \
    🏱 ✈ ☼ 🌢 ❄ 🕆 ✞ 🕈 ✠ ✡ ☪ ☯ 🕉 ☸ ♈ ♉ \
    ♊ ♋ ♌ ♍ ♎ ♏ ♐ ♑ ♒ ♓ 🙰 🙵 ● ❍ ■ □ \
    🞐 ❑ ❒ ⬧ ⧫ ◆ ❖ ⬥ ⌧ ⮹ ⌘ 🏵 🏶 🙶 🙷 - \
    ⓪ ① ② ③ ④ ⑤ ⑥ ⑦ ⑧ ⑨ ⑩ ⓿ ❶ ❷ ❸ ❹ \
    ❺ ❻ ❼ ❽ ❾ ❿ 🙢 🙠 🙡 🙣 🙞 🙜 🙝 🙟 · • \
    · ○ 🞆 🞈 ◉ ◎ 🔿 ▪ ◻ 🟁 ✦ ★ ✶ ✴ ✹ ✵ \
    ⯐ ⌖ ⟡ ⌑ ⯑ ✪ ✰ • 🕑 🕒 🕓 🕔 🕕 🕖 🕗 🕘 \
    🕙 🕚 🕛 ⮰ ⮱ ⮲ ⮳ ⮴ ⮵ ⮶ ⮷ 🙪 🙫 🙕 🙔 🙗 \
    🙖 🙐 🙑 🙒 🙓 ⌫ ⌦ ⮘ ➢ ⮙ ⮛ ⮈ ➲ ⮉ ⮋ ← \
    → ↑ ↓ ↖ ↗ ↙ ↘ 🡸 ➔ 🡹 🡻 🡼 🡽 🡿 🡾 ⇦ \
    ⇨ ⇧ ⇩ ⬄ ⇳ ⬁ ⬀ ⬃ ⬂ ▭ ▫ ✗ ✔ ☒ ☑ -";
/// The first of them.
const SYMBOLS_BEGIN: u32 = 0xF020;

/// What 한글 has beyond the first plane: only what its own pages show to be so. Figures in boxes have no signs in Unicode; they number things, as those in circles do.
const SIGNS: &[(u32, &str)] = &[
    (0xF003B, "↓"),
    (0xF0090, "✺"),
    (0xF00DA, "▸"),
    (0xF00E1, "(인)"),
    (0xF012B, "(인)"),
    (0xF02EC, "◇"),
    (0xF02EF, "·"),
    (0xF02FB, "▸"),
    (0xF02FC, "►"),
    (0xF031C, "■"),
    (0xF03A0, "↵"),
    (0xF03A7, "⊟"),
    (0xF03A8, "⊞"),
    (0xF03C5, "□"),
    (0xF03DA, "□"),
    (0xF03FF, "□"),
    (0xF0806, "┌"),
    (0xF0807, "┬"),
    (0xF0808, "┐"),
    (0xF080C, "└"),
    (0xF080E, "┘"),
    (0xF080F, "━"),
    (0xF0810, "│"),
    (0xF0811, "┌"),
    (0xF0817, "└"),
    (0xF081A, "─"),
    (0xF081C, "┈"),
    (0xF0827, "■"),
    (0xF0832, "═"),
    (0xF0848, "━"),
    (0xF0854, "《"),
    (0xF0855, "》"),
];

/// The same of figures: where a row of them begins, and the row.
const FIGURES: &[(u32, &str)] =
    &[(0xF0288, "⓪ ① ② ③ ④ ⑤ ⑥ ⑦ ⑧ ⑨"), (0xF02B1, "① ② ③ ④ ⑤ ⑥ ⑦ ⑧ ⑨"), (0xF02CE, "❶ ❷ ❸ ❹ ❺ ❻ ❼ ❽ ❾")];

/// What a character of private use stands for; `None` where that isn't known.
pub(super) fn meaning(character: char) -> Option<&'static str> {
    let code = u32::from(character);
    let symbol = code.checked_sub(SYMBOLS_BEGIN).and_then(|at| nth(SYMBOLS, at).filter(|symbol| *symbol != "-"));
    let figure = || FIGURES.iter().find_map(|(first, row)| nth(row, code.checked_sub(*first)?));
    let sign = || SIGNS.iter().find(|(known, _)| *known == code).map(|(_, sign)| *sign);
    symbol.or_else(|| hanyang(code)).or_else(figure).or_else(sign)
}

/// One of words with a blank between each two.
fn nth(words: &'static str, at: u32) -> Option<&'static str> {
    words.split(' ').nth(at as usize)
}

/// What a syllable or letter of old Hangul is in Unicode. The table is looked through once, and only where one of them was written.
fn hanyang(code: u32) -> Option<&'static str> {
    static TABLE: OnceLock<Vec<&'static str>> = OnceLock::new();
    let at = code.checked_sub(HANYANG_BEGINS)? as usize;
    let table = TABLE.get_or_init(|| {
        let mut table = Vec::new();
        for line in HANYANG.lines() {
            match u32::from_str_radix(line, 16) {
                Ok(first) => table.resize(first.saturating_sub(HANYANG_BEGINS) as usize, ""),
                Err(_) => table.extend(line.split(' ')),
            }
        }
        table
    });
    table.get(at).copied().filter(|syllable| !syllable.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_hangul_is_where_the_table_has_it() {
        let of = |code: u32| char::from_u32(code).and_then(meaning);
        assert_eq!(of(0xE0BC), Some("\u{115f}\u{1161}\u{11ae}"));
        assert_eq!(of(0xE1A7), Some("\u{1100}\u{119e}"));
        assert_eq!(of(0xF53A), Some("\u{1112}\u{119e}\u{11ab}"));
        assert_eq!((of(0xE0BB), of(0xEFFF + 1), of(0xF8F7).is_some(), of(0xF8F8)), (None, None, true, None));
        let known = (HANYANG_BEGINS..=0xF8F7).filter(|code| hanyang(*code).is_some()).count();
        assert_eq!(known, 5_660);
    }

    #[test]
    fn signs_of_the_first_plane_and_beyond_it() {
        let of = |code: u32| char::from_u32(code).and_then(meaning);
        assert_eq!(SYMBOLS.split(' ').count(), 0x100 - 0x20);
        let signs = [0xF06E, 0xF0A7, 0xF0B7, 0xF0FC, 0xF0FE, 0xF08C, 0xF0E0, 0xF0D8].map(of);
        assert_eq!(signs, ["■", "▪", "•", "✔", "☑", "❶", "→", "➢"].map(Some));
        let signs = [0xF0288, 0xF0291, 0xF02B1, 0xF02B9, 0xF02CE, 0xF02EF, 0xF03DA].map(of);
        assert_eq!(signs, ["⓪", "⑨", "①", "⑨", "❶", "·", "□"].map(Some));
        assert_eq!((of(0xF02BA), of(0xF0000), of(0xF020), of(0x100000)), (None, None, None, None));
    }
}
