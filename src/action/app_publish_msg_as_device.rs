//! `AppPublishMsgAsDevice`: sends a message in the name of a Bluetooth device. [Reference](https://cloud.tencent.com/document/product/1081/50203)

use crate::action::prelude::*;

/// `AppPublishMsgAsDevice`.
pub const ACTION: Action = Action {
    name: "AppPublishMsgAsDevice",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        required("Topic", Text, "Topic that the device would publish to."),
        required("Payload", Text, "The message."),
    ],
    output: &[],
    docs: docs(Docs {
        group: "bluetooth",
        about: "Publishes a message in the name of a Bluetooth device, such as its reply to an action.",
        about_zh: "代蓝牙设备发布消息，例如设备行为的回复。",
        page: Some(50203),
        notes: &[
            "The table does not say how `Payload` is encoded, and the example sends Base64; it is sent as it is given.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.BindDeviceNotConnected",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"22F9Y6II7O","DeviceName":"light1","Topic":"$thing/up/action/22F9Y6II7O/light1","Payload":"e1wibGlnaHRfc3dpdGNoXCI6MH0="}"#,
            answer: r#"{"Response":{"RequestId":"123e4567-e89b-12d3-a456-426614174000"}}"#,
        },
    }),
};
