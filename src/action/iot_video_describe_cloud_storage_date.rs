//! `IotVideoDescribeCloudStorageDate`: lists the days for which a camera has cloud recordings. [Reference](https://cloud.tencent.com/document/product/1081/106041)

use crate::action::prelude::*;

/// `IotVideoDescribeCloudStorageDate`.
pub const ACTION: Action = Action {
    name: "IotVideoDescribeCloudStorageDate",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        optional("UserId", Text, "User it is about."),
    ],
    output: &[field("Data", Texts, "What is answered. Dates as YYYY-MM-DD.")],
    docs: docs(Docs {
        group: "other",
        about: "Lists the days for which a camera has cloud recordings.",
        about_zh: "。",
        page: Some(106041),
        notes: &[
            "The Action name lacks the App prefix.",
            "The request example carries Action AppDescribeTemplateBinding instead of this Action.",
            "The error table is copied from the provisioning-token page and does not list the code of its own failure example (InvalidParameterValue.InvalidAccessToken).",
            "Data is a plain array here, not a wrapper object.",
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
            answer: r#"{"Response":{"Data":["x"],"RequestId":"req_1"}}"#,
        },
    }),
};
