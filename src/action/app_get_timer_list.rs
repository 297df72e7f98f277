//! `AppGetTimerList`: pages through the timers of a device. [Reference](https://cloud.tencent.com/document/product/1081/40773)

use crate::action::prelude::*;

/// `AppGetTimerList`.
pub const ACTION: Action = Action {
    name: "AppGetTimerList",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        optional("Offset", Count, "How many entries to skip, from 0."),
        optional("Limit", Limit, "How many entries to answer. At most 50."),
    ],
    output: &[
        field("TimerList", List(&structs::TIMER_LIST), "Struct TimerList."),
        field("Total", Count, "How many entries there are in all."),
    ],
    docs: docs(Docs {
        group: "timer",
        about: "Pages through the timers of a device.",
        about_zh: "。",
        page: None,
        notes: &["Status is a number in the example but a string in the shared struct."],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"ABCDE12345","DeviceName":"dev1"}"#,
            answer: r#"{"Response":{"TimerList":[{}],"Total":1,"RequestId":"req_1"}}"#,
        },
    }),
};
