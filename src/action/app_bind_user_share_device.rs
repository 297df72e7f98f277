//! `AppBindUserShareDevice`: accepts a shared device with its token. [Reference](https://cloud.tencent.com/document/product/1081/48188)

use crate::action::prelude::*;

/// `AppBindUserShareDevice`.
pub const ACTION: Action = Action {
    name: "AppBindUserShareDevice",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("ShareDeviceToken", Text, "Token of the share.").secret(),
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
    ],
    output: &[field("Status", Text, "Its state. Example value OK.")],
    docs: docs(Docs {
        group: "share",
        about: "Accepts a shared device with its token.",
        about_zh: "。",
        page: Some(48188),
        notes: &[
            "The error table spells InvalidParameterValue.DeviecBinded, the failure example InvalidParameterValue.DeviceBinded; match both.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.DeviecBinded",
            "InvalidParameterValue.UserBindExceedLimit",
            "InvalidParameterValue.DeviceShareExceedLimit",
            "InvalidParameterValue.CannotBindOwnDevice",
            "InvalidParameterValue.ShareDeviceTokenUsed",
            "InvalidParameterValue.InvalidShareDeviceToken",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ShareDeviceToken":"x","ProductId":"ABCDE12345","DeviceName":"dev1"}"#,
            answer: r#"{"Response":{"Status":"x","RequestId":"req_1"}}"#,
        },
    }),
};
