//! `AppGetFamilyMemberList`: pages through the members of a family. [Reference](https://cloud.tencent.com/document/product/1081/40821)

use crate::action::prelude::*;

/// `AppGetFamilyMemberList`.
pub const ACTION: Action = Action {
    name: "AppGetFamilyMemberList",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("FamilyId", Text, "Family it is about."),
        optional("Offset", Count, "How many entries to skip, from 0."),
        optional("Limit", Limit, "How many entries to answer. At most 50."),
    ],
    output: &[
        field("Total", Count, "How many entries there are in all."),
        field("MemberList", List(&structs::MEMBER_LIST), "Struct MemberList."),
    ],
    docs: docs(Docs {
        group: "member",
        about: "Pages through the members of a family.",
        about_zh: "。",
        page: Some(40821),
        notes: &[
            "The success example has no Response wrapper at all; expect the payload in Response as well.",
            "The example spells UserID, the shared struct UserId.",
            "The request example sends Limit 100, above the stated maximum of 50.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"FamilyId":"f_1"}"#,
            answer: r#"{"Total":1,"MemberList":[{}],"RequestId":"req_1"}"#,
        },
    }),
};
