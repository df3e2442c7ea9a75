//! As much of JSON Schema as our own schema needs; an unknown keyword is a problem, so nothing is passed over.

use serde_json::Value;

/// Everything in `value` that the schema forbids.
pub(crate) fn problems(schema: &Value, value: &Value) -> Vec<String> {
    let mut out = Vec::new();
    check(schema, schema, value, "$", &mut out);
    out
}

fn check(root: &Value, schema: &Value, value: &Value, at: &str, out: &mut Vec<String>) {
    let Some(rules) = schema.as_object() else {
        if schema != &Value::Bool(true) {
            out.push(format!("{at}: forbidden"));
        }
        return;
    };
    for (keyword, rule) in rules {
        let fits = match keyword.as_str() {
            "$schema" | "$defs" | "title" | "description" | "format" | "default" => true,
            "$ref" => {
                let target = root.pointer(rule.as_str().unwrap().trim_start_matches('#')).expect("a known definition");
                check(root, target, value, at, out);
                true
            }
            "type" => match rule {
                Value::Array(types) => types.iter().any(|t| is(t, value)),
                one => is(one, value),
            },
            "enum" => rule.as_array().unwrap().contains(value),
            "const" => rule == value,
            "oneOf" | "anyOf" => rule.as_array().unwrap().iter().any(|s| {
                let mut inner = Vec::new();
                check(root, s, value, at, &mut inner);
                inner.is_empty()
            }),
            "minimum" => value.as_u64().is_none_or(|n| n >= rule.as_u64().unwrap_or(0)),
            "minItems" => value.as_array().is_none_or(|a| a.len() as u64 >= rule.as_u64().unwrap()),
            "maxItems" => value.as_array().is_none_or(|a| a.len() as u64 <= rule.as_u64().unwrap()),
            "required" => {
                let missing = rule.as_array().unwrap().iter().find(|k| value.as_object().is_some_and(|o| !o.contains_key(k.as_str().unwrap())));
                missing.is_none()
            }
            "items" => {
                for (i, item) in value.as_array().into_iter().flatten().enumerate() {
                    check(root, rule, item, &format!("{at}[{i}]"), out);
                }
                true
            }
            "properties" => {
                for (key, inner) in rule.as_object().unwrap() {
                    if let Some(item) = value.get(key) {
                        check(root, inner, item, &format!("{at}.{key}"), out);
                    }
                }
                true
            }
            "additionalProperties" => {
                let known = rules.get("properties").and_then(Value::as_object);
                for (key, item) in value.as_object().into_iter().flatten() {
                    if !known.is_some_and(|k| k.contains_key(key)) {
                        check(root, rule, item, &format!("{at}.{key}"), out);
                    }
                }
                true
            }
            _ => panic!("keyword {keyword} is not checked"),
        };
        if !fits {
            out.push(format!("{at}: {keyword}"));
        }
    }
}

fn is(name: &Value, value: &Value) -> bool {
    match name.as_str().unwrap() {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_u64() || value.is_i64(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        _ => false,
    }
}
