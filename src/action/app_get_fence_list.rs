//! `AppGetFenceList`: pages through the geofences of a device. [Reference](https://cloud.tencent.com/document/product/1081/54142)

use crate::action::prelude::*;

/// `AppGetFenceList`.
pub const ACTION: Action = Action {
    name: "AppGetFenceList",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        optional("Offset", Count, "How many entries to skip, from 0."),
        optional("Limit", Limit, "How many entries to answer. At most 50."),
    ],
    output: &[field("List", List(&structs::FENCE), "Struct Fence.")],
    docs: docs(Docs {
        group: "location",
        about: "Pages through the geofences of a device.",
        about_zh: "。",
        page: Some(54142),
        notes: &[
            "CreateTime and UpdateTime are numbers in the example but strings in the shared struct.",
            "No Total is returned, though the event list has one.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InternalError.InternalServerExceptionDB",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"ABCDE12345","DeviceName":"dev1"}"#,
            answer: r#"{"Response":{"List":[{}],"RequestId":"req_1"}}"#,
        },
    }),
};
