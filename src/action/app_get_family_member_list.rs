//! `AppGetFamilyMemberList`: pages through the members of a family. [Reference](https://cloud.tencent.com/document/product/1081/40821)

use crate::action::prelude::*;

/// `AppGetFamilyMemberList`.
pub const ACTION: Action = Action {
    name: "AppGetFamilyMemberList",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("FamilyId", Text, "Family whose members to list."),
        optional("Offset", Count, "How many entries to skip, from 0."),
        optional("Limit", Count, "How many entries to answer; see the notes on how many."),
    ],
    output: &[
        field("Total", Count, "How many there are in all."),
        field("MemberList", List(&structs::MEMBER_LIST), "The members of this page."),
    ],
    docs: docs(Docs {
        group: "member",
        about: "Pages through the members of a family.",
        about_zh: "分页查询家庭成员列表。",
        page: Some(40821),
        notes: &[
            "The example answers without `Response` around it; it is read with and without.",
            "The example spells `UserID`, the struct `UserId`; both are read, and `UserId` is handed out.",
            "The table allows a `Limit` of 50, and the example sends 100: what is given is sent, and the service may answer fewer.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"FamilyId":"f_1","Offset":0,"Limit":100}"#,
            answer: r#"{"MemberList":[{"UserID":"7267","NickName":"deny","Avatar":"https://example.com/7267.png","Role":1}],"Total":1,"RequestId":"hojkE0Hx88"}"#,
        },
    }),
};
