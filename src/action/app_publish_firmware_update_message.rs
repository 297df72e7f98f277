//! `AppPublishFirmwareUpdateMessage`: confirms a firmware upgrade, so the cloud tells the device to start. [Reference](https://cloud.tencent.com/document/product/1081/47131)

use crate::action::prelude::*;

/// `AppPublishFirmwareUpdateMessage`.
pub const ACTION: Action = Action {
    name: "AppPublishFirmwareUpdateMessage",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
    ],
    output: &[],
    docs: docs(Docs {
        group: "firmware",
        about: "Confirms a firmware upgrade, so the cloud tells the device to start.",
        about_zh: "。",
        page: Some(47131),
        notes: &[],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"ABCDE12345","DeviceName":"dev1"}"#,
            answer: r#"{"Response":{"RequestId":"req_1"}}"#,
        },
    }),
};
