//! `AppLogoutUser`: ends a sign-in. [Reference](https://cloud.tencent.com/document/product/1081/40787)

use crate::action::prelude::*;

/// `AppLogoutUser`.
pub const ACTION: Action = Action {
    name: "AppLogoutUser",
    auth: AccessToken,
    access: Changing,
    params: &[],
    output: &[field("Data", Text, "`OK`.")],
    docs: docs(Docs {
        group: "user",
        about: "Signs the user out: the access token is good for nothing afterwards.",
        about_zh: "退出登录，访问 Token 随之失效。",
        page: Some(40787),
        notes: &[
            "The page's title can be read as closing the account; this Action only ends the sign-in.",
            "The failure example has an empty `RequestId`; it is kept as it came.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "ErrorRequiredParamNotFound",
            "InvalidAction",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidJSON",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{}"#,
            answer: r#"{"Response":{"Data":"OK","RequestId":"f92406b3-5a9a-4fe8-bc43-45e3d794bb68"}}"#,
        },
    }),
};
