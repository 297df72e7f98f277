//! `AppGetFamilyDeviceList`: pages through the devices bound to a family or to one of its rooms. [Reference](https://cloud.tencent.com/document/product/1081/40803)

use crate::action::prelude::*;

/// `AppGetFamilyDeviceList`.
pub const ACTION: Action = Action {
    name: "AppGetFamilyDeviceList",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("FamilyId", Text, "Family it is about."),
        optional(
            "RoomId",
            Text,
            "Room within the family; `0` is the default room. Empty text = whole family, 0 = default room.",
        )
        .or(""),
        optional("Offset", Count, "How many entries to skip, from 0."),
        optional("Limit", Limit, "How many entries to answer. At most 50."),
    ],
    output: &[
        field("Total", Count, "How many entries there are in all."),
        field(
            "DeviceList",
            List(&structs::DEVICE_LIST),
            "One page of devices. Struct DeviceList.",
        ),
    ],
    docs: docs(Docs {
        group: "device",
        about: "Pages through the devices bound to a family or to one of its rooms.",
        about_zh: "。",
        page: Some(40803),
        notes: &[
            "The example spells UserID where the struct says UserId, and it omits FamilyId and DeviceType.",
            "The request example carries a line comment, so it is not valid JSON.",
            "RoomId is required yet may be empty.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"FamilyId":"f_1","RoomId":"x"}"#,
            answer: r#"{"Response":{"Total":1,"DeviceList":[{}],"RequestId":"req_1"}}"#,
        },
    }),
};
