//! `AppLogoutUser`: ends the login session behind the access token. [Reference](https://cloud.tencent.com/document/product/1081/40787)

use crate::action::prelude::*;

/// `AppLogoutUser`.
pub const ACTION: Action = Action {
    name: "AppLogoutUser",
    auth: AccessToken,
    access: Changing,
    params: &[],
    output: &[field("Data", Text, "What is answered. Example value OK.")],
    docs: docs(Docs {
        group: "user",
        about: "Ends the login session behind the access token.",
        about_zh: "。",
        page: Some(40787),
        notes: &[
            "The page title can be read as account cancellation, but the Action only ends the login; closing the account is AppUserCancelAccount, named by a shared struct.",
            "The failure example has an empty RequestId.",
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
            answer: r#"{"Response":{"Data":"x","RequestId":"req_1"}}"#,
        },
    }),
};
