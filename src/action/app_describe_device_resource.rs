//! `AppDescribeDeviceResource`: a file on a device. [Reference](https://cloud.tencent.com/document/product/1081/67571)

use crate::action::prelude::*;

/// `AppDescribeDeviceResource`.
pub const ACTION: Action = Action {
    name: "AppDescribeDeviceResource",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("DeviceId", Text, "`ProductId/DeviceName`."),
        required("ResourceName", Text, "Name of the file in the cloud."),
    ],
    output: &[field("Resource", Object(&structs::DEVICE_RESOURCE), "The file.")],
    docs: docs(Docs {
        group: "file",
        about: "Reads the state of one file on a device.",
        about_zh: "查询设备上某个文件的状态。",
        page: Some(67571),
        notes: &["No page says what the numbers of `Status` mean."],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"DeviceId":"BKTTNGIQOG/dev1","ResourceName":"USER_72375312314273792_RES_restest"}"#,
            answer: r#"{"Response":{"Resource":{"ProductId":"BKTTNGIQOG","DeviceName":"dev1","ResourceName":"USER_72375312314273792_RES_restest","ResourceType":"FILE","ResourceVer":"0.0.1","Status":1,"CreateTime":1637550000,"UpdateTime":1637550060},"RequestId":"1pZb3sz1N"}}"#,
        },
    }),
};
