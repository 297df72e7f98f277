//! `AppGetTimerList`: one page of the timers of a device. [Reference](https://cloud.tencent.com/document/product/1081/40800)

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
        optional("Limit", Limit, "How many entries to answer, at most 50."),
    ],
    output: &[
        field("TimerList", List(&structs::TIMER_LIST), "The timers of this page."),
        field("Total", Count, "How many there are in all."),
    ],
    docs: docs(Docs {
        group: "timer",
        about: "Pages through the timers of a device.",
        about_zh: "分页查询设备的定时任务。",
        page: Some(40800),
        notes: &[
            "`Status` of a timer is text in the structure and a number in the example; both are read, and a number is handed out.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"US4CJ11DIK","DeviceName":"411_3","Offset":0,"Limit":2}"#,
            answer: r#"{"Response":{"RequestId":"req_1","Total":2,"TimerList":[{"TimerId":"a1c6939b39d3","TimerName":"timer_test_modify","ProductId":"US4CJ11DIK","DeviceName":"411_3","Days":"1100000","TimePoint":"09:30","Repeat":0,"Data":"{\"brightness\": 28}","Status":0,"CreateTime":1570786578,"UpdateTime":1570790807},{"TimerId":"f888dd20c707","TimerName":"timer_test","ProductId":"US4CJ11DIK","DeviceName":"411_3","Days":"1000000","TimePoint":"07:00","Repeat":1,"Data":"{\"brightness\": 25}","Status":1,"CreateTime":1570786483,"UpdateTime":1570786483}]}}"#,
        },
    }),
};
