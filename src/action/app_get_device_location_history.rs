//! `AppGetDeviceLocationHistory`: reads past positions of a cellular device within the last month. [Reference](https://cloud.tencent.com/document/product/1081/40773)

use crate::action::prelude::*;

/// `AppGetDeviceLocationHistory`.
pub const ACTION: Action = Action {
    name: "AppGetDeviceLocationHistory",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required(
            "DeviceId",
            Text,
            "`ProductId/DeviceName`. ProductId and DeviceName joined by a slash.",
        ),
        required("MinTime", Count, "Milliseconds."),
        required("MaxTime", Count, "Milliseconds."),
    ],
    output: &[
        field(
            "Pos",
            List(&structs::POSITION),
            "Struct Position; CreateTime in nanoseconds.",
        ),
        field("Ret", Integer, "Example only, 0 = fine."),
        field("ErrMsg", Text, "Example only."),
    ],
    docs: docs(Docs {
        group: "location",
        about: "Reads past positions of a cellular device within the last month.",
        about_zh: "。",
        page: None,
        notes: &[
            "The table says Data is an array of Position; in the example Data is an object whose Pos holds the array.",
            "The request example lacks a comma and sends 0 for both times.",
            "Requests use milliseconds, answers nanoseconds.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"DeviceId":"x","MinTime":1,"MaxTime":1}"#,
            answer: r#"{"Response":{"Data":{"Pos":[{}],"Ret":1,"ErrMsg":"x"},"RequestId":"req_1"}}"#,
        },
    }),
};
