//! `AppDeleteFamily`: deletes a family. [Reference](https://cloud.tencent.com/document/product/1081/40809)

use crate::action::prelude::*;

/// `AppDeleteFamily`.
pub const ACTION: Action = Action {
    name: "AppDeleteFamily",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("FamilyId", Text, "Family it is about."),
        required("Name", Text, "Its name. Name of the family being deleted."),
    ],
    output: &[],
    docs: docs(Docs {
        group: "family",
        about: "Deletes a family.",
        about_zh: "。",
        page: Some(40809),
        notes: &["The family's name is required besides its id, with no word on what a mismatch does."],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"FamilyId":"f_1","Name":"x"}"#,
            answer: r#"{"Response":{"RequestId":"req_1"}}"#,
        },
    }),
};
