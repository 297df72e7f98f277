//! `AppSecureAddDeviceInFamily`: binds a device with the signature from its code. [Reference](https://cloud.tencent.com/document/product/1081/40773)

use crate::action::prelude::*;

/// `AppSecureAddDeviceInFamily`.
pub const ACTION: Action = Action {
    name: "AppSecureAddDeviceInFamily",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("FamilyId", Text, "Family that will hold the device."),
        required("DeviceSignature", Text, "The signature that the code carries.").secret(),
        optional(
            "RoomId",
            Text,
            "Room within the family; `0` or empty is the default room.",
        ),
    ],
    output: &[field(
        "AppDeviceInfo",
        Object(&structs::APP_DEVICE_INFO),
        "The device as it was bound.",
    )
    .optional()],
    docs: docs(Docs {
        group: "bind",
        about: "Binds a device to a family with a device signature, mostly from a scanned QR code.",
        about_zh: "用设备签名（通常来自扫描二维码）把设备绑定到家庭。",
        page: None,
        notes: &[],
        assumed: &[
            "No page documents this Action: the page of structures names it as a user of AppDeviceInfo, and shipped clients call it with these parameters.",
            "Its answer and its error codes are taken to be those of `AppBindSubDeviceInFamily`.",
        ],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"FamilyId":"f_9c1","DeviceSignature":"123213213","RoomId":""}"#,
            answer: r#"{"Response":{"Data":{"AppDeviceInfo":{"DeviceId":"45454/d2","ProductId":"45454","DeviceName":"d2","AliasName":"","IconUrl":"","FamilyId":"f_9c1","RoomId":"0","CreateTime":1552910676,"UpdateTime":1552910676}},"RequestId":"req_1"}}"#,
        },
    }),
};
