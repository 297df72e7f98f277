//! `AppRemoveUserShareDevice`: gives up a device that another user shares. [Reference](https://cloud.tencent.com/document/product/1081/48190)

use crate::action::prelude::*;

/// `AppRemoveUserShareDevice`.
pub const ACTION: Action = Action {
    name: "AppRemoveUserShareDevice",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
    ],
    output: &[field("Status", Text, "`OK`.")],
    docs: docs(Docs {
        group: "share",
        about: "Gives up a device that another user shares with this user.",
        about_zh: "移除他人分享给当前用户的设备。",
        page: Some(48190),
        notes: &[],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.AppDeviceNotExist",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"22F9Y6II7O","DeviceName":"light1"}"#,
            answer: r#"{"Response":{"RequestId":"req_1","Status":"OK"}}"#,
        },
    }),
};
