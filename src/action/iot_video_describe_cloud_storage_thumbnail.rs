//! `IotVideoDescribeCloudStorageThumbnail`: reads the address of an event's thumbnail. [Reference](https://cloud.tencent.com/document/product/1081/106040)

use crate::action::prelude::*;

/// `IotVideoDescribeCloudStorageThumbnail`.
pub const ACTION: Action = Action {
    name: "IotVideoDescribeCloudStorageThumbnail",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        required("Thumbnail", Text, "Name of the thumbnail, from the event."),
    ],
    output: &[field("ThumbnailURL", Text, "Its signed address, which expires.")],
    docs: docs(Docs {
        group: "other",
        about: "Reads the address of the thumbnail of an event in cloud storage.",
        about_zh: "查询云存事件缩略图的地址。",
        page: Some(106040),
        notes: &[
            "The name lacks the `App` of all other Actions.",
            "The request example names another Action, `AppDescribeTemplateBinding`; this one's name is sent.",
            "The table of errors is that of the bind token's page; `InvalidParameterValue.InvalidAccessToken` of its own failure example is listed here too.",
        ],
        assumed: &["The table of errors is assumed to be that of the other pages on cloud storage."],
        codes: &[
            "InvalidParameter",
            "InvalidParameterValue",
            "InvalidParameterValue.TokenInfoSaveError",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"PRODUCT_ID","DeviceName":"DEVICENAME","Thumbnail":"thumb.jpg"}"#,
            answer: r#"{"Response":{"ThumbnailURL":"http://example.com/thumb.jpg?sign=x","RequestId":"xx"}}"#,
        },
    }),
};
