//! `AppInviteMember`: makes a token with which somebody can join a family. [Reference](https://cloud.tencent.com/document/product/1081/40817)

use crate::action::prelude::*;

/// `AppInviteMember`.
pub const ACTION: Action = Action {
    name: "AppInviteMember",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("FamilyId", Text, "Family to join."),
        required("Name", Text, "Name of the family."),
    ],
    output: &[field("ShareToken", Text, "The token, for `AppJoinFamily`.").secret()],
    docs: docs(Docs {
        group: "member",
        about: "Makes a token with which a WeChat friend can join a family.",
        about_zh: "生成家庭邀请 Token，供微信好友加入家庭。",
        page: Some(40817),
        notes: &["One copy of the page has no `Name`; it is required, as on the newest copy."],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"FamilyId":"f_1","Name":"home"}"#,
            answer: r#"{"Response":{"ShareToken":"share-1","RequestId":"req_1"}}"#,
        },
    }),
};
