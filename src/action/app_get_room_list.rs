//! `AppGetRoomList`: pages through the rooms of a family. [Reference](https://cloud.tencent.com/document/product/1081/40816)

use crate::action::prelude::*;

/// `AppGetRoomList`.
pub const ACTION: Action = Action {
    name: "AppGetRoomList",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        optional("FamilyId", Text, "Family whose rooms to list."),
        optional("Offset", Count, "How many entries to skip, from 0."),
        optional("Limit", Limit, "How many entries to answer, at most 50."),
    ],
    output: &[
        field("Total", Count, "How many there are in all."),
        field("RoomList", List(&structs::ROOMLIST), "The rooms of this page.").also("FamilyList"),
    ],
    docs: docs(Docs {
        group: "room",
        about: "Pages through the rooms of a family.",
        about_zh: "分页查询家庭的房间列表。",
        page: Some(40816),
        notes: &[
            "Table and example of the newest copy have the rooms in `FamilyList`, as if copied from the families' page; older copies and shipped clients have `RoomList`. Both are read, and `RoomList` is handed out.",
            "`FamilyId` is optional in the table, though rooms belong to a family: give it.",
            "`Total` is described as a number of devices; it is taken as that of the rooms.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"FamilyId":"f_1","Offset":0,"Limit":2}"#,
            answer: r#"{"Response":{"RequestId":"req_1","FamilyList":[{"RoomId":"123456","RoomName":"name","DeviceNum":2,"CreateTime":1570786578,"UpdateTime":1570790807}],"Total":1}}"#,
        },
    }),
};
