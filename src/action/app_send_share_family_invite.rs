//! `AppSendShareFamilyInvite`: sends a family invitation to another user by user id. [Reference](https://cloud.tencent.com/document/product/1081/43157)

use crate::action::prelude::*;

/// `AppSendShareFamilyInvite`.
pub const ACTION: Action = Action {
    name: "AppSendShareFamilyInvite",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("FamilyId", Text, "Family it is about."),
        required("ToUserID", Text, "To user id."),
    ],
    output: &[],
    docs: docs(Docs {
        group: "member",
        about: "Sends a family invitation to another user by user id.",
        about_zh: "。",
        page: Some(43157),
        notes: &["The success example has a trailing comma, so it is not valid JSON."],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
            "InvalidParameterValue.NoPermission",
        ],
        example: Example {
            params: r#"{"FamilyId":"f_1","ToUserID":"x"}"#,
            answer: r#"{"Response":{"RequestId":"req_1"}}"#,
        },
    }),
};
