//! `AppGetProducts`: reads product definitions, including each product's data template. [Reference](https://cloud.tencent.com/document/product/1081/48764)

use crate::action::prelude::*;

/// `AppGetProducts`.
pub const ACTION: Action = Action {
    name: "AppGetProducts",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("ProductIds", Texts, "Product ids."),
        optional("DeviceIds", Texts, "Each ProductId and DeviceName joined by a slash."),
    ],
    output: &[field("Products", List(&structs::PRODUCTS), "Struct Products.")],
    docs: docs(Docs {
        group: "device",
        about: "Reads product definitions, including each product's data template.",
        about_zh: "。",
        page: Some(48764),
        notes: &[
            "DataTemplate is meant to be JSON inside a string, but its quotes are not escaped in the example, so the example is not valid JSON.",
            "State and AppTemplate appear only in the example.",
            "The same product is listed once per requested device, so duplicates occur.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductIds":["x"]}"#,
            answer: r#"{"Response":{"Products":[{}],"RequestId":"req_1"}}"#,
        },
    }),
};
