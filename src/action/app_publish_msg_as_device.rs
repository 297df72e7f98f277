//! `AppPublishMsgAsDevice`: publishes a message on a device topic on behalf of a Bluetooth device, for example an action reply. [Reference](https://cloud.tencent.com/document/product/1081/50203)

use crate::action::prelude::*;

/// `AppPublishMsgAsDevice`.
pub const ACTION: Action = Action {
    name: "AppPublishMsgAsDevice",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        required("Topic", Text, "Device upstream topic, for example the action topic."),
        required("Payload", Text, "Message body; Base64 in the example."),
    ],
    output: &[],
    docs: docs(Docs {
        group: "bluetooth",
        about: "Publishes a message on a device topic on behalf of a Bluetooth device, for example an action reply.",
        about_zh: "。",
        page: Some(50203),
        notes: &[
            "The request example lacks two commas, so it is not valid JSON.",
            "The table does not say the payload is Base64, the example's is.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.BindDeviceNotConnected",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"ABCDE12345","DeviceName":"dev1","Topic":"x","Payload":"x"}"#,
            answer: r#"{"Response":{"RequestId":"req_1"}}"#,
        },
    }),
};
