//! `AppSendShareFamilyInvite`: invites another user to a family. [Reference](https://cloud.tencent.com/document/product/1081/43157)

use crate::action::prelude::*;

/// `AppSendShareFamilyInvite`.
pub const ACTION: Action = Action {
    name: "AppSendShareFamilyInvite",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("FamilyId", Text, "Family to join."),
        required("ToUserID", Text, "User who is invited."),
    ],
    output: &[],
    docs: docs(Docs {
        group: "member",
        about: "Sends another user an invitation to a family, as a message.",
        about_zh: "向其他用户发送加入家庭的邀请。",
        page: Some(43157),
        notes: &[],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
            "InvalidParameterValue.NoPermission",
        ],
        example: Example {
            params: r#"{"FamilyId":"f_1","ToUserID":"123456"}"#,
            answer: r#"{"Response":{"RequestId":"1555507435215"}}"#,
        },
    }),
};
