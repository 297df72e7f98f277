//! `AppModifyAutomation`: replaces the contents of an automation. [Reference](https://cloud.tencent.com/document/product/1081/50219)

use crate::action::prelude::*;

/// `AppModifyAutomation`.
pub const ACTION: Action = Action {
    name: "AppModifyAutomation",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("AutomationId", Text, "Automation it is about."),
        required("Icon", Text, "Background picture URL."),
        required("Name", Text, "Its name."),
        required("Status", Integer, "Its state. 0 = off, 1 = on."),
        required("MatchType", Integer, "0 = all conditions, 1 = any condition."),
        required("Conditions", List(&structs::CONDITION), "Struct Condition."),
        required("Actions", List(&structs::ACTION), "Struct Action."),
        required("EffectiveBeginTime", Text, "HH:MM."),
        required("EffectiveEndTime", Text, "HH:MM."),
        required(
            "EffectiveDays",
            Text,
            "Seven characters, 0 = off and 1 = on, first is Sunday and last is Saturday.",
        ),
    ],
    output: &[],
    docs: docs(Docs {
        group: "automation",
        about: "Replaces the contents of an automation.",
        about_zh: "。",
        page: Some(50219),
        notes: &[
            "Text at the top of the page names the appapi host path, but the request example posts to tokenapi and the common params use AccessToken; treat it as tokenapi.",
            "The request example carries Action AppCreateAutomation instead of this Action.",
            "The request example carries comments, so it is not valid JSON.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InternalError.InternalServerExceptionDB",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
            "InvalidParameterValue.NoPermission",
            "LimitExceeded",
        ],
        example: Example {
            params: r#"{"AutomationId":"x","Icon":"x","Name":"x","Status":1,"MatchType":1,"Conditions":[{}],"Actions":[{}],"EffectiveBeginTime":"x","EffectiveEndTime":"x","EffectiveDays":"x"}"#,
            answer: r#"{"Response":{"RequestId":"req_1"}}"#,
        },
    }),
};
