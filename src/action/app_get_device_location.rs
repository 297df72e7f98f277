//! `AppGetDeviceLocation`: reads the current position of a cellular device. [Reference](https://cloud.tencent.com/document/product/1081/40773)

use crate::action::prelude::*;

/// `AppGetDeviceLocation`.
pub const ACTION: Action = Action {
    name: "AppGetDeviceLocation",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required(
            "DeviceId",
            Text,
            "`ProductId/DeviceName`. ProductId and DeviceName joined by a slash.",
        ),
        optional("CoordType", Integer, "1 = Baidu, 2 = Amap or Tencent, 3 = WGS84."),
    ],
    output: &[
        field("Longitude", Number, "Longitude."),
        field("Latitude", Number, "Latitude."),
        field(
            "CreateTime",
            Count,
            "When it was made, in Unix seconds. Nanoseconds in the example.",
        ),
        field("Ret", Integer, "Example only, 0 = fine."),
        field("ErrMsg", Text, "Example only."),
    ],
    docs: docs(Docs {
        group: "location",
        about: "Reads the current position of a cellular device.",
        about_zh: "。",
        page: None,
        notes: &[
            "The table says Data is struct Position with a nested Location; the example is flat.",
            "Ret and ErrMsg appear only in the example.",
            "The request example lacks a comma, so it is not valid JSON.",
            "The timestamp is in nanoseconds and needs 64-bit integers.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"DeviceId":"x"}"#,
            answer: r#"{"Response":{"Data":{"Longitude":1.5,"Latitude":1.5,"CreateTime":1,"Ret":1,"ErrMsg":"x"},"RequestId":"req_1"}}"#,
        },
    }),
};
