//! `IotVideoDescribeCloudStorageStreamData`: reads the addresses of a recorded stream of pictures. [Reference](https://cloud.tencent.com/document/product/1081/106044)

use crate::action::prelude::*;

/// `IotVideoDescribeCloudStorageStreamData`.
pub const ACTION: Action = Action {
    name: "IotVideoDescribeCloudStorageStreamData",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        required("StartTime", Time, "When it began, in Unix seconds."),
    ],
    output: &[
        field("VideoStream", Text, "Address of the pictures."),
        field("AudioStream", Text, "Address of the sound."),
    ],
    docs: docs(Docs {
        group: "other",
        about: "Reads the addresses of the pictures and the sound of a recorded stream.",
        about_zh: "查询云存图片流的视频和音频地址。",
        page: Some(106044),
        notes: &[
            "The name lacks the `App` of all other Actions.",
            "The request example names another Action, `AppDescribeTemplateBinding`; this one's name is sent.",
            "The table of errors is that of the bind token's page; `InvalidParameterValue.InvalidAccessToken` of its own failure example is listed here too.",
        ],
        assumed: &["That `StartTime` is in seconds: the page names no unit, and its example has seconds."],
        codes: &[
            "InvalidParameter",
            "InvalidParameterValue",
            "InvalidParameterValue.TokenInfoSaveError",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"PRODUCT_ID","DeviceName":"DEVICENAME","StartTime":1619331648}"#,
            answer: r#"{"Response":{"VideoStream":"http://example.com/video","AudioStream":"http://example.com/audio","RequestId":"xx"}}"#,
        },
    }),
};
