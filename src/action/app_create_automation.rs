//! `AppCreateAutomation`: makes an automation. [Reference](https://cloud.tencent.com/document/product/1081/50215)

use crate::action::prelude::*;

/// `AppCreateAutomation`.
pub const ACTION: Action = Action {
    name: "AppCreateAutomation",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("FamilyId", Text, "Family that will hold it."),
        required("Icon", Text, "Address of its background picture."),
        required("Name", Text, "Name of the automation."),
        required("Status", Integer, "0 off, 1 on."),
        required("MatchType", Integer, "0 all conditions must hold, 1 any of them."),
        required("Conditions", List(&structs::CONDITION), "When it runs."),
        required("Actions", List(&structs::ACTION), "What it does, in this order."),
        required(
            "EffectiveBeginTime",
            Text,
            "From what time of day it may run, as `HH:MM`.",
        ),
        required(
            "EffectiveEndTime",
            Text,
            "Until what time of day it may run, as `HH:MM`.",
        ),
        required(
            "EffectiveDays",
            Text,
            "Weekdays as seven digits, Sunday first: 0 off, 1 on.",
        ),
    ],
    output: &[field("AutomationId", Text, "Id of the new automation.")],
    docs: docs(Docs {
        group: "automation",
        about: "Creates an automation: actions that run when its conditions hold.",
        about_zh: "创建自动智能联动，条件满足时自动执行动作。",
        page: Some(50215),
        notes: &[
            "The page names `appapi` as the address, but its example posts to `tokenapi` with an access token; `tokenapi` is used.",
            "An older copy's example also sends `FilterType`, which no table lists; it passes if given.",
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
            params: r#"{"FamilyId":"f_9c1","Icon":"https://www.icon.com/","Name":"autoName","Status":0,"MatchType":1,"EffectiveBeginTime":"00:00","EffectiveEndTime":"23:59","EffectiveDays":"1111111","Conditions":[{"CondId":"abc","CondType":0,"Property":{"ProductId":"NJ8FLZT4","DeviceName":"gwdev","AliasName":"devName","IconUrl":"productIcon","PropertyId":"switch","Op":"eq","Value":1}},{"CondId":"efg","CondType":1,"Timer":{"Days":"1000000","TimePoint":"09:30"}}],"Actions":[{"ActionType":0,"ProductId":"R32ONVL0EU","DeviceName":"df2eSJyY","Data":"{\"brightness\": 25}","AliasName":"12345","IconUrl":"url"},{"ActionType":1,"Data":"100"}]}"#,
            answer: r#"{"Response":{"AutomationId":"a_cd61dd","RequestId":"req_1"}}"#,
        },
    }),
};
