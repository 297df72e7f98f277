//! `AppCreateDeviceBindToken`: a fresh token that starts one Wi-Fi provisioning. [Reference](https://cloud.tencent.com/document/product/1081/44044)

use crate::action::prelude::*;

/// `AppCreateDeviceBindToken`.
pub const ACTION: Action = Action {
    name: "AppCreateDeviceBindToken",
    auth: AccessToken,
    access: Changing,
    params: &[
        // Documented without an empty choice, described with one: empty asks for the default.
        optional(
            "TokenLengthType",
            Text,
            "Length of the token: empty for 32 characters (the default), `1` for 6.",
        )
        .one_of(&["", "1"]),
    ],
    output: &[field("Token", Text, "The token to hand to the device.").secret()],
    docs: docs(Docs {
        group: "bind",
        about: "Creates a random token that starts one Wi-Fi provisioning.",
        about_zh: "生成一次 Wi-Fi 配网用的随机 Token。",
        page: Some(44044),
        notes: &[
            "The reference's own failure example answers `InvalidParameterValue.InvalidAccessToken`, which its table leaves out; it is listed here.",
            "`RequestId` comes inside `Data` in the example.",
            "Counted as changing because each call makes another token; a lost answer costs nothing but that token.",
        ],
        assumed: &[],
        codes: &[
            "InvalidParameter",
            "InvalidParameterValue",
            "InvalidParameterValue.TokenInfoSaveError",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{}"#,
            answer: r#"{"Response":{"Data":{"Token":"d7a12d8f3ab64e0c9b1d5e61b3861b3b","RequestId":"f92406b3-5a9a-4fe8-bc43-45e3d794bb68"}}}"#,
        },
    }),
};
