//! `AppJoinFamily`: joins a family with a share token. [Reference](https://cloud.tencent.com/document/product/1081/40818)

use crate::action::prelude::*;

/// `AppJoinFamily`.
pub const ACTION: Action = Action {
    name: "AppJoinFamily",
    auth: AccessToken,
    access: Changing,
    params: &[required("ShareToken", Text, "Token of the invitation.").secret()],
    output: &[],
    docs: docs(Docs {
        group: "member",
        about: "Joins a family with a share token.",
        about_zh: "。",
        page: Some(40818),
        notes: &[],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ShareToken":"x"}"#,
            answer: r#"{"Response":{"RequestId":"req_1"}}"#,
        },
    }),
};
