//! `AppReportDataAsDevice`: reports property values to the cloud on behalf of a Bluetooth device. [Reference](https://cloud.tencent.com/document/product/1081/50202)

use crate::action::prelude::*;

/// `AppReportDataAsDevice`.
pub const ACTION: Action = Action {
    name: "AppReportDataAsDevice",
    auth: AccessToken,
    access: Changing,
    params: &[
        required(
            "DeviceId",
            Text,
            "`ProductId/DeviceName`. ProductId and DeviceName joined by a slash.",
        ),
        required("Data", Text, "What is answered. JSON text of property values."),
        required("TimeStamp", Count, "Milliseconds."),
    ],
    output: &[field("Data", Text, "What is answered. Empty text in the example.")],
    docs: docs(Docs {
        group: "bluetooth",
        about: "Reports property values to the cloud on behalf of a Bluetooth device.",
        about_zh: "。",
        page: Some(50202),
        notes: &["The param is spelled TimeStamp here, Timestamp in the common params."],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.BindDeviceNotConnected",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"DeviceId":"x","Data":"x","TimeStamp":1}"#,
            answer: r#"{"Response":{"Data":"x","RequestId":"req_1"}}"#,
        },
    }),
};
