//! `AppGetAutomationList`: the automations of a family. [Reference](https://cloud.tencent.com/document/product/1081/50216)

use crate::action::prelude::*;

/// `AppGetAutomationList`.
pub const ACTION: Action = Action {
    name: "AppGetAutomationList",
    auth: AccessToken,
    access: ReadOnly,
    params: &[required("FamilyId", Text, "Family that holds them.")],
    output: &[field(
        "List",
        List(&structs::AUTOMATION_LIST_ITEM),
        "All automations of the family, in brief.",
    )],
    docs: docs(Docs {
        group: "automation",
        about: "Lists the automations of a family.",
        about_zh: "查询家庭的自动智能联动列表。",
        page: Some(50216),
        notes: &[
            "The page names `appapi` as the address, but its example posts to `tokenapi` with an access token; `tokenapi` is used.",
            "There are no pages and there is no `Total`, unlike in the list of scenes: all come at once.",
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
            params: r#"{"FamilyId":"f_9c1"}"#,
            answer: r#"{"Response":{"List":[{"AutomationId":"a_cd61dd","Icon":"https://www.icon.com/","Name":"autoName","Status":0}],"RequestId":"req_1"}}"#,
        },
    }),
};
