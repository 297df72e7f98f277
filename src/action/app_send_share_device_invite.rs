//! `AppSendShareDeviceInvite`: sends a device-sharing invitation to another user by user id. [Reference](https://cloud.tencent.com/document/product/1081/43156)

use crate::action::prelude::*;

/// `AppSendShareDeviceInvite`.
pub const ACTION: Action = Action {
    name: "AppSendShareDeviceInvite",
    auth: AccessToken,
    access: Changing,
    params: &[
        optional(
            "FamilyId",
            Text,
            "Family it is about. Required by an older copy of the page, gone from the newer.",
        ),
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        required("ToUserID", Text, "To user id."),
    ],
    output: &[field("Status", Text, "Its state. Example value OK.")],
    docs: docs(Docs {
        group: "share",
        about: "Sends a device-sharing invitation to another user by user id.",
        about_zh: "。",
        page: Some(43156),
        notes: &["An older copy of the page requires FamilyId in the table, but neither copy's example sends it."],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
            "InvalidParameterValue.NoPermission",
        ],
        example: Example {
            params: r#"{"ProductId":"ABCDE12345","DeviceName":"dev1","ToUserID":"x"}"#,
            answer: r#"{"Response":{"Status":"x","RequestId":"req_1"}}"#,
        },
    }),
};
