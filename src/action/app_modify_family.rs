//! `AppModifyFamily`: renames a family or change its address. [Reference](https://cloud.tencent.com/document/product/1081/40810)

use crate::action::prelude::*;

/// `AppModifyFamily`.
pub const ACTION: Action = Action {
    name: "AppModifyFamily",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("FamilyId", Text, "Family it is about."),
        required("Name", Text, "Its name."),
        required("Address", Text, "Address."),
    ],
    output: &[],
    docs: docs(Docs {
        group: "family",
        about: "Renames a family or change its address.",
        about_zh: "。",
        page: Some(40810),
        notes: &["Name and Address are both required, so a change of one must resend the other."],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"FamilyId":"f_1","Name":"x","Address":"x"}"#,
            answer: r#"{"Response":{"RequestId":"req_1"}}"#,
        },
    }),
};
