//! `IotVideoDescribeCloudStorageEvents`: pages through the events that a camera recorded to the cloud. [Reference](https://cloud.tencent.com/document/product/1081/106039)

use crate::action::prelude::*;

/// `IotVideoDescribeCloudStorageEvents`.
pub const ACTION: Action = Action {
    name: "IotVideoDescribeCloudStorageEvents",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        optional(
            "StartTime",
            Time,
            "Start of the span, in Unix seconds; 0 for 24 hours ago.",
        ),
        optional("EndTime", Time, "End of the span, in Unix seconds; 0 for now."),
        optional("Context", Text, "Where to go on: `Context` of the page before."),
        optional(
            "Size",
            Count,
            "How many entries to answer at most, 10 if left out; at least half as many come, if there are so many.",
        ),
        optional("EventId", Text, "Only this event."),
        optional("UserId", Text, "User of the recordings."),
        optional(
            "ChannelId",
            Integer,
            "Channel of a network video recorder; for others left out.",
        ),
    ],
    output: &[
        field(
            "Events",
            List(&structs::CLOUD_STORAGE_EVENT),
            "The events of this page.",
        ),
        field("Context", Text, "Where the next page goes on."),
        field("Listover", Boolean, "Whether these are the last ones."),
        field(
            "Total",
            Count,
            "A count of the service's own, and not the number of events.",
        ),
        field(
            "VideoURL",
            Text,
            "Address that playing begins from; see `IotVideoGenerateSignedVideoURL`.",
        ),
    ],
    docs: docs(Docs {
        group: "other",
        about: "Pages through the events that a camera recorded to the cloud.",
        about_zh: "分页查询摄像机的云存事件。",
        page: Some(106039),
        notes: &[
            "The name lacks the `App` of all other Actions.",
            "The request example names another Action, `AppDescribeTemplateBinding`; this one's name is sent.",
            "The table of errors is that of the bind token's page; `InvalidParameterValue.InvalidAccessToken` of its own failure example is listed here too.",
        ],
        assumed: &[
            "Only the start of the page was read: the table of errors is assumed to be that of the other pages on cloud storage.",
            "An event may have more fields than the three listed.",
        ],
        codes: &[
            "InvalidParameter",
            "InvalidParameterValue",
            "InvalidParameterValue.TokenInfoSaveError",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"PRODUCT_ID","DeviceName":"DEVICENAME"}"#,
            answer: r#"{"Response":{"RequestId":"bd3ad0f6-5b9f-47cd-83db-223356926772","Total":13,"Events":[{"StartTime":842084401,"EndTime":842084401,"Thumbnail":"thumb.jpg"}],"Context":"context-1","Listover":false,"VideoURL":"http://example.com/timeshift/live/1.m3u8"}}"#,
        },
    }),
};
