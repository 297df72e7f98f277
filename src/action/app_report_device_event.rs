//! `AppReportDeviceEvent`: reports an event to the cloud on behalf of a Bluetooth device. [Reference](https://cloud.tencent.com/document/product/1081/50204)

use crate::action::prelude::*;

/// `AppReportDeviceEvent`.
pub const ACTION: Action = Action {
    name: "AppReportDeviceEvent",
    auth: AccessToken,
    access: Changing,
    params: &[
        required(
            "DeviceId",
            Text,
            "`ProductId/DeviceName`. ProductId and DeviceName joined by a slash.",
        ),
        required("EventId", Text, "Event id."),
        required("Params", Text, "JSON text of event params."),
        required("Method", Text, "ReportEventAsDevice or reported (default)."),
        required("EventTimeStamp", Count, "Milliseconds; absent from the example."),
    ],
    output: &[],
    docs: docs(Docs {
        group: "bluetooth",
        about: "Reports an event to the cloud on behalf of a Bluetooth device.",
        about_zh: "。",
        page: Some(50204),
        notes: &[
            "Method is required yet has a default; older copies print that default as repoted.",
            "EventTimeStamp is required by the table and absent from the example.",
            "The success example has an empty Data string that the output table does not list.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.BindDeviceNotConnected",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"DeviceId":"x","EventId":"x","Params":"x","Method":"x","EventTimeStamp":1}"#,
            answer: r#"{"Response":{"RequestId":"req_1"}}"#,
        },
    }),
};
