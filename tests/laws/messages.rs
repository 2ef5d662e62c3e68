//! Messages as bytes and back.

use crate::laws::support::seeded;
use crate::print::ipp::message::{Group, Message};
use crate::print::ipp::value::{Attribute, Value};
use proptest::prelude::*;

fn values() -> impl Strategy<Value = Value> {
    let words = "[a-z가-힣 ]{0,20}";
    let leaf = prop_oneof![
        any::<i32>().prop_map(Value::Integer),
        any::<bool>().prop_map(Value::Boolean),
        any::<i32>().prop_map(Value::Enum),
        any::<(i32, i32)>().prop_map(|(first, last)| Value::Range(first, last)),
        any::<(i32, i32)>().prop_map(|(across, along)| Value::Resolution(across, along)),
        words.prop_map(Value::Text),
        words.prop_map(Value::Name),
        words.prop_map(Value::Keyword),
        words.prop_map(Value::Uri),
        words.prop_map(Value::MimeType),
        (0x30..0x32u8, prop::collection::vec(any::<u8>(), 0..12)).prop_map(|(tag, bytes)| Value::Other(tag, bytes)),
    ];
    leaf.prop_recursive(3, 20, 4, |inner| prop::collection::vec(attributes(inner), 0..4).prop_map(Value::Collection))
}

fn attributes(values: impl Strategy<Value = Value>) -> impl Strategy<Value = Attribute> {
    ("[a-z-]{1,12}", prop::collection::vec(values, 1..4)).prop_map(|(name, values)| Attribute { name, values })
}

fn messages() -> impl Strategy<Value = Message> {
    let group = (1..8u8, prop::collection::vec(attributes(values()), 0..5))
        .prop_filter("3 ends the message", |(of, _)| *of != 3)
        .prop_map(|(of, attributes)| Group { of, attributes });
    (any::<u16>(), any::<u32>(), prop::collection::vec(group, 0..4)).prop_map(|(code, id, groups)| Message {
        version: [1, 1],
        code,
        id,
        groups,
    })
}

proptest! {
    #![proptest_config(seeded(256))]

    #[test]
    fn what_is_written_is_read_again(message in messages()) {
        prop_assert_eq!(Message::decode(&message.encode()), Some(message));
    }

    #[test]
    fn bytes_of_any_kind_are_no_panic(message in messages(), edits in prop::collection::vec((0..500usize, any::<u8>()), 0..9), end in 0..500usize) {
        let mut bytes = message.encode();
        for (at, byte) in edits {
            let length = bytes.len();
            bytes[at % length] = byte;
        }
        bytes.truncate(end);
        let _ = Message::decode(&bytes);
    }
}
