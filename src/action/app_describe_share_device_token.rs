//! `AppDescribeShareDeviceToken`: reads what a device-sharing token offers and whether it was accepted. [Reference](https://cloud.tencent.com/document/product/1081/48187)

use crate::action::prelude::*;

/// `AppDescribeShareDeviceToken`.
pub const ACTION: Action = Action {
    name: "AppDescribeShareDeviceToken",
    auth: AccessToken,
    access: ReadOnly,
    params: &[required("ShareDeviceToken", Text, "Token of the share.").secret()],
    output: &[field(
        "ShareDeviceTokenInfo",
        Object(&structs::SHARE_DEVICE_TOKEN_INFO),
        "Struct ShareDeviceTokenInfo; UserId and UserNick stay empty until the share is accepted.",
    )],
    docs: docs(Docs {
        group: "share",
        about: "Reads what a device-sharing token offers and whether it was accepted.",
        about_zh: "。",
        page: Some(48187),
        notes: &[
            "The output table also lists AliasName and IconUrl as top-level; the example has them inside ShareDeviceTokenInfo.",
            "The shared struct misspells DeviecName; the example uses DeviceName.",
            "The success example starts with comment lines, so it is not valid JSON.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidShareDeviceToken",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ShareDeviceToken":"x"}"#,
            answer: r#"{"Response":{"ShareDeviceTokenInfo":{},"RequestId":"req_1"}}"#,
        },
    }),
};
