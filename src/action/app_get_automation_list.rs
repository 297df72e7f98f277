//! `AppGetAutomationList`: lists the automations of a family. [Reference](https://cloud.tencent.com/document/product/1081/50216)

use crate::action::prelude::*;

/// `AppGetAutomationList`.
pub const ACTION: Action = Action {
    name: "AppGetAutomationList",
    auth: AccessToken,
    access: ReadOnly,
    params: &[required("FamilyId", Text, "Family it is about.")],
    output: &[field(
        "List",
        List(&structs::AUTOMATION_LIST_ITEM),
        "Struct AutomationListItem.",
    )],
    docs: docs(Docs {
        group: "automation",
        about: "Lists the automations of a family.",
        about_zh: "。",
        page: Some(50216),
        notes: &[
            "Text at the top of the page names the appapi host path, but the request example posts to tokenapi and the common params use AccessToken; treat it as tokenapi.",
            "No paging params and no Total, unlike the scene list.",
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
            params: r#"{"FamilyId":"f_1"}"#,
            answer: r#"{"Response":{"List":[{}],"RequestId":"req_1"}}"#,
        },
    }),
};
