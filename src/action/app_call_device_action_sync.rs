//! `AppCallDeviceActionSync`: invokes a device action and wait for its answer. [Reference](https://cloud.tencent.com/document/product/1081/61347)

use crate::action::prelude::*;

/// `AppCallDeviceActionSync`.
pub const ACTION: Action = Action {
    name: "AppCallDeviceActionSync",
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
        field("Status", Text, "Its state. Example value succ."),
        field(
            "OutputParams",
            Text,
            "May be null; the table misspells it OutputParqams.",
        ),
    ],
    docs: docs(Docs {
        group: "control",
        about: "Invokes a device action and wait for its answer.",
        about_zh: "。",
        page: Some(61347),
        notes: &[
            "The table spells OutputParqams, the example OutputParams.",
            "OutputParams may be null by its own note although typed string.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"ABCDE12345","DeviceName":"dev1","ActionId":"x"}"#,
            answer: r#"{"Response":{"ClientToken":"x","Status":"x","OutputParams":"x","RequestId":"req_1"}}"#,
        },
    }),
};
