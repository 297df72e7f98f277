//! `AppUpdateDeviceInFamily`: gives a bound device a new alias. [Reference](https://cloud.tencent.com/document/product/1081/40806)

use crate::action::prelude::*;

/// `AppUpdateDeviceInFamily`.
pub const ACTION: Action = Action {
    name: "AppUpdateDeviceInFamily",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        required("AliasName", Text, "Name that the user gave it."),
    ],
    output: &[
        field(
            "DeviceId",
            Text,
            "`ProductId/DeviceName`. ProductId and DeviceName joined by a slash.",
        ),
        field("ProductId", Text, "Product of the device."),
        field("DeviceName", Text, "Name of the device within its product."),
        field("AliasName", Text, "Name that the user gave it."),
        field("IconUrl", Text, "Address of its icon; may be empty."),
        field("FamilyId", Text, "Family it is about."),
        field(
            "RoomId",
            Text,
            "Room within the family; `0` is the default room. A number 0 in the example.",
        ),
        field("CreateTime", Time, "When it was made, in Unix seconds. Unix seconds."),
        field(
            "UpdateTime",
            Time,
            "When it last changed, in Unix seconds. Unix seconds.",
        ),
    ],
    docs: docs(Docs {
        group: "device",
        about: "Gives a bound device a new alias.",
        about_zh: "。",
        page: Some(40806),
        notes: &[
            "RoomId is a string in the table but the number 0 in the example.",
            "The device in the response example is not the one in the request example, and its FamilyId is empty.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"ABCDE12345","DeviceName":"dev1","AliasName":"x"}"#,
            answer: r#"{"Response":{"Data":{"DeviceId":"x","ProductId":"ABCDE12345","DeviceName":"dev1","AliasName":"x","IconUrl":"x","FamilyId":"f_1","RoomId":"x","CreateTime":1,"UpdateTime":1},"RequestId":"req_1"}}"#,
        },
    }),
};
