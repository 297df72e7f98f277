//! `AppListUserShareDevices`: pages through the devices other users share with this user. [Reference](https://cloud.tencent.com/document/product/1081/48189)

use crate::action::prelude::*;

/// `AppListUserShareDevices`.
pub const ACTION: Action = Action {
    name: "AppListUserShareDevices",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required(
            "Offset",
            Count,
            "How many entries to skip, from 0. From 0, at most 500.",
        ),
        required("Limit", Count, "How many entries to answer. Default 10, at most 100."),
    ],
    output: &[
        field("Total", Count, "How many entries there are in all."),
        field("ShareDevices", List(&structs::SHARE_DEVICES), "Struct ShareDevices."),
    ],
    docs: docs(Docs {
        group: "share",
        about: "Pages through the devices other users share with this user.",
        about_zh: "。",
        page: Some(48189),
        notes: &[
            "CreateTime is an RFC 3339 text here, unlike the Unix seconds of most other lists.",
            "Limit is required yet has a default.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"Offset":1,"Limit":1}"#,
            answer: r#"{"Response":{"Total":1,"ShareDevices":[{}],"RequestId":"req_1"}}"#,
        },
    }),
};
