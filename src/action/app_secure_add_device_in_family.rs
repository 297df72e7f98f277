//! `AppSecureAddDeviceInFamily`: binds a device to a family with a device signature, usually taken from a scanned QR code. [Reference](https://cloud.tencent.com/document/product/1081/40773)

use crate::action::prelude::*;

/// `AppSecureAddDeviceInFamily`.
pub const ACTION: Action = Action {
    name: "AppSecureAddDeviceInFamily",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("FamilyId", Text, "Family it is about."),
        required(
            "DeviceSignature",
            Text,
            "Signature text carried by the code; the cloud API can mint it for one device with a limited life.",
        )
        .secret(),
        optional(
            "RoomId",
            Text,
            "Room within the family; `0` is the default room. May be left empty.",
        ),
    ],
    output: &[field(
        "AppDeviceInfo",
        Object(&structs::APP_DEVICE_INFO),
        "Struct AppDeviceInfo; known from the struct page's cross-reference.",
    )],
    docs: docs(Docs {
        group: "bind",
        about: "Binds a device to a family with a device signature, usually taken from a scanned QR code.",
        about_zh: "。",
        page: None,
        notes: &[
            "No page of its own was found in the public documentation: only the struct page names it, as a user of AppDeviceInfo. Param names are the ones public clients of the platform send; output_at and errors are assumed to follow AppBindSubDeviceInFamily.",
            "The page of AppBindSubDeviceInFamily once gave this name as its own Action value.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"FamilyId":"f_1","DeviceSignature":"x"}"#,
            answer: r#"{"Response":{"Data":{"AppDeviceInfo":{}},"RequestId":"req_1"}}"#,
        },
    }),
};
