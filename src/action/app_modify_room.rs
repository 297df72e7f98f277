//! `AppModifyRoom`: renames a room. [Reference](https://cloud.tencent.com/document/product/1081/40814)

use crate::action::prelude::*;

/// `AppModifyRoom`.
pub const ACTION: Action = Action {
    name: "AppModifyRoom",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("FamilyId", Text, "Family that has the room."),
        required("RoomId", Text, "The room."),
        optional("Name", Text, "Its new name."),
    ],
    output: &[],
    docs: docs(Docs {
        group: "room",
        about: "Renames a room of a family.",
        about_zh: "修改房间名称。",
        page: Some(40814),
        notes: &["`Name` is optional although there is nothing else to change."],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"FamilyId":"f_1","RoomId":"5","Name":"TestName"}"#,
            answer: r#"{"Response":{"RequestId":"req_1"}}"#,
        },
    }),
};
