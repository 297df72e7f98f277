//! `AppDescribeDeviceResource`: reads the state of one file on a device. [Reference](https://cloud.tencent.com/document/product/1081/67571)

use crate::action::prelude::*;

/// `AppDescribeDeviceResource`.
pub const ACTION: Action = Action {
    name: "AppDescribeDeviceResource",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required(
            "DeviceId",
            Text,
            "`ProductId/DeviceName`. ProductId and DeviceName joined by a slash.",
        ),
        required("ResourceName", Text, "Name on the vendor's side."),
    ],
    output: &[field(
        "Resource",
        Object(&structs::DEVICE_RESOURCE),
        "ProductId, DeviceName, ResourceName, ResourceType, ResourceVer, Status, CreateTime, UpdateTime (Unix seconds).",
    )],
    docs: docs(Docs {
        group: "file",
        about: "Reads the state of one file on a device.",
        about_zh: "。",
        page: Some(67571),
        notes: &[
            "The request example lacks a comma, so it is not valid JSON.",
            "The meaning of Status is not given.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"DeviceId":"x","ResourceName":"x"}"#,
            answer: r#"{"Response":{"Resource":{},"RequestId":"req_1"}}"#,
        },
    }),
};
