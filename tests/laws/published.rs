//! The schemas of what goes out as JSON are those of its types.

use schemars::{JsonSchema, schema_for};

use crate::laws::support::accepted::{compare, none_differ};
use crate::laws::support::root;
use crate::{Account, Differences, FindingList};

fn schema<T: JsonSchema>() -> String {
    serde_json::to_string_pretty(&schema_for!(T)).expect("a schema is JSON") + "\n"
}

#[test]
fn published_schemas_are_those_of_the_types() {
    let all = [
        ("findings", schema::<FindingList>()),
        ("differences", schema::<Differences>()),
        ("accounts", schema::<Vec<Account>>()),
    ];
    let path = |name: &str| root().join(format!("docs/schemas/{name}.json"));
    let different: Vec<String> = all.iter().filter_map(|(name, schema)| compare(&path(name), schema)).collect();
    none_differ(&different);
}
