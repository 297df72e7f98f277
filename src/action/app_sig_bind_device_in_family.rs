//! `AppSigBindDeviceInFamily`: binds a device with a signature that the device made. [Reference](https://cloud.tencent.com/document/product/1081/50205)

use crate::action::prelude::*;

/// `AppSigBindDeviceInFamily`.
pub const ACTION: Action = Action {
    name: "AppSigBindDeviceInFamily",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("FamilyId", Text, "Family that will hold the device."),
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        optional("RoomId", Text, "Room within the family; `0` is the default room."),
        required(
            "DeviceTimestamp",
            Time,
            "The time that the device signed, in Unix seconds.",
        ),
        optional(
            "ConnId",
            Text,
            "The random text that the device signed: connId over Wi-Fi, nonce over Bluetooth.",
        ),
        required("Signature", Text, "What the device signed, in hexadecimal.").secret(),
        optional(
            "BindType",
            Text,
            "How the device signed: `wifi_sign` (the default), `bluetooth_sign` or `other_sign`.",
        )
        .one_of(&["wifi_sign", "bluetooth_sign", "other_sign"])
        .alias("bluetooth_sigh", "bluetooth_sign")
        .or("wifi_sign"),
        optional(
            "SignMethod",
            Text,
            "Digest of the signature: `hmacsha1` (the default) or `hmacsha256`.",
        )
        .one_of(&["hmacsha1", "hmacsha256"]),
    ],
    output: &[field(
        "AppDeviceInfo",
        Object(&structs::APP_DEVICE_INFO),
        "The device as it was bound.",
    )],
    docs: docs(Docs {
        group: "bind",
        about: "Binds a Wi-Fi, Bluetooth or other device to a family with a signature made by the device.",
        about_zh: "用设备生成的签名把 Wi-Fi、蓝牙或其他设备绑定到家庭。",
        page: Some(50205),
        notes: &[
            "The payload comes under `data` in the older example and `Data` elsewhere; both are read.",
            "The example spells `UpdateTime` as `UpdateTIme`; it is handed out as `UpdateTime`.",
            "One table writes `bluetooth_sigh`; it is accepted, and `bluetooth_sign` is sent.",
            "One table requires BindType and names a default for it: it is optional here, and `wifi_sign` is sent.",
            "`SignMethod` and `other_sign` stand only on the newest copy of the page.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.BindDeviceNotConnected",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"FamilyId":"1","ProductId":"R32ON***0EU","DeviceName":"df2**JyY","RoomId":"0","DeviceTimestamp":1574170043,"ConnId":"","Signature":"123213213","BindType":"bluetooth_sign"}"#,
            answer: r#"{"Response":{"RequestId":"req_1","data":{"AppDeviceInfo":{"DeviceId":"45454/d2","ProductId":"45454","DeviceName":"d2","AliasName":"","CreateTime":1552910676,"UpdateTIme":1552910676,"FamilyId":"1","RoomId":"0","IconUrl":""}}}}"#,
        },
    }),
};
