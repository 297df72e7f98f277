//! `AppGetFamilyDeviceList`: one page of the devices of a family. [Reference](https://cloud.tencent.com/document/product/1081/40803)

use crate::action::prelude::*;

/// `AppGetFamilyDeviceList`.
pub const ACTION: Action = Action {
    name: "AppGetFamilyDeviceList",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("FamilyId", Text, "Family that holds them."),
        optional(
            "RoomId",
            Text,
            "Only this room; `0` is the default room, empty the whole family.",
        )
        .or(""),
        optional("Offset", Count, "How many entries to skip, from 0."),
        optional("Limit", Limit, "How many entries to answer, at most 50."),
    ],
    output: &[
        field("Total", Count, "How many there are in all."),
        field("DeviceList", List(&structs::DEVICE_LIST), "The devices of this page."),
    ],
    docs: docs(Docs {
        group: "device",
        about: "Pages through the devices of a family, or of one of its rooms.",
        about_zh: "分页查询家庭或某个房间中已绑定的设备。",
        page: Some(40803),
        notes: &[
            "The table requires `RoomId`, which may be empty: it is optional here, and an empty one is sent.",
            "The example spells `UserID` where the structure has `UserId`; both are read, and the latter is handed out.",
            "The example lacks `FamilyId` and `DeviceType`; both are optional.",
            "The table describes `Total` as a family; it is the number of devices.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"FamilyId":"e0e23a2b33a2","RoomId":"5","Offset":0,"Limit":2}"#,
            answer: r#"{"Response":{"DeviceList":[{"ProductId":"R32ONVL0EU","DeviceName":"df2eSJyY","DeviceId":"R32ONVL0EU/df2eSJyY","AliasName":"df2eSJyY","UserID":"1","RoomId":"r_4b27c753ef77","IconUrl":"","CreateTime":1574664969,"UpdateTime":1574668779}],"RequestId":"req_1","Total":1}}"#,
        },
    }),
};
