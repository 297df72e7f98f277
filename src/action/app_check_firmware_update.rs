//! `AppCheckFirmwareUpdate`: whether there is newer firmware for a device. [Reference](https://cloud.tencent.com/document/product/1081/47129)

use crate::action::prelude::*;

/// `AppCheckFirmwareUpdate`.
pub const ACTION: Action = Action {
    name: "AppCheckFirmwareUpdate",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
    ],
    output: &[
        field("CurrentVersion", Text, "Version that the device runs."),
        field("DstVersion", Text, "Version that it can be upgraded to."),
    ],
    docs: docs(Docs {
        group: "firmware",
        about: "Checks whether there is newer firmware for a device.",
        about_zh: "查询设备是否有可升级的固件。",
        page: Some(47129),
        notes: &[],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"22F9Y6II7O","DeviceName":"light1"}"#,
            answer: r#"{"Response":{"DstVersion":"2.0","CurrentVersion":"1.0","RequestId":"f92406b3-5a9a-4fe8-bc43-45e3d794bb68"}}"#,
        },
    }),
};
