//! `IotVideoDescribeCloudStorageEvents`: pages through a camera's recorded cloud-storage events. [Reference](https://cloud.tencent.com/document/product/1081/106039)

use crate::action::prelude::*;

/// `IotVideoDescribeCloudStorageEvents`.
pub const ACTION: Action = Action {
    name: "IotVideoDescribeCloudStorageEvents",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        optional("StartTime", Time, "Unix seconds; 0 = 24 hours ago."),
        optional("EndTime", Time, "Unix seconds; 0 = now."),
        optional("Context", Text, "Cursor."),
        optional(
            "Size",
            Count,
            "Default 10; between half of it and all of it comes back.",
        ),
        optional("EventId", Text, "Only this event."),
        optional("UserId", Text, "User it is about."),
        optional("ChannelId", Integer, "Needed for network recorders only."),
    ],
    output: &[
        field(
            "Events",
            List(&structs::CLOUD_STORAGE_EVENT),
            "StartTime, EndTime (Unix seconds), Thumbnail and more; struct CloudStorageEvent, not read.",
        ),
        field("Context", Text, "Cursor."),
        field("Listover", Boolean, "Whether the search is finished."),
        field(
            "Total",
            Count,
            "How many entries there are in all. Internal count, not the number of events.",
        ),
        field("VideoURL", Text, "Base of the play URL."),
    ],
    docs: docs(Docs {
        group: "other",
        about: "Pages through a camera's recorded cloud-storage events.",
        about_zh: "。",
        page: Some(106039),
        notes: &[
            "The Action name lacks the App prefix of all other Actions.",
            "The request example carries Action AppDescribeTemplateBinding instead of this Action.",
            "The error table is copied from the provisioning-token page and does not list the code of its own failure example (InvalidParameterValue.InvalidAccessToken). Only the start of the page was readable, so the error list is assumed from its sister pages.",
        ],
        assumed: &[],
        codes: &[
            "InvalidParameter",
            "InvalidParameterValue",
            "InvalidParameterValue.TokenInfoSaveError",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"ABCDE12345","DeviceName":"dev1"}"#,
            answer: r#"{"Response":{"Events":[{}],"Context":"x","Listover":true,"Total":1,"VideoURL":"x","RequestId":"req_1"}}"#,
        },
    }),
};
