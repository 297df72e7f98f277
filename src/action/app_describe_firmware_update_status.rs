//! `AppDescribeFirmwareUpdateStatus`: how far a firmware upgrade is. [Reference](https://cloud.tencent.com/document/product/1081/47128)

use crate::action::prelude::*;

/// `AppDescribeFirmwareUpdateStatus`.
pub const ACTION: Action = Action {
    name: "AppDescribeFirmwareUpdateStatus",
    auth: AccessToken,
    access: ReadOnly,
    params: &[required("ProductId", Text, "Product of the device."),
required("DeviceName", Text, "Name of the device within its product."),
],
    output: &[field("OriVersion", Text, "Version that it is upgraded from."),
field("DstVersion", Text, "Version that it is upgraded to."),
field("ErrMsg", Text, "What went wrong; may be empty."),
field("Percent", Count, "Progress, from 0 to 100."),
field("Status", Integer, "0 device offline, 1 pending, 2 device told, 3 downloading, 4 writing, 5 failed, 6 done, 7 in progress, 8 waiting for the user, 20 downloaded.").optional(),
],
    docs: docs(Docs {
        group: "firmware",
        about: "Reads the state and the progress of a firmware upgrade.",
        about_zh: "查询设备固件升级的状态和进度。",
        page: Some(47128),
        notes: &["The example lacks `Status`; it is optional."],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"22F9Y6II7O","DeviceName":"light1"}"#,
            answer: r#"{"Response":{"DstVersion":"2.0","ErrMsg":"","OriVersion":"1.0","Percent":0,"RequestId":"f92406b3-5a9a-4fe8-bc43-45e3d794bb68"}}"#,
        },
    }),
};
