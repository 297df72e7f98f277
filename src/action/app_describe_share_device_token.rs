//! `AppDescribeShareDeviceToken`: reads what a token shares, and whether somebody accepted it. [Reference](https://cloud.tencent.com/document/product/1081/48187)

use crate::action::prelude::*;

/// `AppDescribeShareDeviceToken`.
pub const ACTION: Action = Action {
    name: "AppDescribeShareDeviceToken",
    auth: AccessToken,
    access: ReadOnly,
    params: &[required("ShareDeviceToken", Text, "Token of the share.").secret()],
    output: &[
        field(
            "ShareDeviceTokenInfo",
            Object(&structs::SHARE_DEVICE_TOKEN_INFO),
            "The share.",
        ),
        field(
            "AliasName",
            Text,
            "Name that the user gave the device; may be empty. In the table only.",
        )
        .optional(),
        field("IconUrl", Text, "Address of its icon; may be empty. In the table only.").optional(),
    ],
    docs: docs(Docs {
        group: "share",
        about: "Reads which device a token shares, and who accepted it.",
        about_zh: "查询设备分享 Token 的详情，包括是否已被接受。",
        page: Some(48187),
        notes: &[
            "The table has `AliasName` and `IconUrl` beside `ShareDeviceTokenInfo`, the example within; each is handed out where it comes.",
            "The struct spells `DeviecName`, the example `DeviceName`; both are read, and `DeviceName` is handed out.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidShareDeviceToken",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ShareDeviceToken":"share-1"}"#,
            answer: r#"{"Response":{"RequestId":"req_1","ShareDeviceTokenInfo":{"FromUserId":"1","FromUserNick":"tests","UserId":"2","UserNick":"test2","ProductId":"22F9Y6II7O","DeviceName":"light1","AliasName":"my_light","IconUrl":"","BindTime":0,"ExpireTime":1574757262,"CreateTime":1574152462}}}"#,
        },
    }),
};
