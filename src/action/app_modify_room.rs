//! `AppModifyRoom`: renames a room. [Reference](https://cloud.tencent.com/document/product/1081/40814)

use crate::action::prelude::*;

/// `AppModifyRoom`.
pub const ACTION: Action = Action {
    name: "AppModifyRoom",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("FamilyId", Text, "Family it is about."),
        required("RoomId", Text, "Room within the family; `0` is the default room."),
        optional("Name", Text, "Its name."),
    ],
    output: &[],
    docs: docs(Docs {
        group: "room",
        about: "Renames a room.",
        about_zh: "。",
        page: Some(40814),
        notes: &["Name is optional although it is the only thing that can change."],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"FamilyId":"f_1","RoomId":"x"}"#,
            answer: r#"{"Response":{"RequestId":"req_1"}}"#,
        },
    }),
};
