//! `AppReportDataAsDevice`: reports property values in the name of a Bluetooth device. [Reference](https://cloud.tencent.com/document/product/1081/50202)

use crate::action::prelude::*;

/// `AppReportDataAsDevice`.
pub const ACTION: Action = Action {
    name: "AppReportDataAsDevice",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("DeviceId", Text, "`ProductId/DeviceName`."),
        required("Data", Text, "Property values by id, as JSON text."),
        required("TimeStamp", Count, "When they were measured, in Unix milliseconds."),
    ],
    output: &[field("Data", Text, "Empty in the example.")],
    docs: docs(Docs {
        group: "bluetooth",
        about: "Reports property values in the name of a Bluetooth device.",
        about_zh: "代蓝牙设备上报属性数据。",
        page: Some(50202),
        notes: &["The parameter is `TimeStamp` here, with a capital S, unlike the common parameter `Timestamp`."],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.BindDeviceNotConnected",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"DeviceId":"22F9Y6II7O/light1","Data":"{\"light_switch\":0}","TimeStamp":1581422682000}"#,
            answer: r#"{"Response":{"Data":"","RequestId":"123e4567-e89b-12d3-a456-426614174000"}}"#,
        },
    }),
};
