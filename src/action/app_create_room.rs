//! `AppCreateRoom`: creates a room in a family. [Reference](https://cloud.tencent.com/document/product/1081/40813)

use crate::action::prelude::*;

/// `AppCreateRoom`.
pub const ACTION: Action = Action {
    name: "AppCreateRoom",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("FamilyId", Text, "Family it is about."),
        required("Name", Text, "Its name."),
    ],
    output: &[field(
        "RoomId",
        Text,
        "Room within the family; `0` is the default room. A number in the example.",
    )],
    docs: docs(Docs {
        group: "room",
        about: "Creates a room in a family.",
        about_zh: "。",
        page: Some(40813),
        notes: &[
            "RoomId is a string in the table but a number in the example.",
            "The request example puts the text family_address into FamilyId.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"FamilyId":"f_1","Name":"x"}"#,
            answer: r#"{"Response":{"Data":{"RoomId":"x"},"RequestId":"req_1"}}"#,
        },
    }),
};
