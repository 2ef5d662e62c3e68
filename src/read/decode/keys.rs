//! Declares a table by its keys.

/// Declares a table: a struct whose fields are its keys, its decoding, its entry in the JSON Schema, and the visit of all that is in it.
///
/// A field's key is its name in kebab-case, its description the doc comment. A key is required unless its type has a
/// value for its absence (`Option`, `Named`, a table without required keys) or the field a default after `=`. The field
/// `span` is added: where the table stands.
///
/// Where one key says its [`Role`](crate::read::decode::Role) after `as`, all must.
macro_rules! keys {
    (
        $(#[doc = $about:literal])+
        pub struct $name:ident {
            $( $(#[doc = $doc:literal])+ $field:ident: $type:ty as $role:ident $(= $default:expr)?, )+
        }
    ) => {
        $crate::read::decode::keys! {
            @declare $(#[doc = $about])+
            $name { $( $(#[doc = $doc])+ $field: $type as $role $(= $default)?, )+ }
        }
    };

    (
        $(#[doc = $about:literal])+
        pub struct $name:ident {
            $( $(#[doc = $doc:literal])+ $field:ident: $type:ty $(= $default:expr)?, )+
        }
    ) => {
        $crate::read::decode::keys! {
            @declare $(#[doc = $about])+
            $name { $( $(#[doc = $doc])+ $field: $type $(= $default)?, )+ }
        }
    };

    (
        @declare $(#[doc = $about:literal])+
        $name:ident {
            $( $(#[doc = $doc:literal])+ $field:ident: $type:ty $(as $role:ident)? $(= $default:expr)?, )+
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone)]
        pub(crate) struct $name {
            /// Where it stands: the line `[name]`, or all of an inline table.
            #[allow(dead_code, reason = "of some tables nobody asks where they stand")]
            pub span: $crate::model::source::Span,
            $( $(#[doc = $doc])+ pub $field: $type, )*
        }

        impl $crate::read::decode::Decode for $name {
            fn decode(
                value: &$crate::read::decode::Value<'_>,
                decoder: &mut $crate::read::decode::Decoder<'_>,
            ) -> Option<Self> {
                let table = decoder.table(value, &[$(stringify!($field)),*])?;
                // All keys are read before one that fails ends it, so that all that is wrong is reported.
                $( let $field = table.key(stringify!($field), decoder, |at| keys!(@absent at, $type $(, $default)?)); )*
                Some($name { span: table.span(), $( $field: $field?, )* })
            }

            fn schema() -> $crate::read::decode::schema::Schema {
                let nowhere = $crate::model::source::Span { file: $crate::model::source::FileId(0), start: 0, end: 0 };
                $crate::read::decode::schema::Schema::Table($crate::read::decode::schema::TableSchema {
                    name: $crate::read::decode::schema::entry_name(stringify!($name)),
                    about: $crate::read::decode::about(&[$($about),+]),
                    keys: vec![$( $crate::read::decode::schema::KeySchema {
                        name: $crate::read::decode::kebab(stringify!($field)),
                        about: $crate::read::decode::about(&[$($doc),+]),
                        required: keys!(@absent nowhere, $type $(, $default)?).is_none(),
                        role: keys!(@role $($role)?),
                        value: <$type as $crate::read::decode::Decode>::schema(),
                    } ),*],
                })
            }

            fn visit(
                &mut self,
                role: $crate::read::decode::Role,
                visit: &mut dyn FnMut($crate::read::decode::Role, &mut dyn std::any::Any),
            ) {
                $(
                    let of_key = keys!(@role_below role $(, $role)?);
                    $crate::read::decode::Decode::visit(&mut self.$field, of_key, visit);
                )*
                visit(role, self);
            }

            fn absent(parent: $crate::model::source::Span) -> Option<Self> {
                Some($name { span: parent, $( $field: keys!(@absent parent, $type $(, $default)?)?, )* })
            }

            fn stand_in(parent: $crate::model::source::Span) -> Option<Self> {
                Some($name {
                    span: parent,
                    $( $field: keys!(@absent parent, $type $(, $default)?)
                        .or_else(|| <$type as $crate::read::decode::Decode>::stand_in(parent))?, )*
                })
            }
        }
    };

    (@role) => { None };
    (@role $role:ident) => { Some($crate::read::decode::Role::$role) };

    (@role_below $above:ident) => { $above };
    (@role_below $above:ident, $role:ident) => { $crate::read::decode::Role::$role };

    (@absent $at:ident, $type:ty) => { <$type as $crate::read::decode::Decode>::absent($at) };
    (@absent $at:ident, $type:ty, $default:expr) => { { let _ = $at; Some::<$type>($default) } };
}
pub(crate) use keys;

#[cfg(test)]
mod tests {
    use crate::diag::{Diagnostics, FoundList};
    use crate::model::source::{Source, SourceMap};
    use crate::read::decode::{Named, Typed, decode};

    keys! {
        /// An inner table.
        pub struct Inner {
            /// How often.
            how_often: u8 = 3,
        }
    }

    keys! {
        /// An outer table.
        pub struct Outer {
            /// Its title.
            title: Typed,
            /// Perhaps a note.
            note: Option<Typed>,
            /// Inner things, with defaults of their own.
            inner: Inner,
            /// Things by name.
            thing: Named<Inner>,
            /// A list.
            list: Vec<Inner> = Vec::new(),
        }
    }

    fn read(text: &str) -> (Option<Outer>, FoundList) {
        let mut sources = SourceMap::default();
        let file = sources.add(Source::new("test.toml", text));
        let mut sink = Diagnostics::new();
        let outer = decode::<Outer>(file, &sources, &mut sink);
        (outer, sink.finish())
    }

    fn codes(findings: &FoundList) -> Vec<&str> {
        findings.list.iter().map(|found| found.problem.code()).collect()
    }

    #[test]
    fn missing_keys_have_their_defaults() {
        let (outer, findings) = read("title = 'x'\nthing.b = {how-often = 1}\nthing.a = {}");
        let outer = outer.expect("all is well");
        assert!(findings.is_empty());
        assert_eq!(outer.inner.span, outer.span, "a table that is left out stands where its parent does");
        assert_eq!((outer.inner.how_often, outer.note.is_none(), outer.list.len()), (3, true, 0));
        let names: Vec<_> = outer.thing.entries.iter().map(|(name, _)| name.content.as_str()).collect();
        assert_eq!(names, ["b", "a"], "in the order of the file");
    }

    #[test]
    fn everything_wrong_is_reported_and_the_rest_is_kept() {
        let (outer, findings) =
            read("footer = 1\nnote = 2\n[inner]\nhow-often = 300\n[[list]]\nhow-often = 'x'\n[[list]]\nhow-often = 7");
        assert_eq!(codes(&findings), ["missing-key", "unknown-key", "wrong-type", "out-of-range", "wrong-type"]);
        let outer = outer.expect("what can't be read has a stand-in");
        assert_eq!(outer.title.content, "");
        assert_eq!(outer.list.iter().map(|inner| inner.how_often).collect::<Vec<_>>(), [3, 7]);
    }

    #[test]
    fn a_key_that_was_mistyped_is_not_missing_as_well() {
        assert_eq!(codes(&read("titel = 'x'").1), ["unknown-key"]);
    }

    #[test]
    fn a_broken_file_is_still_read_for_what_it_names() {
        let (outer, findings) = read("title = 'x'\nnote = \n[thing.a]\nhow-often = \"\"\n");
        assert_eq!(codes(&findings), ["syntax"]);
        assert_eq!(outer.expect("read all the same").thing.entries.len(), 1);
    }
}
