//! `AppGetDeviceAggsData`: averages, minima or maxima of a property over time. [Reference](https://cloud.tencent.com/document/product/1081/40773)

use crate::action::prelude::*;

/// `AppGetDeviceAggsData`.
pub const ACTION: Action = Action {
    name: "AppGetDeviceAggsData",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("DeviceId", Text, "`ProductId/DeviceName`."),
        required("AggMethod", Text, "`avg`, `min` or `max`."),
        required(
            "Interval",
            Text,
            "Length of each span, such as `10m`, `30m`, `1h` or `1d`.",
        ),
        optional("FieldName", Text, "Id of a whole or fractional number property."),
        optional(
            "BeginTime",
            Count,
            "From when, in Unix milliseconds; by default 24 hours before `EndTime`.",
        ),
        optional("EndTime", Count, "Until when, in Unix milliseconds; by default now."),
    ],
    output: &[field(
        "Results",
        List(&structs::AGGREGATE_ITEM),
        "One entry for each span that has data.",
    )],
    docs: docs(Docs {
        group: "data",
        about: "Reads averages, minima or maxima of a numeric property over spans of time.",
        about_zh: "按时间粒度查询设备数值属性的聚合值，如平均值、最小值、最大值。",
        page: None,
        notes: &[
            "The table lists `Date` and `TimestampMs` as fields of the answer and forgets `Data`; the example has all three in a list `Results`, as here.",
        ],
        assumed: &[
            "The request example sends 0 for both times, which seems to mean the default.",
            "Shipped panels send `MinTime` and `MaxTime` for the times, and `sum` too for `AggMethod`; both pass.",
        ],
        codes: &[
            "UnauthorizedOperation.APPNoPermissionToStudioProduct",
            "InvalidParameterValue.NoPermission",
            "ResourceNotFound.DeviceNotExist",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"DeviceId":"QDA1PZLBNB/dev1","AggMethod":"avg","Interval":"10m","FieldName":"brightness","BeginTime":0,"EndTime":0}"#,
            answer: r#"{"Response":{"RequestId":"YZb22","Results":[{"Date":"2020-07-21T19:50:00.000+08:00","TimestampMs":1595332200000,"Data":42.41379310344828},{"Date":"2020-07-21T20:10:00.000+08:00","TimestampMs":1595333400000,"Data":55.06896551724138}]}}"#,
        },
    }),
};
