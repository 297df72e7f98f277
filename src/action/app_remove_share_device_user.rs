//! `AppRemoveShareDeviceUser`: stops sharing a device with one user. [Reference](https://cloud.tencent.com/document/product/1081/48192)

use crate::action::prelude::*;

/// `AppRemoveShareDeviceUser`.
pub const ACTION: Action = Action {
    name: "AppRemoveShareDeviceUser",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("RemoveUserId", Text, "User who loses the device."),
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
    ],
    output: &[field("Status", Text, "`OK`.")],
    docs: docs(Docs {
        group: "share",
        about: "Stops sharing a device with one user.",
        about_zh: "取消对某个用户的设备分享。",
        page: Some(48192),
        notes: &[],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.AppDeviceNotExist",
            "InvalidParameterValue.NoPermission",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"RemoveUserId":"1234555","ProductId":"22F9Y6II7O","DeviceName":"light1"}"#,
            answer: r#"{"Response":{"RequestId":"req_1","Status":"OK"}}"#,
        },
    }),
};
