//! `AppUpdateUserSetting`: changes the notification switches of the user. [Reference](https://cloud.tencent.com/document/product/1081/40790)

use crate::action::prelude::*;

/// `AppUpdateUserSetting`.
pub const ACTION: Action = Action {
    name: "AppUpdateUserSetting",
    auth: AccessToken,
    access: Changing,
    params: &[
        required(
            "EnableWechatPush",
            Integer,
            "0 = off, 1 = on: WeChat template messages.",
        ),
        required("EnableDeviceMessagePush", Integer, "0 = off, 1 = on: device alarms."),
        required("EnableFamilyMessagePush", Integer, "0 = off, 1 = on: family messages."),
        required("EnableNotifyMessagePush", Integer, "0 = off, 1 = on: notices."),
    ],
    output: &[],
    docs: docs(Docs {
        group: "user",
        about: "Changes the notification switches of the user.",
        about_zh: "。",
        page: Some(40790),
        notes: &[
            "The table requires all four switches at once, while the shared UserSetting struct marks each as optional and adds settable-looking fields the page does not accept.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidJSON",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"EnableWechatPush":1,"EnableDeviceMessagePush":1,"EnableFamilyMessagePush":1,"EnableNotifyMessagePush":1}"#,
            answer: r#"{"Response":{"RequestId":"req_1"}}"#,
        },
    }),
};
