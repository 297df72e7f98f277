//! `AppDeleteRoom`: deletes a room. [Reference](https://cloud.tencent.com/document/product/1081/40815)

use crate::action::prelude::*;

/// `AppDeleteRoom`.
pub const ACTION: Action = Action {
    name: "AppDeleteRoom",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("FamilyId", Text, "Family that has the room."),
        required("RoomId", Text, "The room."),
    ],
    output: &[],
    docs: docs(Docs {
        group: "room",
        about: "Deletes a room of a family.",
        about_zh: "删除家庭中的房间。",
        page: Some(40815),
        notes: &[],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"FamilyId":"f_1","RoomId":"5"}"#,
            answer: r#"{"Response":{"RequestId":"req_1"}}"#,
        },
    }),
};
