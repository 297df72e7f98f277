//! `AppModifyTimerStatus`: switches a timer on or off. [Reference](https://cloud.tencent.com/document/product/1081/40799)

use crate::action::prelude::*;

/// `AppModifyTimerStatus`.
pub const ACTION: Action = Action {
    name: "AppModifyTimerStatus",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        required("TimerId", Text, "Timer it is about."),
        optional("Status", Integer, "Its state. 0 = off, 1 = on."),
    ],
    output: &[],
    docs: docs(Docs {
        group: "timer",
        about: "Switches a timer on or off.",
        about_zh: "。",
        page: Some(40799),
        notes: &["Status is optional although it is the point of the call."],
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
