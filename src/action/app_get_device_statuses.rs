//! `AppGetDeviceStatuses`: which devices are online. [Reference](https://cloud.tencent.com/document/product/1081/40804)

use crate::action::prelude::*;

/// `AppGetDeviceStatuses`.
pub const ACTION: Action = Action {
    name: "AppGetDeviceStatuses",
    auth: AccessToken,
    access: ReadOnly,
    params: &[required(
        "DeviceIds",
        Texts,
        "The devices, each as `ProductId/DeviceName`.",
    )],
    output: &[field(
        "DeviceStatuses",
        List(&structs::DEVICE_STATUS),
        "The state of each device.",
    )
    .also("Devices")],
    docs: docs(Docs {
        group: "device",
        about: "Reads whether devices are online.",
        about_zh: "批量查询设备的在线状态。",
        page: Some(40804),
        notes: &[
            "The table calls the list `Devices` and the example `DeviceStatuses`; both are read, and the latter is handed out.",
            "A comment in the example says that `Online` is 0 for online and 1 for offline. The structures say the reverse, and shipped clients take 1 as online and less than 0 as out of order; it is handed out as it came.",
            "The structure that the table names has `LoginTime` and `LastDataTime` and lacks `DeviceId` and `ProductId`; the example has it the other way round. Any of them may be missing.",
            "An older copy asks by `ProductId` and `ListDeviceName`; `DeviceIds` is sent.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"DeviceIds":["22F9Y6II7O/light1"]}"#,
            answer: r#"{"Response":{"DeviceStatuses":[{"DeviceId":"22F9Y6II7O/light1","ProductId":"22F9Y6II7O","DeviceName":"light1","Online":0}],"RequestId":"req_1"}}"#,
        },
    }),
};
