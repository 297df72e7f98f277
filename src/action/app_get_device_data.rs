//! `AppGetDeviceData`: the latest property values of a device. [Reference](https://cloud.tencent.com/document/product/1081/48492)

use crate::action::prelude::*;

/// `AppGetDeviceData`.
pub const ACTION: Action = Action {
    name: "AppGetDeviceData",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
    ],
    output: &[field(
        "Data",
        Text,
        "JSON text of an object: by property id, `Value` and `LastUpdate` in Unix milliseconds.",
    )],
    docs: docs(Docs {
        group: "data",
        about: "Reads the property values that a device reported last.",
        about_zh: "查询设备最近上报的属性数据。",
        page: Some(48492),
        notes: &["`Data` is JSON within a text; it is handed out as it came."],
        assumed: &[
            "Shipped mini-programs send `DeviceId` in place of `ProductId` and `DeviceName`; the page knows the two only.",
        ],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"22F9Y6II7O","DeviceName":"light1"}"#,
            answer: r#"{"Response":{"Data":"{\"brightness\":{\"Value\":8,\"LastUpdate\":1552904784552},\"color\":{\"Value\":1,\"LastUpdate\":1552904784552},\"light_switch\":{\"Value\":0,\"LastUpdate\":1552904784552},\"name\":{\"Value\":\"light1\",\"LastUpdate\":1552904784552}}","RequestId":"req_1"}}"#,
        },
    }),
};
