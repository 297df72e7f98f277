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
        required("TimerId", Text, "Timer to switch."),
        optional("Status", Integer, "0 off, 1 on."),
    ],
    output: &[],
    docs: docs(Docs {
        group: "timer",
        about: "Switches a timer of a device on or off.",
        about_zh: "启用或关闭设备的定时任务。",
        page: Some(40799),
        notes: &[
            "`Status` is optional in the table, although it is what the call is for; no page says what happens without it.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"US4CJ11DIK","DeviceName":"411_3","TimerId":"a1c6939b39d3","Status":0}"#,
            answer: r#"{"Response":{"RequestId":"req_1"}}"#,
        },
    }),
};
