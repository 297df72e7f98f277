//! `AppRemoveUserShareDevice`: drops a device that someone shared with this user. [Reference](https://cloud.tencent.com/document/product/1081/48190)

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
    output: &[field("Status", Text, "Its state. Example value OK.")],
    docs: docs(Docs {
        group: "share",
        about: "Drops a device that someone shared with this user.",
        about_zh: "。",
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
            params: r#"{"ProductId":"ABCDE12345","DeviceName":"dev1"}"#,
            answer: r#"{"Response":{"Status":"x","RequestId":"req_1"}}"#,
        },
    }),
};
