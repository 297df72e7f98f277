//! `AppCreateShareDeviceToken`: makes a token with which another user can accept a device. [Reference](https://cloud.tencent.com/document/product/1081/48183)

use crate::action::prelude::*;

/// `AppCreateShareDeviceToken`.
pub const ACTION: Action = Action {
    name: "AppCreateShareDeviceToken",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("FamilyId", Text, "Family that holds the device."),
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        optional("TokenContext", Text, "Any text to go with the share."),
    ],
    output: &[field("ShareDeviceToken", Text, "The token, for `AppBindUserShareDevice`.").secret()],
    docs: docs(Docs {
        group: "share",
        about: "Makes a token with which another user can accept a shared device.",
        about_zh: "生成设备分享 Token。",
        page: Some(48183),
        notes: &[
            "The request example leaves out `FamilyId`, which the table requires; it is required, and added to the example here.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
            "InvalidParameterValue.NoPermission",
        ],
        example: Example {
            params: r#"{"FamilyId":"f_1","ProductId":"22F9Y6II7O","DeviceName":"light1"}"#,
            answer: r#"{"Response":{"RequestId":"req_1","ShareDeviceToken":"share-1"}}"#,
        },
    }),
};
