//! `AppModifyTimer`: changes a timer. [Reference](https://cloud.tencent.com/document/product/1081/40797)

use crate::action::prelude::*;

/// `AppModifyTimer`.
pub const ACTION: Action = Action {
    name: "AppModifyTimer",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        required("TimerId", Text, "Timer to change."),
        required("TimerName", Text, "Name of the timer."),
        required("Days", Text, "Weekdays as seven digits, Sunday first: 0 off, 1 on."),
        required("TimePoint", Text, "Time of day as `HH:MM`, in 24 hours."),
        required("Repeat", Integer, "0 once, 1 repeatedly."),
        required("Data", Text, "Property values to set, by id, as JSON text."),
    ],
    output: &[],
    docs: docs(Docs {
        group: "timer",
        about: "Changes a timer of a device.",
        about_zh: "修改设备的定时任务。",
        page: Some(40797),
        notes: &[
            "The example sends `9:30` and the list answers `09:30`: a leading zero is not settled, and what is given is sent.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"US4CJ11DIK","DeviceName":"411_3","TimerId":"a1c6939b39d3","TimerName":"timer_test_modify","Days":"1100000","TimePoint":"9:30","Repeat":0,"Data":"{\"brightness\": 28}"}"#,
            answer: r#"{"Response":{"RequestId":"req_1"}}"#,
        },
    }),
};
