//! `AppGetFamilyList`: one page of the families of the user. [Reference](https://cloud.tencent.com/document/product/1081/40811)

use crate::action::prelude::*;

/// `AppGetFamilyList`.
pub const ACTION: Action = Action {
    name: "AppGetFamilyList",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        optional("Offset", Count, "How many entries to skip, from 0."),
        optional("Limit", Limit, "How many entries to answer, at most 50."),
    ],
    output: &[
        field("Total", Count, "How many there are in all."),
        field("FamilyList", List(&structs::FAMILY_LIST), "The families of this page."),
    ],
    docs: docs(Docs {
        group: "family",
        about: "Pages through the families that the user belongs to.",
        about_zh: "分页查询用户所在的家庭。",
        page: Some(40811),
        notes: &[],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"Offset":0,"Limit":2}"#,
            answer: r#"{"Response":{"RequestId":"req_1","FamilyList":[{"FamilyId":"a1c6939b39d3","Name":"family_name","Role":0,"CreateTime":1570786578,"UpdateTime":1570790807}],"Total":1}}"#,
        },
    }),
};
