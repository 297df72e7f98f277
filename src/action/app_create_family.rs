//! `AppCreateFamily`: creates a family (home) owned by the user. [Reference](https://cloud.tencent.com/document/product/1081/40808)

use crate::action::prelude::*;

/// `AppCreateFamily`.
pub const ACTION: Action = Action {
    name: "AppCreateFamily",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("Name", Text, "Its name."),
        required("Address", Text, "Address."),
    ],
    output: &[field("FamilyId", Text, "Family it is about.")],
    docs: docs(Docs {
        group: "family",
        about: "Creates a family (home) owned by the user.",
        about_zh: "。",
        page: Some(40808),
        notes: &["An older copy of the page leaves the request host as an unfilled placeholder."],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"Name":"x","Address":"x"}"#,
            answer: r#"{"Response":{"Data":{"FamilyId":"f_1"},"RequestId":"req_1"}}"#,
        },
    }),
};
