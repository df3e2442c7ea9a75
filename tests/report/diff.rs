//! The comparison of two versions for programs.

use crate::{PLAN, SUM, assert_plain, assert_up_to_date, audited, checklist, schema};
use crpd_check::report::Format;
use crpd_check::report::diff::{self, DiffReport};
use crpd_check::text::Lang;
use serde_json::Value;

#[test]
fn the_json_follows_its_schema() {
    let checklist = checklist();
    let newer = PLAN.replace("2027", "2029").replace("wird", "soll");
    let versions =
        |new: &str| DiffReport::new(&checklist, SUM.to_owned(), audited("alt.md", PLAN, &checklist), audited("neu.md", new, &checklist), Lang::De);
    let schema = serde_json::to_value(diff::schema()).unwrap();
    for new in [newer.as_str(), PLAN, ""] {
        let mut json: Value = serde_json::from_str(&diff::render(&versions(new), Format::Json, 0)).unwrap();
        assert_eq!(schema::problems(&schema, &json), Vec::<String>::new());
        json["criteria"][0]["old"]["points"] = Value::from("viel");
        assert_eq!(schema::problems(&schema, &json).len(), 1);
        assert_plain(&diff::render(&versions(new), Format::Plain, 0));
    }
    assert_up_to_date("docs/schema/diff.json", &diff::schema());
}
