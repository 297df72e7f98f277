//! `AppDeleteAutomation`: deletes an automation. [Reference](https://cloud.tencent.com/document/product/1081/40773)

use crate::action::prelude::*;

/// `AppDeleteAutomation`.
pub const ACTION: Action = Action {
    name: "AppDeleteAutomation",
    auth: AccessToken,
    access: Changing,
    params: &[required("AutomationId", Text, "Automation it is about.")],
    output: &[],
    docs: docs(Docs {
        group: "automation",
        about: "Deletes an automation.",
        about_zh: "。",
        page: None,
        notes: &[
            "Text at the top of the page names the appapi host path, but the request example posts to tokenapi and the common params use AccessToken; treat it as tokenapi.",
            "The description sentence is copied from the detail query and does not mention deletion.",
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
            params: r#"{"AutomationId":"x"}"#,
            answer: r#"{"Response":{"RequestId":"req_1"}}"#,
        },
    }),
};
