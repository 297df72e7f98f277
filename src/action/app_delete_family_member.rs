//! `AppDeleteFamilyMember`: removes a member from a family. [Reference](https://cloud.tencent.com/document/product/1081/40819)

use crate::action::prelude::*;

/// `AppDeleteFamilyMember`.
pub const ACTION: Action = Action {
    name: "AppDeleteFamilyMember",
    auth: AccessToken,
    access: Changing,
    params: &[
        optional("FamilyId", Text, "Family that the member is in."),
        required("MemberId", Text, "User who is removed."),
    ],
    output: &[],
    docs: docs(Docs {
        group: "member",
        about: "Removes a member from a family; only its administrator may.",
        about_zh: "由管理员把成员移出家庭。",
        page: Some(40819),
        notes: &[
            "Older copies of the page and shipped clients spell `MemberID`; `MemberId` is sent, as on the newest copy.",
            "Parameters that the table does not know are sent as they are given, so a service that still wants `MemberID` can be given it too.",
            "`FamilyId` stands on the newest copy only, and as optional; give it, since a member may be in several families.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"FamilyId":"f_1","MemberId":"12345678"}"#,
            answer: r#"{"Response":{"RequestId":"550e8400-e29b-41d4-a716-446655440000"}}"#,
        },
    }),
};
