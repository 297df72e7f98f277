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
        required("TimerId", Text, "Timer it is about."),
        required("TimerName", Text, "Timer name."),
        required(
            "Days",
            Text,
            "Weekdays: seven characters, 0 off and 1 on, the first is Sunday. Seven characters, 0 = off and 1 = on, first is Sunday and last is Saturday.",
        ),
        required(
            "TimePoint",
            Text,
            "Time of day as HH:MM. 24-hour clock; the example writes 9:30 without a leading zero.",
        ),
        required("Repeat", Integer, "0 = once, 1 = repeat."),
        required("Data", Text, "What is answered. JSON text sent when the timer fires."),
    ],
    output: &[],
    docs: docs(Docs {
        group: "timer",
        about: "Changes a timer.",
        about_zh: "。",
        page: Some(40797),
        notes: &["TimePoint is 9:30 here but 09:30 in the list answer, so zero padding is not fixed."],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"ABCDE12345","DeviceName":"dev1","TimerId":"x","TimerName":"x","Days":"x","TimePoint":"x","Repeat":1,"Data":"x"}"#,
            answer: r#"{"Response":{"RequestId":"req_1"}}"#,
        },
    }),
};
