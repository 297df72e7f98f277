//! `AppCreateFamily`: makes a family. [Reference](https://cloud.tencent.com/document/product/1081/40808)

use crate::action::prelude::*;

/// `AppCreateFamily`.
pub const ACTION: Action = Action {
    name: "AppCreateFamily",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("Name", Text, "Name of the family."),
        required("Address", Text, "Address of the home."),
    ],
    output: &[field("FamilyId", Text, "Id of the new family.")],
    docs: docs(Docs {
        group: "family",
        about: "Creates a family, which the user then owns.",
        about_zh: "创建家庭。",
        page: Some(40808),
        notes: &[],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"Name":"family_name","Address":"family_address"}"#,
            answer: r#"{"Response":{"Data":{"FamilyId":"e0e23a2b33a2"},"RequestId":"req_1"}}"#,
        },
    }),
};
