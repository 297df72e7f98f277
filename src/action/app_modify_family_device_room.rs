//! `AppModifyFamilyDeviceRoom`: moves a device to another room. [Reference](https://cloud.tencent.com/document/product/1081/43201)

use crate::action::prelude::*;

/// `AppModifyFamilyDeviceRoom`.
pub const ACTION: Action = Action {
    name: "AppModifyFamilyDeviceRoom",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("FamilyId", Text, "Family that holds it."),
        required("RoomId", Text, "Room within the family; `0` is the default room."),
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
    ],
    output: &[],
    docs: docs(Docs {
        group: "device",
        about: "Moves a device to another room of its family.",
        about_zh: "把设备移到家庭中的另一个房间。",
        page: Some(43201),
        notes: &["The page stands in the chapter on sharing, with which it has nothing to do."],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"FamilyId":"1","RoomId":"r_4b27c753ef77","ProductId":"R32ONVL0EU","DeviceName":"df2eSJyY"}"#,
            answer: r#"{"Response":{"RequestId":"keyi20191119-012345"}}"#,
        },
    }),
};
