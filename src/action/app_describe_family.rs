//! `AppDescribeFamily`: reads one family's details. [Reference](https://cloud.tencent.com/document/product/1081/40812)

use crate::action::prelude::*;

/// `AppDescribeFamily`.
pub const ACTION: Action = Action {
    name: "AppDescribeFamily",
    auth: AccessToken,
    access: ReadOnly,
    params: &[required("FamilyId", Text, "Family it is about.")],
    output: &[
        field("FamilyId", Text, "Family it is about."),
        field("FamilyName", Text, "Family name."),
        field("Address", Text, "Address."),
        field("CreateTime", Time, "When it was made, in Unix seconds. Unix seconds."),
        field(
            "UpdateTime",
            Time,
            "When it last changed, in Unix seconds. Unix seconds.",
        ),
    ],
    docs: docs(Docs {
        group: "family",
        about: "Reads one family's details.",
        about_zh: "。",
        page: Some(40812),
        notes: &["The name comes back as FamilyName here but as Name in AppGetFamilyList."],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"FamilyId":"f_1"}"#,
            answer: r#"{"Response":{"Data":{"FamilyId":"f_1","FamilyName":"x","Address":"x","CreateTime":1,"UpdateTime":1},"RequestId":"req_1"}}"#,
        },
    }),
};
