//! `AppInviteMember`: mints a share token with which a WeChat friend can join a family. [Reference](https://cloud.tencent.com/document/product/1081/40817)

use crate::action::prelude::*;

/// `AppInviteMember`.
pub const ACTION: Action = Action {
    name: "AppInviteMember",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("FamilyId", Text, "Family it is about."),
        required("Name", Text, "Its name. Family name."),
    ],
    output: &[field("ShareToken", Text, "Token of the invitation.").secret()],
    docs: docs(Docs {
        group: "member",
        about: "Mints a share token with which a WeChat friend can join a family.",
        about_zh: "。",
        page: Some(40817),
        notes: &[],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"FamilyId":"f_1","Name":"x"}"#,
            answer: r#"{"Response":{"ShareToken":"x","RequestId":"req_1"}}"#,
        },
    }),
};
