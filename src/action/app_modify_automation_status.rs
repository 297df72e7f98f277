//! `AppModifyAutomationStatus`: switches an automation on or off. [Reference](https://cloud.tencent.com/document/product/1081/50220)

use crate::action::prelude::*;

/// `AppModifyAutomationStatus`.
pub const ACTION: Action = Action {
    name: "AppModifyAutomationStatus",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("AutomationId", Text, "Automation to switch."),
        required("Status", Integer, "0 off, 1 on."),
    ],
    output: &[],
    docs: docs(Docs {
        group: "automation",
        about: "Switches an automation on or off.",
        about_zh: "启用或关闭自动智能联动。",
        page: Some(50220),
        notes: &[
            "The page names `appapi` as the address, but its example posts to `tokenapi` with an access token; `tokenapi` is used.",
            "The request example carries another Action's name.",
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
            params: r#"{"AutomationId":"a_cd61dd","Status":1}"#,
            answer: r#"{"Response":{"RequestId":"req_1"}}"#,
        },
    }),
};
