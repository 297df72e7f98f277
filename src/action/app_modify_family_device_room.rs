//! `AppModifyFamilyDeviceRoom`: moves a device to another room of its family. [Reference](https://cloud.tencent.com/document/product/1081/43201)

use crate::action::prelude::*;

/// `AppModifyFamilyDeviceRoom`.
pub const ACTION: Action = Action {
    name: "AppModifyFamilyDeviceRoom",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("FamilyId", Text, "Family it is about."),
        required("RoomId", Text, "Room within the family; `0` is the default room."),
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
    ],
    output: &[],
    docs: docs(Docs {
        group: "device",
        about: "Moves a device to another room of its family.",
        about_zh: "。",
        page: Some(43201),
        notes: &["Filed under device sharing although it has nothing to do with sharing."],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"FamilyId":"f_1","RoomId":"x","ProductId":"ABCDE12345","DeviceName":"dev1"}"#,
            answer: r#"{"Response":{"RequestId":"req_1"}}"#,
        },
    }),
};
