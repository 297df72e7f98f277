//! `IotVideoDescribeCloudStorageStreamData`: gets the video and audio addresses of a recorded picture stream. [Reference](https://cloud.tencent.com/document/product/1081/106044)

use crate::action::prelude::*;

/// `IotVideoDescribeCloudStorageStreamData`.
pub const ACTION: Action = Action {
    name: "IotVideoDescribeCloudStorageStreamData",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        required("StartTime", Time, "Unix seconds."),
    ],
    output: &[
        field("VideoStream", Text, "Video stream."),
        field("AudioStream", Text, "Audio stream."),
    ],
    docs: docs(Docs {
        group: "other",
        about: "Gets the video and audio addresses of a recorded picture stream.",
        about_zh: "。",
        page: Some(106044),
        notes: &[
            "The Action name lacks the App prefix.",
            "The request example carries Action AppDescribeTemplateBinding instead of this Action.",
            "The error table is copied from the provisioning-token page and does not list the code of its own failure example (InvalidParameterValue.InvalidAccessToken).",
        ],
        assumed: &[],
        codes: &[
            "InvalidParameter",
            "InvalidParameterValue",
            "InvalidParameterValue.TokenInfoSaveError",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"ABCDE12345","DeviceName":"dev1","StartTime":1}"#,
            answer: r#"{"Response":{"VideoStream":"x","AudioStream":"x","RequestId":"req_1"}}"#,
        },
    }),
};
