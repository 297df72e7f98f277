//! `AppCreateTimer`: makes a timer. [Reference](https://cloud.tencent.com/document/product/1081/40796)

use crate::action::prelude::*;

/// `AppCreateTimer`.
pub const ACTION: Action = Action {
    name: "AppCreateTimer",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        required("TimerName", Text, "Name of the timer."),
        required("Days", Text, "Weekdays as seven digits, Sunday first: 0 off, 1 on."),
        required("TimePoint", Text, "Time of day as `HH:MM`, in 24 hours."),
        required("Repeat", Integer, "0 once, 1 repeatedly."),
        required("Data", Text, "Property values to set, by id, as JSON text."),
    ],
    output: &[
        field("TimerId", Text, "Id of the new timer."),
        field("TimerName", Text, "Name of the timer."),
    ],
    docs: docs(Docs {
        group: "timer",
        about: "Creates a timer that sets properties of a device.",
        about_zh: "为设备创建定时任务，到点下发属性数据。",
        page: Some(40796),
        notes: &[],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"US4CJ11DIK","DeviceName":"411_3","TimerName":"timer_test","Days":"1000000","TimePoint":"06:30","Repeat":1,"Data":"{\"brightness\": 25}"}"#,
            answer: r#"{"Response":{"Data":{"TimerId":"e0e23a2b33a2","TimerName":"timer_test"},"RequestId":"req_1"}}"#,
        },
    }),
};
