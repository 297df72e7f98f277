//! `AppGetFamilyList`: pages through the families the user belongs to. [Reference](https://cloud.tencent.com/document/product/1081/40811)

use crate::action::prelude::*;

/// `AppGetFamilyList`.
pub const ACTION: Action = Action {
    name: "AppGetFamilyList",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        optional("Offset", Count, "How many entries to skip, from 0."),
        optional("Limit", Limit, "How many entries to answer. At most 50."),
    ],
    output: &[
        field("Total", Count, "How many entries there are in all."),
        field("FamilyList", List(&structs::FAMILY_LIST), "Struct FamilyList."),
    ],
    docs: docs(Docs {
        group: "family",
        about: "Pages through the families the user belongs to.",
        about_zh: "。",
        page: Some(40811),
        notes: &[
            "The success example carries a line comment (Role 1 = administrator, 0 = member), so it is not valid JSON.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{}"#,
            answer: r#"{"Response":{"Total":1,"FamilyList":[{}],"RequestId":"req_1"}}"#,
        },
    }),
};
