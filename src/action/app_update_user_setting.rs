//! `AppUpdateUserSetting`: changes settings of the user. [Reference](https://cloud.tencent.com/document/product/1081/40790)

use crate::action::prelude::*;

/// `AppUpdateUserSetting`.
pub const ACTION: Action = Action {
    name: "AppUpdateUserSetting",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("EnableWechatPush", Integer, "WeChat template messages: 0 off, 1 on."),
        required("EnableDeviceMessagePush", Integer, "Alarms of devices: 0 off, 1 on."),
        required(
            "EnableFamilyMessagePush",
            Integer,
            "Messages of the family: 0 off, 1 on.",
        ),
        required("EnableNotifyMessagePush", Integer, "Notices: 0 off, 1 on."),
    ],
    output: &[],
    docs: docs(Docs {
        group: "user",
        about: "Changes the user's notification switches.",
        about_zh: "修改用户的消息推送开关。",
        page: Some(40790),
        notes: &[
            "The table requires all four switches, as here; the structure has each as optional and lists more settings, which pass if given.",
        ],
        assumed: &[
            "Shipped clients change one other setting, such as `TemperatureUnit`, without the switches; here the four go with it.",
        ],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidJSON",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"EnableWechatPush":1,"EnableDeviceMessagePush":1,"EnableFamilyMessagePush":1,"EnableNotifyMessagePush":1}"#,
            answer: r#"{"Response":{"RequestId":"f92406b3-5a9a-4fe8-bc43-45e3d794bb68"}}"#,
        },
    }),
};
