//! `AppCreateShareDeviceToken`: mints a token with which another user can accept a shared device. [Reference](https://cloud.tencent.com/document/product/1081/48183)

use crate::action::prelude::*;

/// `AppCreateShareDeviceToken`.
pub const ACTION: Action = Action {
    name: "AppCreateShareDeviceToken",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("FamilyId", Text, "Family it is about."),
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        optional("TokenContext", Text, "Free context text."),
    ],
    output: &[field("ShareDeviceToken", Text, "Token of the share.").secret()],
    docs: docs(Docs {
        group: "share",
        about: "Mints a token with which another user can accept a shared device.",
        about_zh: "。",
        page: Some(48183),
        notes: &["FamilyId is required by the table but missing from the request example."],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
            "InvalidParameterValue.NoPermission",
        ],
        example: Example {
            params: r#"{"FamilyId":"f_1","ProductId":"ABCDE12345","DeviceName":"dev1"}"#,
            answer: r#"{"Response":{"ShareDeviceToken":"x","RequestId":"req_1"}}"#,
        },
    }),
};
