//! `AppDescribeFamily`: one family. [Reference](https://cloud.tencent.com/document/product/1081/40812)

use crate::action::prelude::*;

/// `AppDescribeFamily`.
pub const ACTION: Action = Action {
    name: "AppDescribeFamily",
    auth: AccessToken,
    access: ReadOnly,
    params: &[required("FamilyId", Text, "Family to read.")],
    output: &[
        field("FamilyId", Text, "Id of the family."),
        field("FamilyName", Text, "Name of the family."),
        field("Address", Text, "Address of the home."),
        field("CreateTime", Time, "When it was created, in Unix seconds."),
        field("UpdateTime", Time, "When it last changed, in Unix seconds."),
    ],
    docs: docs(Docs {
        group: "family",
        about: "Reads the details of one family.",
        about_zh: "查询家庭详情。",
        page: Some(40812),
        notes: &["The name is `FamilyName` here and `Name` in `AppGetFamilyList`; each is handed out as it is called."],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"FamilyId":"a1c6939b39d3"}"#,
            answer: r#"{"Response":{"RequestId":"req_1","Data":{"FamilyId":"a1c6939b39d3","FamilyName":"family_name","Address":"family_address","CreateTime":1570786578,"UpdateTime":1570790807}}}"#,
        },
    }),
};
