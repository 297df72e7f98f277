//! `AppControlDeviceData`: sets properties of a device. [Reference](https://cloud.tencent.com/document/product/1081/40805)

use crate::action::prelude::*;

/// `AppControlDeviceData`.
pub const ACTION: Action = Action {
    name: "AppControlDeviceData",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        required("Data", Text, "Property values by id, as JSON text."),
    ],
    output: &[field("Data", Text, "Empty in the example.")],
    docs: docs(Docs {
        group: "control",
        about: "Sets property values of a bound device.",
        about_zh: "控制已绑定设备，下发属性数据。",
        page: Some(40805),
        notes: &["The request example carries a number `AppId` that no table lists; it was left out here."],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"22F9Y6II7O","DeviceName":"light1","Data":"{\"light_switch\":0}"}"#,
            answer: r#"{"Response":{"Data":"","RequestId":"req_1"}}"#,
        },
    }),
};
