//! `AppCreateAutomation`: creates an automation that runs actions when its conditions hold. [Reference](https://cloud.tencent.com/document/product/1081/40773)

use crate::action::prelude::*;

/// `AppCreateAutomation`.
pub const ACTION: Action = Action {
    name: "AppCreateAutomation",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("FamilyId", Text, "Family it is about."),
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
    output: &[field("AutomationId", Text, "Automation it is about.")],
    docs: docs(Docs {
        group: "automation",
        about: "Creates an automation that runs actions when its conditions hold.",
        about_zh: "。",
        page: None,
        notes: &[
            "Text at the top of the page names the appapi host path, but the request example posts to tokenapi and the common params use AccessToken; treat it as tokenapi.",
            "The request example carries comments, so it is not valid JSON.",
            "An older copy's example also sends FilterType, which no table lists.",
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
            params: r#"{"FamilyId":"f_1","Icon":"x","Name":"x","Status":1,"MatchType":1,"Conditions":[{}],"Actions":[{}],"EffectiveBeginTime":"x","EffectiveEndTime":"x","EffectiveDays":"x"}"#,
            answer: r#"{"Response":{"AutomationId":"x","RequestId":"req_1"}}"#,
        },
    }),
};
