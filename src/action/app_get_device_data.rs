//! `AppGetDeviceData`: reads the latest reported property values of a device. [Reference](https://cloud.tencent.com/document/product/1081/48492)

use crate::action::prelude::*;

/// `AppGetDeviceData`.
pub const ACTION: Action = Action {
    name: "AppGetDeviceData",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
    ],
    output: &[field(
        "Data",
        Text,
        "What is answered. JSON text: property id to an object with Value and LastUpdate in milliseconds.",
    )],
    docs: docs(Docs {
        group: "data",
        about: "Reads the latest reported property values of a device.",
        about_zh: "。",
        page: Some(48492),
        notes: &[
            "The page has an extra error-shape section (Code, Message) the other pages lack.",
            "Data is JSON inside a string, not an object.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"ABCDE12345","DeviceName":"dev1"}"#,
            answer: r#"{"Response":{"Data":"x","RequestId":"req_1"}}"#,
        },
    }),
};
