//! `AppCheckFirmwareUpdate`: asks whether newer firmware is available for a device. [Reference](https://cloud.tencent.com/document/product/1081/47129)

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
        field("CurrentVersion", Text, "Current version."),
        field("DstVersion", Text, "Version that can be installed."),
    ],
    docs: docs(Docs {
        group: "firmware",
        about: "Asks whether newer firmware is available for a device.",
        about_zh: "。",
        page: Some(47129),
        notes: &[],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"ABCDE12345","DeviceName":"dev1"}"#,
            answer: r#"{"Response":{"CurrentVersion":"x","DstVersion":"x","RequestId":"req_1"}}"#,
        },
    }),
};
