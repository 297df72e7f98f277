//! `AppDeleteDeviceInFamily`: unbinds a device from its family; it must be provisioned again afterwards. [Reference](https://cloud.tencent.com/document/product/1081/40802)

use crate::action::prelude::*;

/// `AppDeleteDeviceInFamily`.
pub const ACTION: Action = Action {
    name: "AppDeleteDeviceInFamily",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("FamilyId", Text, "Family it is about."),
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        required(
            "RoomId",
            Text,
            "Room within the family; `0` is the default room. Left out by every example.",
        ),
    ],
    output: &[],
    docs: docs(Docs {
        group: "device",
        about: "Unbinds a device from its family; it must be provisioned again afterwards.",
        about_zh: "。",
        page: Some(40802),
        notes: &[
            "RoomId is required by the table, yet no copy's example sends it; a client should survive both.",
            "The older copy's table lacks ProductId although its example sends it; the newest table has it.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"FamilyId":"f_1","ProductId":"ABCDE12345","DeviceName":"dev1","RoomId":"x"}"#,
            answer: r#"{"Response":{"RequestId":"req_1"}}"#,
        },
    }),
};
