//! `AppPublishRRPCMessage`: sends a message to a device and wait for its reply. [Reference](https://cloud.tencent.com/document/product/1081/61545)

use crate::action::prelude::*;

/// `AppPublishRRPCMessage`.
pub const ACTION: Action = Action {
    name: "AppPublishRRPCMessage",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        required("Payload", Text, "UTF-8 text."),
    ],
    output: &[
        field("MessageId", Integer, "Message id."),
        field("PayloadBase64", Text, "The device's reply, Base64."),
    ],
    docs: docs(Docs {
        group: "message",
        about: "Sends a message to a device and wait for its reply.",
        about_zh: "。",
        page: Some(61545),
        notes: &[
            "The request payload is plain text while the reply is Base64.",
            "The cloud-side sibling PublishRRPCMessage is marked as retired in 2025; whether this Action still works is not said.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"ABCDE12345","DeviceName":"dev1","Payload":"x"}"#,
            answer: r#"{"Response":{"MessageId":1,"PayloadBase64":"x","RequestId":"req_1"}}"#,
        },
    }),
};
