//! `IotVideoDescribeCloudStorageThumbnail`: gets a URL for the thumbnail of a cloud-storage event. [Reference](https://cloud.tencent.com/document/product/1081/106040)

use crate::action::prelude::*;

/// `IotVideoDescribeCloudStorageThumbnail`.
pub const ACTION: Action = Action {
    name: "IotVideoDescribeCloudStorageThumbnail",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        required("Thumbnail", Text, "File name from the event."),
    ],
    output: &[field("ThumbnailURL", Text, "Signed, expires.")],
    docs: docs(Docs {
        group: "other",
        about: "Gets a URL for the thumbnail of a cloud-storage event.",
        about_zh: "。",
        page: Some(106040),
        notes: &[
            "The Action name lacks the App prefix.",
            "The request example carries Action AppDescribeTemplateBinding instead of this Action.",
            "The error table is copied from the provisioning-token page and does not list the code of its own failure example (InvalidParameterValue.InvalidAccessToken). The error list is assumed from its sister pages.",
        ],
        assumed: &[],
        codes: &[
            "InvalidParameter",
            "InvalidParameterValue",
            "InvalidParameterValue.TokenInfoSaveError",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"ABCDE12345","DeviceName":"dev1","Thumbnail":"x"}"#,
            answer: r#"{"Response":{"ThumbnailURL":"x","RequestId":"req_1"}}"#,
        },
    }),
};
