//! `AppGetUserSetting`: settings of the user. [Reference](https://cloud.tencent.com/document/product/1081/40789)

use crate::action::prelude::*;

/// `AppGetUserSetting`.
pub const ACTION: Action = Action {
    name: "AppGetUserSetting",
    auth: AccessToken,
    access: ReadOnly,
    params: &[],
    output: &[field("UserSetting", Object(&structs::USER_SETTING), "The settings.")],
    docs: docs(Docs {
        group: "user",
        about: "Reads the user's notification switches and other settings.",
        about_zh: "查询用户的消息推送开关等设置。",
        page: Some(40789),
        notes: &["The example has the four switches for messages only; the structure lists more. All are optional."],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidJSON",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{}"#,
            answer: r#"{"Response":{"RequestId":"f92406b3-5a9a-4fe8-bc43-45e3d794bb68","UserSetting":{"EnableWechatPush":1,"EnableDeviceMessagePush":0,"EnableFamilyMessagePush":0,"EnableNotifyMessagePush":0}}}"#,
        },
    }),
};
