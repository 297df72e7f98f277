//! `AppGetDeviceAggsData`: reads averages, minima or maxima of a numeric property over time buckets. [Reference](https://cloud.tencent.com/document/product/1081/40773)

use crate::action::prelude::*;

/// `AppGetDeviceAggsData`.
pub const ACTION: Action = Action {
    name: "AppGetDeviceAggsData",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required(
            "DeviceId",
            Text,
            "`ProductId/DeviceName`. ProductId and DeviceName joined by a slash.",
        ),
        required("AggMethod", Text, "Avg, min or max."),
        required("Interval", Text, "Bucket width such as 10m, 30m, 1h or 1d."),
        optional("FieldName", Text, "An integer or float property."),
        optional("BeginTime", Count, "Milliseconds; default is 24 hours before EndTime."),
        optional("EndTime", Count, "Milliseconds; default is now."),
    ],
    output: &[field(
        "Results",
        List(&structs::AGGREGATE_ITEM),
        "Date (text start of bucket), TimestampMs (start in milliseconds), Data (the aggregate).",
    )],
    docs: docs(Docs {
        group: "data",
        about: "Reads averages, minima or maxima of a numeric property over time buckets.",
        about_zh: "。",
        page: None,
        notes: &[
            "The table lists Date and TimestampMs as if top-level; the example puts them in a Results array together with Data, which the table forgets.",
            "The table omits the common params RequestId and AccessToken, which the example sends.",
            "The request example sends 0 for both times, so 0 seems to mean the default.",
            "The error table lists no generic codes.",
        ],
        assumed: &[],
        codes: &[
            "UnauthorizedOperation.APPNoPermissionToStudioProduct",
            "InvalidParameterValue.NoPermission",
            "ResourceNotFound.DeviceNotExist",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"DeviceId":"x","AggMethod":"x","Interval":"x"}"#,
            answer: r#"{"Response":{"Results":[{}],"RequestId":"req_1"}}"#,
        },
    }),
};
