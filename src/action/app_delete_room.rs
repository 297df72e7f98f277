//! `AppDeleteRoom`: deletes a room. [Reference](https://cloud.tencent.com/document/product/1081/40815)

use crate::action::prelude::*;

/// `AppDeleteRoom`.
pub const ACTION: Action = Action {
    name: "AppDeleteRoom",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("FamilyId", Text, "Family it is about."),
        required("RoomId", Text, "Room within the family; `0` is the default room."),
    ],
    output: &[],
    docs: docs(Docs {
        group: "room",
        about: "Deletes a room.",
        about_zh: "。",
        page: Some(40815),
        notes: &[],
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
