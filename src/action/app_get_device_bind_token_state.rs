//! `AppGetDeviceBindTokenState`: whether a device has reported the token yet. [Reference](https://cloud.tencent.com/document/product/1081/44045)

use crate::action::prelude::*;

/// `AppGetDeviceBindTokenState`.
pub const ACTION: Action = Action {
    name: "AppGetDeviceBindTokenState",
    auth: AccessToken,
    access: ReadOnly,
    params: &[required("Token", Text, "The token of `AppCreateDeviceBindToken`.").secret()],
    output: &[
        field(
            "State",
            Integer,
            "1: fresh, no device has reported it; 2: usable, a device has.",
        ),
        field(
            "ProductId",
            Text,
            "Product of the device that reported it. Live service only.",
        )
        .optional(),
        field(
            "DeviceName",
            Text,
            "Name of the device that reported it. Live service only.",
        )
        .optional(),
    ],
    docs: docs(Docs {
        group: "bind",
        about: "Asks whether a device has reported the bind token yet.",
        about_zh: "查询配网 Token 的状态：设备是否已上报。",
        page: Some(44045),
        notes: &[
            "The reference's request example names another Action by mistake.",
            "`RequestId` comes inside `Data` in the example.",
            "The live service also names the device that reported the token; no page says so.",
        ],
        assumed: &[],
        codes: &[
            "InvalidParameter",
            "InvalidParameterValue",
            "InvalidParameterValue.TokenNotExist",
            "InvalidParameterValue.TokenIsExpire",
            "InvalidParameterValue.ReadTokenInfoError",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"Token":"d7a12d8f3ab64e0c9b1d5e61b3861b3b"}"#,
            answer: r#"{"Response":{"Data":{"State":1,"RequestId":"f92406b3-5a9a-4fe8-bc43-45e3d794bb68"}}}"#,
        },
    }),
};
