//! `AppDeleteTimer`: deletes a timer. [Reference](https://cloud.tencent.com/document/product/1081/40798)

use crate::action::prelude::*;

/// `AppDeleteTimer`.
pub const ACTION: Action = Action {
    name: "AppDeleteTimer",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        required("TimerId", Text, "Timer it is about."),
    ],
    output: &[],
    docs: docs(Docs {
        group: "timer",
        about: "Deletes a timer.",
        about_zh: "。",
        page: Some(40798),
        notes: &[],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"ABCDE12345","DeviceName":"dev1","TimerId":"x"}"#,
            answer: r#"{"Response":{"RequestId":"req_1"}}"#,
        },
    }),
};
