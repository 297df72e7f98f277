//! `AppGetRoomList`: pages through the rooms of a family. [Reference](https://cloud.tencent.com/document/product/1081/40816)

use crate::action::prelude::*;

/// `AppGetRoomList`.
pub const ACTION: Action = Action {
    name: "AppGetRoomList",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        optional("FamilyId", Text, "Family it is about."),
        optional("Offset", Count, "How many entries to skip, from 0."),
        optional("Limit", Limit, "How many entries to answer. At most 50."),
    ],
    output: &[
        field(
            "Total",
            Count,
            "How many entries there are in all. The table calls it a count of devices.",
        ),
        field(
            "RoomList",
            List(&structs::ROOMLIST),
            "Struct Roomlist; the key public clients of the platform read.",
        )
        .also("FamilyList"),
    ],
    docs: docs(Docs {
        group: "room",
        about: "Pages through the rooms of a family.",
        about_zh: "。",
        page: Some(40816),
        notes: &[
            "Table and example put the rooms under the key FamilyList, which looks copied from the family page; public clients read RoomList. Accept either.",
            "FamilyId is optional in the table, though rooms belong to a family.",
            "Total is described as a device count.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{}"#,
            answer: r#"{"Response":{"Total":1,"RoomList":[{}],"RequestId":"req_1"}}"#,
        },
    }),
};
