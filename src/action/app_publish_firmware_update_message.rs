//! `AppPublishFirmwareUpdateMessage`: starts a firmware upgrade. [Reference](https://cloud.tencent.com/document/product/1081/47131)

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
        about: "Confirms a firmware upgrade: the cloud tells the device to start.",
        about_zh: "确认固件升级，由云端通知设备开始升级。",
        page: Some(47131),
        notes: &[
            "One copy's table lists `CurrentVersion` and `DstVersion`, which the example lacks; they are handed out if they come.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"22F9Y6II7O","DeviceName":"light1"}"#,
            answer: r#"{"Response":{"RequestId":"f92406b3-5a9a-4fe8-bc43-45e3d794bb68"}}"#,
        },
    }),
};
