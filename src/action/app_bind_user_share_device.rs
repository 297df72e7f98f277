//! `AppBindUserShareDevice`: accepts a device that another user shares. [Reference](https://cloud.tencent.com/document/product/1081/48188)

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
    output: &[field("Status", Text, "`OK`.")],
    docs: docs(Docs {
        group: "share",
        about: "Accepts a device that another user shares, with the token of the share.",
        about_zh: "凭分享 Token 绑定他人分享的设备。",
        page: Some(48188),
        notes: &[
            "The table spells `InvalidParameterValue.DeviecBinded`, the failure example `InvalidParameterValue.DeviceBinded`; both are known.",
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
            params: r#"{"ShareDeviceToken":"share-1","ProductId":"22F9Y6II7O","DeviceName":"light1"}"#,
            answer: r#"{"Response":{"RequestId":"req_1","Status":"OK"}}"#,
        },
    }),
};
