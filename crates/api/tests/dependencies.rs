//! Dependencies one by one, as the line of one asks for it.

#![allow(clippy::unwrap_used, reason = "a broken set-up is a failed test")]

mod common;

use common::{call, found, refused, with_sample};
use milepost_api::ErrorCode;
use serde_json::{Value, json};

#[test]
fn a_dependency_is_told_with_what_it_ties_as_long_as_it_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_sample(folder.path());
    let predecessor = found(&app, "Scheduled report delivery");
    let successor = found(&app, "Saved filters");
    let row = json!({
        "id": "01900000-0000-7000-8000-00000000f001", "predecessor": predecessor, "successor": successor,
        "kind": "finish_to_start", "lag_days": 2,
    });
    call(&app, "apply", &json!({ "operation": { "operation": "link", "dependency": row } }));
    let request = json!({ "id": row["id"] });
    let told = call(&app, "dependency", &request);
    assert_eq!(told["dependency"], row);
    assert_eq!(told["predecessor"]["title"], "Scheduled report delivery");
    assert_eq!(told["successor"]["title"], "Saved filters");
    assert_eq!(told["conflict"], true, "Saved filters come long before");
    call(&app, "undo", &Value::Null);
    assert_eq!(refused(&app, "dependency", &request).0, ErrorCode::Rule);
}
