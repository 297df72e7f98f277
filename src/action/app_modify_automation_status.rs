//! `AppModifyAutomationStatus`: switches an automation on or off. [Reference](https://cloud.tencent.com/document/product/1081/50220)

use crate::action::prelude::*;

/// `AppModifyAutomationStatus`.
pub const ACTION: Action = Action {
    name: "AppModifyAutomationStatus",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("AutomationId", Text, "Automation it is about."),
        required("Status", Integer, "Its state. 0 = off, 1 = on."),
    ],
    output: &[],
    docs: docs(Docs {
        group: "automation",
        about: "Switches an automation on or off.",
        about_zh: "。",
        page: Some(50220),
        notes: &[
            "Text at the top of the page names the appapi host path, but the request example posts to tokenapi and the common params use AccessToken; treat it as tokenapi.",
            "The request example carries Action AppGetAutomationList instead of this Action.",
            "The request example carries a comment, so it is not valid JSON.",
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
            params: r#"{"AutomationId":"x","Status":1}"#,
            answer: r#"{"Response":{"RequestId":"req_1"}}"#,
        },
    }),
};
