//! `AppDeleteTimer`: removes a timer. [Reference](https://cloud.tencent.com/document/product/1081/40798)

use crate::action::prelude::*;

/// `AppDeleteTimer`.
pub const ACTION: Action = Action {
    name: "AppDeleteTimer",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        required("TimerId", Text, "Timer to delete."),
    ],
    output: &[],
    docs: docs(Docs {
        group: "timer",
        about: "Deletes a timer of a device.",
        about_zh: "删除设备的定时任务。",
        page: Some(40798),
        notes: &[],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"US4CJ11DIK","DeviceName":"411_3","TimerId":"e0e23a2b33a2"}"#,
            answer: r#"{"Response":{"RequestId":"req_1"}}"#,
        },
    }),
};
