//! `AppDescribeAutomation`: one automation in full. [Reference](https://cloud.tencent.com/document/product/1081/50217)

use crate::action::prelude::*;

/// `AppDescribeAutomation`.
pub const ACTION: Action = Action {
    name: "AppDescribeAutomation",
    auth: AccessToken,
    access: ReadOnly,
    params: &[required("AutomationId", Text, "Automation to read.")],
    output: &[field("Data", Object(&structs::AUTOMATION), "The automation.")],
    docs: docs(Docs {
        group: "automation",
        about: "Reads one automation in full.",
        about_zh: "查询一个自动智能联动的详情。",
        page: Some(50217),
        notes: &[
            "The page names `appapi` as the address, but its example posts to `tokenapi` with an access token; `tokenapi` is used.",
            "The automation is the field `Data` itself, which elsewhere only wraps fields; it is handed out as `Data`.",
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
            answer: r#"{"Response":{"Data":{"AutomationId":"a_cd61dd","Icon":"https://www.icon.com/","Name":"autoName","Status":0,"MatchType":1,"EffectiveBeginTime":"00:00","EffectiveEndTime":"23:59","EffectiveDays":"1111111","Conditions":[{"CondId":"abc","CondType":0,"Property":{"ProductId":"NJ8FLZT4","DeviceName":"gwdev","AliasName":"devName","IconUrl":"productIcon","PropertyId":"switch","Op":"eq","Value":1}},{"CondId":"efg","CondType":1,"Timer":{"Days":"1000000","TimePoint":"09:30"}}],"Actions":[{"ActionType":0,"ProductId":"R32ONVL0EU","DeviceName":"df2eSJyY","Data":"{\"brightness\": 25}","AliasName":"12345","IconUrl":"url"},{"ActionType":1,"Data":"100"}]},"RequestId":"req_1"}}"#,
        },
    }),
};
