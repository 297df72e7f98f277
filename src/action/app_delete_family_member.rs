//! `AppDeleteFamilyMember`: removes a member from a family, as its administrator. [Reference](https://cloud.tencent.com/document/product/1081/40819)

use crate::action::prelude::*;

/// `AppDeleteFamilyMember`.
pub const ACTION: Action = Action {
    name: "AppDeleteFamilyMember",
    auth: AccessToken,
    access: Changing,
    params: &[
        optional(
            "FamilyId",
            Text,
            "Family it is about. Only on the newest copy; send it.",
        ),
        required(
            "MemberId",
            Text,
            "User id of the member; spelled MemberID on older copies.",
        ),
    ],
    output: &[],
    docs: docs(Docs {
        group: "member",
        about: "Removes a member from a family, as its administrator.",
        about_zh: "。",
        page: Some(40819),
        notes: &[
            "The key was MemberID in older copies and is MemberId in the newest one, in table and example alike.",
            "Older copies had no FamilyId; the newest marks it optional, though a member can be in several families.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"MemberId":"x"}"#,
            answer: r#"{"Response":{"RequestId":"req_1"}}"#,
        },
    }),
};
