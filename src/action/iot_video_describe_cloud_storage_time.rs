//! `IotVideoDescribeCloudStorageTime`: reads the spans of one day that a camera recorded. [Reference](https://cloud.tencent.com/document/product/1081/106042)

use crate::action::prelude::*;

/// `IotVideoDescribeCloudStorageTime`.
pub const ACTION: Action = Action {
    name: "IotVideoDescribeCloudStorageTime",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        required("Date", Text, "The day, as `YYYY-MM-DD`."),
        optional("StartTime", Time, "Start of the span, in Unix seconds."),
        optional("EndTime", Time, "End of the span, in Unix seconds."),
        optional("UserId", Text, "User of the recordings."),
    ],
    output: &[
        field(
            "VideoURL",
            Text,
            "Address that playing begins from: add `starttime_epoch` and `endtime_epoch`, and have it signed by `IotVideoGenerateSignedVideoURL`.",
        ),
        field("TimeList", List(&structs::CLOUD_STORAGE_TIME), "The spans."),
    ],
    docs: docs(Docs {
        group: "other",
        about: "Reads the spans of one day that a camera recorded, and where playing begins from.",
        about_zh: "查询摄像机某一天的云存时间轴。",
        page: Some(106042),
        notes: &[
            "The name lacks the `App` of all other Actions.",
            "The request example names another Action, `AppDescribeTemplateBinding`; this one's name is sent.",
            "The table of errors is that of the bind token's page; `InvalidParameterValue.InvalidAccessToken` of its own failure example is listed here too.",
            "`VideoURL` is a UUID in the example.",
        ],
        assumed: &["The table of errors is assumed to be that of the other pages on cloud storage."],
        codes: &[
            "InvalidParameter",
            "InvalidParameterValue",
            "InvalidParameterValue.TokenInfoSaveError",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"PRODUCT_ID","DeviceName":"DEVICENAME","Date":"2021-01-14"}"#,
            answer: r#"{"Response":{"RequestId":"ac74ecca-b866-4ab1-87e0-18b92816fb20","Data":{"VideoURL":"47b9d579-9088-4cc2-a16e-2b8cf245319b","TimeList":[{"StartTime":1610607600,"EndTime":1610608200}]}}}"#,
        },
    }),
};
