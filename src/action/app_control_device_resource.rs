//! `AppControlDeviceResource`: sends a registered file to a device, or delete it there. [Reference](https://cloud.tencent.com/document/product/1081/60590)

use crate::action::prelude::*;

/// `AppControlDeviceResource`.
pub const ACTION: Action = Action {
    name: "AppControlDeviceResource",
    auth: AccessToken,
    access: Changing,
    params: &[
        required(
            "DeviceId",
            Text,
            "`ProductId/DeviceName`. ProductId and DeviceName joined by a slash.",
        ),
        required("ResourceName", Text, "Name on the vendor's side."),
        required("ResourceVer", Text, "Resource ver."),
        required("Method", Text, "Update = send or upgrade, delete = remove."),
    ],
    output: &[],
    docs: docs(Docs {
        group: "file",
        about: "Sends a registered file to a device, or delete it there.",
        about_zh: "。",
        page: Some(60590),
        notes: &["The param table gives Action as AppCreateProductResource, the example is right."],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"DeviceId":"x","ResourceName":"x","ResourceVer":"x","Method":"x"}"#,
            answer: r#"{"Response":{"RequestId":"req_1"}}"#,
        },
    }),
};
