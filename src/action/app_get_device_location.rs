//! `AppGetDeviceLocation`: reads where a cellular device is. [Reference](https://cloud.tencent.com/document/product/1081/48494)

use crate::action::prelude::*;

/// `AppGetDeviceLocation`.
pub const ACTION: Action = Action {
    name: "AppGetDeviceLocation",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("DeviceId", Text, "`ProductId/DeviceName`."),
        optional(
            "CoordType",
            Integer,
            "Coordinates to answer in: 1 Baidu, 2 Amap or Tencent, 3 WGS 84.",
        ),
    ],
    output: &[
        field(
            "Location",
            Object(&structs::LOCATION),
            "Stands around the coordinates in the table.",
        )
        .wrapper(),
        field("Longitude", Number, "Longitude in degrees."),
        field("Latitude", Number, "Latitude in degrees."),
        field("CreateTime", Count, "When it was there, in nanoseconds since 1970.").wide(),
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
        about: "Reads the current position of a cellular device.",
        about_zh: "查询蜂窝设备的当前位置。",
        page: Some(48494),
        notes: &[
            "The table has the coordinates in an object `Location`, the example beside `CreateTime`; both are read, and they are handed out without it.",
            "`Ret` and `ErrMsg` stand in the example only; they are handed out, and no error is made of them.",
            "Nanoseconds are beyond 2^53 − 1: such a number is handed out as the text of its digits.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"DeviceId":"QDA1PZLBNB/dev01","CoordType":3}"#,
            answer: r#"{"Response":{"Data":{"Ret":0,"ErrMsg":"","CreateTime":1599013684000000000,"Longitude":102.83191,"Latitude":24.325504},"RequestId":"req_1"}}"#,
        },
    }),
};
