//! `AppJoinFamily`: joins a family with the token of an invitation. [Reference](https://cloud.tencent.com/document/product/1081/40818)

use crate::action::prelude::*;

/// `AppJoinFamily`.
pub const ACTION: Action = Action {
    name: "AppJoinFamily",
    auth: AccessToken,
    access: Changing,
    params: &[required(
        "ShareToken",
        Text,
        "Token of the invitation, from `AppInviteMember` or a message.",
    )
    .secret()],
    output: &[],
    docs: docs(Docs {
        group: "member",
        about: "Joins a family with the token of an invitation.",
        about_zh: "凭邀请 Token 加入家庭。",
        page: Some(40818),
        notes: &[],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ShareToken":"share-1"}"#,
            answer: r#"{"Response":{"RequestId":"550e8400-e29b-41d4-a716-446655440000"}}"#,
        },
    }),
};
