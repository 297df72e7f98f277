//! `AppExitFamily`: leaves a family. [Reference](https://cloud.tencent.com/document/product/1081/40820)

use crate::action::prelude::*;

/// `AppExitFamily`.
pub const ACTION: Action = Action {
    name: "AppExitFamily",
    auth: AccessToken,
    access: Changing,
    params: &[required("FamilyId", Text, "Family to leave.")],
    output: &[],
    docs: docs(Docs {
        group: "member",
        about: "Leaves a family.",
        about_zh: "退出家庭。",
        page: Some(40820),
        notes: &[
            "The table of older copies has no parameter of its own although their example sends `FamilyId`; it is required, as on the newest copy.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"FamilyId":"f_1"}"#,
            answer: r#"{"Response":{"RequestId":"550e8400-e29b-41d4-a716-446655440000"}}"#,
        },
    }),
};
