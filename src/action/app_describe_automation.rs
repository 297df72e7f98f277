//! `AppDescribeAutomation`: reads one automation in full. [Reference](https://cloud.tencent.com/document/product/1081/50217)

use crate::action::prelude::*;

/// `AppDescribeAutomation`.
pub const ACTION: Action = Action {
    name: "AppDescribeAutomation",
    auth: AccessToken,
    access: ReadOnly,
    params: &[required("AutomationId", Text, "Automation it is about.")],
    output: &[field(
        "Data",
        Object(&structs::AUTOMATION),
        "What is answered. Struct Automation.",
    )],
    docs: docs(Docs {
        group: "automation",
        about: "Reads one automation in full.",
        about_zh: "。",
        page: Some(50217),
        notes: &[
            "Text at the top of the page names the appapi host path, but the request example posts to tokenapi and the common params use AccessToken; treat it as tokenapi.",
            "The success example carries comments, so it is not valid JSON.",
            "The entity sits in Response.Data itself, so Data is both the key of the table and the wrapper.",
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
            answer: r#"{"Response":{"Data":{},"RequestId":"req_1"}}"#,
        },
    }),
};
