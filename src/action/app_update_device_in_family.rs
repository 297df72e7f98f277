//! `AppUpdateDeviceInFamily`: renames a device. [Reference](https://cloud.tencent.com/document/product/1081/40806)

use crate::action::prelude::*;

/// `AppUpdateDeviceInFamily`.
pub const ACTION: Action = Action {
    name: "AppUpdateDeviceInFamily",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        required("AliasName", Text, "The new name."),
    ],
    output: &[
        field("DeviceId", Text, "`ProductId/DeviceName`."),
        field("ProductId", Text, "Product of the device."),
        field("DeviceName", Text, "Name of the device within its product."),
        field("AliasName", Text, "Name that the user gave it; may be empty."),
        field("IconUrl", Text, "Address of its icon; may be empty."),
        field("FamilyId", Text, "Family that holds it; may be empty."),
        field("RoomId", Text, "Room within the family; `0` is the default room.").loose(),
        field("CreateTime", Time, "When it was bound, in Unix seconds."),
        field("UpdateTime", Time, "When it last changed, in Unix seconds."),
    ],
    docs: docs(Docs {
        group: "device",
        about: "Gives a bound device another name.",
        about_zh: "修改已绑定设备的名称。",
        page: Some(40806),
        notes: &[
            "`RoomId` is text in the table and the number 0 in the example; both are read, and text is handed out.",
            "The example answers for another device than it was asked for.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"VZS14OZSN5","DeviceName":"~virtualDev","AliasName":"12345"}"#,
            answer: r#"{"Response":{"Data":{"DeviceId":"R32ONVL0EU/df2eSJyY","ProductId":"R32ONVL0EU","DeviceName":"df2eSJyY","AliasName":"12345","IconUrl":"","FamilyId":"","RoomId":0,"CreateTime":1574859101,"UpdateTime":1574859144},"RequestId":"keyi20191119-012345"}}"#,
        },
    }),
};
