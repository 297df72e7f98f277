//! `AppGetFenceEventList`: pages through the alarms that a geofence raised. [Reference](https://cloud.tencent.com/document/product/1081/54141)

use crate::action::prelude::*;

/// `AppGetFenceEventList`.
pub const ACTION: Action = Action {
    name: "AppGetFenceEventList",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("FenceId", Integer, "The fence."),
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        required("FenceEnable", Boolean, "Whether the fence raises alarms."),
        required(
            "StartTime",
            Count,
            "Start of the span; 0 for 24 hours ago. The notes say in which unit.",
        ),
        required(
            "EndTime",
            Count,
            "End of the span; 0 for now. The notes say in which unit.",
        ),
        optional("Offset", Count, "How many entries to skip, from 0."),
        optional("Limit", Limit, "How many entries to answer, at most 50."),
    ],
    output: &[
        field("List", List(&structs::DEVICE_FENCE_EVENT), "The alarms of this page."),
        field("Total", Count, "How many there are in all. In older examples only.").optional(),
    ],
    docs: docs(Docs {
        group: "location",
        about: "Pages through the alarms that a geofence raised.",
        about_zh: "分页查询地理围栏的告警事件列表。",
        page: Some(54141),
        notes: &[
            "The table has times in seconds, the example sends milliseconds, and so does the service's interface for servers; they are sent as they are given.",
            "`Limit` has a default of 0 on the newest copy, which would answer nothing: give one.",
            "`CreateTime` is text in the table of the struct and a number in the example; both are read, and a number handed out.",
            "The struct describes `EventType` as the name of a fence; the example has `enter`.",
            "`Total` stands in the example of older copies only.",
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
            params: r#"{"FenceId":8,"ProductId":"NJ27OVLZT4","DeviceName":"gwdev","FenceEnable":true,"StartTime":1604307550000,"EndTime":1604309654000,"Offset":0,"Limit":10}"#,
            answer: r#"{"Response":{"List":[{"EventType":"enter","CreateTime":1604314065}],"RequestId":"req_1"}}"#,
        },
    }),
};
