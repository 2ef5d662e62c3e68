//! Declares a choice of words.

/// Declares an enum by the words that a file calls its variants, its decoding, and its entry in the JSON Schema.
///
/// With `impl` instead of `pub enum`, for an enum that is declared elsewhere.
macro_rules! choices {
    (
        $(#[doc = $about:literal])+
        pub enum $name:ident {
            $( $(#[doc = $doc:literal])+ $variant:ident = $word:literal, )*
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum $name {
            $( $(#[doc = $doc])+ $variant, )*
        }

        $crate::read::decode::choices! {
            impl $name { $( $(#[doc = $doc])+ $variant = $word, )* }
        }
    };

    (impl $name:ident { $( $(#[doc = $doc:literal])+ $variant:ident = $word:literal, )* }) => {
        impl $crate::read::decode::Decode for $name {
            fn decode(
                value: &$crate::read::decode::Value<'_>,
                decoder: &mut $crate::read::decode::Decoder<'_>,
            ) -> Option<Self> {
                const WORDS: &[&str] = &[$($word),*];
                match decoder.word(value, WORDS)? {
                    $( $word => Some($name::$variant), )*
                    _ => None,
                }
            }

            fn schema() -> $crate::read::decode::schema::Schema {
                $crate::read::decode::schema::Schema::Choice(vec![
                    $( ($word, $crate::read::decode::about(&[$($doc),+])) ),*
                ])
            }
        }
    };
}
pub(crate) use choices;

use super::{Decoder, Value};
use crate::diag::{KeyProblem, Kind, nearest};

impl Decoder<'_> {
    /// The one of these words that a string is.
    pub(crate) fn word(&mut self, value: &Value<'_>, words: &'static [&'static str]) -> Option<&'static str> {
        let typed = self.text(value, &[Kind::Text])?;
        let word = words.iter().copied().find(|word| *word == typed.content);
        if word.is_none() {
            let like = nearest(&typed.content, words.iter().copied()).map(str::to_owned);
            let problem = KeyProblem::UnknownChoice { value: typed.content, like, choices: words.to_vec() };
            self.report(problem, self.span(value));
        }
        word
    }
}
