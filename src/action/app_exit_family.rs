//! `AppExitFamily`: leaves a family. [Reference](https://cloud.tencent.com/document/product/1081/40820)

use crate::action::prelude::*;

/// `AppExitFamily`.
pub const ACTION: Action = Action {
    name: "AppExitFamily",
    auth: AccessToken,
    access: Changing,
    params: &[required("FamilyId", Text, "Family it is about.")],
    output: &[],
    docs: docs(Docs {
        group: "member",
        about: "Leaves a family.",
        about_zh: "。",
        page: Some(40820),
        notes: &["Older copies' table lists no FamilyId although the example sends it; the newest copy requires it."],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"FamilyId":"f_1"}"#,
            answer: r#"{"Response":{"RequestId":"req_1"}}"#,
        },
    }),
};
