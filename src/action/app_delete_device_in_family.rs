//! `AppDeleteDeviceInFamily`: unbinds a device. [Reference](https://cloud.tencent.com/document/product/1081/40802)

use crate::action::prelude::*;

/// `AppDeleteDeviceInFamily`.
pub const ACTION: Action = Action {
    name: "AppDeleteDeviceInFamily",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("FamilyId", Text, "Family that holds it."),
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        optional("RoomId", Text, "Room within the family; `0` is the default room."),
    ],
    output: &[],
    docs: docs(Docs {
        group: "device",
        about: "Unbinds a device from its family; it must be provisioned anew before it can be bound again.",
        about_zh: "解绑家庭中的设备，之后需重新配网才能再次绑定。",
        page: Some(40802),
        notes: &[
            "The table requires `RoomId`, which no example and no shipped client sends; it is optional here.",
            "An older copy's table lacks `ProductId`, which its example sends; it is required here.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"FamilyId":"1","ProductId":"R32ONVL0EU","DeviceName":"df2eSJyY"}"#,
            answer: r#"{"Response":{"RequestId":"keyi20191119-012345"}}"#,
        },
    }),
};
