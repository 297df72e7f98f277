//! `AppGetUserSetting`: reads the notification switches and other settings of the user. [Reference](https://cloud.tencent.com/document/product/1081/40789)

use crate::action::prelude::*;

/// `AppGetUserSetting`.
pub const ACTION: Action = Action {
    name: "AppGetUserSetting",
    auth: AccessToken,
    access: ReadOnly,
    params: &[],
    output: &[field(
        "UserSetting",
        Object(&structs::USER_SETTING),
        "Struct UserSetting.",
    )],
    docs: docs(Docs {
        group: "user",
        about: "Reads the notification switches and other settings of the user.",
        about_zh: "。",
        page: Some(40789),
        notes: &["The example shows four push switches only; the shared struct lists several more optional fields."],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidJSON",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{}"#,
            answer: r#"{"Response":{"UserSetting":{},"RequestId":"req_1"}}"#,
        },
    }),
};
