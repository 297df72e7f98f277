//! `AppModifyFenceStatus`: switches a geofence on or off. [Reference](https://cloud.tencent.com/document/product/1081/40773)

use crate::action::prelude::*;

/// `AppModifyFenceStatus`.
pub const ACTION: Action = Action {
    name: "AppModifyFenceStatus",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("FenceId", Integer, "The fence."),
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        required(
            "AlertCondition",
            Text,
            "When to raise an alarm: `enter` and `leave` in the examples.",
        ),
        required("FenceEnable", Boolean, "Whether it raises alarms."),
        required("Method", Text, "How to notify the user: `app push` in the examples."),
    ],
    output: &[],
    docs: docs(Docs {
        group: "location",
        about: "Switches the alarms of a geofence on or off.",
        about_zh: "启用或停用设备的地理围栏。",
        page: None,
        notes: &[
            "`AlertCondition` and `Method` are required although only the switch is to change: give what the fence has.",
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
            "UnauthorizedOperation.FenceDupKeyExist",
            "UnauthorizedOperation.SpaceDupKeyExist",
            "ResourceNotFound",
            "ResourceNotFound.StudioProductNotExist",
            "ResourceNotFound.FenceNotExist",
        ],
        example: Example {
            params: r#"{"FenceId":7,"ProductId":"NJ27OVLZT4","DeviceName":"gwdev","AlertCondition":"enter","FenceEnable":false,"Method":"app push"}"#,
            answer: r#"{"Response":{"RequestId":"req_1"}}"#,
        },
    }),
};
