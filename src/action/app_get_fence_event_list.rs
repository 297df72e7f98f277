//! `AppGetFenceEventList`: pages through the alarms a geofence raised. [Reference](https://cloud.tencent.com/document/product/1081/54141)

use crate::action::prelude::*;

/// `AppGetFenceEventList`.
pub const ACTION: Action = Action {
    name: "AppGetFenceEventList",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("FenceId", Integer, "Fence it is about."),
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        required("FenceEnable", Boolean, "Fence enable."),
        required("StartTime", Time, "Unix seconds by the table; 0 = 24 hours ago."),
        required("EndTime", Time, "Unix seconds by the table; 0 = now."),
        optional("Offset", Count, "How many entries to skip, from 0. Default 0."),
        optional(
            "Limit",
            Limit,
            "How many entries to answer. At most 50; the newest copy says default 0.",
        ),
    ],
    output: &[
        field("List", List(&structs::DEVICE_FENCE_EVENT), "Struct DeviceFenceEvent."),
        field(
            "Total",
            Count,
            "How many entries there are in all. Only in older copies' example.",
        ),
    ],
    docs: docs(Docs {
        group: "location",
        about: "Pages through the alarms a geofence raised.",
        about_zh: "。",
        page: Some(54141),
        notes: &[
            "The table says times are in seconds, the request example sends milliseconds.",
            "The success example lacks a comma (and older copies have a trailing one), so it is not valid JSON.",
            "Total appears only in older copies' example, never in the table.",
            "CreateTime is a number in the example, a string in the struct; the struct describes EventType as a fence name, the example holds enter.",
            "A default of 0 for Limit would return nothing.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InternalError.InternalServerExceptionDB",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
            "InvalidParameterValue.NoPermission",
            "UnauthorizedOperation",
            "UnauthorizedOperation.APPNoPermissionToStudioProduct",
            "ResourceNotFound",
            "ResourceNotFound.StudioProductNotExist",
            "ResourceNotFound.FenceNotExist",
        ],
        example: Example {
            params: r#"{"FenceId":1,"ProductId":"ABCDE12345","DeviceName":"dev1","FenceEnable":true,"StartTime":1,"EndTime":1}"#,
            answer: r#"{"Response":{"List":[{}],"Total":1,"RequestId":"req_1"}}"#,
        },
    }),
};
