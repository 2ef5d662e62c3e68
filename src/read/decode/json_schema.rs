//! What types accept, as JSON Schema (draft 2020-12): editors complete and check definitions with it.

use serde_json::{Map, Value, json};

use super::schema::{Schema, TableSchema};

impl Schema {
    /// A complete JSON Schema (draft 2020-12) of a file that this is the root of.
    pub(crate) fn to_json(&self, title: &str) -> Value {
        let mut tables = Map::new();
        let mut root = self.json(&mut tables);
        if let Schema::Table(table) = self {
            root = tables.remove(&table.name).unwrap_or(root);
        }
        if let Value::Object(entries) = &mut root {
            entries.insert("$schema".into(), "https://json-schema.org/draft/2020-12/schema".into());
            entries.insert("title".into(), title.into());
            entries.insert("$defs".into(), tables.into());
        }
        root
    }

    /// This as JSON Schema; tables go into `tables` once and are referred to.
    fn json(&self, tables: &mut Map<String, Value>) -> Value {
        match self {
            Schema::Text => json!({ "type": "string" }),
            Schema::Pattern(pattern) => json!({ "type": "string", "pattern": pattern }),
            Schema::Integer { least, most } => json!({ "type": "integer", "minimum": least, "maximum": most }),
            Schema::Number { bounds: None } => json!({ "type": "number" }),
            Schema::Number { bounds: Some((least, most)) } => {
                json!({ "type": "number", "minimum": least, "maximum": most })
            }
            Schema::Boolean => json!({ "type": "boolean" }),
            // Editors hand TOML dates to JSON Schema as strings.
            Schema::Date => json!({ "type": "string", "format": "date" }),
            Schema::Choice(words) => {
                let one_of: Vec<Value> =
                    words.iter().map(|(word, about)| json!({ "const": word, "description": about })).collect();
                json!({ "oneOf": one_of })
            }
            Schema::List(entry) => json!({ "type": "array", "items": entry.json(tables) }),
            Schema::Named(entry) => json!({ "type": "object", "additionalProperties": entry.json(tables) }),
            Schema::Table(table) => table.reference(tables),
            Schema::AnyOf(kinds) => {
                let any_of: Vec<Value> = kinds.iter().map(|kind| kind.json(tables)).collect();
                json!({ "anyOf": any_of })
            }
        }
    }
}

impl TableSchema {
    fn reference(&self, tables: &mut Map<String, Value>) -> Value {
        if !tables.contains_key(&self.name) {
            // Known by name before its keys are looked at.
            tables.insert(self.name.clone(), Value::Null);
            let json = self.json(tables);
            tables.insert(self.name.clone(), json);
        }
        json!({ "$ref": format!("#/$defs/{}", self.name) })
    }

    fn json(&self, tables: &mut Map<String, Value>) -> Value {
        let mut properties = Map::new();
        for key in &self.keys {
            let mut property = key.value.json(tables);
            property["description"] = key.about.as_str().into();
            properties.insert(key.name.clone(), property);
        }
        let required: Vec<&str> = self.keys.iter().filter(|key| key.required).map(|key| key.name.as_str()).collect();
        json!({
            "type": "object",
            "description": self.about,
            "properties": properties,
            "required": required,
            "additionalProperties": false,
        })
    }
}
