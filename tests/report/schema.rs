//! Output compared with schemas: JSON Schema by a real validator, XML by the few rules that the one XSD uses.

use roxmltree::{Document, Node};
use serde_json::Value;

/// Everything in `value` that the schema forbids.
pub(crate) fn problems(schema: &Value, value: &Value) -> Vec<String> {
    let validator = jsonschema::options().should_validate_formats(true).build(schema).unwrap_or_else(|error| panic!("{error}"));
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

pub(crate) fn sarif() -> Value {
    let text = include_str!("schemas/sarif-2.1.0.json");
    assert_eq!(text.matches("]?$\"").count(), 2);
    serde_json::from_str(&text.replace("]?$\"", "$\"")).unwrap()
}

pub(crate) fn gitlab() -> Value {
    serde_json::from_str(include_str!("schemas/gitlab-code-quality.json")).unwrap()
}

/// Everything in a JUnit file that the XSD of Jenkins does not know: elements, attributes, places of elements.
pub(crate) fn junit_problems(xml: &str) -> Vec<String> {
    let schema = Document::parse(include_str!("schemas/junit-10.xsd")).unwrap();
    let document = Document::parse(xml).unwrap_or_else(|error| panic!("{error}\n{xml}"));
    assert_eq!(document.root_element().tag_name().name(), "testsuites");
    let mut problems = Vec::new();
    for element in document.descendants().filter(Node::is_element) {
        let name = element.tag_name().name();
        let declared = |kind: &'static str, of: Node<'_, '_>| {
            of.descendants()
                .skip(1)
                .filter(move |n| n.tag_name().name() == kind)
                .map(|n| n.attributes().map(|a| a.value().to_owned()).collect())
                .collect::<Vec<Vec<String>>>()
        };
        let Some(rule) = schema.root_element().children().find(|n| n.tag_name().name() == "element" && n.attribute("name") == Some(name)) else {
            problems.push(format!("<{name}> is unknown"));
            continue;
        };
        let attributes = declared("attribute", rule);
        for attribute in element.attributes().filter(|a| !attributes.iter().any(|d| d[0] == a.name())) {
            problems.push(format!("<{name} {}> is unknown", attribute.name()));
        }
        for required in attributes.iter().filter(|d| d.last().is_some_and(|u| u == "required") && !element.has_attribute(d[0].as_str())) {
            problems.push(format!("<{name}> lacks {}", required[0]));
        }
        let inside = declared("element", rule);
        for child in element.children().filter(Node::is_element) {
            if !inside.iter().any(|d| d[0] == child.tag_name().name()) {
                problems.push(format!("<{}> stands in <{name}>", child.tag_name().name()));
            }
        }
    }
    problems
}

#[test]
fn what_the_schemas_forbid_is_seen() {
    let wrong = r#"<testsuites skipped="0"><testsuite name="a" tests="1" errors="0"><testcase><failure/><testcase name="b"/></testcase></testsuite></testsuites>"#;
    let expected = ["<testsuites skipped> is unknown", "<testsuite> lacks failures", "<testcase> lacks name", "<testcase> stands in <testcase>"];
    assert_eq!(junit_problems(wrong), expected);
    assert!(!problems(&sarif(), &serde_json::json!({ "version": "2.1.0", "runs": [{ "results": [] }] })).is_empty());
    assert!(!problems(&gitlab(), &serde_json::json!([{ "description": "a" }])).is_empty());
}
