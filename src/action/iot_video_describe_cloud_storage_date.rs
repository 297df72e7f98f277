//! `IotVideoDescribeCloudStorageDate`: lists the days of which a camera has recordings in the cloud. [Reference](https://cloud.tencent.com/document/product/1081/106041)

use crate::action::prelude::*;

/// `IotVideoDescribeCloudStorageDate`.
pub const ACTION: Action = Action {
    name: "IotVideoDescribeCloudStorageDate",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        optional("UserId", Text, "User of the recordings."),
    ],
    output: &[field("Data", Texts, "The days, as `YYYY-MM-DD`.")],
    docs: docs(Docs {
        group: "other",
        about: "Lists the days of which a camera has recordings in the cloud.",
        about_zh: "查询摄像机有云存录像的日期。",
        page: Some(106041),
        notes: &[
            "The name lacks the `App` of all other Actions.",
            "The request example names another Action, `AppDescribeTemplateBinding`; this one's name is sent.",
            "The table of errors is that of the bind token's page; `InvalidParameterValue.InvalidAccessToken` of its own failure example is listed here too.",
            "`Data` is the list itself here, and no envelope.",
        ],
        assumed: &[],
        codes: &[
            "InvalidParameter",
            "InvalidParameterValue",
            "InvalidParameterValue.TokenInfoSaveError",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"PRODUCT_ID","DeviceName":"DEVICENAME"}"#,
            answer: r#"{"Response":{"RequestId":"77d90d07-e48c-4cf0-bec5-afe5b137f80e","Data":["2021-01-14"]}}"#,
        },
    }),
};
