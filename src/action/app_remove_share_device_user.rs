//! `AppRemoveShareDeviceUser`: stops sharing a device with one user. [Reference](https://cloud.tencent.com/document/product/1081/48192)

use crate::action::prelude::*;

/// `AppRemoveShareDeviceUser`.
pub const ACTION: Action = Action {
    name: "AppRemoveShareDeviceUser",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("RemoveUserId", Text, "Remove user id."),
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
    ],
    output: &[field("Status", Text, "Its state. Example value OK.")],
    docs: docs(Docs {
        group: "share",
        about: "Stops sharing a device with one user.",
        about_zh: "。",
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
            params: r#"{"RemoveUserId":"x","ProductId":"ABCDE12345","DeviceName":"dev1"}"#,
            answer: r#"{"Response":{"Status":"x","RequestId":"req_1"}}"#,
        },
    }),
};
