//! `AppListShareDeviceUsers`: pages through the users whom a device is shared with. [Reference](https://cloud.tencent.com/document/product/1081/48191)

use crate::action::prelude::*;

/// `AppListShareDeviceUsers`.
pub const ACTION: Action = Action {
    name: "AppListShareDeviceUsers",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        required("Offset", Count, "How many entries to skip, from 0; at most 500."),
        required("Limit", Count, "How many entries to answer, at most 100; 10 is usual."),
    ],
    output: &[
        field("Total", Count, "How many there are in all."),
        field("Users", List(&structs::SHARE_USER_INFO), "The users of this page."),
    ],
    docs: docs(Docs {
        group: "share",
        about: "Pages through the users whom a device is shared with.",
        about_zh: "分页查询设备的分享用户列表。",
        page: Some(48191),
        notes: &[
            "`ProductId` is missing from the table; the example and shipped clients send it, and it is required, since a name alone does not tell a device.",
            "`Limit` is required and yet has a default, 10.",
            "`Avatar` stands in the example only.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"22F9Y6II7O","DeviceName":"light1","Offset":0,"Limit":10}"#,
            answer: r#"{"Response":{"RequestId":"req_1","Users":[{"UserId":"1","CountryCode":"86","PhoneNumber":"139****5678","NickName":"tests","Avatar":"","BindTime":1574153536}],"Total":1}}"#,
        },
    }),
};
