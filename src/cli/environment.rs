//! What the process knows of its user: the language, and whether there are colours.

use std::io::IsTerminal;

use super::args::{Args, When};
use super::output::tell;
use crate::diag::{Findings, Lang, Style};

/// How the program speaks to its user.
#[derive(Debug, Clone, Copy)]
pub(super) struct Environment {
    /// The language of messages.
    pub lang: Lang,
    /// Whether standard output has colours.
    pub colour: bool,
    /// Whether somebody looks at standard error.
    pub terminal: bool,
}

impl Environment {
    /// From the arguments, and the environment of the process where they say nothing.
    pub(crate) fn of_process(args: &Args) -> Environment {
        let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        let lang = args.lang.map(Lang::from).unwrap_or_else(|| {
            let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(variable);
            lang_of(locale.as_deref())
        });
        let colour = match args.color {
            When::Always => true,
            When::Never => false,
            // https://no-color.org
            When::Auto => std::io::stdout().is_terminal() && variable("NO_COLOR").is_none(),
        };
        Environment { lang, colour, terminal: std::io::stderr().is_terminal() }
    }

    /// Says what was found: errors, and warnings unless it is to be quiet. Notes are for whoever asks.
    pub(crate) fn tell(self, mut findings: Findings, quiet: bool) {
        findings.found.worth_saying(quiet);
        tell(&findings.text(self.style()));
    }

    /// How findings are dressed.
    pub(crate) fn style(self) -> Style {
        Style { lang: self.lang, colour: self.colour }
    }
}

/// Who prints, as jobs are named.
pub(super) fn user() -> String {
    let named = ["USER", "USERNAME", "LOGNAME"].into_iter().find_map(|name| std::env::var(name).ok());
    named.filter(|name| !name.is_empty()).unwrap_or_else(|| "bogoseo".to_owned())
}

/// The print server that is named instead of this machine's.
pub(super) fn print_server() -> Option<String> {
    std::env::var("CUPS_SERVER").ok().filter(|name| !name.is_empty())
}

/// The language of a locale: `ko_KR.UTF-8`. Without a locale Korean, the language of the reports.
fn lang_of(locale: Option<&str>) -> Lang {
    match locale {
        None => Lang::Ko,
        Some(locale) if locale.starts_with("ko") => Lang::Ko,
        // The locale of machines, and of images of machines: it says nothing of who reads.
        Some(locale) if matches!(locale.split('.').next(), Some("C" | "POSIX")) => Lang::Ko,
        Some(_) => Lang::En,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locale_chooses_the_language() {
        for (locale, lang) in [
            (None, Lang::Ko),
            (Some("ko_KR.UTF-8"), Lang::Ko),
            (Some("C.UTF-8"), Lang::Ko),
            (Some("en_US.UTF-8"), Lang::En),
            (Some("de_DE"), Lang::En),
        ] {
            assert_eq!(lang_of(locale), lang, "{locale:?}");
        }
    }
}
