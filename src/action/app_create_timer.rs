//! `AppCreateTimer`: creates a timer that sends property values to a device. [Reference](https://cloud.tencent.com/document/product/1081/40796)

use crate::action::prelude::*;

/// `AppCreateTimer`.
pub const ACTION: Action = Action {
    name: "AppCreateTimer",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        required("TimerName", Text, "Timer name."),
        required(
            "Days",
            Text,
            "Weekdays: seven characters, 0 off and 1 on, the first is Sunday. Seven characters, 0 = off and 1 = on, first is Sunday and last is Saturday.",
        ),
        required("TimePoint", Text, "Time of day as HH:MM. 24-hour clock, HH:MM."),
        required("Repeat", Integer, "0 = once, 1 = repeat."),
        required("Data", Text, "What is answered. JSON text sent when the timer fires."),
    ],
    output: &[
        field("TimerId", Text, "Timer it is about."),
        field("TimerName", Text, "Timer name."),
    ],
    docs: docs(Docs {
        group: "timer",
        about: "Creates a timer that sends property values to a device.",
        about_zh: "。",
        page: Some(40796),
        notes: &["The request example carries line comments, so it is not valid JSON."],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"ABCDE12345","DeviceName":"dev1","TimerName":"x","Days":"x","TimePoint":"x","Repeat":1,"Data":"x"}"#,
            answer: r#"{"Response":{"Data":{"TimerId":"x","TimerName":"x"},"RequestId":"req_1"}}"#,
        },
    }),
};
