//! `AppReportDeviceEvent`: reports an event in the name of a Bluetooth device. [Reference](https://cloud.tencent.com/document/product/1081/50204)

use crate::action::prelude::*;

/// `AppReportDeviceEvent`.
pub const ACTION: Action = Action {
    name: "AppReportDeviceEvent",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("DeviceId", Text, "`ProductId/DeviceName`."),
        required("EventId", Text, "Event, as the product defines it."),
        required("Params", Text, "Parameters of the event, as JSON text."),
        required("Method", Text, "`ReportEventAsDevice` or `reported`."),
        required("EventTimeStamp", Count, "When it happened, in Unix milliseconds."),
    ],
    output: &[],
    docs: docs(Docs {
        group: "bluetooth",
        about: "Reports an event in the name of a Bluetooth device.",
        about_zh: "代蓝牙设备上报事件。",
        page: Some(50204),
        notes: &[
            "`Method` is required and yet has a default, `reported` (`repoted` in older copies): it is required here.",
            "The table requires `EventTimeStamp` and the example lacks it; it is required here and was added to the example.",
            "The example's answer has an empty `Data` that the table does not list; it is kept.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.BindDeviceNotConnected",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"DeviceId":"QD4BNB/dev01","EventId":"low_voltage","Params":"{\"voltage\":3.1}","Method":"ReportEventAsDevice","EventTimeStamp":1581422682000}"#,
            answer: r#"{"Response":{"Data":"","RequestId":"123e4567-e89b-12d3-a456-426614174000"}}"#,
        },
    }),
};
