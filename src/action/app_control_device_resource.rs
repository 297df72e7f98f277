//! `AppControlDeviceResource`: sends a file to a device or removes it there. [Reference](https://cloud.tencent.com/document/product/1081/60590)

use crate::action::prelude::*;

/// `AppControlDeviceResource`.
pub const ACTION: Action = Action {
    name: "AppControlDeviceResource",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("DeviceId", Text, "`ProductId/DeviceName`."),
        required("ResourceName", Text, "Name of the file in the cloud."),
        required("ResourceVer", Text, "Version of the file."),
        required("Method", Text, "`update` sends the file, `delete` removes it."),
    ],
    output: &[],
    docs: docs(Docs {
        group: "file",
        about: "Sends a registered file to a device, or removes it there.",
        about_zh: "向设备下发文件，或删除设备上的文件。",
        page: Some(60590),
        notes: &["The table gives another Action's name as its own."],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"DeviceId":"BKTTNGIQOG/dev1","ResourceName":"USER_72375312314273792_RES_restest","ResourceVer":"0.0.1","Method":"update"}"#,
            answer: r#"{"Response":{"RequestId":"1pZb3sz1N"}}"#,
        },
    }),
};
