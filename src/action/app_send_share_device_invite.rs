//! `AppSendShareDeviceInvite`: offers another user a device. [Reference](https://cloud.tencent.com/document/product/1081/43156)

use crate::action::prelude::*;

/// `AppSendShareDeviceInvite`.
pub const ACTION: Action = Action {
    name: "AppSendShareDeviceInvite",
    auth: AccessToken,
    access: Changing,
    params: &[
        optional("FamilyId", Text, "Family that holds the device."),
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        required("ToUserID", Text, "User who is invited."),
    ],
    output: &[field("Status", Text, "`OK`.")],
    docs: docs(Docs {
        group: "share",
        about: "Sends another user an invitation to share a device, as a message.",
        about_zh: "向其他用户发送设备分享邀请。",
        page: Some(43156),
        notes: &["An older copy of the table requires `FamilyId`; no example sends it, and it may be left out."],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
            "InvalidParameterValue.NoPermission",
        ],
        example: Example {
            params: r#"{"ProductId":"22F9Y6II7O","DeviceName":"light1","ToUserID":"123456"}"#,
            answer: r#"{"Response":{"RequestId":"req_1","Status":"OK"}}"#,
        },
    }),
};
