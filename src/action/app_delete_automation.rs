//! `AppDeleteAutomation`: removes an automation. [Reference](https://cloud.tencent.com/document/product/1081/40773)

use crate::action::prelude::*;

/// `AppDeleteAutomation`.
pub const ACTION: Action = Action {
    name: "AppDeleteAutomation",
    auth: AccessToken,
    access: Changing,
    params: &[required("AutomationId", Text, "Automation to delete.")],
    output: &[],
    docs: docs(Docs {
        group: "automation",
        about: "Deletes an automation.",
        about_zh: "删除自动智能联动。",
        page: None,
        notes: &[
            "The page names `appapi` as the address, but its example posts to `tokenapi` with an access token; `tokenapi` is used.",
            "The page's sentence is a copy of that of `AppDescribeAutomation`; this Action deletes.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InternalError.InternalServerExceptionDB",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
            "InvalidParameterValue.NoPermission",
        ],
        example: Example {
            params: r#"{"AutomationId":"a_cd61dd"}"#,
            answer: r#"{"Response":{"RequestId":"req_1"}}"#,
        },
    }),
};
