//! `AppGetDeviceStatuses`: reads the online state of several devices. [Reference](https://cloud.tencent.com/document/product/1081/40804)

use crate::action::prelude::*;

/// `AppGetDeviceStatuses`.
pub const ACTION: Action = Action {
    name: "AppGetDeviceStatuses",
    auth: AccessToken,
    access: ReadOnly,
    params: &[required(
        "DeviceIds",
        Texts,
        "Each ProductId and DeviceName joined by a slash.",
    )],
    output: &[field(
        "DeviceStatuses",
        List(&structs::DEVICE_STATUS),
        "DeviceId, ProductId, DeviceName, Online; the table calls the list Devices and links struct Device.",
    )],
    docs: docs(Docs {
        group: "device",
        about: "Reads the online state of several devices.",
        about_zh: "。",
        page: Some(40804),
        notes: &[
            "The table names the list Devices, the example names it DeviceStatuses.",
            "A comment in the example says Online 0 means online and 1 means offline, the reverse of the convention in struct DeviceItem (0 offline, 1 online); verify against the live service.",
            "The linked struct Device has LoginTime and LastDataTime, which the example lacks, and lacks DeviceId and ProductId, which the example has.",
            "The success example carries a line comment, so it is not valid JSON; the device in it is not the requested one.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"DeviceIds":["x"]}"#,
            answer: r#"{"Response":{"DeviceStatuses":[{}],"RequestId":"req_1"}}"#,
        },
    }),
};
