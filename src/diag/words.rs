//! The languages that messages are in, and the words of one message.

use super::particle;

/// A language of messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Lang {
    /// Korean.
    #[default]
    Ko,
    /// English.
    En,
}

impl Lang {
    /// The one of two wordings that is in this language.
    pub fn choose<T>(self, ko: T, en: T) -> T {
        match self {
            Lang::Ko => ko,
            Lang::En => en,
        }
    }
}

/// What is said of one problem, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Words {
    /// What is wrong, in one sentence.
    pub message: String,
    /// What stands beside the marked place.
    pub label: Option<String>,
    /// What to do about it.
    pub help: Option<String>,
}

impl Words {
    /// Says this sentence.
    pub(crate) fn new(message: impl Into<String>) -> Words {
        Words { message: message.into(), label: None, help: None }
    }

    /// And this beside the place.
    pub(crate) fn label(self, label: impl Into<String>) -> Words {
        Words { label: Some(label.into()), ..self }
    }

    /// And this as help.
    pub(crate) fn help(self, help: impl Into<String>) -> Words {
        Words { help: Some(help.into()), ..self }
    }

    /// And this as help, if there is any.
    pub(crate) fn help_if(self, help: Option<String>) -> Words {
        Words { help, ..self }
    }
}

/// `Words` of a format string and its arguments.
macro_rules! say {
    ($($format:tt)*) => { $crate::diag::words::Words::new(format!($($format)*)) };
}
pub(crate) use say;

/// A short list for a message: the first names in code quotes, and how many more.
pub(crate) fn listed<S: AsRef<str>>(names: &[S], lang: Lang) -> String {
    const SHOWN: usize = 12;
    let mut list = names.iter().take(SHOWN).map(|name| format!("`{}`", name.as_ref())).collect::<Vec<_>>().join(", ");
    if let Some(more) = names.len().checked_sub(SHOWN).filter(|&more| more > 0) {
        list += &lang.choose(format!(" 밖에 {more}개"), format!(" and {more} more"));
    }
    list
}

/// "Did you mean", if a name is near.
pub(crate) fn meant(like: Option<&str>, lang: Lang) -> Option<String> {
    let like = like?;
    Some(lang.choose(
        format!("{} 쓰려던 것이 아닌지 확인해 주세요.", particle::object(like)),
        format!("Did you mean `{like}`?"),
    ))
}
