//! `AppDeleteFamily`: removes a family. [Reference](https://cloud.tencent.com/document/product/1081/40809)

use crate::action::prelude::*;

/// `AppDeleteFamily`.
pub const ACTION: Action = Action {
    name: "AppDeleteFamily",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("FamilyId", Text, "Family to delete."),
        required("Name", Text, "Name of the family."),
    ],
    output: &[],
    docs: docs(Docs {
        group: "family",
        about: "Deletes a family.",
        about_zh: "删除家庭。",
        page: Some(40809),
        notes: &["The name is required besides the id; no page says what becomes of one that does not match."],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"FamilyId":"e0e23a2b33a2","Name":"family_name"}"#,
            answer: r#"{"Response":{"RequestId":"req_1"}}"#,
        },
    }),
};
