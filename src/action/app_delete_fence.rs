//! `AppDeleteFence`: deletes a geofence. [Reference](https://cloud.tencent.com/document/product/1081/40773)

use crate::action::prelude::*;

/// `AppDeleteFence`.
pub const ACTION: Action = Action {
    name: "AppDeleteFence",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("FenceId", Integer, "Fence it is about."),
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        required("AlertCondition", Text, "Examples use enter and leave."),
        required("FenceEnable", Boolean, "Fence enable."),
        required("Method", Text, "How to notify; example is app push."),
    ],
    output: &[],
    docs: docs(Docs {
        group: "location",
        about: "Deletes a geofence.",
        about_zh: "。",
        page: None,
        notes: &[
            "AlertCondition, FenceEnable and Method are required for a deletion, which looks copied from the status page.",
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
            params: r#"{"FenceId":1,"ProductId":"ABCDE12345","DeviceName":"dev1","AlertCondition":"x","FenceEnable":true,"Method":"x"}"#,
            answer: r#"{"Response":{"RequestId":"req_1"}}"#,
        },
    }),
};
