//! `AppBindSubDeviceInFamily`: adds a sub-device that its gateway already knows to the gateway's family. [Reference](https://cloud.tencent.com/document/product/1081/43155)

use crate::action::prelude::*;

/// `AppBindSubDeviceInFamily`.
pub const ACTION: Action = Action {
    name: "AppBindSubDeviceInFamily",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("GatewayProductId", Text, "Product of the gateway."),
        required("GatewayDeviceName", Text, "Name of the gateway within its product."),
        required("ProductId", Text, "Product of the device. Of the sub-device."),
        required(
            "DeviceName",
            Text,
            "Name of the device within its product. Of the sub-device.",
        ),
    ],
    output: &[field(
        "AppDeviceInfo",
        Object(&structs::APP_DEVICE_INFO),
        "Struct AppDeviceInfo.",
    )],
    docs: docs(Docs {
        group: "gateway",
        about: "Adds a sub-device that its gateway already knows to the gateway's family.",
        about_zh: "。",
        page: Some(43155),
        notes: &[
            "The older copy's table gives Action as AppSecureAddDeviceInFamily while its example uses AppBindSubDeviceInFamily; the newest copy is corrected.",
            "Times are numbers in the example but strings in the shared struct.",
            "The returned device in the example is not the one in the request example.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"GatewayProductId":"x","GatewayDeviceName":"x","ProductId":"ABCDE12345","DeviceName":"dev1"}"#,
            answer: r#"{"Response":{"Data":{"AppDeviceInfo":{}},"RequestId":"req_1"}}"#,
        },
    }),
};
