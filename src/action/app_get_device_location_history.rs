//! `AppGetDeviceLocationHistory`: reads where a cellular device was. [Reference](https://cloud.tencent.com/document/product/1081/48495)

use crate::action::prelude::*;

/// `AppGetDeviceLocationHistory`.
pub const ACTION: Action = Action {
    name: "AppGetDeviceLocationHistory",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("DeviceId", Text, "`ProductId/DeviceName`."),
        required(
            "MinTime",
            Count,
            "Start of the span, in milliseconds since 1970; no more than a month ago.",
        ),
        required("MaxTime", Count, "End of the span, in milliseconds since 1970."),
    ],
    output: &[
        field("Pos", List(&structs::POSITION), "Where it was.").also("Data"),
        field("Ret", Integer, "0 where all is well. In the example only.").optional(),
        field(
            "ErrMsg",
            Text,
            "What is wrong where `Ret` is not 0. In the example only.",
        )
        .optional(),
    ],
    docs: docs(Docs {
        group: "location",
        about: "Reads where a cellular device was within the last month.",
        about_zh: "查询蜂窝设备最近一个月内的历史位置。",
        page: Some(48495),
        notes: &[
            "The table has the list in `Data` itself, the example in `Data.Pos`; both are read, and it is handed out as `Pos`.",
            "`Ret` and `ErrMsg` stand in the example only; they are handed out, and no error is made of them.",
            "What is asked for is in milliseconds, what is answered in nanoseconds.",
            "Nanoseconds are beyond 2^53 − 1: such a number is handed out as the text of its digits.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"DeviceId":"QDA1PZLBNB/dev01","MinTime":0,"MaxTime":0}"#,
            answer: r#"{"Response":{"Data":{"Ret":0,"ErrMsg":"","Pos":[{"Location":{"Longitude":102.83191,"Latitude":24.325504},"CreateTime":1599013554000000000},{"Location":{"Longitude":102.83191,"Latitude":24.325504},"CreateTime":1599013569000000000}]},"RequestId":"req_1"}}"#,
        },
    }),
};
