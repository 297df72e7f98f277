//! `AppCreateRoom`: creates a room in a family. [Reference](https://cloud.tencent.com/document/product/1081/40813)

use crate::action::prelude::*;

/// `AppCreateRoom`.
pub const ACTION: Action = Action {
    name: "AppCreateRoom",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("FamilyId", Text, "Family that will have the room."),
        required("Name", Text, "Name of the room."),
    ],
    output: &[field("RoomId", Text, "The new room.").loose()],
    docs: docs(Docs {
        group: "room",
        about: "Creates a room in a family.",
        about_zh: "在家庭中新建房间。",
        page: Some(40813),
        notes: &["`RoomId` is text in the table and a number in the example; both are read, and text is handed out."],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"FamilyId":"family_address","Name":"name"}"#,
            answer: r#"{"Response":{"Data":{"RoomId":123456},"RequestId":"req_1"}}"#,
        },
    }),
};
