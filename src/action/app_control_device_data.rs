//! `AppControlDeviceData`: sends property values to a bound device. [Reference](https://cloud.tencent.com/document/product/1081/40805)

use crate::action::prelude::*;

/// `AppControlDeviceData`.
pub const ACTION: Action = Action {
    name: "AppControlDeviceData",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        required("Data", Text, "What is answered. JSON text of property values."),
    ],
    output: &[field("Data", Text, "What is answered. Empty text in the example.")],
    docs: docs(Docs {
        group: "control",
        about: "Sends property values to a bound device.",
        about_zh: "。",
        page: Some(40805),
        notes: &["The request example carries an extra numeric AppId that no table mentions."],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"ABCDE12345","DeviceName":"dev1","Data":"x"}"#,
            answer: r#"{"Response":{"Data":"x","RequestId":"req_1"}}"#,
        },
    }),
};
