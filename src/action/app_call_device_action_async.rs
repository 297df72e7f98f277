//! `AppCallDeviceActionAsync`: invokes a device action without waiting; the result arrives over the WebSocket. [Reference](https://cloud.tencent.com/document/product/1081/61348)

use crate::action::prelude::*;

/// `AppCallDeviceActionAsync`.
pub const ACTION: Action = Action {
    name: "AppCallDeviceActionAsync",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        required("ActionId", Text, "Identifier from the product's data template."),
        optional("InputParams", Text, "JSON text."),
    ],
    output: &[
        field("ClientToken", Text, "Call id."),
        field("Status", Text, "Its state. Example value Sent."),
    ],
    docs: docs(Docs {
        group: "control",
        about: "Invokes a device action without waiting; the result arrives over the WebSocket.",
        about_zh: "。",
        page: Some(61348),
        notes: &["Status is Sent here but succ in the synchronous Action."],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"ABCDE12345","DeviceName":"dev1","ActionId":"x"}"#,
            answer: r#"{"Response":{"ClientToken":"x","Status":"x","RequestId":"req_1"}}"#,
        },
    }),
};
