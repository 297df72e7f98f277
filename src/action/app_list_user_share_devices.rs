//! `AppListUserShareDevices`: pages through the devices that others share with the user. [Reference](https://cloud.tencent.com/document/product/1081/48189)

use crate::action::prelude::*;

/// `AppListUserShareDevices`.
pub const ACTION: Action = Action {
    name: "AppListUserShareDevices",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("Offset", Count, "How many entries to skip, from 0; at most 500."),
        required("Limit", Count, "How many entries to answer, at most 100; 10 is usual."),
    ],
    output: &[
        field("Total", Count, "How many there are in all."),
        field(
            "ShareDevices",
            List(&structs::SHARE_DEVICES),
            "The devices of this page.",
        ),
    ],
    docs: docs(Docs {
        group: "share",
        about: "Pages through the devices that other users share with this user.",
        about_zh: "分页查询他人分享给当前用户的设备列表。",
        page: Some(48189),
        notes: &[
            "`Limit` is required and yet has a default, 10.",
            "`CreateTime` is an RFC 3339 text here and not Unix seconds; it is handed out as it comes.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"Offset":0,"Limit":10}"#,
            answer: r#"{"Response":{"RequestId":"req_1","ShareDevices":[{"ProductId":"WTXXXX0MF2","DeviceName":"device_XXXX001","DeviceId":"WTXXXX0MF2/device_XXXX001","AliasName":"test_device","IconUrl":"https://example.com/1.png","CreateTime":"2019-12-17T19:39:21+08:00"}],"Total":1}}"#,
        },
    }),
};
