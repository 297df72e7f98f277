//! `AppModifyFamily`: renames a family or moves it. [Reference](https://cloud.tencent.com/document/product/1081/40810)

use crate::action::prelude::*;

/// `AppModifyFamily`.
pub const ACTION: Action = Action {
    name: "AppModifyFamily",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("FamilyId", Text, "Family to change."),
        required("Name", Text, "Name of the family."),
        required("Address", Text, "Address of the home."),
    ],
    output: &[],
    docs: docs(Docs {
        group: "family",
        about: "Changes the name and the address of a family.",
        about_zh: "修改家庭的名称和地址。",
        page: Some(40810),
        notes: &["Both are required: who changes one sends the other as it was."],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"FamilyId":"e0e23a2b33a2","Name":"family_name","Address":"family_address"}"#,
            answer: r#"{"Response":{"RequestId":"req_1"}}"#,
        },
    }),
};
