//! `AppListShareDeviceUsers`: pages through the users a device is shared with. [Reference](https://cloud.tencent.com/document/product/1081/48191)

use crate::action::prelude::*;

/// `AppListShareDeviceUsers`.
pub const ACTION: Action = Action {
    name: "AppListShareDeviceUsers",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required(
            "ProductId",
            Text,
            "Product of the device. Missing from the table, present in the example.",
        ),
        required("DeviceName", Text, "Name of the device within its product."),
        required(
            "Offset",
            Count,
            "How many entries to skip, from 0. From 0, at most 500.",
        ),
        required("Limit", Count, "How many entries to answer. Default 10, at most 100."),
    ],
    output: &[
        field("Total", Count, "How many entries there are in all."),
        field("Users", List(&structs::SHARE_USER_INFO), "Struct ShareUserInfo."),
    ],
    docs: docs(Docs {
        group: "share",
        about: "Pages through the users a device is shared with.",
        about_zh: "。",
        page: Some(48191),
        notes: &[
            "ProductId is missing from the table but sent by the request example.",
            "Avatar appears only in the example.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"ABCDE12345","DeviceName":"dev1","Offset":1,"Limit":1}"#,
            answer: r#"{"Response":{"Total":1,"Users":[{}],"RequestId":"req_1"}}"#,
        },
    }),
};
