//! `AppPublishRRPCMessage`: sends a message to a device and waits for its reply. [Reference](https://cloud.tencent.com/document/product/1081/61545)

use crate::action::prelude::*;

/// `AppPublishRRPCMessage`.
pub const ACTION: Action = Action {
    name: "AppPublishRRPCMessage",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        required("Payload", Text, "The message, as text."),
    ],
    output: &[
        field("MessageId", Integer, "Id of the message."),
        field("PayloadBase64", Text, "The reply of the device, in Base64."),
    ],
    docs: docs(Docs {
        group: "message",
        about: "Sends a message to a device and waits for its reply.",
        about_zh: "向设备下发 RRPC 消息并等待设备回复。",
        page: Some(61545),
        notes: &["What is sent is plain text, what is answered is Base64; neither is converted."],
        assumed: &["That it still works: its sibling for servers, `PublishRRPCMessage`, was to end in March 2025."],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"ASBHKN","DeviceName":"dev","Payload":"1234561"}"#,
            answer: r#"{"Response":{"MessageId":74,"PayloadBase64":"QUJDRA==","RequestId":"f92406b3-5a9a-4fe8-bc43-45e3d794bb68"}}"#,
        },
    }),
};
