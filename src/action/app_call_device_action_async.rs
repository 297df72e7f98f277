//! `AppCallDeviceActionAsync`: starts an action of a device. [Reference](https://cloud.tencent.com/document/product/1081/61348)

use crate::action::prelude::*;

/// `AppCallDeviceActionAsync`.
pub const ACTION: Action = Action {
    name: "AppCallDeviceActionAsync",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        required("ActionId", Text, "Action of the device, as the product defines it."),
        optional("InputParams", Text, "Input of the action, as JSON text."),
    ],
    output: &[
        field("ClientToken", Text, "Id of this call, repeated by its result."),
        field("Status", Text, "`Sent` where the device was told."),
    ],
    docs: docs(Docs {
        group: "control",
        about: "Starts an action of a device without waiting for its answer.",
        about_zh: "异步调用设备行为，结果通过长连接返回。",
        page: Some(61348),
        notes: &["`Status` is `Sent` here and `succ` in `AppCallDeviceActionSync`; no page lists its values."],
        assumed: &["The result arrives over the WebSocket of the platform, which this client does not open."],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"ABCDE12345","DeviceName":"DEV","ActionId":"actionid","InputParams":"{\"color\":6}"}"#,
            answer: r#"{"Response":{"ClientToken":"1ee12","RequestId":"026fe48b-0c31-4a7c-aaf6-83ba3e9s4bcf","Status":"Sent"}}"#,
        },
    }),
};
