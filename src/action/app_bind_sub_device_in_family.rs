//! `AppBindSubDeviceInFamily`: adds a sub-device that its gateway already knows to the gateway's family. [Reference](https://cloud.tencent.com/document/product/1081/43155)

use crate::action::prelude::*;

/// `AppBindSubDeviceInFamily`.
pub const ACTION: Action = Action {
    name: "AppBindSubDeviceInFamily",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("GatewayProductId", Text, "Product of the gateway."),
        required("GatewayDeviceName", Text, "Name of the gateway within its product."),
        required("ProductId", Text, "Product of the sub-device."),
        required("DeviceName", Text, "Name of the sub-device within its product."),
    ],
    output: &[field(
        "AppDeviceInfo",
        Object(&structs::APP_DEVICE_INFO),
        "The sub-device as it was bound.",
    )],
    docs: docs(Docs {
        group: "gateway",
        about: "Adds a sub-device that its gateway already knows to the gateway's family.",
        about_zh: "把网关下已绑定的子设备添加到网关所在的家庭。",
        page: Some(43155),
        notes: &[
            "The older copy's table gives the Action as `AppSecureAddDeviceInFamily`; its example and the newest copy say `AppBindSubDeviceInFamily`, which is sent.",
            "The times are text in the table of the struct and numbers in the example; both are read, and numbers handed out.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"GatewayProductId":"NJ27OVLZT4","GatewayDeviceName":"gwdev","ProductId":"LAEG4YJE1A","DeviceName":"subdev2"}"#,
            answer: r#"{"Response":{"Data":{"AppDeviceInfo":{"DeviceId":"R32ONVL0EU/df2eSJyY","ProductId":"R32ONVL0EU","DeviceName":"df2eSJyY","AliasName":"","IconUrl":"","FamilyId":"1","RoomId":"0","CreateTime":1574152773,"UpdateTime":1574152773}},"RequestId":"keyi20191119-012345"}}"#,
        },
    }),
};
